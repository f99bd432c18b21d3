"""student: Student's t: what lies below a value, and the value below which a part lies, for any degrees of freedom.

Source: Student (1908); Abramowitz and Stegun (1964), 26.7.1, by the incomplete beta function; the search for a quantile begins at the
expansion 26.7.5 of the same.
"""

import math
from functools import lru_cache

from cjmgen.numbers.law import normal
from cjmgen.numbers.law.density import binomial
from cjmgen.numbers.law.parts import beta
from cjmgen.numbers.law.root import reached

_LARGE, _OUT = 1e7, 40
"""Above so many degrees of freedom the first term of the expansion tells all digits, and so far out is nothing."""


def below(t: float, freedom: float) -> float:
    """The part of the law below t, from 0 to 1; the degrees of freedom are above 0 and need not be whole."""
    tail = beyond(t, freedom) / 2
    return tail if t < 0 else 1 - tail


def beyond(t: float, freedom: float) -> float:
    """The part of the law farther from 0 than t, on both sides: the p-value of a two-sided test."""
    _checked(freedom)
    if freedom > _LARGE:
        return normal.beyond(t) + normal.density(t) * (abs(t) ** 3 + abs(t)) / (2 * freedom) if abs(t) < _OUT else 0.0
    square = t * t
    if math.isinf(square):
        return 0.0
    whole = freedom + square
    return beta(freedom / 2, 0.5, freedom / whole, square / whole)


def density(t: float, freedom: float) -> float:
    """The height of the law at t."""
    if freedom > _LARGE:
        return math.exp(-(freedom + 1) / 2 * math.log1p(t * t / freedom)) / math.sqrt(2 * math.pi)
    whole, a = freedom + t * t, freedom / 2
    # the front of the beta function with b = 1/2 holds the same gammas
    front = a / (2 * a + 1) * binomial(a, a + 0.5, freedom / whole, t * t / whole)
    return front / abs(t) if t else math.exp(math.lgamma(a + 0.5) - math.lgamma(a)) / math.sqrt(freedom * math.pi)


@lru_cache(maxsize=4096)
def quantile(p: float, freedom: float) -> float:
    """The value below which the part p lies, 0 < p < 1; anything else is a ValueError."""
    _checked(freedom)
    if not 0 < p < 1:
        raise ValueError(f"a part lies between 0 and 1, not {p}")
    if math.isinf(freedom):
        return normal.quantile(p)
    if p == 0.5:
        return 0.0
    if p > 0.5:
        return -quantile(1 - p, freedom)
    z = normal.quantile(p)
    start = z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom * freedom)
    far = -z
    while below(-far, freedom) > p:
        far *= 2
    return reached(p, lambda t: below(t, freedom), lambda t: density(t, freedom), -far, 0.0, start)


def factor(level: float, freedom: float) -> float:
    """How many standard errors an interval of this level reaches to either side."""
    return -quantile((1 - level) / 2, freedom)


def _checked(freedom: float) -> None:
    if not freedom > 0:
        raise ValueError(f"degrees of freedom are above 0, not {freedom}")
