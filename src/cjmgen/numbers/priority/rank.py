"""rank: how far a rank can be trusted: between which places it may lie, and how likely each opportunity is the first.

Each score is taken as normal, with the spread that its range says and independent of the others: the chance that one is ahead of another
is then Φ((a - b) / √(sₐ² + s_b²)), as in L. L. Thurstone (1927), *A law of comparative judgment*. Nothing is drawn at random: the chance
to be the first is added up over a fixed grid of a score's quantiles. The places are those of the pairs that are far enough apart; compare
H. Goldstein and M. J. R. Healy (1995), *The graphical presentation of a collection of means*.
"""

import math
from collections.abc import Sequence

from cjmgen.numbers.estimate import LEVEL
from cjmgen.numbers.law import normal
from cjmgen.numbers.priority.models import Guess
from cjmgen.value import dataclass

_REACH = normal.factor(LEVEL)
_GRID = tuple(normal.quantile((at + 0.5) / 128) for at in range(128))
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
    sure, firsts, found = normal.below(_REACH), _firsts(falling), []
    for above, (at, score) in enumerate(zip(order, falling, strict=True)):
        best = 1 + sum(ahead(other, score) >= sure for other in falling[:above])
        below = falling[above + 1 :]
        worst = len(falling) - sum(ahead(score, other) >= sure for other in below)
        found.append(Place(at, above + 1, best, worst, firsts[above], ahead(score, below[0]) if below else None))
    return tuple(found)


def _firsts(falling: Sequence[Guess]) -> list[float]:
    """The chance of each to be the first, with those left out that lie too far behind the one on top."""
    near = [at for at, score in enumerate(falling) if _is_near(falling[0], score)]
    chances = {at: _first(falling[at], [falling[other] for other in near if other != at]) for at in near}
    whole = math.fsum(chances.values())
    return [chances.get(at, 0.0) / whole for at in range(len(falling))]


def _is_near(top: Guess, score: Guess) -> bool:
    return top.value - score.value <= _FAR * math.hypot(_spread(top), _spread(score))


def _first(score: Guess, others: Sequence[Guess]) -> float:
    return math.fsum(math.prod(ahead(Guess(x, x, x), other) for other in others) for x in _quantiles(score)) / len(_GRID)


def _quantiles(score: Guess) -> Sequence[float]:
    spread = _spread(score)
    return [score.value + spread * z for z in _GRID]


def _spread(score: Guess) -> float:
    """The deviation of a score whose range is a 95 % interval; a lopsided range counts with its mean width."""
    return (score.high - score.low) / 2 / _REACH
