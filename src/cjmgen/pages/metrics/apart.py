"""apart: differences between figures of a metric, and the digits that figures and differences are worth telling with."""

from cjmgen.model.amount import Kind, half_up
from cjmgen.numbers.estimate import Estimate
from cjmgen.pages.journey.grounds import digits_of
from cjmgen.value import dataclass

WIDE, NARROW = 0.1, 0.01
"""A share whose interval is wider is told in whole percents; one that is known better than this, in hundredths of them."""

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


def decimals(of: Estimate | None) -> int | None:
    """The decimals of a share that say anything; None where it has no interval that could tell."""
    if of is None or of.low is None or of.high is None:
        return None
    width = of.high - of.low
    return 0 if width >= WIDE else 1 if width >= NARROW else 2


def apart_of(of: Estimate, kind: Kind, digits: int) -> Apart:
    """A difference as pages tell it."""
    scaled = of.scaled(100) if kind == "share" else of
    return Apart(scaled.value, scaled.low, scaled.high, "points" if kind == "share" else kind, digits)


def places(of: Estimate, kind: Kind) -> int:
    """The decimals of a difference from a figure."""
    if kind == "share":
        found = decimals(of)
        return 1 if found is None else found
    if of.method == "given":
        return next((digits for digits in (0, 1) if half_up(of.value, digits) == of.value), 2)
    return 0 if of.low is None and abs(of.value) >= LARGE else digits_of(of)
