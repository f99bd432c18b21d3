"""series: where the figures of periods lie in a box of 1000 × 240: a line with a band of intervals, broken where a period is missing."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cjmgen.model.amount import DAY, HOUR, MINUTE, half_up
from cjmgen.value import dataclass

WIDTH, HEIGHT, MARGIN = 1000, 240, 10

LINES = 5
"""Lines of the grid, about."""

_TIMES = (1, 2, 5, 10, 15, 30, *(MINUTE * each for each in (1, 2, 5, 10, 15, 30)), *(HOUR * each for each in (1, 2, 3, 6, 12)))
"""Steps between lines that a clock knows; above, whole days."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """The figure of a period, with its interval where there is one."""

    value: float
    low: float | None
    high: float | None
    loose: bool = False
    """Whether it stands apart from the line, as that of a period that isn't over does: the line would seem to fall."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines between neighbours, the bands of those with an interval, and the bridges over what is missing.

    `points` are where each figure lies, None of a missing one; `lines` are the values of the grid with their heights.
    """

    points: tuple[Point | None, ...]
    runs: tuple[tuple[Point, ...], ...]
    bands: tuple[tuple[tuple[Point, ...], tuple[Point, ...]], ...]
    bridges: tuple[tuple[Point, Point], ...]
    lines: tuple[tuple[float, float], ...]
    goal: float | None


def draw(
    figures: Sequence[Measure | None], goal: float | None, is_time: bool = False, bounds: tuple[float, float] | None = None
) -> Drawing:
    """The figures of periods from the oldest on, None of one without; `bounds` are what no figure of this kind can leave."""
    low, high, step = _reach(figures, goal, is_time, bounds)

    def y(value: float) -> float:
        return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - low) / (high - low), 1)

    xs = [round(WIDTH * (at + 0.5) / len(figures), 1) for at in range(len(figures))]
    points = tuple(None if each is None else (x, y(each.value)) for x, each in zip(xs, figures, strict=True))
    runs = tuple(_runs([None if each is None or each.loose else point for each, point in zip(figures, points, strict=True)]))
    ends = ((before[-1], after[0]) for before, after in pairwise(runs))
    return Drawing(
        points, tuple(run for run in runs if len(run) > 1), tuple(_bands(figures, xs, y)), tuple(ends),
        tuple((value, y(value)) for value in _values(low, high, step)), None if goal is None else y(goal),
    )  # fmt: skip


def _runs(points: Sequence[Point | None]) -> Iterator[tuple[Point, ...]]:
    """The points that follow one another without a gap."""
    run: list[Point] = []
    for point in (*points, None):
        if point:
            run.append(point)
        elif run:
            yield tuple(run)
            run = []


def _bands(
    figures: Sequence[Measure | None], xs: Sequence[float], y: Callable[[float], float]
) -> Iterator[tuple[tuple[Point, ...], tuple[Point, ...]]]:
    known = [None if each is None or each.loose or each.low is None or each.high is None else (each.low, each.high) for each in figures]
    uppers = _runs([None if each is None else (x, y(each[1])) for x, each in zip(xs, known, strict=True)])
    lowers = _runs([None if each is None else (x, y(each[0])) for x, each in zip(xs, known, strict=True)])
    yield from ((upper, lower) for upper, lower in zip(uppers, lowers, strict=True) if len(upper) > 1)


def _reach(
    figures: Sequence[Measure | None], goal: float | None, is_time: bool, bounds: tuple[float, float] | None
) -> tuple[float, float, float]:
    """The lowest and the highest line of the grid that hold all figures, intervals and the goal, and the step between lines."""
    known = [each for each in figures if each]
    values = [end for each in known for end in (each.value, each.low, each.high) if end is not None]
    values += [] if goal is None else [goal]
    least, most = min(values), max(values)
    span = most - least or abs(most) or 1.0
    step = _step(span / (LINES - 1), is_time)
    low, high = math.floor(least / step + 1e-9) * step, math.ceil(most / step - 1e-9) * step
    if low == high:
        low, high = low - step, high + step
    if bounds:
        low, high = max(low, bounds[0]), min(high, bounds[1])
    return low, high, step


def _step(least: float, is_time: bool) -> float:
    """The smallest round step that is not smaller."""
    if is_time:
        return next((each for each in _TIMES if each >= least), None) or DAY * _step(least / DAY, is_time=False)
    size: float = 10.0 ** math.floor(math.log10(least))
    return next(size * each for each in (1, 2, 2.5, 5, 10) if size * each >= least * (1 - 1e-9))


def _values(low: float, high: float, step: float) -> Iterator[float]:
    first = math.ceil(low / step - 1e-9)
    yield from (half_up(at * step, 9) for at in range(first, math.floor(high / step + 1e-9) + 1))


def across(value: float, least: float, most: float) -> float:
    """Where a value lies between two others, in percent; in the middle where they are one."""
    return half_up((value - least) / (most - least) * 100, 2) if most > least else 50.0
