"""chart: a metric period by period, drawn and as rows of a table: figures, intervals, the goal, and what is odd about a period."""

import datetime
from collections.abc import Iterator, Sequence

from cjmgen.atlas.fill import CLOCKED
from cjmgen.insight.charts.series import HEIGHT, Drawing, Measure, draw
from cjmgen.model.amount import Amount, Kind
from cjmgen.model.figures import Figures
from cjmgen.numbers.digits import worth
from cjmgen.numbers.estimate import Estimate, given
from cjmgen.numbers.gather.period import ordered, spaced
from cjmgen.numbers.measured import Measured, Part, Restated
from cjmgen.pages.journey.grounds import amount_of, ends_of
from cjmgen.pages.parts.corrected import Corrected, corrected
from cjmgen.value import dataclass

NAMED = 12
"""Periods that are named below the drawing; of more, every second or third."""

DOTTED = 36
"""Periods whose figures have a dot; of more only the first, the last, the lowest and the highest."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A period with its figure; `x` and `y` are in percent. Without a value nothing was measured.

    `first` and `last` are the days that are known of one that is not whole; `restated` says what a later export corrected.
    """

    period: str
    value: Amount | None
    low: Amount | None
    high: Amount | None
    n: int
    x: float
    y: float
    marked: bool
    """Whether it has a dot."""
    part: bool
    """Whether the period is not whole."""
    first: datetime.date | None
    last: datetime.date | None
    restated: Corrected | None
    open: int = 0
    """Deals of the period that are open, and may yet change its figure."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A period by its name below the drawing; `year` is told where it begins, `minor` has no room in a narrow window."""

    period: str
    year: str
    x: float
    minor: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing, in a box of 1000 × 240; `lines` are the values of the grid with their heights in percent, `goal` is that of the goal.

    `gaps` are the places of missing periods, left and width in percent; `bridges` lead over them. `lowest` and `highest` are of the line.
    """

    dots: tuple[Dot, ...]
    runs: tuple[Points, ...]
    bands: tuple[Points, ...]
    """The outlines of the intervals of neighbours."""
    bridges: tuple[Points, ...]
    gaps: tuple[tuple[float, float], ...]
    lines: tuple[tuple[Amount, float], ...]
    ticks: tuple[Tick, ...]
    goal: float | None
    first: Dot
    last: Dot
    lowest: Dot
    highest: Dot
    unfinished: int
    restated: int
    noted: bool
    """Whether there is anything to say of a period beside its figure."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A period with what is known of it."""

    period: str
    estimate: Estimate | None
    part: Part | None = None
    loose: bool = False
    restated: Restated | None = None
    open: int = 0


def chart(read: Figures, measured: Measured | None) -> Chart | None:
    """The chart of a metric; None where fewer than two periods have a figure."""
    kind: Kind = read.value.kind if read.value else "number"
    told = tuple(_measured(measured) if measured and measured.series else _typed(read, kind))
    if sum(1 for each in told if each.estimate and not each.loose) < 2:
        return None
    goal = read.goal.value if read.goal else None
    drawing = draw([_measure(each) for each in told], goal, kind == "time", (0.0, 1.0) if kind == "share" else None)
    is_score = bool(measured and measured.is_score)
    dots = tuple(_dot(told, at, drawing, kind, is_score) for at in range(len(told)))
    return _chart(dots, drawing, kind)


def _chart(dots: tuple[Dot, ...], drawing: Drawing, kind: Kind) -> Chart:
    whole = [dot for dot in dots if dot.value and not dot.part]
    line = sorted(whole or [dot for dot in dots if dot.value], key=lambda dot: (-dot.y, dot.x))
    ends = sorted(line, key=lambda dot: dot.x)
    wide = 100 / len(dots)
    return Chart(
        dots, drawing.runs, tuple((*upper, *reversed(lower)) for upper, lower in drawing.bands), drawing.bridges,
        tuple((round(at * wide, 2), round(wide, 2)) for at, dot in enumerate(dots) if not dot.value),
        tuple((Amount(value, kind, kind == "time" and value < CLOCKED), _percent(y)) for value, y in drawing.lines), tuple(_ticks(dots)),
        None if drawing.goal is None else _percent(drawing.goal), ends[0], ends[-1], line[0], line[-1],
        sum(1 for dot in dots if dot.part), sum(1 for dot in dots if dot.restated),
        any(not dot.value or dot.part or dot.restated or dot.open for dot in dots),
    )  # fmt: skip


def _measured(measured: Measured) -> Iterator[_Told]:
    """Every period that is known of, and those that are missing between them."""
    parts = {each.period: each for each in measured.parts}
    series = {each.period: each.estimate for each in measured.series}
    still = {**{each.period: each.open for each in measured.parts}, **{each.period: each.open for each in measured.series}}
    known = {**{period: each.estimate for period, each in parts.items()}, **series}
    corrected = {each.period: each for each in measured.restated}
    for period in spaced(ordered(list(known))):
        part, restated = parts.get(period), corrected.get(period)
        yield _Told(period, known.get(period), part, part is not None and period not in series, restated, still.get(period, 0))


def _typed(read: Figures, kind: Kind) -> Iterator[_Told]:
    """Values that were typed have an order and no periods."""
    for value in read.alike(kind):
        yield _Told("", given(value))


def _measure(of: _Told) -> Measure | None:
    estimate = of.estimate
    return Measure(estimate.value, estimate.low, estimate.high, of.loose) if estimate else None


def _dot(told: Sequence[_Told], at: int, drawing: Drawing, kind: Kind, is_score: bool) -> Dot:
    """Shares are told with as many decimals as the newest value, by the page."""
    of, point, x = told[at], drawing.points[at], round(100 * (at + 0.5) / len(told), 2)
    estimate = of.estimate
    if estimate is None or point is None:
        return Dot(of.period, None, None, None, 0, x, 0.0, marked=False, part=False, first=None, last=None, restated=None)
    digits = worth(estimate, kind, is_score)
    usual = None if kind == "share" else digits
    value, (low, high) = amount_of(estimate.value, kind, usual), ends_of(estimate, kind, usual)
    first, last = (of.part.days if of.part else None) or (None, None)
    return Dot(
        of.period, value, low, high, estimate.n, x, _percent(point[1]), len(told) <= DOTTED or at in _ends(told),
        of.part is not None, first, last, corrected(of.restated, None if of.restated.stage else digits) if of.restated else None, of.open,
    )  # fmt: skip


def _ends(told: Sequence[_Told]) -> frozenset[int]:
    """The places that have a dot in any case."""
    known = [(each.estimate.value, at) for at, each in enumerate(told) if each.estimate]
    odd = (at for at, each in enumerate(told) if each.part or each.restated)
    return frozenset({known[0][1], known[-1][1], min(known)[1], max(known)[1], *odd})


def _ticks(dots: Sequence[Dot]) -> Iterator[Tick]:
    """The names below the drawing, counted from the last; none of values that were typed."""
    every = -(-len(dots) // NAMED)
    named = [(at, dot) for at, dot in enumerate(dots) if dot.period and (len(dots) - 1 - at) % every == 0]
    year = ""
    for at, dot in named:
        own = dot.period.partition("-")[0]
        minor = (len(dots) - 1 - at) // every % 2 == 1 and len(named) > NAMED // 3
        yield Tick(dot.period, "" if own == year else own, dot.x, minor)
        year = own


def _percent(height: float) -> float:
    return round(height / HEIGHT * 100, 2)
