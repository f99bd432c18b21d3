"""interval: how far off a measured mean may be: its 95 % confidence interval."""

import math

_Z = 1.959964
_EXACT = (12.7062, 4.3027, 3.1824)


def interval(mean: float, n: int, sd: float, low: float, high: float) -> tuple[float, float] | None:
    """The 95 % interval of a mean, cut to the scale; None below two answers, where a spread says nothing."""
    if n < 2:
        return None
    half = _quantile(n - 1) * sd / math.sqrt(n)
    return max(low, mean - half), min(high, mean + half)


def _quantile(freedom: int) -> float:
    """Student's t at 97.5 %: the Cornish-Fisher expansion, with exact values where it is too coarse."""
    if freedom <= len(_EXACT):
        return _EXACT[freedom - 1]
    z, v = _Z, float(freedom)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / v + second / v**2 + third / v**3
