"""trend: whether a series of periods goes up or down, and how fast.

The test of Mann and Kendall with the slope of Theil and Sen, and not a line of least squares: the series are short, one odd month
shouldn't make a trend, and the spread from month to month is mostly larger than what the counts of each explain. It asks for no law, only
for the order of the values; a season makes it blind or rash. Below five periods no order is rare enough to be more than noise.

Sources: H. B. Mann (1945), *Nonparametric tests against trend*; M. G. Kendall (1975), *Rank Correlation Methods*; P. K. Sen (1968),
*Estimates of the regression coefficient based on Kendall's tau*; R. O. Gilbert (1987), *Statistical Methods for Environmental Pollution
Monitoring*, 16.4.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate, Signal
from cjmgen.numbers.law import normal
from cjmgen.value import dataclass

_EXACT = 40
"""Up to so many periods all orders are counted; above, the normal law is as good."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The change a period with its interval, and the test, whose statistic is S: pairs that go up less pairs that go down."""

    slope: Estimate
    signal: Signal


def trend(values: Sequence[float | None], level: float = LEVEL) -> Trend | None:
    """The trend of a series of equal periods, in their order; missing ones are bridged. None unless three have a value."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    sound.finite("a trend", (value for _, value in known))
    if len(known) < 3:
        return None
    pairs = list(combinations(known, 2))
    ties = Counter(value for _, value in known)
    s = sum((later > earlier) - (later < earlier) for (_, earlier), (_, later) in pairs)
    slopes = sorted((later - earlier) / (end - start) for (start, earlier), (end, later) in pairs)
    p = _exact(s, len(known), list(ties.values())) if len(known) <= _EXACT else _normal(s, _variance(len(known), ties))
    return Trend(_slope(slopes, len(known), _variance(len(known), ties), level), Signal(s, p, "mann-kendall"))


def _slope(rising: list[float], n: int, variance: float, level: float) -> Estimate:
    """The median of the slopes between all pairs; the bounds are two of these slopes, none where so few can't tell."""
    sound.level(level)
    off = (len(rising) - normal.factor(level) * math.sqrt(variance)) / 2
    place = math.floor(off)
    low, high = (rising[place - 1], rising[-place]) if place >= 1 else (None, None)
    median = (rising[(len(rising) - 1) // 2] + rising[len(rising) // 2]) / 2
    return Estimate(median, low, high, n, "theil-sen")


def _variance(n: int, ties: Counter[float]) -> float:
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties.values())) / 18


def _normal(s: int, variance: float) -> float:
    return normal.beyond((abs(s) - 1) / math.sqrt(variance)) if s and variance else 1.0


def _exact(s: int, n: int, ties: list[int]) -> float:
    """Of all orders of these values, those that go up or down at least as much: the numbers of orders by pairs that go down are the
    coefficients of a Gaussian multinomial (R. P. Stanley, *Enumerative Combinatorics* 1, 1.7)."""
    orders, placed = [1], 0
    for tie in ties:
        for at in range(1, tie + 1):
            orders = _divided(_times(orders, placed + at), at)
        placed += tie
    pairs = len(orders) - 1
    far = sum(count for down, count in enumerate(orders) if abs(pairs - 2 * down) >= abs(s))
    return far / sum(orders)


def _times(powers: list[int], at: int) -> list[int]:
    """A polynomial by its coefficients, times 1 - q^at."""
    longer = [*powers, *[0] * at]
    return [one - (longer[place - at] if place >= at else 0) for place, one in enumerate(longer)]


def _divided(powers: list[int], at: int) -> list[int]:
    """A polynomial by its coefficients, divided by 1 - q^at, which divides it."""
    found = list(powers)
    for place in range(at, len(found)):
        found[place] += found[place - at]
    return found[: len(found) - at]
