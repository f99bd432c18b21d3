"""page: every journey at every stage, the lowest first: how it feels, where it hurts, what is known, what converts."""

from collections.abc import Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.portfolio.finding import HURTS
from cjmgen.insight.portfolio.heat import Heat, lowest, of_journey
from cjmgen.model.amount import half_up
from cjmgen.pages.heat.board import Board, Cell, board, cell, ground, has_heat
from cjmgen.pages.heat.groups import ways
from cjmgen.pages.home.page import LISTING as JOURNEYS
from cjmgen.pages.home.page import journey_filters, journey_row
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import keys
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Bar, Listing
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A journey: who walks it, its cells by column, and the journey as a whole."""

    anchor: Anchor
    who: tuple[Said, Said]
    """A persona's name and role."""
    others: int
    state: str
    status: str
    keys: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Worst:
    """The lowest cell of all counted ones. `kind` ends the name of the phrase that says so."""

    kind: str
    stage: Said
    journey: Said
    score: float
    href: str


@dataclass(frozen=True, slots=True)
class HeatmapView:
    """The heat map, or a later part of its rows."""

    frame: Frame
    worst: Worst
    board: Board
    bar: Bar
    rows: tuple[Row, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a part alone, for a script."""

    rows: tuple[Row, ...]


def heatmap(edition: Edition, id: str = "") -> HeatmapView:
    """A part of the heat map."""
    number = number_of(id)
    subject = part_of("heatmap", number)
    path = edition.sitemap.path(subject, edition.language)
    rows = tuple(_drawn(edition, path, card) for card in LISTING.part(edition, number))
    made, found = board(edition, path, "", edition.once(ways)), worst(edition, path)
    return HeatmapView(
        frame(edition, subject, SILENCE, SILENCE, "heatmap", fallback=fell_back((rows, made.columns, found))),
        found,
        made,
        LISTING.bar(edition, number, edition.once(journey_filters)),
        rows,
        pager(edition, path, "heatmap", number, len(part_ids(LISTING.count(edition.atlas)))),
    )


def worst(edition: Edition, start: str) -> Worst:
    """Where it is lowest, seen from the page at the path `start`."""
    counted = edition.once(ground).counted
    low = edition.once(_low)
    if low is None or low.score is None or low.stage is None or low.journey is None:
        return Worst("unmeasured" if counted else "none_counted", SILENCE, SILENCE, 0.0, "")
    score = half_up(low.score, 1)
    made = cell(edition, start, low)
    return Worst(
        "journey_hurts" if score <= HURTS else "journey_calm",
        edition.say(low.stage.title), edition.say(low.journey.title), score, made.href if made else "",
    )  # fmt: skip


def _low(edition: Edition) -> Heat | None:
    found = edition.once(ground)
    return lowest(heat for card in found.counted for heat in found.stages[card.id])


def _drawn(edition: Edition, start: str, card: JourneyCard) -> Row:
    found = edition.once(ground)
    heats = found.heats(card)
    known = [edition.atlas.personas[id] for id in card.personas if id in edition.atlas.personas]
    total = cell(edition, "", of_journey(card))
    assert total is not None
    return Row(
        edition.anchor(start, Subject("journey", card.id), card.title),
        (edition.say(known[0].title), edition.say(known[0].role)) if known else (SILENCE, SILENCE),
        max(0, len(known) - 1),
        card.state,
        card.status,
        keys(card, edition.atlas.personas),
        tuple(cell(edition, start, heats.get(step)) for step in found.steps),
        total,
    )


def _part(edition: Edition, path: str, cards: Sequence[JourneyCard]) -> Rows:
    return Rows(tuple(_drawn(edition, path, card) for card in cards))


def _count(atlas: Atlas) -> int:
    return JOURNEYS.count(atlas) if has_heat(atlas) else 0


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return part_ids(_count(atlas)) if has_heat(atlas) else ()


LISTING = Listing("heatmap", "heatmap_part.html", _count, JOURNEYS.items, journey_row, _part)
HEATMAP = Kind("heatmap", "heatmap.html", _ids, lambda id: part_path("heatmap", id), heatmap)
