"""percent: whether a column of shares is in percent or fractions, by its name, by the counts beside it, else by its cells together."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from cjmgen.value import dataclass

_NAME = re.compile(r"%|\bper ?cent(?!ile)|\bpct\b|\bпроцент(?!ил)", re.IGNORECASE)

_NEAR = 1.5
"""How many times a rounded share may differ from the one of the counts beside it; in percent it would be a hundred times."""
_APART, _ALIKE = 10, 2
"""A share is written the other way that is so many times off the usual one of its column, and at most so many off the
range of all once it is read the other way."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a column of shares is written, None where only its cells can say; and whether all must be written alike.

    Shares of steps and groups go far apart by themselves; those of months, which a figure is made of, do not.
    """

    percent: bool | None = None
    alike: bool = False
    counted: bool = False
    """Whether counts say it, and not a name: then nothing is assumed."""


def named(name: str) -> bool:
    """Whether a name or a unit says percent."""
    return bool(_NAME.search(name))


def by_counts(shares: Sequence[object], some: Sequence[object], whole: Sequence[object]) -> bool | None:
    """Whether shares are percent by the counts in the same rows; None where these say nothing, or not all the same."""
    found = {each for each in map(_by_count, shares, some, whole) if each is not None}
    return found.pop() if len(found) == 1 else None


def _by_count(share: object, some: object, whole: object) -> bool | None:
    if not (isinstance(share, float) and isinstance(some, float) and isinstance(whole, float) and share and some and whole):
        return None
    times = share * whole / some
    return True if _near(times / 100) else False if _near(times) else None


def _near(times: float) -> bool:
    return 1 / _NEAR <= times <= _NEAR


def settled(numbers: Sequence[float | None], how: Writing) -> tuple[bool, frozenset[int]]:
    """Whether bare numbers are percent, and the positions of those that are written the other way."""
    small = {at: value for at, value in enumerate(numbers) if value is not None and 0 < value <= 1}
    large = {at: value for at, value in enumerate(numbers) if value is not None and value > 1}
    percent = bool(large) if how.percent is None else how.percent
    if not how.alike or not small or not large or how.percent is False:
        return percent, frozenset()
    if how.percent is None and len(small) > len(large):
        odd = frozenset(_odd(large, list(small.values()), 1 / 100))
        return (False, odd) if len(odd) == len(large) else (percent, frozenset())
    return percent, frozenset(_odd(small, list(large.values()), 100))


def _odd(few: dict[int, float], many: Sequence[float], times: float) -> Iterator[int]:
    """The positions of those that are far from all others as they stand, and among them when they are read otherwise."""
    usual = median(many)
    for at, value in few.items():
        far = max(value, usual) > _APART * min(value, usual)
        if far and min(many) / _ALIKE <= value * times <= max(many) * _ALIKE:
            yield at
