"""load: files to an atlas: each read, validated, looked at by the rules, kept small, and linked at the end."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.desk import Desk
from cjmgen.atlas.group import Read, grouped
from cjmgen.atlas.once import once
from cjmgen.atlas.sort import sources
from cjmgen.memo.many import Many, one_by_one
from cjmgen.memo.store import Shortlived, Store
from cjmgen.model.settings import Settings
from cjmgen.problem import Checked, KeyPath, Keys, Place, Problem
from cjmgen.tree import Tree


def load(
    read: Read, files: Tree, today: datetime.date, version: str, store: Store | None = None, many: Many = one_by_one
) -> Checked[Atlas]:
    """Link a project. `read` reads the file at a path; what the store remembers of a file is not read again."""
    plan = sources(files)
    desk = Desk(files, today, version, store or Shortlived())
    for kind, groups in grouped(plan.value).items():
        if kind == "settings":
            desk.settle(group.read(read) for group in groups)
        else:
            desk.take(kind, groups, read, many)
    atlas = desk.link()
    return Checked(atlas, weighed(once((*plan.problems, *desk.problems), files), atlas.settings))


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
