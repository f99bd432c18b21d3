"""charts: the lines and areas of the charts as SVG paths; no figure is computed here, only drawn."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cjmgen.insight.charts.curve import tangents

Point = tuple[float, float]


def line(points: Sequence[Point]) -> str:
    """A monotone cubic (Fritsch–Carlson) through all points, from left to right; it never overshoots them."""
    return _line(tuple(points))


@lru_cache(maxsize=128)
def _line(points: tuple[Point, ...]) -> str:
    """Most lines are drawn again at once: as the edge of an area, and in another language."""
    if not points:
        return ""
    return f"M{_at(points[0])}" + (_curve(points) if len(points) > 1 else "")


def area(points: Sequence[Point], zero: float) -> str:
    """The same line, closed along the horizontal at `zero`."""
    if len(points) < 2:
        return ""
    return f"{line(points)}L{_at((points[-1][0], zero))}L{_at((points[0][0], zero))}Z"


def between(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """The area between two lines over the same steps."""
    if len(upper) < 2:
        return ""
    return f"{line(upper)}L{_at(lower[-1])}{_curve(lower[::-1])}Z"


def straight(points: Sequence[Point]) -> str:
    """Points joined by straight lines: a sparkline."""
    return "M" + "L".join(_at(point) for point in points) if points else ""


def _curve(points: Sequence[Point]) -> str:
    """The Bézier pieces after the first point; control points stand a third of the step away."""
    slopes = tangents(points)
    pieces = []
    for at, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        pieces.append(f"C{_at((x0 + third, y0 + slopes[at] * third))} {_at((x1 - third, y1 - slopes[at + 1] * third))} {_at((x1, y1))}")
    return "".join(pieces)


def _at(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(value: float) -> str:
    """A coordinate with one decimal at most; the same bytes on every machine."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text
