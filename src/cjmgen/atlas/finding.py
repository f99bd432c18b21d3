"""finding: a mistake by its path in the entity; it becomes a problem once its origin says in which file that stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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


def placed(finding: Finding, origin: Origin) -> Problem:
    """The problem a finding is, at its place."""
    related = (Related(origin.place(path), message) for path, message in finding.related)
    result = problem(finding.code, finding.message, origin.place(finding.path, finding.at_key), finding.hint, related, finding.data)
    return replace(result, severity="info") if finding.softer and result.severity == "warning" else result
