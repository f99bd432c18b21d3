"""amount: numbers as people write them, shares, durations and times; and the one way to round."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from cjmgen.value import dataclass

MINUTE, HOUR, DAY = 60, 3600, 86400
WEEK, MONTH, YEAR = 7 * DAY, 30 * DAY, 365 * DAY
"""Seconds. A month counts as 30 days and a year as 365: journeys are told, not timed."""

_UNITS: tuple[tuple[str, int], ...] = (
    (r"s|sec|secs|seconds?|с|сек|секунд[аыу]?", 1),
    (r"m|min|mins|minutes?|мин|минут[аыу]?", MINUTE),
    (r"h|hr|hrs|hours?|ч|час|часа|часов", HOUR),
    (r"d|days?|дн|день|дня|дней|сут|сутки|суток", DAY),
    (r"w|wk|wks|weeks?|нед|недел[яьюи]|недель", WEEK),
    (r"mo|mos|months?|мес|месяц|месяца|месяцев", MONTH),
    (r"y|yr|yrs|years?|г|год|года|лет", YEAR),
)
_NUMBER = r"[0-9]{1,15}(?:[.,][0-9]{1,15})?"
_DURATION = re.compile(
    rf"^(?:~|≈|about |около |up to |до )?\s*({_NUMBER})(?:\s*(?:-|–|—|\.\.|…|to|до)\s*({_NUMBER}))?[\s\u00a0\u202f]*([a-zа-я]+)\.?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$")
_SHARE = re.compile(rf"^([+\-−]?{_NUMBER})[\s\u00a0\u202f]*%$")
SHARE_PATTERN = rf"^[+\-−]?{_NUMBER}[ \u00a0\u202f]*%$"

Kind = Literal["number", "share", "time"]

NOTED = 0.0995
"""A share below this is told with one decimal."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time, or a range of them, in seconds."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The middle of the range, in seconds."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Amount:
    """A measured value: a plain number, a share (0.58 for 58 %) or a time in seconds; `clock` when that was written like 3:40.

    `digits` are the decimals it is told with, None for the usual ones; `even` when with all of these, as both ends of an interval are.
    """

    value: float
    kind: Kind
    clock: bool = False
    digits: int | None = None
    even: bool = False


@lru_cache(maxsize=4096)
def half_up(value: float, digits: int = 0) -> float:
    """Round once, half away from zero, in decimal; minus zero is zero."""
    step = Decimal(1).scaleb(-digits)
    # Fourteen digits: a mean of -0.55 comes out of binary sums as -0.5499999999999999, which nobody wrote.
    return float(Decimal(f"{value:.14g}").quantize(step, rounding=ROUND_HALF_UP)) + 0.0


def kept(value: float) -> float:
    """A figure as data hold it: six decimals, and of one below a tenth six figures; further ones come from how a machine adds."""
    size = math.floor(math.log10(abs(value))) if value else 0
    return half_up(value, min(max(6, 5 - size), 12))


def three_figures(value: float) -> float:
    """An amount that was reckoned, to three figures, and never finer than hundredths: more would say that it is known so well."""
    size = math.floor(math.log10(abs(value))) if value else 0
    return half_up(half_up(value / 10 ** (size - 2)) * 10 ** (size - 2), 2)


@lru_cache(maxsize=4096)
def read_duration(text: str) -> Duration | None:
    """`9 min`, `1–3 days`, `2 недели`, `3:40` (minutes and seconds); None when it is no duration."""
    if clock := _CLOCK.match(text.strip()):
        first, second, third = (int(part) if part else None for part in clock.groups())
        seconds = float(first * HOUR + second * MINUTE + third) if third is not None else float(first * MINUTE + second)  # type: ignore[operator]
        return Duration(seconds, seconds)
    found = _DURATION.match(text.strip())
    if not found:
        return None
    low, high, unit = found.groups()
    for pattern, seconds_each in _UNITS:
        if re.fullmatch(pattern, unit.lower()):
            return Duration(_seconds(low, seconds_each), _seconds(high or low, seconds_each))
    return None


@lru_cache(maxsize=4096)
def read_share(text: str) -> float | None:
    """`58%` and `0,58 %` to a fraction of one; None when it is no share."""
    found = _SHARE.match(text.strip())
    return float(Decimal(found[1].replace(",", ".").replace("−", "-")) / 100) if found else None


def read_amount(value: float | str, unit: str = "") -> Amount | None:
    """A metric's value as authors write it: 4.4, `58%`, `3:40`, `2 days`; with the unit `%` a bare number is percent."""
    if isinstance(value, str) or unit == "%":
        return _read_amount(value)
    return Amount(float(value), "number")


@lru_cache(maxsize=4096)
def _read_amount(value: float | str) -> Amount | None:
    if isinstance(value, str):
        share = read_share(value)
        if share is not None:
            return Amount(share, "share")
        duration = read_duration(value)
        return Amount(duration.middle, "time", ":" in value) if duration else None
    return Amount(float(Decimal(repr(value)) / 100), "share")


def _seconds(text: str, each: int) -> float:
    """So many of a unit. Of long ones in tenths of a second: 6.558333 h were 6:33:30, and are told with no minute less."""
    return half_up(_float(text) * each, 1) if each >= MINUTE else _float(text) * each


def _float(text: str) -> float:
    return float(text.replace(",", "."))
