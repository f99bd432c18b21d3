"""time: how long something takes: the median and the time within which nine of ten are done, whatever the distribution.

Sources: R. J. Hyndman and Y. Fan (1996), *Sample quantiles in statistical packages*, definition 7, for the value; W. J. Conover (1999),
*Practical Nonparametric Statistics*, 3.2, and H. A. David and H. N. Nagaraja (2003), *Order Statistics*, 7.1, for the interval: two of
the times themselves, chosen by the binomial law.
"""

import math
from collections.abc import Callable, Iterable

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate
from cjmgen.numbers.law import binomial
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Median and 90th percentile in the unit of the times, each with its interval."""

    median: Estimate
    p90: Estimate


def times(measured: Iterable[float], level: float = LEVEL) -> Times | None:
    """Both figures of some times; None of none, a ValueError for a time below 0 or one that is no number."""
    listed = sorted(measured)
    sound.finite("a time", listed)
    if not listed:
        return None
    if listed[0] < 0:
        raise ValueError(f"a time: {listed[0]} is below 0")
    return Times(quantile(listed, 0.5, level), quantile(listed, 0.9, level))


def quantile(rising: list[float], part: float, level: float = LEVEL) -> Estimate:
    """The value below which a part of these lie, which are sorted and at least one. A bound that so few can't tell is None."""
    sound.level(level)
    n = len(rising)
    at = (n - 1) * part
    lower, over = math.floor(at), at - math.floor(at)
    value = rising[lower] + (over * (rising[lower + 1] - rising[lower]) if over else 0.0)
    first, last = ranks(n, part, level)
    low = None if first is None else min(value, rising[first - 1])
    high = None if last is None else max(value, rising[last - 1])
    return Estimate(value, low, high, n, "order-statistics")


def beside_longer(rising: list[float], part: float, longer: int, level: float = LEVEL) -> Estimate | None:
    """The same beside some that have not ended: the upper bound is that of all, each of these longer than any that has.

    None where the quantile of all is among them: then nobody knows it. The value and the lower bound are as if they ended like the others.
    """
    found, every = quantile(rising, part, level), len(rising) + longer
    if not longer or math.ceil((every - 1) * part) >= len(rising):
        return None if longer else found
    last = ranks(every, part, level)[1]
    high = None if last is None or last > len(rising) else max(found.value, rising[last - 1])
    return Estimate(found.value, found.low, high, found.n, "order-open")


def ranks(n: int, part: float, level: float = LEVEL) -> tuple[int | None, int | None]:
    """The places of the bounds, from 1 to n: below the first, or above the last, the quantile lies in one of forty cases at most."""
    tail = (1 - level) / 2
    first = _least(n, lambda k: binomial.at_most(k, n, part) > tail)
    last = _least(n, lambda k: binomial.at_most(k, n, part) >= 1 - tail) + 1
    return first or None, last if last <= n else None


def _least(n: int, holds: Callable[[int], bool]) -> int:
    """The least count up to n of which it holds; it holds of n, and of all above one of which it does."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
