"""chart: a figure of a journey from revision to revision, as points in a box of 1000 × 120."""

from collections.abc import Callable, Collection, Iterator, Sequence

from cjmgen.diff.history.tale import Moment
from cjmgen.insight.charts.curve import tone
from cjmgen.value import dataclass

WIDTH, HEIGHT, MARGIN = 1000, 120, 14

FEW = 20
"""Dots that can still be told apart."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A revision in a chart: its number among those of the journey, counted from 1, and where it lies, in percent."""

    number: int
    value: float
    tone: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure, `emotion`, `conversion` or `evidence`, over all revisions that have it; `zero` is the height of a neutral emotion.

    Of many revisions only the first, the last, the lowest and the highest have a dot.
    """

    key: str
    points: tuple[tuple[float, float], ...]
    dots: tuple[Dot, ...]
    first: float
    last: float
    zero: float | None


def charts(moments: Sequence[Moment]) -> Iterator[Chart]:
    """The figures that anything is known of in at least two revisions."""
    for key, value in _FIGURES.items():
        known = [(at, found) for at, moment in enumerate(moments) if (found := value(moment)) is not None]
        if len(known) > 1:
            yield _chart(key, known, len(moments))


_FIGURES: dict[str, Callable[[Moment], float | None]] = {
    "emotion": lambda moment: moment.figures.score,
    "conversion": lambda moment: moment.figures.conversion,
    "evidence": lambda moment: moment.figures.coverage.share,
}


def _chart(key: str, known: Sequence[tuple[int, float]], of: int) -> Chart:
    low, high = (-2.0, 2.0) if key == "emotion" else (0.0, 1.0) if key == "evidence" else (0.0, max(value for _, value in known) or 1.0)

    def y(value: float) -> float:
        return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - low) / (high - low), 1)

    points = tuple((round(WIDTH * (at + 0.5) / of, 1), y(value)) for at, value in known)
    marked = _marked([value for _, value in known])
    dots = tuple(
        Dot(at + 1, value, tone(value) if key == "emotion" else "", round(x / WIDTH * 100, 2), round(height / HEIGHT * 100, 2))
        for place, ((at, value), (x, height)) in enumerate(zip(known, points, strict=True))
        if place in marked
    )
    return Chart(key, points, dots, known[0][1], known[-1][1], y(0) if key == "emotion" else None)


def _marked(values: Sequence[float]) -> Collection[int]:
    """The places that get a dot."""
    places = range(len(values))
    return places if len(values) <= FEW else {0, min(places, key=values.__getitem__), max(places, key=values.__getitem__), len(values) - 1}
