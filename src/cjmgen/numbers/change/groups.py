"""groups: groups side by side, each with its figure: which differ by more than noise when all of them are looked at together.

The groups have to be of different people. Whoever looks for the worst of many finds one by chance alone, so all tests that are made on the
way are raised together: see `several`.
"""

from collections.abc import Sequence
from itertools import combinations

from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import Counted, Step, best_step, step
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.share import Count

MOST = 20
"""Of more groups not every two are tested: the number of pairs grows with the square."""


def beside_rest(counts: Sequence[Count]) -> tuple[Step | None, ...]:
    """Each group after all the others, whose counts are added up. The p-values are still those of single tests."""
    k, n = sum(each.k for each in counts), sum(each.n for each in counts)
    return tuple(step(Count(k - own.k, n - own.n), own) for own in counts)


def farthest(groups: Sequence[tuple[Estimate, Counted | None]]) -> tuple[int, int, Step] | None:
    """The lowest and the highest group by position, with the test between them, raised for all pairs; None where nobody can tell.

    Where only intervals are known there is no p-value to raise, so then two groups are compared and no more.
    """
    if not 2 <= len(groups) <= MOST:
        return None
    low, high = (pick(range(len(groups)), key=lambda at: groups[at][0].value) for pick in (min, max))
    pairs = list(combinations(range(len(groups)), 2))
    made = together([best_step(groups[one][0], groups[other][0], groups[one][1], groups[other][1]) for one, other in pairs])
    found = made[pairs.index((min(low, high), max(low, high)))] if low != high else None
    known = found and (found.signal or len(groups) == 2)
    return (low, high, found) if found and known else None
