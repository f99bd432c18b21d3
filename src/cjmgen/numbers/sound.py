"""sound: what a formula is given has to be possible: whole counts, parts of a whole, numbers that are numbers.

All formulas keep one rule. What was not measured (no answers, a column without a figure) gives None. What can't have been measured (a
negative count, more successes than trials, NaN) is a ValueError: whoever reads files refuses it before, with a line and a reason.
"""

import math
from collections.abc import Iterable

MOST = 2**53
"""Up to this count every whole number is a float of its own."""


def whole(what: str, *counts: int) -> None:
    """Counts are whole and not negative."""
    for count in counts:
        if count > MOST:
            raise ValueError(f"{what}: nobody counts further than {MOST}")
        if not count >= 0 or count != int(count):
            raise ValueError(f"{what}: a count is whole and not negative, not {count}")


def finite(what: str, numbers: Iterable[float]) -> None:
    """Numbers are neither NaN nor infinite."""
    for number in numbers:
        if not math.isfinite(number):
            raise ValueError(f"{what}: {number} is no number to count with")


def positive(what: str, *numbers: float) -> None:
    """Numbers that are above nothing."""
    for number in numbers:
        if not math.isfinite(number) or number <= 0:
            raise ValueError(f"{what}: has to be above 0, not {number}")


def part(what: str, *shares: float) -> None:
    """Shares lie from 0 to 1."""
    for share in shares:
        if not 0 <= share <= 1:
            raise ValueError(f"{what}: a share lies from 0 to 1, not {share}")


def level(of: float) -> None:
    """A level of confidence lies between 0 and 1."""
    if not 0 < of < 1:
        raise ValueError(f"a level of confidence lies between 0 and 1, not {of}")
