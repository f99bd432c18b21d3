"""overlay: the emotion curves of the subjects over one another, with labels at their ends that never touch."""

from cjmgen.insight.charts.apart import apart
from cjmgen.insight.charts.curve import across, height
from cjmgen.pages.comparison.scene import Scene
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

GAP = 7.7
"""Percent of the chart's height that labels keep from one another: 16 px where the chart is lowest, 208 px on phones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a curve, in percent of the plot."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One subject's curve in a view box of 1000 × 200; `style` 1 … 4 is its line and its mark, `label` where its name stands.

    The name of a curve that goes to the last column stands beside its end; else `side` says whether over it or under it.
    """

    style: int
    points: Points
    marks: tuple[Mark, ...]
    label: Mark
    side: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """The chart; subjects without an emotion have no curve in it."""

    curves: tuple[Curve, ...]


def overlay(scene: Scene) -> Overlay | None:
    """The curves through the centres of the columns; None where nobody feels anything."""
    drawn = tuple((at + 1, points) for at in range(len(scene.spine.sides)) if (points := curve(scene, at)))
    columns = len(scene.spine.columns)
    whole = [style for style, points in drawn if points[-1][0] == across(columns - 1, columns)]
    ends = apart([points[-1][1] / 2 for style, points in drawn if style in whole], GAP, 4, 96)
    labels = dict(zip(whole, ends, strict=True))
    return Overlay(tuple(_curve(style, points, labels.get(style), drawn) for style, points in drawn)) if drawn else None


def _curve(style: int, points: Points, label: float | None, drawn: tuple[tuple[int, Points], ...]) -> Curve:
    (x, y), others = points[-1], [dict(each).get(points[-1][0]) for other, each in drawn if other != style]
    side = "" if label is not None else "over" if any(other is not None and other > y for other in others) else "under"
    return Curve(style, points, tuple(_mark(*point) for point in points), Mark(_percent(x), y / 2 if label is None else label), side)


def curve(scene: Scene, at: int) -> Points:
    """The points of a subject's curve."""
    columns = scene.spine.columns
    found = ((nth, column.stances[at]) for nth, column in enumerate(columns))
    return tuple((across(nth, len(columns)), height(stance.score)) for nth, stance in found if stance and stance.score is not None)


def _mark(x: float, y: float) -> Mark:
    return Mark(_percent(x), round(y / 2, 2))


def _percent(x: float) -> float:
    return round(x / 10, 2)
