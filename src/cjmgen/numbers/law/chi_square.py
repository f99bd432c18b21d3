"""chi_square: the chi-square law: what lies above a value, and the value below which a part lies.

Source: K. Pearson (1900); Abramowitz and Stegun (1964), 26.4.1 and 26.4.19, by the incomplete gamma function; the search for a quantile
begins at the value of Wilson and Hilferty (1931).
"""

import math
from functools import lru_cache

from cjmgen.numbers.law import normal
from cjmgen.numbers.law.density import poisson
from cjmgen.numbers.law.parts import gamma
from cjmgen.numbers.law.root import reached


def below(x: float, freedom: float) -> float:
    """The part of the law below x ≥ 0, from 0 to 1."""
    return gamma(_checked(freedom) / 2, x / 2)[0]


def above(x: float, freedom: float) -> float:
    """The part of the law above x ≥ 0: the p-value of a test."""
    return gamma(_checked(freedom) / 2, x / 2)[1]


@lru_cache(maxsize=4096)
def quantile(p: float, freedom: float) -> float:
    """The value below which the part p lies, 0 < p < 1; anything else is a ValueError."""
    part, a = 2 / (9 * _checked(freedom)), freedom / 2
    start = math.log(freedom * max(1 - part + normal.quantile(p) * math.sqrt(part), 0.01) ** 3)
    low, high = start - 1, start + 1
    while below(math.exp(low), freedom) > p:
        low -= start - low
    while below(math.exp(high), freedom) < p:
        high += 1
    # by logarithms, as the smallest quantiles have hundreds of zeros
    found = reached(p, lambda x: below(math.exp(x), freedom), lambda x: a * poisson(a, math.exp(x) / 2), low, high, start)
    return math.exp(found)


def _checked(freedom: float) -> float:
    if not 0 < freedom < math.inf:
        raise ValueError(f"degrees of freedom are above 0, not {freedom}")
    return freedom
