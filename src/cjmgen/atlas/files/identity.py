"""identity: what an item of a list is called, whether its id was written or follows from its title."""

from collections.abc import Mapping
from typing import Any

from cjmgen.model.field import choose
from cjmgen.model.shape import Part
from cjmgen.model.slug import romanized, slug

REFERENCES = frozenset({"metric", "to", "id", "file"})
"""Shorthands that are ids of something else and no words."""


def is_named(part: Part) -> bool:
    """Whether the items of a list have ids of their own; a list of mere references has none."""
    return part.form in ("list", "map of lists") and (part.named is not None or part.model.__name__ == "Handoff")


def identity(item: Any, part: Part, language: str) -> str:
    """The id of an item as it was written; "" for one that has none."""
    full = expanded(item, part)
    if not isinstance(full, Mapping):
        return ""
    if isinstance(full.get("id"), str):
        return romanized(str(full["id"]))
    if part.shorthand == "metric" and isinstance(full.get("metric"), str):
        return romanized(str(full["metric"]))
    words = full.get(part.named) if part.named else None
    if isinstance(words, Mapping):
        words = choose({key: text for key, text in words.items() if isinstance(text, str)}, language)
    return slug(words) if isinstance(words, str) else ""


def expanded(item: Any, part: Part) -> Any:
    """An item written as a plain text, as the mapping it is short for."""
    return {part.shorthand: item} if isinstance(item, str) and part.shorthand else item
