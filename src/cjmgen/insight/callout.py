"""callout: which points of a curve get a note, and on which side it stands so that nothing touches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjmgen.insight.curve import HEIGHT, WIDTH

COLUMN, PLOT = 168.0, 256.0
"""The narrowest column and the chart's height in pixels: where notes fit at this size, they fit in every wider one."""
_LETTER, _LINE, _WIDEST, _GAP, _DOT = 6.6, 16.0, 160.0, 14.0, 8.0
_AIR = 6.0


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


def slope(before: float | None, here: float, after: float | None) -> str:
    """What a point of a curve is; y grows downwards. An end of the curve is a peak or a valley."""
    around = [y for y in (before, after) if y is not None]
    if all(here <= y for y in around):
        return "peak"
    if all(here >= y for y in around):
        return "valley"
    return "rise" if before is not None and before > here else "fall"


def place(spots: Sequence[Spot], obstacles: Iterable[tuple[float, float]], stages: int) -> tuple[str | None, ...]:
    """The place of each spot's note, first come first served; None for one that is dropped.

    At most one per 1.2 columns stands, none touches another, none hides a point of a curve.
    """
    width = max(stages * COLUMN, 1.0)
    points = [(x / WIDTH * width, y / HEIGHT * PLOT) for x, y in obstacles]
    taken: list[Box] = []
    places: list[str | None] = []
    for spot in spots:
        found = None
        if len(taken) < max(1, int(stages / 1.2)):
            found = next(((name, box) for name, box in _boxes(spot, width) if _free(box, taken, points, width)), None)
        places.append(found[0] if found else None)
        if found:
            taken.append(found[1])
    return tuple(places)


def _boxes(spot: Spot, width: float) -> Iterable[tuple[str, Box]]:
    x, y = spot.x / WIDTH * width, spot.y / HEIGHT * PLOT
    lines = sum(-(-letters * _LETTER // _WIDEST) or 1.0 for letters in spot.letters if letters)
    wide, high = min(_WIDEST, max(spot.letters) * _LETTER), lines * _LINE
    for name in _PREFERENCES[spot.slope]:
        yield name, _box(name, x, y, wide, high)


def _box(name: str, x: float, y: float, wide: float, high: float) -> Box:
    """The rectangle a note fills; the stylesheet's `.call` places it the same way."""
    if name.startswith("side"):
        top = y - high - 4 if name == "side up" else y + 4
        left = x - wide - 12 if name == "side left" else x + 12
        return left, top, left + wide, top + high
    top = y - high - _GAP if name.startswith("over") else y + _GAP
    left = x - wide + 24 if name.endswith("end") else x - 24 if name.endswith("start") else x - wide / 2
    return left, top, left + wide, top + high


def _free(box: Box, taken: Iterable[Box], points: Iterable[tuple[float, float]], width: float) -> bool:
    left, top, right, bottom = box
    if left < 0 or right > width or top < 0 or bottom > PLOT:
        return False
    if any(left - _AIR < east and west - _AIR < right and top - 2 < south and north - 2 < bottom for west, north, east, south in taken):
        return False
    return not any(left - _DOT < x < right + _DOT and top - _DOT < y < bottom + _DOT for x, y in points)
