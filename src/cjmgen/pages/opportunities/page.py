"""page: what could be done for customers, as a matrix of impact and effort and as a list, the most for the least first."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import ClaimCard
from cjmgen.insight.charts.matrix import CROWDED, SIDE, cell_of, cells, room
from cjmgen.insight.flow.brought import at_stake, gaps_eased
from cjmgen.insight.ranking import CLOSED, open_and_rated
from cjmgen.pages.experiments.hope import Hope, hope
from cjmgen.pages.experiments.trials import TrialView, trial_views
from cjmgen.pages.heat.board import ground
from cjmgen.pages.journey.lines import ChanceLine, chance_line
from cjmgen.pages.opportunities.priority import Model, Reason, models, reasons
from cjmgen.pages.parts.cells import pain_link, stage_link
from cjmgen.pages.parts.chances import Listed, count, line, listed
from cjmgen.pages.parts.follows import Told, told
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import Filter, by_title, by_word, several, titles
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Bar, Listing, Row
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

STATUSES = ("idea", "planned", "in-progress", "done", "dropped")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list. `state` marks what is not counted; a team or a partner decides."""

    spot: str
    rank: int
    chance: ChanceLine
    more: Said
    stage: Anchor
    pains: tuple[Anchor, ...]
    owner: Anchor
    state: str
    keys: tuple[str, ...]
    trials: tuple[TrialView, ...] = ()
    hope: Hope | None = None
    """What it was expected to change, and what came of it."""
    why: tuple[Reason, ...] = ()
    gaps: tuple[Told, ...] = ()
    """What closing the gaps of the stages whose pains it would ease is worth at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the matrix, with the address of its line."""

    spot: str
    rank: int
    said: Said
    status: str
    impact: float
    effort: float
    href: str


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of the matrix, its column and row counted from 1; `more` marks have no room, and `href` leads to the first of them."""

    key: str
    column: int
    row: int
    marks: tuple[Mark, ...]
    more: int
    href: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What the first sentence says, of the counted journeys: `open` ones, `doing` of them under way, and the first of the ranking."""

    open: int
    doing: int
    best: Anchor
    counted: int
    journeys: int


@dataclass(frozen=True, slots=True)
class OpportunitiesView:
    """The page of opportunities, or a later part of the list: then without the matrix."""

    frame: Frame
    lead: Lead
    fields: tuple[Field, ...]
    unrated: int
    """How many stand in the list only."""
    statuses: tuple[str, ...]
    """Those that a mark has."""
    bar: Bar
    lines: tuple[Line, ...]
    pager: Pager | None
    models: tuple[Model, ...] = ()
    """The first by each model."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a part alone, for a script."""

    lines: tuple[Line, ...]


def opportunities(edition: Edition, id: str = "") -> OpportunitiesView:
    """A part of the list of opportunities."""
    number = number_of(id)
    subject = part_of("opportunities", number)
    path = edition.sitemap.path(subject, edition.language)
    every = edition.once(listed)
    lines = tuple(_one(edition, path, each) for each in LISTING.part(edition, number))
    rated = [each for each in every if cell_of(each)] if number == 1 else []
    return OpportunitiesView(
        frame(edition, subject, SILENCE, SILENCE, "opportunities", fallback=fell_back(lines)),
        _lead(edition, path),
        _fields(edition, path) if number == 1 else (),
        len(every) - len(rated) if rated else 0,
        tuple(status for status in STATUSES if any(each.status == status for each in rated)),
        LISTING.bar(edition, number, edition.once(_filters)),
        lines,
        pager(edition, path, "opportunities", number, len(part_ids(len(every)))),
        models(edition, path) if number == 1 else (),
    )


def _lead(edition: Edition, start: str) -> Lead:
    open, doing, best, counted = edition.once(_counted)
    anchor = Anchor(edition.say(best.card.title), line(edition, start, *best.key)) if best else Anchor(SILENCE)
    return Lead(open, doing, anchor, counted, len(edition.atlas.journeys))


def _counted(edition: Edition) -> tuple[int, int, Listed | None, int]:
    """Of the counted journeys: how many are open, how many of these under way, and the first of the ranking; and how many count."""
    journeys = frozenset(card.id for card in edition.atlas.journeys.values() if card.counted)
    every = [each for each in edition.once(listed) if each.journey.id in journeys]
    best = next(iter(open_and_rated(every)), None)
    return sum(each.status not in CLOSED for each in every), sum(each.status == "in-progress" for each in every), best, len(journeys)


def _fields(edition: Edition, start: str) -> tuple[Field, ...]:
    made = []
    filled = cells(edition.once(listed))
    crowded = sum(map(len, filled.values())) > CROWDED
    for (impact, effort), lying in filled.items():
        shown, rest = room(lying, crowded)
        marks = tuple(_mark(edition, start, each) for each in shown)
        href = line(edition, start, *rest[0].key) if rest else ""
        made.append(Field(f"at:{impact}-{effort}", effort, SIDE + 1 - impact, marks, len(rest), href))
    return tuple(made)


def _mark(edition: Edition, start: str, each: Listed) -> Mark:
    href = line(edition, start, *each.key)
    return Mark(each.spot, each.rank, edition.say(each.card.title), each.status, each.impact or 0, each.effort or 0, href)


def _one(edition: Edition, start: str, each: Listed) -> Line:
    card, journey = each.card, each.journey
    stage = next((stage for stage in journey.stages if stage.id == card.stage), None)
    return Line(
        each.spot,
        each.rank,
        chance_line(edition, start, journey, card),
        edition.say(card.more),
        stage_link(edition, start, journey, stage) if stage else Anchor(SILENCE),
        tuple(pain_link(edition, start, journey, pain) for pain in _eased(each)),
        _owner(edition, start, card.owner),
        "" if journey.counted else journey.status if journey.status in ("draft", "retired") else journey.state,
        _keys(edition, each),
        trial_views(edition, card.experiments),
        hope(edition, card),
        reasons(edition, start, each),
        tuple(told(edition, at_stake(gap)) for gap in gaps_eased(journey, card, edition.atlas.settings.currency or "")),
    )


def _eased(each: Listed) -> Iterable[ClaimCard]:
    """The pains it would ease, as far as the journey has them."""
    if not each.card.pains:
        return ()
    pains = {(claim.stage, claim.id): claim for claim in each.journey.claims if claim.kind == "pain"}
    return (pains[pain] for pain in each.card.pains if pain in pains)


def _owner(edition: Edition, start: str, id: str | None) -> Anchor:
    """The team that decides, or a partner by the name of its actor."""
    atlas = edition.atlas
    if not id:
        return Anchor(SILENCE)
    known = atlas.teams.get(id) or atlas.actors.get(id)
    return edition.anchor(start, Subject("team", id), known.title if known else id)


def _keys(edition: Edition, each: Listed) -> tuple[str, ...]:
    step, cell = _step(edition, each), cell_of(each)
    return (
        f"progress:{each.status}",
        *([f"team:{each.card.owner}"] if each.card.owner in edition.atlas.teams else []),
        *([f"stage:{step}"] if step else []),
        *([f"at:{cell[0]}-{cell[1]}"] if cell else []),
    )


def _step(edition: Edition, each: Listed) -> str | None:
    """The step of the axis that its stage stands on."""
    axis = edition.once(ground).axis
    return next((axis.place(stage) for stage in each.journey.stages if stage.id == each.card.stage), None)


def _filters(edition: Edition) -> tuple[Filter, ...]:
    every, axis = edition.once(listed), edition.once(ground).axis
    steps = {_step(edition, each) for each in every}
    stages = tuple((step, edition.say(title)) for step, title in axis.titles.items() if step in steps)
    return several(
        by_word("status", "progress", (each.status for each in every), STATUSES),
        by_title(edition, "team", (each.card.owner for each in every), titles(edition.atlas.teams)),
        Filter("stage", "stage", SILENCE, stages),
    )


def _row(edition: Edition, each: Listed) -> Row:
    """What can be found of an opportunity: its title, and the journey and the stage it stands in."""
    stage = next((stage.title for stage in each.journey.stages if stage.id == each.card.stage), None)
    words = " ".join(said.text for said in map(edition.say, (each.card.title, each.journey.title, stage)) if said)
    return Row(words, _keys(edition, each), each.spot)


def _part(edition: Edition, path: str, every: Sequence[Listed]) -> Lines:
    return Lines(tuple(_one(edition, path, each) for each in every))


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return part_ids(count(atlas)) if count(atlas) else ()


LISTING = Listing("opportunities", "opportunities_part.html", count, listed, _row, _part)
OPPORTUNITIES = Kind("opportunities", "opportunities.html", _ids, lambda id: part_path("opportunities", id), opportunities)
