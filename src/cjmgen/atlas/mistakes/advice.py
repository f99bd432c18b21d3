"""advice: the line an author could write instead of one that a field's type refuses."""

from collections.abc import Mapping
from typing import Any

from cjmgen.atlas.mistakes.meant import slugged
from cjmgen.atlas.mistakes.numeral import count_meant, counted, grouped
from cjmgen.atlas.mistakes.suggest import in_braces
from cjmgen.model.slug import RESERVED
from cjmgen.problem import KeyPath

_LONGEST = 60

_NAME = 2
"""How many words a name has at most: what is longer is a sentence, and its commas part no items."""

HINTS = {
    "a mapping": "write keys with values: `key: value`, each on its own line",
    "a list": "write it as a list: one item a line, each after `- `",
    "text": "put it in quotes if it is meant as text",
    "an emotion": "write a number from -2 (frustrated) to 2 (delighted)",
    "an id": "write the id of something that is declared elsewhere, as in `size-guide`",
}
"""What to do, by the beginning of what was expected."""


def better_hint(code: str, context: Mapping[str, Any], path: KeyPath, value: Any) -> str:
    """A hint that obeyed leads to no other mistake; "" where the type's own is as good."""
    expected = str(context.get("expected", ""))
    if code == "bad-id":
        return _id(str(context.get("id", "")), path)
    if code != "wrong-type":
        return ""
    if expected == "a list":
        return as_list(value)
    if expected == "a whole number":
        return _count(value)
    return _measure(value) if expected.startswith("a number") else ""


def _id(words: str, path: KeyPath) -> str:
    if path and path[-1] == "entry":
        named = counted(words)
        if named:
            return f"write {{people: {named[0]}, of: {in_braces(named[1])}}}"
        if grouped(words):
            return f"write {grouped(words)}"
    if words in RESERVED:
        return f"it has a meaning of its own; write '{slugged(words)}', or another word"
    return f"write '{slugged(words)}'" if slugged(words) else ""


def _count(value: Any) -> str:
    digits = count_meant(value)
    if not digits:
        return ""
    return f"write {digits}" if isinstance(value, str) else f"write {digits} if the point parts thousands, else a whole number"


def _measure(value: Any) -> str:
    """A comma before three digits may be either: both ways are told."""
    digits = grouped(value) if isinstance(value, str) and not value.isdigit() else ""
    if not digits:
        return ""
    either = value.count(",") == 1 and not any(sign in value for sign in " .'’_\u00a0\u202f")
    return f"write {digits}, or {value.replace(',', '.')} if the comma is a decimal one" if either else f"write {digits}"


def as_list(value: Any) -> str:
    """A text where a list belongs, as a list: a name or several, or one text."""
    if not isinstance(value, str) or not value.strip() or "\n" in value or len(value) > _LONGEST:
        return ""
    items = [item.strip() for item in value.split(",")]
    names = all(item and len(item.split()) <= _NAME for item in items)
    return f"write [{', '.join(map(in_braces, items)) if names else in_braces(value.strip())}]"


def advised(expected: str) -> str:
    """What to do, from what was expected."""
    several = " or " in expected and not expected.startswith("text, or texts")
    return next((hint for start, hint in HINTS.items() if expected.startswith(start) and not several), f"write {expected}")
