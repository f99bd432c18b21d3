"""curve: where a value of the emotion scale lies in the view box of 1000 × 200 that all emotion charts share."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]

WIDTH, HEIGHT = 1000, 200
_TOP, _RANGE = 0.17, 0.7
"""+2 lies at 17 % of the height and -2 at 87 %: the margins hold the notes."""

NEUTRAL = 0.2
"""A score nearer to zero than this is neither good nor bad."""


def across(stage: int, stages: int, at: int = 0, of: int = 1) -> float:
    """The x of touchpoint `at` of `of` in a stage, all counted from 0; without these, the stage's centre."""
    return round(WIDTH * (stage + (at + 0.5) / of) / stages, 1)


def height(emotion: float) -> float:
    """The y of an emotion, -2 … +2."""
    return round(HEIGHT * (_TOP + _RANGE * (2 - emotion) / 4), 1)


def tone(score: float | None) -> str:
    """pos, neg, or "" for neutral and unknown."""
    return "" if score is None or abs(score) < NEUTRAL else "pos" if score > 0 else "neg"


def tangents(points: Sequence[Point]) -> list[float]:
    """The slope of the curve in each point: flat at local extremes, else the mean of neighbouring secants, inside a circle of radius 3."""
    secants = [(y1 - y0) / (x1 - x0) if x1 != x0 else 0.0 for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [0.0 if left * right <= 0 else (left + right) / 2 for left, right in pairwise(secants)]
    slopes = [secants[0], *inner, secants[-1]]
    for at, secant in enumerate(secants):
        if secant == 0:
            slopes[at] = slopes[at + 1] = 0.0
        elif (size := math.hypot(slopes[at] / secant, slopes[at + 1] / secant)) > 3:
            slopes[at] *= 3 / size
            slopes[at + 1] *= 3 / size
    return slopes


def along(points: Sequence[Point], far: float) -> Iterator[Point]:
    """Points on the curve, none farther than about `far` from the next, those it goes through among them."""
    yield from points[:1]
    slopes = tangents(points) if len(points) > 1 else []
    for at, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        wide, high = x1 - x0, y1 - y0
        pieces = math.ceil(max(wide, abs(high)) / far) or 1
        for t in (step / pieces for step in range(1, pieces + 1)):
            bent = slopes[at] * t * (1 - t) ** 2 - slopes[at + 1] * t * t * (1 - t)
            yield x0 + wide * t, y0 + high * t * t * (3 - 2 * t) + wide * bent
