"""cells: lanes of notes, pains and opportunities, a cell a stage and three items a cell."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from cjmgen.pages.journey.items import Chance, Claim, Item
from cjmgen.render.poster.desk import LEAD, PAD, SMALL, SMALL_LEAD, TEXT, Desk, Piece
from cjmgen.render.poster.measure import wrap
from cjmgen.render.poster.shapes import Block, Shape, Text, lines

T = TypeVar("T")
Drawn = tuple[list[Shape], float]
MOST = 3
"""Items that a cell shows; it says how many more there are."""
_SEVERITIES = ("", "low", "medium", "high", "critical")


def lane(desk: Desk, name: str, words: str, cells: Sequence[Sequence[T]], draw: Callable[[Desk, T, float, float], Drawn]) -> Block:
    """A lane of items, each drawn at a place by `draw`."""
    label = desk.label(words, PAD)
    shapes, high = list(label), max((shape.box[3] for shape in label if isinstance(shape, Text)), default=0)
    for at, cell in enumerate(cells):
        x, y = desk.grid.at(at) + PAD, PAD
        for nth, item in enumerate(cell[:MOST]):
            drawn, tall = draw(desk, item, x, y + (10 if nth else 0))
            shapes += drawn
            y += tall + (10 if nth else 0)
        if len(cell) > MOST:
            shapes += lines(x, y + 6, (desk.word("journey.more", n=len(cell) - MOST),), SMALL, SMALL_LEAD, "ink-3")
            y += 6 + SMALL_LEAD
        high = max(high, y)
    return Block(name, high + PAD, tuple(shapes))


def note(desk: Desk, item: Item, x: float, y: float) -> Drawn:
    """A line of notes."""
    said = wrap(desk.say(item.said), _room(desk), TEXT)
    return lines(x, y, said, TEXT, LEAD), LEAD * len(said)


def pain(desk: Desk, item: Claim, x: float, y: float) -> Drawn:
    """A pain, how much it hurts and how far it is backed."""
    said = wrap(desk.say(item.said), _room(desk), TEXT)
    level = _SEVERITIES[item.severity]
    severity = (Piece(f"severity-{item.severity}", _capital(desk.word(f"severity.{level}"))),) if level else ()
    proof = Piece(item.proof.level, desk.word(f"confidence.{item.proof.level}"))
    below = y + LEAD * len(said) + 2
    drawn, high = desk.flow((*severity, proof), x, below, _room(desk))
    return lines(x, y, said, TEXT, LEAD) + drawn, LEAD * len(said) + 2 + high


def chance(desk: Desk, item: Chance, x: float, y: float) -> Drawn:
    """An opportunity, its impact and effort, and how far it is."""
    said = wrap(desk.say(item.said), _room(desk), TEXT)
    shapes = lines(x, y, said, TEXT, LEAD)
    below = y + LEAD * len(said) + 3
    rated = bool(item.impact and item.effort)
    if rated:
        fill = desk.colours["line-2" if item.status in ("done", "dropped") else "act-fill"]
        dot = f'<circle cx="{item.x:g}" cy="{item.y:g}" r="3.5" fill="{fill}" stroke="none"/>'
        shapes.append(desk.mark("effort", x, below, 18, extra=dot))
    beside = 26.0 if rated else 0.0
    status = wrap(_capital(desk.word(f"journey.status.{item.status}")), _room(desk) - beside, SMALL)
    shapes += lines(x + beside, below + 1, status, SMALL, SMALL_LEAD, "act" if item.status in ("planned", "in-progress") else "ink-3")
    return shapes, LEAD * len(said) + 4 + max(18.0, SMALL_LEAD * len(status))


def _room(desk: Desk) -> float:
    return desk.grid.column - 2 * PAD


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
