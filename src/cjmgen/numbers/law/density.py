"""density: probabilities of single counts, right to the last digits for any size of them.

Source: C. Loader (2000), *Fast and Accurate Computation of Binomial Probabilities*. Differences of large logarithms of gamma lose digits;
here Stirling's error and the deviance are taken instead, both small where the probability is not.
"""

import math

_ROOT = math.sqrt(2 * math.pi)
_SERIES = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)


def binomial(k: float, n: float, p: float, q: float) -> float:
    """The probability of k successes in n trials of chance p = 1 - q; k and n need not be whole. 0 ≤ k ≤ n, 0 ≤ p ≤ 1."""
    if p == 0 or q == 0:
        return float(k == (n if q == 0 else 0))
    if k == 0:
        return math.exp(n * math.log1p(-p) if p < q else n * math.log(q))
    if k == n:
        return math.exp(n * math.log1p(-q) if q < p else n * math.log(p))
    power = _error(n) - _error(k) - _error(n - k) - _deviance(k, n * p) - _deviance(n - k, n * q)
    return math.exp(power) * math.sqrt(n / k / (n - k)) / _ROOT


def poisson(k: float, m: float) -> float:
    """The probability of k events where m are expected, k ≥ 0 and not necessarily whole, m > 0."""
    if k == 0:
        return math.exp(-m)
    return math.exp(-_error(k) - _deviance(k, m)) / (_ROOT * math.sqrt(k))


def _error(z: float) -> float:
    """By how much Stirling's formula misses ln Γ(z + 1)."""
    if z < 15:
        return math.lgamma(z + 1) - (z + 0.5) * math.log(z) + z - math.log(_ROOT)
    return sum(term / z ** (2 * at + 1) for at, term in enumerate(_SERIES))


def _deviance(x: float, m: float) -> float:
    """x ln(x / m) + m - x, without losing digits where x is close to m."""
    if not m:
        return math.inf if x else 0.0  # so little was expected that it can't be told from nothing
    if abs(x - m) >= 0.1 * (x + m):
        return x * math.log(x / m) + m - x
    v = (x - m) / (x + m)
    total, term, at = (x - m) * v, 2 * x * v, 1
    while True:
        term *= v * v
        grown = total + term / (2 * at + 1)
        if grown == total:
            return total
        total, at = grown, at + 1
