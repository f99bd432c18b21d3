"""funnel: the people who go on from stage to stage: their shares, and the band as paths in a view box of 1000 × 100."""

import math
from collections.abc import Sequence
from itertools import pairwise

from cjmgen.value import dataclass

WIDTH, BASE, TALLEST = 1000, 100, 70
_EASE = 0.4
"""The band eases over this part of a column on either side of a border."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The way from one counted stage to the next, by their positions: the share that comes on, and the goal."""

    start: int
    end: int
    share: float
    goal: float | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The band, and for each step that loses people the wedge above its slope."""

    band: str
    losses: tuple[str, ...]


def passages(people: Sequence[int | None], goals: Sequence[float | None]) -> tuple[Passage, ...]:
    """The ways between counted stages. A goal is one for the stage right before, so it holds only between neighbours."""
    counted = [(at, count) for at, count in enumerate(people) if count is not None]
    return tuple(
        Passage(start, end, last / first, goals[end] if end == start + 1 else None)
        for (start, first), (end, last) in pairwise(counted)
        if first
    )


def draw(people: Sequence[int | None]) -> Drawing | None:
    """The funnel of these counts by stage; stages without a count are bridged. None unless two stages are counted."""
    column = WIDTH / len(people) if people else 0
    counted = [(at, count) for at, count in enumerate(people) if count is not None]
    most = max((count for _, count in counted), default=0)
    if len(counted) < 2 or not most:
        return None
    tops = [(at, BASE - TALLEST * math.sqrt(count / most)) for at, count in counted]
    first, last = tops[0][0] * column, (tops[-1][0] + 1) * column
    band, losses = f"M{_n(first)} {_n(tops[0][1])}", []
    for (at, top), (after, lower) in pairwise(tops):
        start, end = (at + 1 - _EASE) * column, (after + _EASE) * column
        middle = (start + end) / 2
        ease = f"{_n(middle)} {_n(top)} {_n(middle)} {_n(lower)} {_n(end)} {_n(lower)}"
        band += f"H{_n(start)}C{ease}"
        if lower > top + 0.05:
            losses.append(f"M{_n(start)} {_n(top)}C{ease}V{_n(top)}Z")
    return Drawing(f"{band}H{_n(last)}V{BASE}H{_n(first)}Z", tuple(losses))


def _n(value: float) -> str:
    return f"{round(value, 1):g}"
