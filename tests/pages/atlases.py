"""atlases: small projects as atlases, for the tests of pages."""

import datetime
from collections.abc import Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.pipeline import load
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 21)


def atlas(files: Mapping[str, str | bytes]) -> Atlas:
    """The atlas of a project told as paths and texts; it must be free of errors."""
    checked = load(Tree.of({path: text.encode() if isinstance(text, str) else text for path, text in files.items()}), TODAY)
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    assert errors == []
    return checked.value


def journey(title: str, *scores: float | None, more: str = "") -> str:
    """A journey whose stages are those of the set of five, one score each; None is a stage without emotion."""
    names = ("Awareness", "Research", "Decision", "Purchase", "Loyalty")
    told = zip(names, scores, strict=False)
    stages = (f"- title: {name}\n" + (f"  emotion: {score}\n" if score is not None else "") for name, score in told)
    return f"title: {title}\n{more}stages:\n{''.join(stages)}"


def project(journeys: dict[str, str], settings: str = "", **others: str) -> Atlas:
    """An atlas of these journeys by id, with the stage set of five; other files by path, `__` for a slash."""
    files = {f"maps/journeys/{id}.yml": text for id, text in journeys.items()}
    rest = {f"maps/{path.replace('__', '/')}.yml": text for path, text in others.items()}
    return atlas({"cjmgen.yml": f"title: Shop\nstages: five\n{settings}", **files, **rest})
