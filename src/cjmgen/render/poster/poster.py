"""poster: the journey of a page as one SVG picture: its parts laid out one below the other, then drawn by `poster.svg`."""

from collections.abc import Collection, Iterator

from cjmgen.pages.journey.lanes import LaneRow
from cjmgen.pages.journey.page import JourneyView
from cjmgen.render.poster import cells
from cjmgen.render.poster.channels import channels
from cjmgen.render.poster.curve import emotion
from cjmgen.render.poster.desk import MARGIN, Desk, grid
from cjmgen.render.poster.funnel import funnel
from cjmgen.render.poster.head import foot, head, stages
from cjmgen.render.poster.shapes import Block
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.render.tokens import tokens
from cjmgen.value import dataclass
from cjmgen.words.speaker import Speaker

WIDE = 1440
"""How wide a poster is laid out where nobody says: at this size its letters are those of the page."""
LANES = ("goal", "actions", "emotion", "channels", "funnel", "pains", "chances")
"""What a poster may show below the heads of its stages, in the order of the page."""
_SHAPE, _TALLER = 9 / 16, 160.0
"""A poster with little in it is stretched to the shape of a slide, by a taller chart and no more than this."""

_LOST = {False: "#f6c9a4", True: "#6b3d20"}
"""The people a funnel loses; the stylesheet's `.c-lost`."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the poster and where its top is; `ruled` where a line runs above it."""

    block: Block
    top: float
    ruled: bool


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster laid out. The map lies between `top` and `bottom`."""

    wide: float
    high: float
    top: float
    bottom: float
    columns: tuple[float, ...]
    parts: tuple[Placed, ...]

    @property
    def scale(self) -> tuple[float, float] | None:
        """Where the best and the worst lie in the emotion chart."""
        return next((part.block.scale for part in self.parts if part.block.scale), None)


def desk(view: JourneyView, theme: Theme, speaker: Speaker, dark: bool = False, wide: float | None = None) -> Desk:
    """What the poster of a journey is drawn with."""
    return Desk(speaker, theme.symbols, tokens(theme, dark), grid(len(view.stages), wide or WIDE))


def lay_out(desk: Desk, view: JourneyView, lanes: Collection[str] = LANES) -> Poster:
    """All parts, each below the one before; a short poster gets a taller chart."""
    laid = _stacked(desk, view, lanes, 0)
    short = desk.grid.wide * _SHAPE - laid.high
    return _stacked(desk, view, lanes, min(short, _TALLER)) if short > 0 and laid.scale else laid


def _stacked(desk: Desk, view: JourneyView, lanes: Collection[str], taller: float) -> Poster:
    top = head(desk, view)
    y = top.high
    placed = [Placed(top, 0, False)]
    for block in _lanes(desk, view, lanes, taller):
        placed.append(Placed(block, y, block.name not in ("stages", "channel")))
        y += block.high
    low = foot(desk, view, lanes)
    columns = tuple(desk.grid.at(at) for at in range(len(view.stages)))
    return Poster(desk.grid.wide, y + low.high, top.high, y, columns, (*placed, Placed(low, y, False)))


def _lanes(desk: Desk, view: JourneyView, lanes: Collection[str], taller: float) -> list[Block]:
    """The parts of the map in the order of the page."""
    found = [stages(desk, view.stages)]
    for row in view.lanes:
        if row.key in lanes and not row.behind:
            found += _lane(desk, view, row, taller)
    return found


def _lane(desk: Desk, view: JourneyView, row: LaneRow, taller: float) -> Iterator[Block]:
    """One lane under its name; a channel lane is several parts."""
    words = desk.say(row.title) or desk.word(f"lane.{row.key}")
    if row.notes:
        yield cells.lane(desk, row.key, words, row.notes.cells, cells.note)
    elif row.key == "emotion" and view.emotion:
        yield emotion(desk, words, view.emotion, taller)
    elif row.key == "channels" and view.channels:
        yield from channels(desk, words, view.channels)
    elif row.key == "funnel" and view.funnel:
        period = f"{desk.speaker.period(view.period)}; " if view.period else ""
        yield funnel(desk, words, view.funnel, period + desk.word("journey.funnel_hint"))
    elif row.key == "pains" and view.pains:
        yield cells.lane(desk, row.key, words, view.pains.cells, cells.pain)
    elif row.key == "chances" and view.chances:
        yield cells.lane(desk, row.key, words, view.chances.cells, cells.chance)


def poster(
    view: JourneyView, theme: Theme, speaker: Speaker, dark: bool = False, wide: float | None = None, lanes: Collection[str] = LANES
) -> bytes:
    """The poster of a journey as SVG: no script, no style sheet, no font and nothing from elsewhere in it.

    It is as wide as was asked for; where its stages need more, it is drawn wider and shown smaller.
    """
    drawn_with = desk(view, theme, speaker, dark, wide)
    laid = lay_out(drawn_with, view, lanes)
    told = environment(theme, speaker).get_template("poster.svg")
    drawn = told.render(
        view=view, poster=laid, colour=drawn_with.colours, wide=wide or laid.wide, margin=MARGIN, grid=drawn_with.grid, lost=_LOST[dark]
    )
    return drawn.encode()
