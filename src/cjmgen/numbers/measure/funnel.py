"""funnel: the people who reach each stage: how many of the first come so far, go on from the stage before, and leave.

Source: P. W. Farris and others (2010), *Marketing Metrics*, 2.8 and 10.5; the intervals are Wilson's, each stage being a part of the one
before.
"""

from collections.abc import Sequence
from itertools import pairwise

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate
from cjmgen.numbers.share import Count, share
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A counted stage by its position, and the counted one before it: shares from 0 to 1, each with its interval.

    `reach` is of the first counted stage, `conversion` of the one before, `drop_off` the rest of that. They are None where a stage has
    more people than what it would be a part of (`grows`), or where that has nobody.
    """

    at: int
    before: int
    reach: Estimate | None
    conversion: Estimate | None
    drop_off: Estimate | None
    grows: bool


def funnel(people: Sequence[int | None], level: float = LEVEL) -> tuple[Step, ...]:
    """The steps between counted stages, in order; stages without a count are bridged, and of fewer than two there are no steps."""
    counted = [(at, count) for at, count in enumerate(people) if count is not None]
    sound.whole("a funnel", *(count for _, count in counted))
    return tuple(_step(counted[0][1], start, end, level) for start, end in pairwise(counted))


def _step(first: int, start: tuple[int, int], end: tuple[int, int], level: float) -> Step:
    (before, were), (at, are) = start, end
    conversion = share(Count(are, were), level) if are <= were else None
    reach = share(Count(are, first), level) if are <= first else None
    return Step(at, before, reach, conversion, conversion.rest() if conversion else None, are > were)


def overall(people: Sequence[int | None], level: float = LEVEL) -> Estimate | None:
    """The share of the first counted stage that comes to the last; None unless two are counted and it is a share."""
    steps = funnel(people, level)
    return steps[-1].reach if steps else None
