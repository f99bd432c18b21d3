"""mistake: what the types complain about, in the author's words: misspelt and missing keys, and values of a wrong kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from cjmgen.atlas.mistakes.finding import Finding, follow
from cjmgen.atlas.mistakes.noun import noun, type_at
from cjmgen.atlas.mistakes.repair import Mistake, Repair
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest_key
from cjmgen.atlas.mistakes.wrong import EXPECTED, wrong
from cjmgen.model.item import Entity
from cjmgen.model.shape import shape_of
from cjmgen.problem import KeyPath

SHORTHANDS = {"str", "int", "float", "bool", "list[str]", "[key]"}
"""What the types add to a path where several kinds of values are allowed."""


def mistakes(errors: Iterable[Mapping[str, Any]], model: type[Entity], data: Any) -> list[Mistake]:
    """All mistakes among the errors of one attempt: a misspelt key and the missing one it was meant to be are one."""
    grouped = _told_once(errors)
    missing = {(error["loc"][:-1], error["loc"][-1]) for error in grouped if error["type"] == "missing"}
    odd = {error["loc"][:-1] for error in grouped if error["type"] == "extra_forbidden" and error["loc"][-1] == ""}
    result = []
    meant: set[tuple[KeyPath, str]] = set()
    for error in grouped:
        if error["type"] == "extra_forbidden" and error["loc"][-1] != "":
            mistake, key = _unknown_key(error, model, data, missing, meant)
            meant |= {(error["loc"][:-1], key)} if key else set()
            result.append(mistake)
    for error in grouped:
        where = error["loc"][:-1]
        if error["type"] == "missing":
            if (where, error["loc"][-1]) not in meant and where not in odd:
                result.append(_missing(error, model, data))
        elif error["type"] != "extra_forbidden" or error["loc"][-1] == "":
            result.append(wrong(error, model, data))
    return result


def _told_once(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The errors, those of one value with several allowed kinds joined into one."""
    seen: dict[KeyPath, dict[str, Any]] = {}
    told: list[dict[str, Any]] = []
    for error in errors:
        path = tuple(error["loc"])
        if path and path[-1] in SHORTHANDS and error["type"].endswith(("_type", "_from_float")):
            kind = EXPECTED.get(error["type"], "text")
            if path[:-1] in seen:
                seen[path[:-1]]["kinds"].append(kind)
                continue
            seen[path[:-1]] = {**error, "loc": path[:-1], "kinds": [kind]}
            told.append(seen[path[:-1]])
        else:
            told.append({**error, "loc": path})
    return told


def _unknown_key(
    error: Mapping[str, Any], model: type[Entity], data: Any, missing: set[tuple[KeyPath, Any]], meant: set[tuple[KeyPath, str]]
) -> tuple[Mistake, str]:
    path, key = error["loc"][:-1], str(error["loc"][-1])
    owner = type_at(model, path)
    present = follow(data, path)
    given = present if isinstance(present, Mapping) else {}
    free = [name for name in (shape_of(owner).keys if owner else ()) if name not in given and (path, name) not in meant]
    near = nearest_key(key, [name for name in free if (path, name) in missing]) or nearest_key(key, free)
    known = nearest_key(key, shape_of(owner).keys) if owner and not near else None
    hint = did_you_mean(near or known, _no_such_key(key, owner))
    finding = Finding("unknown-key", f"{noun(owner)} has no key '{key}'", (*path, key), hint, data=(key,), at_key=True)
    return Mistake(finding, Repair((*path, key), rename=near or "")), near or ""


def _no_such_key(key: str, owner: type[Entity] | None) -> str:
    if key == "remove":
        return "`remove: true` belongs into a journey that extends another"
    keys = shape_of(owner).keys if owner else ()
    return f"it may have {listed(keys, 'and')}" if len(keys) <= 8 else "a key of your own starts with x-, as in `x-" + key[:20] + "`"


def _missing(error: Mapping[str, Any], model: type[Entity], data: Any) -> Mistake:
    path, key = error["loc"][:-1], str(error["loc"][-1])
    owner = type_at(model, path)
    hint = f"add `{key}: …`" + (" with the stages in order" if key == "stages" else "")
    finding = Finding("missing-key", f"{noun(owner)} needs '{key}'", path, hint, data=(key,))
    stand_in: dict[str, Any] = {"title": "…", "text": "…", "want": "…", "stages": [], "journeys": []}
    return Mistake(finding, Repair((*path, key), put=stand_in[key]) if key in stand_in else Repair(path))
