"""finding: a mistake by its path in the entity; it becomes a problem once its origin says in which file that stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cjmgen.atlas.origin import Origin
from cjmgen.problem import KeyPath, Problem, Related, problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake inside an entity. `related` are other paths of the same entity, each with what it has to do with it."""

    code: str
    message: str
    path: KeyPath
    hint: str = ""
    related: tuple[tuple[KeyPath, str], ...] = ()
    data: tuple[str, ...] = ()
    at_key: bool = False
    softer: bool = False
    """Whether a warning counts as a note here, as in a draft."""


Findings = Iterator[Finding]


def written(finding: Finding, data: Any) -> Finding:
    """The finding with the paths as the file has them: what is written short has no keys of its own."""
    path = as_written(finding.path, data)
    related = tuple((as_written(each, data), message) for each, message in finding.related)
    return finding if path == finding.path and related == finding.related else replace(finding, path=path, related=related)


def as_written(path: KeyPath, data: Any) -> KeyPath:
    """The part of a path that leads through lists and mappings of the data."""
    for depth, key in enumerate(path):
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key] if key < len(data) else None
        elif data is not None:
            return path[:depth]
    return path


def placed(finding: Finding, origin: Origin) -> Problem:
    """The problem a finding is, at its place."""
    related = (Related(origin.place(path), message) for path, message in finding.related)
    result = problem(finding.code, finding.message, origin.place(finding.path, finding.at_key), finding.hint, related, finding.data)
    return replace(result, severity="info") if finding.softer and result.severity == "warning" else result
