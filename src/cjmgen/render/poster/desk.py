"""desk: what a poster is drawn with: the words and marks of a theme, its colours, and the grid of the stages."""

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from cjmgen.pages.view import Said
from cjmgen.render.icons import UNKNOWN
from cjmgen.render.poster.measure import clean, width, wrap
from cjmgen.render.poster.shapes import Mark, Shape, Text, lines
from cjmgen.render.prose import plain
from cjmgen.value import dataclass
from cjmgen.words.speaker import Speaker

MARGIN, LABEL, COLUMN, PAD = 48.0, 160.0, 168.0, 12.0
"""Around the poster, the lane names, the narrowest stage, inside a cell."""
TEXT, LEAD = 13.0, 18.0
SMALL, SMALL_LEAD = 12.0, 16.0

_SYMBOL = re.compile(r'^<symbol [^>]*viewBox="([-0-9.]+) ([-0-9.]+) ([0-9.]+) ([0-9.]+)">(.*)</symbol>$', re.DOTALL)
_TOKEN = re.compile(r"var\(--([a-z0-9-]+)\)")

_BARE = frozenset({"validated", "reasoned", "assumed", "effort", *(f"severity-{level}" for level in range(5))})
"""Glyphs that bring their own lines and grounds; all others are drawn in outline."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns: how many stages, and how wide the poster is."""

    stages: int
    wide: float

    @property
    def left(self) -> float:
        """Where the first stage begins."""
        return MARGIN + LABEL

    @property
    def plot(self) -> float:
        """How wide all stages are together."""
        return self.wide - MARGIN - self.left

    @property
    def column(self) -> float:
        """How wide one stage is."""
        return self.plot / self.stages

    def at(self, stage: int) -> float:
        """Where a stage begins, counted from 0."""
        return self.left + stage * self.column


def grid(stages: int, wide: float) -> Grid:
    """The grid of so many stages; wider than asked for where they need it."""
    stages = max(stages, 1)
    return Grid(stages, max(wide, 2 * MARGIN + LABEL + stages * COLUMN))


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark and the words beside it, either of which may be missing."""

    mark: str
    words: str
    colour: str = "ink-3"


@dataclass(frozen=True)
class Desk:
    """Everything a part of the poster is drawn with."""

    speaker: Speaker
    symbols: Mapping[str, str]
    colours: Mapping[str, str]
    grid: Grid

    def say(self, said: Said) -> str:
        """A text's words alone."""
        return clean(plain(said.text))

    def word(self, key: str, **values: object) -> str:
        """A phrase of the theme."""
        told = {name: self.say(value) if isinstance(value, Said) else value for name, value in values.items()}
        return clean(self.speaker.word(key, **told))

    def mark(self, name: str, x: float, y: float, high: float, colour: str = "ink-3", extra: str = "") -> Mark:
        """A drawing of the theme with its left upper corner there; `extra` is drawn over it."""
        found = _SYMBOL.match(self.symbols.get(name) or self.symbols[UNKNOWN])
        assert found
        ink = self.colours[colour]
        drawing = _TOKEN.sub(lambda token: self.colours.get(token[1], ink), found[5] + extra).replace("currentColor", ink)
        wide, tall = float(found[3]), float(found[4])
        if name not in _BARE:
            drawing = f'<g fill="none" stroke="{ink}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{drawing}</g>'
        return Mark(x, y, high * wide / tall, high, (wide, tall), Markup(drawing))

    def label(self, words: str, top: float, hint: str = "") -> list[Shape]:
        """The name of a lane, and under it what helps to read it."""
        room = LABEL - PAD - 16
        name = wrap(words, room, TEXT, bold=True)
        found = lines(MARGIN + 16, top, name, TEXT, LEAD, bold=True)
        return found + lines(MARGIN + 16, top + LEAD * len(name) + 2, wrap(hint, room, SMALL), SMALL, SMALL_LEAD, "ink-3")

    def flow(self, pieces: Iterable[Piece], left: float, top: float, room: float, gap: float = 10) -> tuple[list[Shape], float]:
        """Pieces one after another and below where a line is full; what was drawn, and how high it is."""
        shapes: list[Shape] = []
        x, y = left, top
        for piece in pieces:
            beside = 18.0 if piece.mark else 0.0
            said = wrap(piece.words, room - beside, SMALL)
            wide = beside + max((width(each, SMALL) for each in said), default=0)
            if x > left and (x + wide > left + room or len(said) > 1):
                x, y = left, y + SMALL_LEAD
            if piece.mark:
                shapes.append(self.mark(piece.mark, x, y + 2, 12, piece.colour))
            shapes += lines(x + beside, y, said, SMALL, SMALL_LEAD, piece.colour)
            y += SMALL_LEAD * (max(len(said), 1) - 1)
            x = left if len(said) > 1 else x + wide + gap
            y += SMALL_LEAD if len(said) > 1 else 0
        return shapes, y + (SMALL_LEAD if x > left else 0) - top


def middle(x: float, y: float, words: str, size: float, colour: str = "ink", bold: bool = False) -> Text:
    """Words around a point."""
    return Text(x, y, words, size, colour, bold, "middle")
