"""normal: the normal law with mean 0 and deviation 1: what lies below a value, and the value below which a part lies.

Sources: the error function of `math`; the quantile starts from Abramowitz and Stegun (1964), 26.2.23, and is made exact by Halley's
steps.
"""

import math

_ROOT = math.sqrt(2)
_ABOVE, _BELOW = (2.515517, 0.802853, 0.010328), (1.0, 1.432788, 0.189269, 0.001308)


def below(x: float) -> float:
    """The part of the law below x, from 0 to 1, right in its relative error far out on the left too."""
    return 0.5 * math.erfc(-x / _ROOT)


def beyond(z: float) -> float:
    """The part of the law farther from 0 than z, on both sides: the p-value of a two-sided test."""
    return math.erfc(abs(z) / _ROOT)


def density(x: float) -> float:
    """The height of the bell at x."""
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def quantile(p: float) -> float:
    """The value below which the part p lies, 0 < p < 1; anything else is a ValueError."""
    if not 0 < p < 1:
        raise ValueError(f"a part lies between 0 and 1, not {p}")
    if p > 0.5:
        return -quantile(1 - p)
    t = math.sqrt(-2 * math.log(p))
    x = sum(c * t**at for at, c in enumerate(_ABOVE)) / sum(c * t**at for at, c in enumerate(_BELOW)) - t
    for _ in range(3):
        step = (below(x) - p) / density(x)
        x -= step / (1 + x * step / 2)
    return x


def factor(level: float) -> float:
    """How many deviations an interval of this level reaches to either side: 1.96 for 0.95."""
    return -quantile((1 - level) / 2)
