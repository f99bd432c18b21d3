"""share: so many of so many: the share with its interval, and two shares beside each other."""

import math

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate, Signal, difference
from cjmgen.numbers.law import normal
from cjmgen.numbers.law.hypergeometric import fisher
from cjmgen.value import dataclass

_FEW = 5
"""Where fewer are expected in a cell, the normal law is too coarse for a test (Cochran 1954)."""


@dataclass(frozen=True, slots=True)
class Count:
    """k of n: a ValueError unless both are whole and 0 ≤ k ≤ n."""

    k: int
    n: int

    def __post_init__(self) -> None:
        sound.whole("a share", self.k, self.n)
        if self.k > self.n:
            raise ValueError(f"a share: {self.k} of {self.n} is more than all")

    @property
    def part(self) -> float:
        """The share, from 0 to 1; there has to be somebody to count."""
        return self.k / self.n


def share(of: Count, level: float = LEVEL) -> Estimate | None:
    """The share from 0 to 1 with its score interval, without correction for continuity; None of nobody.

    Source: E. B. Wilson (1927), *Probable inference, the law of succession, and statistical inference*; recommended for every n by L. D.
    Brown, T. T. Cai and A. DasGupta (2001), *Interval estimation for a binomial proportion*.
    """
    sound.level(level)
    if not of.n:
        return None
    z = normal.factor(level)
    p, n = of.part, of.n
    whole = n + z * z
    middle = (of.k + z * z / 2) / whole
    half = z / whole * math.sqrt(of.k * (1 - p) + z * z / 4)
    low = 0.0 if of.k == 0 else min(p, middle - half)
    high = 1.0 if of.k == n else max(p, middle + half)
    return Estimate(p, low, high, n, "wilson")


def shares_apart(before: Count, after: Count, level: float = LEVEL) -> Estimate | None:
    """How far the second share lies above the first, from -1 to 1, with its interval; None if nobody was counted on a side.

    Source: R. G. Newcombe (1998), *Interval estimation for the difference between independent proportions: comparison of eleven methods*,
    method 10.
    """
    first, second = share(before, level), share(after, level)
    if first is None or second is None:
        return None
    apart = difference(first, second)
    return Estimate(apart.value, apart.low, apart.high, apart.n, "newcombe")


def shares_test(before: Count, after: Count) -> Signal | None:
    """Whether two shares differ by more than noise; None if nobody was counted on a side.

    The z-test with the pooled share: J. L. Fleiss, B. Levin and M. C. Paik (2003), *Statistical Methods for Rates and Proportions*, 3.2.
    Where fewer than five are expected in a cell it is Fisher's exact test (1935), with the same z for its statistic.
    """
    if not before.n or not after.n:
        return None
    whole = before.n + after.n
    pooled = (before.k + after.k) / whole
    error = math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n))
    if not error:
        return Signal(0.0, 1.0, "z")
    z = (after.part - before.part) / error
    if min(before.n, after.n) * min(pooled, 1 - pooled) < _FEW:
        return Signal(z, fisher(before.k, before.n, after.k, after.n), "fisher")
    return Signal(z, normal.beyond(z), "z")
