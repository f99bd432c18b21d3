"""validate: plain data to a frozen entity, with every mistake in the author's words; a mistake never hides the next one."""

import copy
from typing import Any

from pydantic import ValidationError

from cjmgen.atlas.mistakes.finding import Finding, follow, placed
from cjmgen.atlas.mistakes.mistake import mistakes
from cjmgen.atlas.mistakes.repair import Repair
from cjmgen.atlas.origin import Origin
from cjmgen.model.item import Entity
from cjmgen.model.kinds import model_of
from cjmgen.problem import KeyPath, Problem
from cjmgen.value import dataclass

ROUNDS = 6
"""How often a broken entity is mended and read again; a file with more mistakes inside one another is given up."""

LISTED = frozenset({"stages", "touchpoints", "pains", "journeys", "actors", "title"})
"""Keys that others' references depend on."""


@dataclass(frozen=True, slots=True)
class Validated:
    """An entity, where its parts stand, and what is wrong with it. With problems it is what could still be read, or None."""

    entity: Entity | None
    origin: Origin
    data: Any
    """The plain data the entity was read from, mended where that was needed."""
    problems: tuple[Problem, ...] = ()
    lost: bool = False
    """Whether items or ids are missing that others may refer to."""


def validate(kind: str, data: Any, origin: Origin, language: str = "en") -> Validated:
    """Read plain data as an entity of a kind."""
    model = model_of(kind)
    try:
        return Validated(model.model_validate(data, context={"language": language}), origin, data)
    except ValidationError as error:
        return _mended(model, copy.deepcopy(data), origin, language, error)


def _mended(model: type[Entity], data: Any, origin: Origin, language: str, error: ValidationError) -> Validated:
    problems: list[Problem] = []
    taken: set[KeyPath] = set()
    for _ in range(ROUNDS):
        found = mistakes(error.errors(include_url=False), model, data)
        problems += [placed(each.finding, origin) for each in found if not _follows(each.finding, taken)]
        repairs = sorted({each.repair.path: each.repair for each in found}.values(), key=lambda repair: _order(repair.path), reverse=True)
        for repair in repairs:
            taken.add(repair.path)
            origin = mend(data, repair, origin, taken)
        if any(not repair.path for repair in repairs):
            break
        try:
            entity = model.model_validate(data, context={"language": language})
            return Validated(entity, origin, data, tuple(dict.fromkeys(problems)), _lost(problems, taken))
        except ValidationError as again:
            error = again
    return Validated(None, origin, data, tuple(dict.fromkeys(problems)), True)


def _follows(finding: Finding, taken: set[KeyPath]) -> bool:
    """Whether a mistake is only there because a value was taken away."""
    if finding.code == "wrong-type":
        return any(path[:-1] == finding.path for path in taken if path)
    return finding.code == "missing-key" and (*finding.path, *finding.data) in taken


def _lost(problems: list[Problem], taken: set[KeyPath]) -> bool:
    """Whether a repair took away something with an id, or a whole list of such."""
    return any(problem.code == "bad-id" for problem in problems) or any(
        path[-1] in LISTED or isinstance(path[-1], int) for path in taken if path
    )


def _order(path: KeyPath) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, key, "") if isinstance(key, int) else (1, 0, key) for key in path)


def mend(data: Any, repair: Repair, origin: Origin, taken: set[KeyPath]) -> Origin:
    """Do one repair to the data; the origin that goes with it. A repair whose place is gone by now does nothing."""
    if not repair.path:
        return origin
    parent, key = follow(data, repair.path[:-1]), repair.path[-1]
    if repair.put is not None and not isinstance(parent, dict):
        return mend(data, Repair(repair.path[:-1]), origin, taken)
    if isinstance(parent, dict) and repair.rename and key in parent:
        parent[repair.rename] = parent.pop(key)
        return origin.renamed(repair.path[:-1], str(key), repair.rename)
    if isinstance(parent, dict) and repair.put is not None:
        parent[key] = repair.put
    elif isinstance(parent, dict):
        parent.pop(key, None)
    elif isinstance(parent, list) and isinstance(key, int) and key < len(parent):
        origin = origin.without(repair.path[:-1], key, len(parent))
        del parent[key]
    return origin
