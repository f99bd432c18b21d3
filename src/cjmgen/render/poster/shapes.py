"""shapes: what a poster is drawn of, in pixels; a colour is the name of one of the theme's."""

from collections.abc import Iterable
from typing import ClassVar

from markupsafe import Markup

from cjmgen.render.poster.measure import width
from cjmgen.value import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_RISE, _FALL = 0.82, 0.26
"""How far letters reach above and below their line, in parts of the size."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; `y` is the line they stand on. `anchor` is start, middle or end."""

    kind: ClassVar[str] = "Text"
    x: float
    y: float
    words: str
    size: float
    colour: str = "ink"
    bold: bool = False
    anchor: str = "start"
    serif: bool = False

    @property
    def box(self) -> Box:
        """The room the words take at most."""
        wide = width(self.words, self.size, self.bold, self.serif)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - self.size * _RISE, left + wide, self.y + self.size * _FALL


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, round at its corners."""

    kind: ClassVar[str] = "Rect"
    x: float
    y: float
    wide: float
    high: float
    radius: float = 0
    fill: str = "none"
    stroke: str = "none"

    @property
    def box(self) -> Box:
        """The room it takes."""
        return self.x, self.y, self.x + self.wide, self.y + self.high


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an area. `fill` and `stroke` are colours or, with a `#`, gradients of the poster."""

    kind: ClassVar[str] = "Path"
    d: str
    fill: str = "none"
    stroke: str = "none"
    width: float = 1
    dash: str = ""
    opacity: float = 1
    scale: tuple[float, float] | None = None
    """What the path was drawn for, against its room here."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawing of the theme, in a colour, so many pixels wide and high."""

    kind: ClassVar[str] = "Mark"
    x: float
    y: float
    wide: float
    high: float
    view: tuple[float, float]
    drawing: Markup

    @property
    def box(self) -> Box:
        """The room it takes."""
        return self.x, self.y, self.x + self.wide, self.y + self.high


Shape = Text | Rect | Path | Mark


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the poster, as wide as the poster, drawn from its own top. `name` says which."""

    name: str
    high: float
    shapes: tuple[Shape, ...]
    scale: tuple[float, float] | None = None
    """Where the best and the worst of an emotion chart lie."""


def lines(x: float, top: float, said: Iterable[str], size: float, lead: float, colour: str = "ink", bold: bool = False) -> list[Shape]:
    """Lines of words one below the other, `lead` apart; the first line's room begins at `top`."""
    return [Text(x, top + lead * (at + 0.5) + size * 0.35, words, size, colour, bold) for at, words in enumerate(said)]


def disc(x: float, y: float, radius: float) -> str:
    """The path of a circle."""
    return f"M{n(x - radius)} {n(y)}a{n(radius)} {n(radius)} 0 1 0 {n(2 * radius)} 0a{n(radius)} {n(radius)} 0 1 0 {n(-2 * radius)} 0Z"


def diamond(x: float, y: float, reach: float) -> str:
    """The path of a square on its corner."""
    return f"M{n(x)} {n(y - reach)}l{n(reach)} {n(reach)} {n(-reach)} {n(reach)} {n(-reach)} {n(-reach)}Z"


def n(value: float) -> str:
    """A figure with one decimal at most; the same bytes on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
