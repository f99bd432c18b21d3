"""estimate: a value with its interval and the number of answers it leans on, and whether a difference is more than noise."""

import math
from enum import StrEnum

from cjmgen.value import dataclass

LEVEL = 0.95
"""Of all intervals made so, this part holds the true value."""

NOISE = 0.05
"""Chance alone shows a difference as large as this often at most, where one is called more than noise."""

SMALL = 30
"""Below so many answers a figure is shown and marked as leaning on few."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value in its own unit, the interval around it where one is known, the answers counted, and the key of the formula behind it."""

    value: float
    low: float | None
    high: float | None
    n: int
    method: str

    @property
    def is_small(self) -> bool:
        """Whether it leans on few answers."""
        return self.n < SMALL

    def scaled(self, by: float) -> "Estimate":
        """The same in another unit, or per something else; a negative factor turns the interval round."""
        ends = [None if end is None else end * by for end in (self.low, self.high)]
        low, high = reversed(ends) if by < 0 else ends
        return Estimate(self.value * by, low, high, self.n, self.method)

    def rest(self) -> "Estimate":
        """Of a share, the share of the others: drop-off of a conversion."""
        low = None if self.high is None else 1 - self.high
        high = None if self.low is None else 1 - self.low
        return Estimate(1 - self.value, low, high, self.n, self.method)


class Noise(StrEnum):
    """Whether a difference is more than noise; the value is the end of the words' key."""

    BEYOND = "beyond"
    WITHIN = "within"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Signal:
    """What a test says: its statistic, how often chance alone shows as much (p), and the key of the test."""

    statistic: float
    p: float
    method: str

    @property
    def noise(self) -> Noise:
        """Whether what was tested is more than noise."""
        return Noise.BEYOND if self.p < NOISE else Noise.WITHIN


def noise(signal: Signal | None) -> Noise:
    """The answer of a test, and that there was none to make."""
    return Noise.UNKNOWN if signal is None else signal.noise


def given(value: float) -> Estimate:
    """A value that was typed: of it nobody knows more."""
    return Estimate(value, None, None, 0, "given")


def difference(before: Estimate, after: Estimate) -> Estimate:
    """After minus before, its interval recovered from those of both, which have to be independent of each other.

    Source: G. Y. Zou and A. Donner (2008), *Construction of confidence limits about effect measures: a general approach* (MOVER). With
    Wilson's intervals it is method 10 of R. G. Newcombe (1998), *Interval estimation for the difference between independent proportions*.
    """
    value, n = after.value - before.value, min(before.n, after.n)
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return Estimate(value, None, None, n, "mover")
    low = value - math.hypot(after.value - after.low, before.high - before.value)
    high = value + math.hypot(after.high - after.value, before.value - before.low)
    return Estimate(value, low, high, n, "mover")
