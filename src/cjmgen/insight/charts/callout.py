"""callout: which points of a curve get a note, and on which side it stands so that nothing touches."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from cjmgen.insight.charts.curve import HEIGHT, WIDTH, Point, along, height
from cjmgen.value import dataclass

COLUMN, PLOT = 168.0, 256.0
"""The narrowest column and the chart's height in pixels: where notes fit at this size, they fit in every wider one."""
OVER, UNDER = 20.0, 32.0
"""Room that the lane gains above and below the chart for notes at the ends of the scale."""
_PHONE_COLUMN, _LEAST = 237.0, 567.0
"""Few stages are wider: on a phone three quarters of the screen, beside lane names what is left of the window."""
_LETTER, _LINE, _WIDEST, _GAP, _DOT = 6.6, 16.0, 160.0, 14.0, 8.0
_AIR, _PIECE = 6.0, 16.0
_ENDS = 2
"""The first two notes, the lowest point and the highest, stand wherever there is room."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that wants a note: where it lies in the view box, what slope it is on, and how long its two lines are.

    `slope` is `peak`, `valley`, `rise` or `fall`.
    """

    x: float
    y: float
    slope: str
    letters: tuple[int, int]


Box = tuple[float, float, float, float]

_PREFERENCES = {
    "peak": ("over", "over end", "over start", "side", "side left"),
    "valley": ("", "end", "start", "side", "side left"),
    "rise": ("side", "over end", "over", "", "start"),
    "fall": ("side up", "over start", "over", "end", ""),
}
_ANYWHERE = ("over", "over end", "over start", "", "end", "start", "side", "side left", "side up", "side up left")


def slope(before: float | None, here: float, after: float | None) -> str:
    """What a point of a curve is; y grows downwards. An end is a peak or a valley, level ground what its half of the scale is."""
    around = [y for y in (before, after) if y is not None]
    top, bottom = all(here <= y for y in around), all(here >= y for y in around)
    if top or bottom:
        return "peak" if top and not (bottom and here > height(0)) else "valley"
    return "rise" if before is not None and before > here else "fall"


def place(spots: Sequence[Spot], curves: Iterable[Sequence[Point]], stages: int) -> tuple[str | None, ...]:
    """The place of each spot's note, first come first served; None for one that is dropped.

    At most one per 1.2 columns stands, none touches another, none hides a point of a curve or lies across its line.
    """
    width = narrowest(stages)
    points = sorted(point for curve in curves for point in _drawn(curve, width))
    taken: list[Box] = []
    places: list[str | None] = []
    for nth, spot in enumerate(spots):
        found = None
        if len(taken) < max(_ENDS, int(stages / 1.2)):
            names = dict.fromkeys((*_PREFERENCES[spot.slope], *(_ANYWHERE if nth < _ENDS else ())))
            boxes = ((name, box_of(spot, name, width)) for name in names)
            found = next(((name, box) for name, box in boxes if _free(box, taken, points, width)), None)
        places.append(found[0] if found else None)
        if found:
            taken.append(found[1])
    return tuple(places)


def outside(spots: Iterable[Spot], places: Iterable[str | None]) -> tuple[bool, bool]:
    """Whether a placed note rises above the chart, and whether one hangs below it."""
    boxes = [box_of(spot, name, WIDTH) for spot, name in zip(spots, places, strict=True) if name is not None]
    return any(box[1] < 0 for box in boxes), any(box[3] > PLOT for box in boxes)


def narrowest(stages: int) -> float:
    """The narrowest that the chart of so many stages gets, in pixels."""
    return max(stages * COLUMN, min(stages * _PHONE_COLUMN, _LEAST))


def _drawn(curve: Sequence[Point], width: float) -> Iterator[Point]:
    """Points of a curve in pixels, near enough to one another that no note slips between them."""
    scaled = [(x / WIDTH * width, y / HEIGHT * PLOT) for x, y in curve]
    return along(scaled, _PIECE)


def box_of(spot: Spot, name: str, width: float) -> Box:
    """The rectangle that a spot's note fills in a place, in pixels; the stylesheet's `.call` places it the same way."""
    x, y = spot.x / WIDTH * width, spot.y / HEIGHT * PLOT
    lines = sum(-(-letters * _LETTER // _WIDEST) or 1.0 for letters in spot.letters if letters)
    wide, high = min(_WIDEST, max(spot.letters) * _LETTER), lines * _LINE
    if name.startswith("side"):
        top = y - high - 4 if "up" in name else y + 4
        left = x - wide - 12 if "left" in name else x + 12
        return left, top, left + wide, top + high
    top = y - high - _GAP if name.startswith("over") else y + _GAP
    left = x - wide + 24 if name.endswith("end") else x - 24 if name.endswith("start") else x - wide / 2
    return left, top, left + wide, top + high


def _free(box: Box, taken: Iterable[Box], points: Sequence[Point], width: float) -> bool:
    left, top, right, bottom = box
    if left < 0 or right > width or top < -OVER or bottom > PLOT + UNDER:
        return False
    if any(left - _AIR < east and west - _AIR < right and top - 2 < south and north - 2 < bottom for west, north, east, south in taken):
        return False
    first, end = bisect_left(points, (left - _DOT,)), bisect_left(points, (right + _DOT,))
    return not any(top - _DOT < y < bottom + _DOT for _, y in points[first:end])
