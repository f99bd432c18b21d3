"""sides: two versions of a project, read and compared."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.public.choice import Choice
from cjmgen.atlas.public.publish import published as publish
from cjmgen.diff.breaks import CODES
from cjmgen.diff.changes import changes
from cjmgen.diff.news import Gap, News
from cjmgen.diff.stand import names
from cjmgen.diff.unread import FORM, Side, is_same_file, within
from cjmgen.diff.withheld import withheld
from cjmgen.pipeline.loading import load, load_pair
from cjmgen.problem import Checked, Problem
from cjmgen.shell.memory import Memory
from cjmgen.tree import Tree

NOTED = (*CODES, *FORM, "file-not-read")
"""Problems that a comparison asks for, however little they weigh; none of them is a note of itself."""

MOST_GAPS = 50
"""Files with errors that a report names."""


def side(files: Checked[Tree], name: str, today: datetime.date, memory: Memory) -> Side:
    """A version as one side of a comparison; `name` keeps what is remembered of it apart from the project as it stands."""
    loaded = load(files.value, today, memory.store, memory.many, "warning", name)
    if loaded.light and any(loaded.value.settings.rules.get(code) == "info" for code in NOTED):
        loaded = load(files.value, today, memory.store, memory.many, "info", name)
    return Side(loaded.value, files.value, (*files.problems, *loaded.problems))


def both(old: Checked[Tree], new: Checked[Tree], names: tuple[str, str], today: datetime.date, memory: Memory) -> tuple[Side, Side]:
    """Two versions as the sides of a comparison, each with the maps that tell how they differ and, where it is asked for, the others."""
    wholes = [partial(side, files, name, today, memory) for files, name in zip((old, new), names, strict=True)]
    pair = load_pair(old.value, new.value, today, memory.store, memory.many)
    if pair is None:
        return wholes[0](), wholes[1]()
    one, other = (
        Side(loaded.value, files.value, (*files.problems, *loaded.problems), partial(_atlas, whole))
        for loaded, files, whole in zip(pair, (old, new), wholes, strict=True)
    )
    return one, other


def _atlas(whole: Callable[[], Side]) -> Atlas:
    return whole().atlas


def compared(old: Side, new: Side, base: str, head: str, wanted: tuple[str, ...] = ()) -> News:
    """What changed between two sides that go by names; in some files and folders alone where these are `wanted`."""
    gaps = [*_gaps(base, old, new, wanted), *_gaps(head, new, old, wanted)]
    return News(base, changes(old, new, wanted), tuple(gaps[:MOST_GAPS]), max(0, len(gaps) - MOST_GAPS))


def published(old: Side, now: Side, part: Atlas, choice: Choice, base: str, memory: Memory) -> News:
    """What changed, for those who may see this part of what there is now: nothing else comes back out of an older version."""
    apart = withheld(old.atlas, now.atlas, part)
    before = publish(old.atlas, choice, memory.store, apart.things).atlas
    known = {card.file for card in part.journeys.values()} | {card.file for card in part.personas.values()}
    problems = tuple(problem for problem in now.problems if problem.place.file in known)
    found = changes(replace(old, atlas=before), replace(now, atlas=part, problems=problems), without=apart.spoilt)
    # any other file may be of what is left out, and what is wrong with it may quote it
    gaps = _gaps(base, old, now, ())
    told = tuple(gap for gap in gaps if gap.file in known)[:MOST_GAPS]
    shown = frozenset(names(part))
    return News(base, found, told, len(gaps) - len(told), untold=len([name for name in apart.spoilt if name in shown]))


def _gaps(name: str, side: Side, other: Side, wanted: tuple[str, ...]) -> list[Gap]:
    """The files of a version that have an error, each with the first; but for those that are the same and as wrong on the other side."""
    there = _first_errors(other)
    return [
        Gap(name, file, each.code, each.message)
        for file, each in _first_errors(side).items()
        if (not wanted or within(file, wanted)) and not (there.get(file) == each and is_same_file(file, side, other))
    ]


def _first_errors(side: Side) -> dict[str, Problem]:
    first: dict[str, Problem] = {}
    for each in side.problems:
        if each.severity == "error" or each.code == "file-not-read":
            first.setdefault(each.place.file, each)
    return first
