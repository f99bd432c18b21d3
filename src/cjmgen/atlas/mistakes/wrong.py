"""wrong: a value of another kind than was expected there, or none of those that are allowed."""

import re
from collections.abc import Mapping
from typing import Any

from cjmgen.atlas.mistakes.advice import advised, as_list
from cjmgen.atlas.mistakes.finding import Finding, follow
from cjmgen.atlas.mistakes.noun import noun, type_at
from cjmgen.atlas.mistakes.ours import ours
from cjmgen.atlas.mistakes.repair import Mistake, Repair
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest_value
from cjmgen.model.field import found
from cjmgen.model.item import Entity
from cjmgen.model.shape import shape_of
from cjmgen.problem import CODES, KeyPath

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


def wrong(error: Mapping[str, Any], model: type[Entity], data: Any) -> Mistake:
    """The mistake of a value, from what the types say of it."""
    path: KeyPath = error["loc"]
    context = error.get("ctx") or {}
    if path and path[-1] == "":
        path = path[:-1]
        value = next(iter(follow(data, path).values()), None) if isinstance(follow(data, path), Mapping) else follow(data, path)
        return _typed("a mapping", value, path)
    path = _inside(path, data)
    if error["type"] in CODES:
        return ours(error["type"], error["msg"], path, context, follow(data, path))
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
    hint = hint or (as_list(value) if expected == "a list" else "") or advised(expected)
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
