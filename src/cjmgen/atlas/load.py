"""load: documents to an atlas: each file validated, looked at by the rules, kept small, and linked at the end."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from cjmgen.atlas.arrange import arranged
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.desk import Desk
from cjmgen.atlas.once import once
from cjmgen.atlas.sort import sources
from cjmgen.model.settings import Settings
from cjmgen.problem import Checked, KeyPath, Keys, Place, Problem
from cjmgen.syntax.document import Document
from cjmgen.tree import Tree


def load(documents: Iterable[Checked[Document]], files: Tree, today: datetime.date, version: str) -> Checked[Atlas]:
    """Link a project. Documents may come in any order; in that of `sort.sources(files)` none has to wait in memory."""
    plan = sources(files)
    desk = Desk(files, today, version)
    for group in arranged(documents, plan.value):
        desk.take(group)
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
