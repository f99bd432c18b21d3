"""channels: the channel lane of a poster, touchpoints as pills on a rail from first to last contact."""

from cjmgen.pages.journey.channels import ChannelRow, Channels, Contact
from cjmgen.render.poster.desk import LABEL, MARGIN, PAD, SMALL, TEXT, Desk
from cjmgen.render.poster.measure import width, wrap
from cjmgen.render.poster.shapes import Block, Path, Rect, Shape, Text, diamond, lines, n

_INSET, _INNER, _LEAD = 8.0, 10.0, 16.0
_GAP = 4.0


def channels(desk: Desk, called: str, shown: Channels) -> list[Block]:
    """The name of the lane with what it counts, then a row a channel."""
    contacts = desk.word("journey.contacts", n=shown.contacts)
    among = desk.word("journey.channels", n=shown.channels)
    counted = desk.word("journey.contacts_in", contacts=contacts, channels=among) if shown.channels else contacts
    name = desk.label(called, PAD)
    said = lines(desk.grid.left + PAD, PAD, (counted,), SMALL, 18, "ink-3")
    rows = [_row(desk, row) for row in shown.rows]
    last = rows[-1]
    head = Block("channels", PAD + 18 * sum(isinstance(each, Text) for each in name) + 6, (*name, *said))
    return [head, *rows[:-1], Block(last.name, last.high + 8, last.shapes)]


def _row(desk: Desk, row: ChannelRow) -> Block:
    shapes: list[Shape] = []
    title = desk.say(row.anchor.said) if row.id else desk.word("journey.no_channel")
    named = wrap(title, LABEL - 16 - 26 - 4, TEXT)
    high = max(36.0, 16 * len(named) + 12)
    touched = [at for at, cell in enumerate(row.cells) if cell.contacts]
    if row.id and len(touched) > 1:
        first, last = (desk.grid.at(at) + _INSET + _INNER for at in (touched[0], touched[-1]))
        shapes.append(Path(f"M{n(first)} 18H{n(last)}", stroke="line", width=1.5))
    for at, cell in enumerate(row.cells):
        y = 4.0
        for contact in cell.contacts:
            drawn, tall = _pill(desk, contact, desk.grid.at(at) + _INSET, y)
            shapes += drawn
            y += tall + _GAP
        high = max(high, y)
    shapes.append(desk.mark(row.icon or "touchpoint", MARGIN + 16, 9, 18))
    shapes += lines(MARGIN + 16 + 26, 10, named, TEXT, 16, "ink-2")
    return Block("channel", high, tuple(shapes))


def _pill(desk: Desk, contact: Contact, x: float, y: float) -> tuple[list[Shape], float]:
    """A touchpoint; a moment that matters has a dark border and a diamond."""
    beside = 14.0 if contact.moment else 0.0
    room = desk.grid.column - 2 * _INSET - 2 * _INNER - beside
    said = wrap(desk.say(contact.said), room, TEXT)
    wide = max((width(each, TEXT) for each in said), default=0) + 2 * _INNER + beside
    high = _LEAD * len(said) + 12
    shapes: list[Shape] = [Rect(x, y, wide, high, 14, "surface", "ink" if contact.moment else "line")]
    if contact.moment:
        shapes.append(Path(diamond(x + _INNER + 3, y + 14, 5), fill="ink"))
    return [*shapes, *lines(x + _INNER + beside, y + 6, said, TEXT, _LEAD)], high


