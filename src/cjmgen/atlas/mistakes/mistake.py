"""mistake: what the types complain about, in the author's words, each with what to do so that the rest can still be read."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cjmgen.atlas.mistakes.advice import as_list, better_hint
from cjmgen.atlas.mistakes.finding import Finding, follow
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest_key, nearest_value
from cjmgen.model.field import found
from cjmgen.model.item import Entity
from cjmgen.model.shape import child, shape_of
from cjmgen.problem import CODES, KeyPath
from cjmgen.value import dataclass

NOUNS = {
    "SetStage": "a stage", "EvidenceUse": "an evidence reference", "Short": "a value", "Next": "a way on", "StageMetric": "a metric",
    "Plan": "a plan", "Rice": "a RICE score", "Gates": "the setting 'evidence'", "Settings": "cjmgen.yml", "Evidence": "evidence",
    "Empathy": "an empathy map", "Row": "a row", "Expectation": "an expectation", "Note": "an item", "Value": "'value'", "Cost": "a cost",
}  # fmt: skip

EXPECTED = {
    "model_type": "a mapping", "dict_type": "a mapping", "list_type": "a list", "tuple_type": "a list",
    "string_type": "text", "bool_type": "true or false", "int_type": "a whole number", "int_from_float": "a whole number",
    "float_type": "a number", "date_type": "a date like 2026-10-01", "finite_number": "a number",
}  # fmt: skip

PATTERNS = {
    "currency": "three capital letters, as in EUR",
    "accent": "a colour like '#4341c0'",
    "theme": "a name in lower-case letters, digits and hyphens",
    "languages": "language codes such as en, ru or pt-BR",
}

HINTS = {
    "a mapping": "write keys with values: `key: value`, each on its own line",
    "a list": "write it as a list: one item a line, each after `- `",
    "text": "put it in quotes if it is meant as text",
    "an emotion": "write a number from -2 (frustrated) to 2 (delighted)",
    "an id": "write the id of something that is declared elsewhere, as in `size-guide`",
}
"""What to do, by the beginning of what was expected."""

SHORTHANDS = {"str", "int", "float", "bool", "list[str]", "[key]"}
"""What the types add to a path where several kinds of values are allowed."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What to do about a mistake: take the value at `path` away, read it under another key, or put a value there."""

    path: KeyPath
    rename: str = ""
    put: Any = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A finding with the repair that lets the rest be read."""

    finding: Finding
    repair: Repair


def noun(model: type[Entity] | None) -> str:
    """What an author calls an entity or item of this type: `a touchpoint`."""
    name = model.__name__ if model else "Item"
    return NOUNS.get(name) or f"{'an' if name[0] in 'AEIOU' else 'a'} {name.lower()}"


def type_at(model: type[Entity], path: KeyPath) -> type[Entity] | None:
    """The type of the item that a path leads to."""
    at: type[Entity] | None = model
    for key in path:
        at = child(at, key) if isinstance(key, int) or (at and key in shape_of(at).keys) else at
    return at


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
            result.append(_wrong(error, model, data))
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


def _wrong(error: Mapping[str, Any], model: type[Entity], data: Any) -> Mistake:
    path: KeyPath = error["loc"]
    context = error.get("ctx") or {}
    if path and path[-1] == "":
        path = path[:-1]
        value = next(iter(follow(data, path).values()), None) if isinstance(follow(data, path), Mapping) else follow(data, path)
        return _typed("a mapping", value, path)
    path = _inside(path, data)
    if error["type"] in CODES:
        return _ours(error["type"], error["msg"], path, context, follow(data, path))
    if error["type"] == "literal_error":
        return _unknown_value(path, follow(data, path), re.findall(r"'([^']*)'", context.get("expected", "")))
    value = error["input"] if follow(data, path) is None else follow(data, path)
    if error["type"] == "string_pattern_mismatch" or error["type"] == "too_short":
        named = next((key for key in reversed(path) if isinstance(key, str)), "")
        return _typed(PATTERNS.get(named, "another form of text"), value, path)
    expected = listed(dict.fromkeys(error["kinds"])) if "kinds" in error else EXPECTED.get(error["type"]) or _bounded(context)
    if error["type"] == "model_type" and isinstance(value, str | int | float | type(None)):
        item = type_at(model, path)
        if item and tuple(shape_of(item).required) in (("title",), ("text",)) and path and isinstance(path[-1], int):
            return _typed("text", value, path)  # what the item would be short for
        return _typed(f"{noun(item)} with its fields", value, path, _example(item))
    return _typed(expected, value, path)


def _bounded(context: Mapping[str, Any]) -> str:
    """What a number has to be, by the bound that it breaks."""
    bounds = {"ge": "a number from {} on", "gt": "a number above {}", "le": "a number up to {}", "lt": "a number below {}"}
    return next((told.format(context[name]) for name, told in bounds.items() if name in context), "something else")


def _example(model: type[Entity] | None) -> str:
    """`write {from: …, to: …}`: the fields it can't do without."""
    required = shape_of(model).required if model else ()
    return "write {" + ", ".join(f"{key}: …" for key in required) + "}" if required else ""


def _typed(expected: str, value: Any, path: KeyPath, hint: str = "") -> Mistake:
    hint = hint or (as_list(value) if expected == "a list" else "") or _advice(expected)
    if expected == "text" and value is None:
        hint = "write the text, or take the line away"
    elif expected == "text" and isinstance(value, bool | int | float):
        hint = f'put it in quotes: "{str(value).lower()}"'
    elif expected.endswith("number") and isinstance(value, str) and re.fullmatch(r"[-−+]?\d+([.,]\d+)?", value.strip()):
        hint = f"write {value.strip().replace('−', '-').replace(',', '.')}, without quotes"
    elif expected == "true or false" and isinstance(value, str):
        meant = {"yes": "true", "on": "true", "да": "true", "no": "false", "off": "false", "нет": "false"}.get(value.lower(), "")
        hint = f"write {meant}" if meant else ""
    finding = Finding("wrong-type", f"expected {expected}, found {found(value)}", path, hint, data=(str(path[-1]) if path else "",))
    return Mistake(finding, Repair(path))


def _ours(code: str, message: str, path: KeyPath, context: Mapping[str, Any], value: Any) -> Mistake:
    """An error of our own field types; the place inside a list or mapping stands in its context."""
    where, at_key = path, False
    if isinstance(context.get("at"), int):
        path = where = (*path, context["at"])
    elif isinstance(value, Mapping):
        where, at_key = _culprit(code, path, context, value)
    data = tuple(str(context[key]) for key in ("id", "key", "value", "link") if key in context)[:1]
    at = follow(value, where[len(path) :]) if where[: len(path)] == path else value
    hint = better_hint(code, context, where, at) or context.get("hint") or _our_hint(code, str(context.get("expected", "")), value)
    return Mistake(Finding(code, message, where, str(hint), data=data, at_key=at_key), Repair(path))


def _our_hint(code: str, expected: str, value: Any) -> str:
    """What to do where the field type itself has no advice."""
    if code == "not-a-date":
        day = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", str(value).strip())
        return f"write {day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else f"write {expected}"
    if code == "text-too-long":
        return "say it in fewer words, or keep it in a document and link to it"
    if code == "out-of-scale":
        return ""
    return _advice(expected) if expected else ""


def _advice(expected: str) -> str:
    """What to do, from what was expected."""
    several = " or " in expected and not expected.startswith("text, or texts")
    return next((hint for start, hint in HINTS.items() if expected.startswith(start) and not several), f"write {expected}")


def _culprit(code: str, path: KeyPath, context: Mapping[str, Any], value: Mapping[str, Any]) -> tuple[KeyPath, bool]:
    """Which entry of a mapping (an emotion by persona, a text by language) an error is about."""
    if code in ("unknown-key", "bad-id"):
        named = context.get("key", context.get("id"))
        if named in value:
            return (*path, named), True
    for key, inner in value.items():
        if isinstance(inner, Mapping) and (code == "unknown-key" and context.get("key") in inner):
            return (*path, key, context["key"]), True
        if isinstance(inner, Mapping) and code == "missing-key" and "mean" not in inner:
            return (*path, key), False
        if "found" in context and found(inner) == context["found"]:
            return (*path, key), False
        if "value" in context and isinstance(inner, int | float) and f"{inner:g}" == context["value"]:
            return (*path, key), False
        if code == "text-too-long" and isinstance(inner, str) and len(inner) == context.get("length"):
            return (*path, key), False
    return path, False


def _unknown_value(path: KeyPath, value: Any, allowed: list[str]) -> Mistake:
    if not isinstance(value, str):
        quoted = listed(allowed) if len(allowed) > 1 else allowed[0]
        return _typed(f"one of {quoted}" if len(allowed) > 1 else quoted, value, path)
    hint = did_you_mean(nearest_value(value, allowed), f"write {listed(allowed)}")
    message = f"'{value[:40]}' is not one of {listed(allowed)}" if len(allowed) > 1 else f"expected '{allowed[0]}', found '{value[:40]}'"
    return Mistake(Finding("unknown-value", message, path, hint, data=(value[:80],)), Repair(path))


def _inside(path: KeyPath, data: Any) -> KeyPath:
    """The path as the file has it: shorthands have no key of their own, and an emotion by persona has one more."""
    done: KeyPath = ()
    for key in path:
        here = follow(data, done)
        if isinstance(here, Mapping) and key not in here and isinstance(key, str):
            between = next((name for name, inner in here.items() if isinstance(inner, Mapping) and key in inner), None)
            if done and done[-1] in ("emotion",) and between is not None:
                done = (*done, between, key)
                continue
        if not isinstance(here, Mapping | list | tuple):
            return done
        done = (*done, key)
    return done
