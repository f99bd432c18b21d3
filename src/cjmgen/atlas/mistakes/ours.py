"""ours: what our own field types complain about: the place inside a list or mapping, and what to do."""

import re
from collections.abc import Mapping
from typing import Any

from cjmgen.atlas.mistakes.advice import advised, better_hint
from cjmgen.atlas.mistakes.finding import Finding, follow
from cjmgen.atlas.mistakes.repair import Mistake, Repair
from cjmgen.model.field import found
from cjmgen.problem import KeyPath


def ours(code: str, message: str, path: KeyPath, context: Mapping[str, Any], value: Any) -> Mistake:
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
    return advised(expected) if expected else ""


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
