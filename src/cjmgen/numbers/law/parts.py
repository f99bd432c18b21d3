"""parts: the incomplete beta and gamma functions: which part of the whole lies below a point.

Sources: NIST *Digital Library of Mathematical Functions*, 8.17.22 (beta, continued fraction), 8.7.1 (gamma, series) and 8.9.2 (gamma,
continued fraction); the fractions are run by the method of Lentz as modified by Thompson and Barnett (1986).
"""

import math
from collections.abc import Iterator
from itertools import islice

from cjmgen.numbers.law.density import binomial, poisson

_TINY = 1e-300
_NEAR = 1e-16
_TERMS = 1_000_000
"""More than any fraction takes for counts of up to 2⁵³, so that none goes round without end."""


def beta(a: float, b: float, x: float, rest: float | None = None) -> float:
    """The regularized incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1; `rest` is 1 - x where that is known better."""
    y = 1 - x if rest is None else rest
    if not (math.isfinite(a) and math.isfinite(b) and math.isfinite(x)):
        raise ValueError(f"no part of the beta function is known for {a}, {b} and {x}")
    if x <= 0 or y <= 0:
        return float(x > 0)
    front = a * b / (a + b) * binomial(a, a + b, x, y)
    if x > (a + 1) / (a + b + 2):
        return 1 - front * _fraction(1.0, _beta_terms(b, a, y)) / b
    return front * _fraction(1.0, _beta_terms(a, b, x)) / a


def gamma(a: float, x: float) -> tuple[float, float]:
    """The regularized incomplete gamma functions P(a, x) and Q(a, x) = 1 - P for a > 0, x ≥ 0, the smaller one without lost digits."""
    if not math.isfinite(a) or math.isnan(x):
        raise ValueError(f"no part of the gamma function is known for {a} and {x}")
    if x <= 0 or math.isinf(x):
        return (0.0, 1.0) if x <= 0 else (1.0, 0.0)
    front = a * poisson(a, x)
    if x < a + 1:
        total = term = 1 / a
        step = a
        while term > total * _NEAR:
            step += 1
            term *= x / step
            total += term
        return front * total, 1 - front * total
    upper = front / (x + 1 - a) * _fraction(1.0, _gamma_terms(a, x))
    return 1 - upper, upper


def _beta_terms(a: float, b: float, x: float) -> Iterator[float]:
    m = 0
    while True:
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        m += 1
        yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _gamma_terms(a: float, x: float) -> Iterator[float]:
    """Each partial numerator over the two denominators beside it, so that all denominators are 1."""
    m, before = 1, x + 1 - a
    while True:
        after = x + 2 * m + 1 - a
        yield m * (a - m) / (before * after)
        m, before = m + 1, after


def _fraction(first: float, terms: Iterator[float]) -> float:
    """1 / (1 + t₁ / (1 + t₂ / (1 + …))), run until it stands."""
    c, d = first, 0.0
    value = first
    for term in islice(terms, _TERMS):
        d = 1 / (1 + term * d or _TINY)
        c = 1 + term / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _NEAR * 10:
            break
    return 1 / value
