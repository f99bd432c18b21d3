"""load: files to an atlas: each read, validated, looked at by the rules, kept small, and linked at the end."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.desk import Desk
from cjmgen.atlas.files.group import Files, Read, grouped
from cjmgen.atlas.files.sort import sources
from cjmgen.atlas.kept.outline import Outline, keep, open_problems
from cjmgen.atlas.kept.taken import NONE, Texts
from cjmgen.atlas.mistakes.once import once
from cjmgen.atlas.public.left import NOTHING, Left
from cjmgen.digest import Digest, digest
from cjmgen.memo.many import Many, one_by_one
from cjmgen.memo.store import Shortlived, Store
from cjmgen.model.settings import Settings
from cjmgen.problem import Checked, KeyPath, Keys, Place, Problem, Severity
from cjmgen.tree import Tree
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Loaded(Checked[Atlas]):
    """An atlas, what is wrong with it, and how many more problems weigh less than what was asked for."""

    light: int = 0
    left: Left = NOTHING
    """What is left out of the atlas, as nobody asked for it; what is wrong with it is told all the same."""


def load(
    read: Read,
    files: Tree,
    today: datetime.date,
    version: str,
    store: Store | None = None,
    many: Many = one_by_one,
    least: Severity = "info",
    side: str = "",
) -> Loaded:
    """Link a project. `read` reads the file at a path; what the store remembers of a file is not read again.

    Problems that weigh less than `least`, "info" or "warning", are only counted. Where two versions of a project are looked at, each
    `side` has a memory of its own for what it links.
    """
    kept, plan = store or Shortlived(), sources(files)
    desk, groups = Desk(files, today, version, kept), grouped(plan.value)
    lay(desk, groups, read, many)
    around = _around(files, groups["journey"])
    known = desk.kept(side, groups["journey"], around, read, many)
    if known:
        return _told(desk.open(known), known.outline, Texts(kept), least)
    desk.take("journey", groups["journey"], read, many)
    atlas = desk.link()
    problems = weighed(once((*plan.problems, *desk.problems), files), atlas.settings)
    outline = desk.outline(around, problems)
    if outline:
        keep(outline, kept, side)
        return _told(replace(atlas, outline=outline.name), outline, Texts(kept), least)
    heavy = tuple(problem for problem in problems if problem.severity != "info")
    return Loaded(atlas, problems) if least == "info" else Loaded(atlas, heavy, len(problems) - len(heavy))


def lay(desk: Desk, groups: Mapping[str, Sequence[Files]], read: Read, many: Many) -> None:
    """Take in everything but the journeys."""
    for kind in groups:
        if kind == "settings":
            desk.settle(group.read(read) for group in groups[kind])
        elif kind != "journey":
            desk.take(kind, groups[kind], read, many)


def _around(files: Tree, journeys: Iterable[Files]) -> Digest:
    """The name of all files but those of journeys, of which only the paths count."""
    own = {each.file: NONE for group in journeys for each in (group.source, *group.sidecars)}
    return digest("\n".join(f"{path} {own[path] if path in own else files.digest(path)}" for path in files))


def _told(atlas: Atlas, outline: Outline, texts: Texts, least: Severity) -> Loaded:
    if least == "info":
        return Loaded(atlas, open_problems(texts.open(outline.every)))
    return Loaded(atlas, outline.heavy, outline.light)


def weighed(problems: Iterable[Problem], settings: Settings) -> tuple[Problem, ...]:
    """Problems with the severities the project gives their codes, each once, by file and place."""
    result = []
    for each in dict.fromkeys(problems):
        severity = settings.rules.get(each.code, each.severity)
        if severity != "off":
            result.append(each if severity == each.severity else replace(each, severity=severity))
    return tuple(sorted(result, key=lambda each: (each.place.file, _order(each.place), each.code)))


def _order(place: Place) -> tuple[tuple[int, int, str], ...]:
    path: KeyPath = place.at.path if isinstance(place.at, Keys) else (place.at.line, place.at.column)
    return tuple((0, key, "") if isinstance(key, int) else (1, 0, key) for key in path)
