"""binomial: the binomial law: how likely at most so many successes are.

Source: Abramowitz and Stegun (1964), 26.5.24: its sums are incomplete beta functions.
"""

from cjmgen.numbers.law.parts import beta


def at_most(k: int, n: int, p: float) -> float:
    """The probability of k successes or fewer in n trials of chance p; 0 below no success, 1 from n on."""
    if k < 0:
        return 0.0
    return 1.0 if k >= n else beta(n - k, k + 1, 1 - p, p)


def at_least(k: int, n: int, p: float) -> float:
    """The probability of k successes or more in n trials of chance p."""
    if k <= 0:
        return 1.0
    return 0.0 if k > n else beta(k, n - k + 1, p, 1 - p)
