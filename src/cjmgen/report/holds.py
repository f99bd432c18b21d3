"""holds: what a JSON Schema allows, said in a few words for the tables of the reference."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.model.kinds import KIND, model_of


def anchor(name: str) -> str:
    """A section's address as GitHub makes it: a second heading of the same name is numbered."""
    same = name.lower() in KIND and model_of(name.lower()).__name__ != name
    return f"{name.lower()}-1" if same else name.lower()


def holds(schema: Mapping[str, Any]) -> str:
    """A schema in a few words."""
    return ", or ".join(dict.fromkeys(_ways(schema)))


def _ways(schema: Mapping[str, Any]) -> Iterator[str]:
    if "anyOf" in schema:
        if any("by language" in str(way.get("title", "")) for way in schema["anyOf"]):
            yield "text"
            return
        for way in schema["anyOf"]:
            if way.get("type") != "null" and not str(way.get("description", "")).startswith(("Short for {title", "Short for {:")):
                yield from _ways(way)
    elif "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        yield f"[{name}](#{anchor(name)})"
    elif "enum" in schema:
        yield " · ".join(f"`{value}`" for value in schema["enum"])
    elif "const" in schema:
        yield f"`{schema['const']}`"
    else:
        yield _simple(schema)


def _simple(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type")
    if kind == "array":
        items = schema.get("items", {})
        ways = [f"{way}s" if way in ("text", "string", "reference", "id") else way for way in dict.fromkeys(_ways(items))]
        return f"list of {', or '.join(ways) or 'anything'}"
    if kind == "object":
        return _object(schema)
    if kind == "string":
        return _string(schema)
    if kind in ("number", "integer"):
        return _number(schema, "whole number" if kind == "integer" else "number")
    if kind == "boolean":
        return "true or false"
    return "number or text" if isinstance(kind, list) else "anything"


def _object(schema: Mapping[str, Any]) -> str:
    if inside := schema.get("properties"):
        return "{" + ", ".join(inside) + "}"
    values = schema.get("additionalProperties")
    return f"a name each: {', or '.join(dict.fromkeys(_ways(values)))}" if isinstance(values, Mapping) else "mapping"


_PATTERNS = (
    # a word the pattern matches, one it doesn't, and what such a pattern is called
    ("2026-10", "a", "period"),
    ("58%", "a", "share such as `58%`"),
    ("#4341c0", "a", "colour"),
    ("EUR", "a", "currency"),
    ("a/b#c", "A", "reference"),
    ("a-b", "a/b", "id"),
)


def _string(schema: Mapping[str, Any]) -> str:
    if schema.get("format") == "date":
        return "date"
    pattern = str(schema.get("pattern", ""))
    known = (words for fits, not_this, words in _PATTERNS if re.search(pattern, fits) and not re.search(pattern, not_this))
    return next(known, "string") if pattern else "string"


def _number(schema: Mapping[str, Any], words: str) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None or high is None or (low == 0 and high > 1000):
        return words
    return f"{words} {low:g} … {high:g}"
