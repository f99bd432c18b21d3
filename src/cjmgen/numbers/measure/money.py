"""money: revenue and cost per person, order or conversion, in the currency they were counted in.

Source: P. W. Farris and others (2010), *Marketing Metrics*, 10.4 (cost per click, order and customer acquired). The variance per visitor
is that of a sum of a random number of amounts: W. Feller (1968), *An Introduction to Probability Theory*, XII.1.
"""

import math

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate
from cjmgen.numbers.law import normal
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.share import Count, share


def per_unit(total: float, units: int) -> Estimate | None:
    """An amount shared out among units; None of no units. Of a total alone nobody knows how the amounts differ, so there is no interval."""
    sound.finite("an amount", (total,))
    sound.whole("an amount", units)
    return Estimate(total / units, None, None, units, "ratio") if units else None


def per_visitor(orders: Sample, visitors: int, level: float = LEVEL) -> Estimate | None:
    """Revenue per visitor, from the order values of those who bought: k orders of n visitors, with mean m and deviation s.

    It is k m / n, with the variance (k (s² + m²) / n - (k m / n)²) / n and a normal interval; None without visitors. At most one order a
    visitor; more orders than visitors are a ValueError. Without interval unless two bought.
    """
    sound.level(level)
    of = Count(orders.n, visitors)
    if not visitors:
        return None
    value = of.part * orders.mean
    if orders.n < 2:
        return Estimate(value, None, None, visitors, "compound")
    variance = (of.part * (orders.sd**2 + orders.mean**2) - value**2) / visitors
    half = normal.factor(level) * math.sqrt(max(0.0, variance))
    return Estimate(value, value - half, value + half, visitors, "compound")


def cost_per(spent: float, conversions: Count, level: float = LEVEL) -> Estimate | None:
    """What was spent for each conversion of those who could convert; the interval is that of their share. None without a conversion."""
    sound.finite("a cost", (spent,))
    if spent < 0:
        raise ValueError(f"a cost: {spent} is below 0")
    part = share(conversions, level)
    if part is None or not conversions.k or part.low is None or part.high is None:
        return None
    each = spent / conversions.n
    return Estimate(spent / conversions.k, each / part.high, each / part.low, conversions.n, "wilson")
