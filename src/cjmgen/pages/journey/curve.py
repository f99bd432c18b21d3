"""curve: the emotion lane, a curve for everybody or one each for personas and actors."""

from functools import lru_cache

from cjmgen.insight.charts.callout import Spot, outside, place, slope
from cjmgen.pages.journey.items import Badge
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

_places_of = lru_cache(maxsize=64)(place)
"""Found once for all languages of a journey, as long as its texts are the same."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a curve: place in percent of the plot, where it leads, what it says."""

    x: float
    y: float
    href: str
    stage: Said
    title: Said
    value: float
    tone: str
    """pos, neg or "" for neutral."""
    moment: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """The 95 % interval over neighbouring measured points: its upper and its lower edge."""

    upper: Points
    lower: Points


@dataclass(frozen=True, slots=True)
class Callout:
    """A note written beside a dot. `place` is its class: where it stands; `reason` is lowest, highest or a moment."""

    x: float
    y: float
    place: str
    title: Said
    value: float
    tone: str
    reason: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """One curve in a view box of 1000 × 200. `style` 1 … 3 is solid with circle, dash with square, dots with triangle."""

    style: int
    who: tuple[Badge, ...]
    points: Points
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Emotion:
    """The emotion lane. `first`, `lowest`, `highest` and `last` are what the chart's sentence tells."""

    series: tuple[Series, ...]
    callouts: tuple[Callout, ...]
    above: bool
    """Whether a note needs room above the chart, and `below` it."""
    below: bool
    first: Dot
    lowest: Dot
    highest: Dot
    last: Dot


def emotion(drawn: tuple[Series, ...], stages: int) -> Emotion | None:
    """The emotion lane of these curves; None where nobody feels anything."""
    dots = sorted((dot for series in drawn for dot in series.dots), key=lambda dot: dot.x)
    if not dots:
        return None
    lowest, highest = min(dots, key=lambda dot: dot.value), max(dots, key=lambda dot: dot.value)
    wanted = _wanted(drawn, lowest, highest)
    spots = _spots(drawn, tuple(wanted))
    places = _places_of(spots, tuple(series.points for series in drawn), stages)
    notes = tuple(_callout(dot, why, where) for (dot, why), where in zip(wanted.items(), places, strict=True) if where is not None)
    return Emotion(drawn, notes, *outside(spots, places), dots[0], lowest, highest, dots[-1])


def _wanted(drawn: tuple[Series, ...], lowest: Dot, highest: Dot) -> dict[Dot, str]:
    """What notes are wanted for, with the reason: the lowest point, the highest and the moments, in this order."""
    wanted = {lowest: "lowest", highest: "highest"} if lowest.value < highest.value else {}
    for series in drawn:
        for dot in series.dots:
            if dot.moment:
                wanted.setdefault(dot, dot.moment)
    return wanted


def _spots(drawn: tuple[Series, ...], wanted: tuple[Dot, ...]) -> tuple[Spot, ...]:
    slopes = {dot: way for series in drawn for dot, way in zip(series.dots, _slopes(series.points), strict=True)}
    return tuple(_spot(dot, slopes[dot]) for dot in wanted)


def _spot(dot: Dot, way: str) -> Spot:
    return Spot(dot.x * 10, dot.y * 2, way, (len(dot.title.text) + _VALUE, _REASON + (_ASKED if dot.n else 0)))


def _callout(dot: Dot, reason: str, where: str) -> Callout:
    return Callout(dot.x, dot.y, where, dot.title, dot.value, dot.tone, reason, dot.n)


_VALUE, _REASON, _ASKED = 5, 18, 12
"""Letters that ` +1.5`, `Moment of truth` and `, 14 answers` take, as their languages go."""


def _slopes(points: Points) -> list[str]:
    ys = [y for _, y in points]
    return [slope(before, y, after) for before, y, after in zip([None, *ys[:-1]], ys, [*ys[1:], None], strict=True)]
