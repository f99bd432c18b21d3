"""journey_curve: the emotion lane, a curve for everybody or one each for personas and actors."""

from dataclasses import dataclass

from cjmgen.pages.journey_items import Badge
from cjmgen.pages.view import Said

Points = tuple[tuple[float, float], ...]


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
    """The 95 % interval over neighbouring measured points: the upper edge forwards, the lower edge backwards."""

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
    first: Dot
    lowest: Dot
    highest: Dot
    last: Dot
