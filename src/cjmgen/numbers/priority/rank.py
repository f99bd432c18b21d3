"""rank: how far a rank can be trusted: between which places it may lie, and how likely each opportunity is the first.

Each score is taken as normal, with the spread that its range says and independent of the others: the chance that one is ahead of another
is then Φ((a - b) / √(sₐ² + s_b²)), as in L. L. Thurstone (1927), *A law of comparative judgment*. Nothing is drawn at random: the chance
to be the first is added up over a fixed grid of all quantiles. The places are those of the pairs that are far enough apart; compare
H. Goldstein and M. J. R. Healy (1995), *The graphical presentation of a collection of means*.
"""

import math
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


def ranked(scores: Sequence[Guess]) -> tuple[Place, ...]:
    """All of them, the highest score first, equal ones as they were given. It compares each with each."""
    order = sorted(range(len(scores)), key=lambda at: -scores[at].value)
    falling = [scores[at] for at in order]
    firsts, found = _firsts(falling), []
    for above, (at, score) in enumerate(zip(order, falling, strict=True)):
        below = falling[above + 1 :]
        best = 1 + sum(_is_surely_ahead(other, score) for other in falling[:above])
        worst = len(falling) - sum(_is_surely_ahead(score, other) for other in below)
        found.append(Place(at, above + 1, best, worst, firsts[above], ahead(score, below[0]) if below else None))
    return tuple(found)


def _is_surely_ahead(one: Guess, two: Guess) -> bool:
    apart = one.value - two.value
    return apart > 0 and apart >= _REACH * math.hypot(_spread(one), _spread(two))


def _firsts(falling: Sequence[Guess]) -> list[float]:
    """The chance of each to be the first: to lie in a cell between two cuts while all others lie below, added up over all cells."""
    near = [at for at, score in enumerate(falling) if _is_near(falling[0], score)]
    laws = [(falling[at].value, _spread(falling[at])) for at in near]
    below = [[_below(value, spread, cut) for value, spread in laws] for cut in _cuts(laws)]
    alone = [_products_of_others(row) for row in below]
    chances = [0.0] * len(falling)
    for place, at in enumerate(near):
        cells = zip(pairwise(row[place] for row in below), pairwise(row[place] for row in alone), strict=True)
        chances[at] = math.fsum((end - start) * (left + right) / 2 for (start, end), (left, right) in cells)
    whole = math.fsum(chances)
    return [chance / whole for chance in chances]


def _is_near(top: Guess, score: Guess) -> bool:
    return top.value - score.value <= _FAR * math.hypot(_spread(top), _spread(score))


def _cuts(laws: Sequence[tuple[float, float]]) -> list[float]:
    """Quantiles of all scores, by value and spread, rising, with one below and one above all."""
    each = max(8, _CUTS // max(1, len(laws)))
    steps = [normal.quantile((at + 0.5) / each) for at in range(each)]
    cuts = sorted({value + spread * step for value, spread in laws for step in steps})
    room = 1 + _FAR * max((spread for _, spread in laws), default=0.0)
    return [cuts[0] - room, *cuts, cuts[-1] + room] if cuts else []


def _products_of_others(row: Sequence[float]) -> list[float]:
    before = [1.0, *accumulate(row, mul)]
    after = [1.0, *accumulate(reversed(row), mul)]
    return [before[at] * after[len(row) - 1 - at] for at in range(len(row))]


def _below(value: float, spread: float, x: float) -> float:
    """The chance that a score is truly below x, half where it is known to be x."""
    if not spread:
        return 0.5 if x == value else float(x > value)
    return normal.below((x - value) / spread)


def _spread(score: Guess) -> float:
    """The deviation of a score whose range is a 95 % interval; a lopsided range counts with its mean width."""
    return (score.high - score.low) / 2 / _REACH
