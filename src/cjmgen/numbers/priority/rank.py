"""rank: how far a rank can be trusted: between which places it may lie, and how likely each opportunity is the first.

Each score is taken as normal, with the spread that its range says and independent of the others: the chance that one is ahead of another
is then Φ((a - b) / √(sₐ² + s_b²)), as in L. L. Thurstone (1927), *A law of comparative judgment*. Nothing is drawn at random: the chance
to be the first is added up over a fixed grid of all quantiles. The places are those of the pairs that are far enough apart; compare
H. Goldstein and M. J. R. Healy (1995), *The graphical presentation of a collection of means*.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul

from cjmgen.numbers.estimate import LEVEL
from cjmgen.numbers.law import normal
from cjmgen.numbers.priority.models import Guess
from cjmgen.value import dataclass

_REACH = normal.factor(LEVEL)
_CUTS = 512
"""Into so many parts the law of a score is cut, where few are compared; the more there are, the fewer each needs."""
_CUT = 64
"""So many different laws are cut, the highest: between them lies whatever is the first."""
_FAR = 6.0
"""Whoever lies so many spreads behind is never the first."""


@dataclass(frozen=True, slots=True)
class Place:
    """An opportunity by its position in what was given: its rank, the best and the worst place it may have, and its chances from 0 to 1.

    `first` is the chance to be the first of all, `holds` that to be ahead of the next one; the last one holds nothing.
    """

    at: int
    rank: int
    best: int
    worst: int
    first: float
    holds: float | None


def ahead(one: Guess, two: Guess) -> float:
    """The chance that the first is truly the higher one, from 0 to 1; even where neither is known to be."""
    apart, spread = one.value - two.value, math.hypot(_spread(one), _spread(two))
    if not spread:
        return 0.5 if not apart else float(apart > 0)
    return normal.below(apart / spread)


def ranked(scores: Sequence[Guess], most: int | None = None) -> tuple[Place, ...]:
    """The highest scores, equal ones as they were given: so many, or all of them. Each of these is compared with all there are."""
    order = sorted(range(len(scores)), key=lambda at: -scores[at].value)
    falling = [scores[at] for at in order]
    firsts, found = _firsts(falling), []
    for above, (at, score) in enumerate(zip(order[:most], falling[:most], strict=True)):
        below = falling[above + 1 :]
        best = 1 + sum(_is_surely_ahead(other, score) for other in falling[:above])
        worst = len(falling) - sum(_is_surely_ahead(score, other) for other in below)
        found.append(Place(at, above + 1, best, worst, firsts[above], ahead(score, below[0]) if below else None))
    return tuple(found)


def _is_surely_ahead(one: Guess, two: Guess) -> bool:
    apart = one.value - two.value
    return apart > 0 and apart >= _REACH * math.hypot(_spread(one), _spread(two))


def _firsts(falling: Sequence[Guess]) -> list[float]:
    """The chance of each to be the first: to lie in a cell between two cuts while all others lie below, added up over all cells.

    Scores whose law is the same have the same chance, so each law is reckoned with once.
    """
    near = [at for at, score in enumerate(falling) if _is_near(falling[0], score)]
    laws = {at: (falling[at].value, _spread(falling[at])) for at in near}
    counts = Counter(laws.values())
    cuts = _cuts(list(counts)[:_CUT])
    below = [[_below(value, spread, cut) for value, spread in counts] for cut in cuts]
    alone = [_products_of_others(row, list(counts.values())) for row in below]
    chance = {}
    for place, law in enumerate(counts):
        cells = zip(pairwise(row[place] for row in below), pairwise(row[place] for row in alone), strict=True)
        chance[law] = math.fsum((end - start) * (left + right) / 2 for (start, end), (left, right) in cells)
    whole = math.fsum(chance[law] * count for law, count in counts.items())
    return [chance[laws[at]] / whole if at in laws else 0.0 for at in range(len(falling))]


def _is_near(top: Guess, score: Guess) -> bool:
    return top.value - score.value <= _FAR * math.hypot(_spread(top), _spread(score))


def _cuts(laws: Sequence[tuple[float, float]]) -> list[float]:
    """Quantiles of all scores, by value and spread, rising, with one below and one above all."""
    each = max(8, _CUTS // max(1, len(laws)))
    steps = [normal.quantile((at + 0.5) / each) for at in range(each)]
    cuts = sorted({value + spread * step for value, spread in laws for step in steps})
    room = 1 + _FAR * max((spread for _, spread in laws), default=0.0)
    return [cuts[0] - room, *cuts, cuts[-1] + room] if cuts else []


def _products_of_others(row: Sequence[float], counts: Sequence[int]) -> list[float]:
    """For one of each law the product over all others, those of its own law among them."""
    powers = [part**count for part, count in zip(row, counts, strict=True)]
    before = [1.0, *accumulate(powers, mul)]
    after = [1.0, *accumulate(reversed(powers), mul)]
    last = len(row) - 1
    return [before[at] * after[last - at] * part ** (count - 1) for at, (part, count) in enumerate(zip(row, counts, strict=True))]


def _below(value: float, spread: float, x: float) -> float:
    """The chance that a score is truly below x, half where it is known to be x."""
    if not spread:
        return 0.5 if x == value else float(x > value)
    return normal.below((x - value) / spread)


def _spread(score: Guess) -> float:
    """The deviation of a score whose range is a 95 % interval; a lopsided range counts with its mean width."""
    return (score.high - score.low) / 2 / _REACH
