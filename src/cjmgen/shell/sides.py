"""sides: two versions of a project, read and compared."""

import datetime
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.public.choice import Choice
from cjmgen.atlas.public.publish import published as publish
from cjmgen.diff.breaks import CODES
from cjmgen.diff.changes import changes
from cjmgen.diff.news import Gap, News
from cjmgen.diff.stand import names
from cjmgen.diff.unread import FORM, Side, within
from cjmgen.diff.withheld import withheld
from cjmgen.pipeline.loading import load
from cjmgen.problem import Checked
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


def compared(old: Side, new: Side, base: str, head: str, wanted: tuple[str, ...] = ()) -> News:
    """What changed between two sides that go by names; in some files and folders alone where these are `wanted`."""
    gaps = [*_gaps(base, old, wanted), *_gaps(head, new, wanted)]
    return News(base, changes(old, new, wanted), tuple(gaps[:MOST_GAPS]), max(0, len(gaps) - MOST_GAPS))


def published(old: Side, now: Side, part: Atlas, choice: Choice, base: str, memory: Memory) -> News:
    """What changed, for those who may see this part of what there is now: nothing else comes back out of an older version."""
    apart = withheld(old.atlas, now.atlas, part)
    before = publish(old.atlas, choice, memory.store, apart.things).atlas
    known = {card.file for card in part.journeys.values()} | {card.file for card in part.personas.values()}
    problems = tuple(problem for problem in now.problems if problem.place.file in known)
    found = changes(replace(old, atlas=before), replace(now, atlas=part, problems=problems), without=apart.spoilt)
    # any other file may be of what is left out, and what is wrong with it may quote it
    gaps = _gaps(base, old, ())
    told = tuple(gap for gap in gaps if gap.file in known)[:MOST_GAPS]
    shown = frozenset(names(part))
    return News(base, found, told, len(gaps) - len(told), untold=len([name for name in apart.spoilt if name in shown]))


def _gaps(name: str, side: Side, wanted: tuple[str, ...]) -> list[Gap]:
    """The files of a version that have an error, each with the first."""
    first: dict[str, Gap] = {}
    for each in side.problems:
        file = each.place.file
        if (each.severity == "error" or each.code == "file-not-read") and (not wanted or within(file, wanted)):
            first.setdefault(file, Gap(name, file, each.code, each.message))
    return list(first.values())
