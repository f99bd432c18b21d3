"""apart: differences between figures of a metric, and the digits that they are worth telling with."""

from cjmgen.model.amount import Kind, half_up
from cjmgen.numbers.digits import worth
from cjmgen.numbers.estimate import Estimate
from cjmgen.value import dataclass

FINEST = 3
"""Decimals of a difference at most."""

LARGE = 100
"""A number of so much is whole where no interval says how sure it is."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A difference: `points` of a share in percent, `time` in seconds, or a `number`; with its interval where one is known."""

    value: float
    low: float | None
    high: float | None
    kind: str
    digits: int


def apart_of(of: Estimate, kind: Kind, digits: int) -> Apart:
    """A difference as pages tell it: with as many decimals as it takes to see on which side of zero both ends of its interval lie."""
    scaled = of.scaled(100) if kind == "share" else of
    digits = next((each for each in range(digits, FINEST) if all(half_up(end, each) for end in (scaled.low, scaled.high) if end)), FINEST)
    return Apart(scaled.value, scaled.low, scaled.high, "points" if kind == "share" else kind, digits)


def places(of: Estimate, kind: Kind, is_score: bool = False) -> int:
    """The decimals of a difference from a figure."""
    if kind == "number" and of.low is None and of.method != "given" and abs(of.value) >= LARGE:
        return 0
    if kind != "share" and of.low is None and not is_score:
        return next((digits for digits in (0, 1) if half_up(of.value, digits) == of.value), 2)
    found = worth(of, kind, is_score)
    return 1 if found is None else found
