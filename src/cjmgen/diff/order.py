"""order: the fewest of a list that have to be taken up to bring it into another order, and two orders told as one."""

from bisect import bisect_left
from collections.abc import Sequence


def staying(positions: Sequence[int]) -> frozenset[int]:
    """The longest run of places whose positions rise; those at all other places have to move."""
    ends: list[int] = []  # by length of a rising run, the smallest position such a run can end with
    holds: list[int] = []  # and the place that holds it
    before: list[int | None] = []
    for at, position in enumerate(positions):
        length = bisect_left(ends, position)
        before.append(holds[length - 1] if length else None)
        ends[length : length + 1], holds[length : length + 1] = [position], [at]
    kept: list[int] = []
    here = holds[-1] if holds else None
    while here is not None:
        kept.append(here)
        here = before[here]
    return frozenset(kept)


def merged(now: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """What a list holds now, and what it held before, each of that behind what it stood behind."""
    found, known = list(now), frozenset(now)
    for at, name in enumerate(before):
        if name not in known:
            found.insert(found.index(before[at - 1]) + 1 if at else 0, name)
    return tuple(found)
