"""value: a field's value as words: emotions with a sign, shares in percent, lists item by item, texts in one language."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from cjmgen.model.amount import half_up, read_share
from cjmgen.model.field import LANGUAGE, choose
from cjmgen.numbers import digits

SHARES = ("target", "share", "coverage", "confidence", "power")
"""Fields whose numbers are fractions of one."""

_LANGUAGE = re.compile(LANGUAGE)

MOST = 160
"""Characters of a value that are shown."""


FIGURES = ("value", "target", "baseline")
"""Fields that may hold a share in letters, as `58%`; as an export gave it, it has more digits than anybody reads."""


def value(field: str, value: Any, language: str) -> str:
    """A value in a line."""
    return cut(_value(field.rpartition(".")[2], value, language))


def pair(field: str, old: Any, new: Any, language: str, places: int | None = None, goal: Any = None) -> tuple[str, str, str]:
    """Both values of a field and its goal: of shares the digits by which they look apart, up to two; of measured numbers `places`."""
    name, aim = field.rpartition(".")[2], value("value", goal, language)
    if places is not None and isinstance(old, int | float) and isinstance(new, int | float):
        told = digits.apart((old, new), "number", places)
        return number(digits.shown(old, "number", told)), number(digits.shown(new, "number", told)), aim
    shares, target = [share for each in (old, new) if (share := _share(name, each)) is not None], _share("value", goal)
    if len(shares) < 2:
        return value(field, old, language), value(field, new, language), aim
    before, after, *rest = apart(*shares, goal=target)
    return before, after, rest[0] if rest else aim


def apart(*shares: float, goal: float | None = None) -> tuple[str, ...]:
    """Shares, and last their goal, with as many digits as they are told apart by, up to two, and no fewer than the goal has."""
    told = digits.apart(shares, "share", goal=goal)
    return tuple(percent(each, told) for each in (*shares, *(() if goal is None else (goal,))))


def number(amount: float) -> str:
    """A plain number, with thousands parted as everywhere."""
    return f"{amount:,.12g}".replace("-", "−")


def _share(name: str, value: Any) -> float | None:
    """A share as a fraction of one, None of all else."""
    if isinstance(value, str):
        return read_share(value) if name in FIGURES else None
    return float(value) if name in SHARES and isinstance(value, int | float) and not isinstance(value, bool) else None


def _value(name: str, value: Any, language: str) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return signed(value) if name in ("emotion", "mean", "change") else percent(value) if name in SHARES else number(value)
        case str() if (share := _share(name, value)) is not None:
            return percent(share)
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
        more = ", ".join(f"{key} {number(value[key])}" for key in ("n", "sd") if key in value)
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


def less(every: Sequence[str], others: Sequence[str]) -> list[str]:
    """The items of a list without those of another, each as often as it stands there: a figure may come twice in a row."""
    left, found = Counter(others), []
    for each in every:
        left[each] -= 1
        if left[each] < 0:
            found.append(each)
    return found


def signed(number: float) -> str:
    """A number with its sign, and a true minus."""
    shown = half_up(number, 2)
    return "0" if shown == 0 else f"{shown:+g}".replace("-", "−")


def percent(share: float | None, places: int | None = None) -> str:
    """A share in percent, with one decimal below ten, or so many."""
    if share is None:
        return "–"
    return f"{number(digits.shown(share, 'share', places))}%"


def cut(text: str, most: int = MOST) -> str:
    """A text, shortened where it is too long to be read in passing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
