"""mean: what answers or amounts are on average, with its interval, and two averages beside each other."""

import math
from collections.abc import Iterable

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate, Signal
from cjmgen.numbers.law import student
from cjmgen.value import dataclass

_ROUNDING = 1e-12
"""A spread of this part of the mean is none: so much is left of adding up equal figures."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is known of n figures, in their unit: mean and standard deviation (with n - 1); a ValueError if these are impossible."""

    mean: float
    sd: float
    n: int

    @property
    def is_level(self) -> bool:
        """Whether it tells no spread: of one figure, and of figures that are all alike but for rounding."""
        return self.n < 2 or self.sd <= _ROUNDING * abs(self.mean)

    def __post_init__(self) -> None:
        sound.whole("a mean", self.n)
        sound.finite("a mean", (self.mean, self.sd))
        if self.sd < 0:
            raise ValueError(f"a mean: a deviation is not negative, {self.sd} is")


def sample(figures: Iterable[float]) -> Sample | None:
    """Mean and deviation of some figures, added up without rounding in between; None of none. The deviation of one figure is 0."""
    listed = tuple(figures)
    sound.finite("a mean", listed)
    n = len(listed)
    if not n:
        return None
    mean = math.fsum(listed) / n
    spread = math.fsum((each - mean) ** 2 for each in listed)
    return Sample(mean, math.sqrt(spread / (n - 1)) if n > 1 else 0.0, n)


def mean(of: Sample, level: float = LEVEL, low: float = -math.inf, high: float = math.inf) -> Estimate | None:
    """The mean with its t interval, cut to the scale of the answers; None of no figures, and without interval of a single one.

    Figures that are all alike have none either: how far others would lie apart they don't tell, and an interval of no width would be sure.

    Source: Student (1908), *The probable error of a mean*; NIST/SEMATECH *e-Handbook of Statistical Methods*, 1.3.5.2.
    """
    sound.level(level)
    if not of.n:
        return None
    if of.is_level:
        return Estimate(of.mean, None, None, of.n, "student")
    half = student.factor(level, of.n - 1) * of.sd / math.sqrt(of.n)
    return Estimate(of.mean, max(low, of.mean - half), min(high, of.mean + half), of.n, "student")


def means_apart(before: Sample, after: Sample, level: float = LEVEL) -> Estimate | None:
    """How far the second mean lies above the first, with its interval; None unless both have figures that are not all alike.

    Source: B. L. Welch (1947), *The generalization of 'Student's' problem when several different population variances are involved*;
    degrees of freedom after F. E. Satterthwaite (1946).
    """
    sound.level(level)
    known = _error(before, after)
    if known is None:
        return None
    error, freedom = known
    value, half = after.mean - before.mean, student.factor(level, freedom) * error
    return Estimate(value, value - half, value + half, min(before.n, after.n), "welch")


def means_test(before: Sample, after: Sample) -> Signal | None:
    """Whether two means differ by more than noise: Welch's test, as above; None where one of them tells no spread."""
    known = _error(before, after)
    if known is None:
        return None
    error, freedom = known
    t = (after.mean - before.mean) / error
    return Signal(t, student.beyond(t, freedom), "welch")


def _error(before: Sample, after: Sample) -> tuple[float, float] | None:
    """The standard error of the difference and its degrees of freedom."""
    if before.is_level or after.is_level:
        return None
    first, second = before.sd / math.sqrt(before.n), after.sd / math.sqrt(after.n)
    whole = math.hypot(first, second)
    freedom = 1 / ((first / whole) ** 4 / (before.n - 1) + (second / whole) ** 4 / (after.n - 1))
    return whole, freedom
