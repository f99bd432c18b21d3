"""value: a field's value as words: emotions with a sign, shares in percent, lists item by item, texts in one language."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from cjmgen.model.amount import half_up
from cjmgen.model.field import LANGUAGE, choose

SHARES = ("target", "share", "coverage", "confidence", "power")
"""Fields whose numbers are fractions of one."""

_LANGUAGE = re.compile(LANGUAGE)

_EXACT = re.compile(r"^-?\d{1,15}\.\d{3,}%$")
"""A share as an export gave it, with more digits than anybody reads."""

MOST = 160
"""Characters of a value that are shown."""


def value(field: str, value: Any, language: str) -> str:
    """A value in a line."""
    return cut(_value(field.rpartition(".")[2], value, language))


def _value(name: str, value: Any, language: str) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return signed(value) if name in ("emotion", "mean", "change") else percent(value) if name in SHARES else f"{value:.12g}"
        case str() if _EXACT.match(value):
            return f"{half_up(float(value[:-1]), 2):g}%"
        case str():
            return " ".join(value.split())
        case Mapping():
            return _mapping(name, value, language)
        case Sequence():
            return ", ".join(_item(each, language) for each in value)
    return str(value)


def _mapping(name: str, value: Mapping[str, Any], language: str) -> str:
    """Texts by language in one of them, feelings by person, anything else field by field."""
    if name == "emotion" and "mean" not in value:
        return ", ".join(f"{who} {_value('emotion', felt, language)}" for who, felt in value.items())
    if all(isinstance(value.get(key, 0), int | float) for key in ("n", "sd")) and isinstance(value.get("mean"), int | float):
        more = ", ".join(f"{key} {value[key]:g}" for key in ("n", "sd") if key in value)
        return signed(value["mean"]) + (f" ({more})" if more else "")
    if is_by_language(value):
        return " ".join(choose(value, language).split())
    return ", ".join(f"{key} {_value(key, each, language)}" for key, each in value.items())


def is_by_language(value: Any) -> bool:
    """Whether a value is one text in several languages."""
    return isinstance(value, Mapping) and bool(value) and all(isinstance(text, str) and _LANGUAGE.match(key) for key, text in value.items())


def _item(item: Any, language: str) -> str:
    """An item of a list: an id and how many, where it leads and how many go there, or a text."""
    if isinstance(item, Mapping) and ("id" in item or "to" in item):
        more = [_value(key, each, language) for key, each in item.items() if key not in ("id", "to")]
        return str(item.get("id") or item.get("to")) + (f" ({', '.join(more)})" if more else "")
    return _value("", item, language)


def items(value: Any, language: str) -> tuple[str, ...]:
    """The items of a list, each in words."""
    return tuple(cut(_item(each, language)) for each in value)


def signed(number: float) -> str:
    """A number with its sign, and a true minus."""
    shown = half_up(number, 2)
    return "0" if shown == 0 else f"{shown:+g}".replace("-", "−")


def percent(share: float | None) -> str:
    """A share in percent, with one decimal below ten."""
    return "–" if share is None else f"{half_up(share * 100, 1 if abs(share) < 0.0995 else 0):g}%"


def cut(text: str, most: int = MOST) -> str:
    """A text, shortened where it is too long to be read in passing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
