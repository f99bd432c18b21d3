"""nps: the Net Promoter Score with the share of each group, its interval, and two scores beside each other.

Sources: F. Reichheld (2003), *The One Number You Need to Grow*, for the groups. For the interval B. Rocks (2016), *Interval Estimation
for the "Net Promoter Score"*, who finds a score interval among the best; ours is that of T. Tango (1998), *Equivalence test and
confidence interval for the difference in proportions for the paired-sample design*, as promoters and detractors among the same people are
such a difference. It never leaves -100 … 100 and has a width even if all are promoters.
"""

import math
from collections.abc import Iterable

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate, Signal, difference
from cjmgen.numbers.law import normal
from cjmgen.numbers.share import Count, share
from cjmgen.value import dataclass

PROMOTERS, PASSIVES = 9, 7
"""From these answers of 0 to 10 on somebody is a promoter, or passive."""


@dataclass(frozen=True, slots=True)
class Groups:
    """How many people are in each group; a ValueError unless these are whole and not negative."""

    promoters: int
    passives: int
    detractors: int

    def __post_init__(self) -> None:
        sound.whole("a net promoter score", self.promoters, self.passives, self.detractors)

    @property
    def n(self) -> int:
        """All who answered."""
        return self.promoters + self.passives + self.detractors

    @property
    def variance(self) -> float:
        """That of the score in points, of somebody: 100² (p + d - (p - d)²) / n, with the shares p of promoters and d of detractors."""
        p, d = self.promoters / self.n, self.detractors / self.n
        return 100**2 * (p + d - (p - d) ** 2) / self.n


@dataclass(frozen=True, slots=True)
class Nps:
    """The score in points from -100 to 100, and the shares of the groups from 0 to 1."""

    score: Estimate
    promoters: Estimate
    passives: Estimate
    detractors: Estimate


def groups(answers: Iterable[int]) -> Groups:
    """The groups of answers from 0 to 10; a ValueError for any other answer."""
    counted = [0, 0, 0]
    for answer in answers:
        if answer not in range(11):
            raise ValueError(f"a net promoter score: an answer lies from 0 to 10, not {answer}")
        counted[0 if answer >= PROMOTERS else 1 if answer >= PASSIVES else 2] += 1
    return Groups(*counted)


def nps(of: Groups, level: float = LEVEL) -> Nps | None:
    """The score and its groups, each with an interval; None of nobody."""
    promoters, passives, detractors = (share(Count(k, of.n), level) for k in (of.promoters, of.passives, of.detractors))
    if promoters is None or passives is None or detractors is None:
        return None
    apart, z = of.promoters - of.detractors, normal.factor(level)
    value = apart / of.n
    low = -_bound(of.detractors, of.promoters, of.n, z)
    high = _bound(of.promoters, of.detractors, of.n, z)
    score = Estimate(value, min(low, value), max(high, value), of.n, "tango")
    return Nps(score.scaled(100), promoters, passives, detractors)


def nps_apart(before: Groups, after: Groups, level: float = LEVEL) -> Estimate | None:
    """How many points the second score lies above the first, with its interval (Zou and Donner 2008); None if nobody answered on a side."""
    first, second = nps(before, level), nps(after, level)
    return None if first is None or second is None else difference(first.score, second.score)


def nps_test(before: Groups, after: Groups) -> Signal | None:
    """Whether two scores differ by more than noise: a z-test with both variances; None if nobody answered on a side or all alike."""
    if not before.n or not after.n:
        return None
    error = math.sqrt(before.variance + after.variance)
    if not error:
        return None
    apart = 100 * ((after.promoters - after.detractors) / after.n - (before.promoters - before.detractors) / before.n)
    return Signal(apart / error, normal.beyond(apart / error), "z")


def _bound(more: int, less: int, n: int, z: float) -> float:
    """The upper limit of (more - less) / n: the greatest difference that these counts don't rule out, halving what is left."""
    low, high = (more - less) / n, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _off(more, less, n, middle) > z:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _off(more: int, less: int, n: int, d: float) -> float:
    """How many standard errors the counts lie below a difference d, the errors being those of the likeliest shares with that difference."""
    # with q the share of `less` under that difference, 2n q² + b q + c = 0
    b, c = -more - less + (2 * n - more + less) * d, -less * d * (1 - d)
    q = (math.sqrt(max(0.0, b * b - 8 * n * c)) - b) / (4 * n)
    variance = n * (2 * q + d * (1 - d))
    return (n * d - more + less) / math.sqrt(variance) if variance > 0 else (math.inf if n * d > more - less else 0.0)
