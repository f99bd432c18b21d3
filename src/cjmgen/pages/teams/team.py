"""team: what a team answers for, where that hurts, what it plans, and what it hands to others and gets from them."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.portfolio.ownership import Estate, Holding, Pass, TeamFinding, estates, team_finding
from cjmgen.insight.ranking import CLOSED
from cjmgen.pages.home.page import ordered
from cjmgen.pages.journey.lines import ChanceLine, PainLine, chance_line, pain_line, title_of
from cjmgen.pages.parts.cells import journey_link, owned_link, stage_link, touchpoint_link
from cjmgen.pages.parts.columns import columns
from cjmgen.pages.parts.strip import Strip, strip
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, entity_ids, entity_part, entity_path, pager, part_ids, part_of, slice_of
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

SEVERE = 3


@dataclass(frozen=True, slots=True)
class Owned:
    """A stage or touchpoint that a team owns."""

    anchor: Anchor
    score: float | None


@dataclass(frozen=True, slots=True)
class OwnedCell:
    """What a team owns of one journey in one column; `here` names the stages that hold its touchpoints."""

    here: tuple[Said, ...]
    stages: tuple[Owned, ...]
    points: tuple[Owned, ...]


NOTHING = OwnedCell((), (), ())
"""What most cells hold."""


@dataclass(frozen=True, slots=True)
class OwnedRow:
    """What a team owns of one journey, column by column."""

    journey: Anchor
    state: str
    status: str
    whole: bool
    cells: tuple[OwnedCell, ...]


@dataclass(frozen=True, slots=True)
class HandoffLine:
    """A handoff; `works` is yes, partly, no or "". `stage` is the one that receives, as a link to its column.

    `by` and `to` name the actors of a team where these, and not the team as a whole, hand over or receive.
    """

    start: Anchor
    by: Said
    end: Anchor
    to: Said
    what: Said
    how: Said
    works: str
    journey: Anchor
    stage: Anchor | None


@dataclass(frozen=True, slots=True)
class TeamLead:
    """What the first sentence says: the finding with its texts."""

    finding: TeamFinding
    worst: Anchor | None
    score: float | None


@dataclass(frozen=True, slots=True)
class TeamVitals:
    """A team's figures over counted journeys, None where nothing stands behind them."""

    feel: Strip | None
    severe: int
    pains: int
    open: int
    under_way: int


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team's page, or a later part of its lists."""

    frame: Frame
    title: Said
    lead: TeamLead
    contact: Said
    github: str
    link: str
    also: tuple[Said, ...]
    """Actors that belong to the team."""
    vitals: TeamVitals
    steps: tuple[Said, ...]
    """The titles of the columns; the last, without words, holds what has no place in them."""
    rows: tuple[OwnedRow, ...]
    inward: tuple[HandoffLine, ...]
    outward: tuple[HandoffLine, ...]
    pains: tuple[PainLine, ...]
    chances: tuple[ChanceLine, ...]
    up: str
    pager: Pager | None
    deeper: bool = True


def team(edition: Edition, id: str) -> TeamView:
    """A part of the page of a team."""
    entity, number = entity_part(id)
    told, estate = edition.atlas.teams[entity], edition.once(all_estates)[entity]
    finding, figures = edition.latest(_findings, entity)
    subject = part_of("team", number, entity)
    path = edition.sitemap.path(subject, edition.language)
    title, lead = edition.say(told.title), _lead(edition, path, finding)
    steps, rows = _rows(edition, path, slice_of(estate.holdings, number))
    shown = (rows, steps, edition.say(told.contact))  # a team is called the same in every language where nobody says otherwise
    return TeamView(
        frame(edition, subject, title, SILENCE, "teams", edition.atlas.files.get(f"team/{entity}", ""), fell_back(shown)),
        title,
        lead,
        edition.say(told.contact),
        told.github or "",
        told.link or "",
        tuple(edition.say(actor.title) for actor in edition.atlas.actors.values() if actor.team == entity),
        figures,
        steps,
        rows,
        tuple(_handoff(edition, path, each) for each in slice_of(estate.inward, number)),
        tuple(_handoff(edition, path, each) for each in slice_of(estate.outward, number)),
        tuple(pain_line(edition, path, card, pain) for card, pain in slice_of(estate.pains, number)),
        tuple(chance_line(edition, path, card, chance) for card, chance in slice_of(estate.chances, number)),
        edition.sitemap.link(path, Subject("teams"), edition.language),
        pager(edition, path, "team", number, len(part_ids(estate.longest)), entity),
    )


def all_estates(edition: Edition) -> dict[str, Estate]:
    """Every team's estate, journeys in the order of the home page."""
    return _estates(edition.atlas)


def _estates(atlas: Atlas) -> dict[str, Estate]:
    actors = {actor.key: actor.team for actor in atlas.actors.values()}
    return estates(ordered(atlas.journeys), atlas.teams, actors)


def _findings(edition: Edition, id: str) -> tuple[TeamFinding, TeamVitals]:
    """What all parts of a team's page share."""
    estate = edition.once(all_estates)[id]
    return team_finding(estate), vitals(estate)


def _lead(edition: Edition, start: str, found: TeamFinding) -> TeamLead:
    """The finding of a team with its words."""
    if not found.low:
        return TeamLead(found, None, None)
    card, part = found.low
    return TeamLead(found, owned_link(edition, start, card, part), part.score)


def vitals(estate: Estate) -> TeamVitals:
    """A team's figures."""
    open_ones = [chance for _, chance in estate.chances if chance.status not in CLOSED]
    return TeamVitals(
        strip(team_finding(estate).scores),
        sum(pain.severity >= SEVERE for _, pain in estate.pains),
        len(estate.pains),
        len(open_ones),
        sum(chance.status == "in-progress" for chance in open_ones),
    )


def _rows(edition: Edition, start: str, holdings: tuple[Holding, ...]) -> tuple[tuple[Said, ...], tuple[OwnedRow, ...]]:
    """The titles of the columns and the rows; the column for what has no place is left out where all has one."""
    found = edition.once(columns)
    rows = [_row(edition, start, held) for held in holdings]
    loose = any(row.cells[-1].stages or row.cells[-1].points for row in rows)
    kept = len(found.keys) if loose else len(found.keys) - 1
    made = tuple(OwnedRow(row.journey, row.state, row.status, row.whole, row.cells[:kept]) for row in rows)
    return found.titles[:kept], made


def _row(edition: Edition, start: str, held: Holding) -> OwnedRow:
    card, found = held.journey, edition.once(columns)
    steps = found.steps(card)
    points = found.split(steps, held.points)
    stages: list[list[Owned]] = [[] for _ in found.keys]
    for stage in held.stages:
        stages[steps[stage.id]].append(Owned(stage_link(edition, start, card, stage), stage.score))
    own = {stage.id for stage in held.stages}
    cells = tuple(
        OwnedCell(
            tuple(edition.say(title_of(card, id)) for id in dict.fromkeys(point.stage for point in cell) if id not in own),
            tuple(at_stages),
            tuple(Owned(touchpoint_link(edition, start, card, point), point.score) for point in cell),
        )
        if cell or at_stages
        else NOTHING
        for cell, at_stages in zip(points, stages, strict=True)
    )
    return OwnedRow(journey_link(edition, start, card), card.state, card.status, held.whole, cells)


def _handoff(edition: Edition, start: str, passed: Pass) -> HandoffLine:
    card, told = passed.journey, passed.handoff
    stage = next((each for each in card.stages if each.id == told.stage), None)
    return HandoffLine(
        *_end(edition, start, card, passed.start, told.start),
        *_end(edition, start, card, passed.end, told.end),
        edition.say(told.what),
        edition.say(told.how),
        told.works,
        journey_link(edition, start, card),
        stage_link(edition, start, card, stage) if stage else None,
    )


def _end(edition: Edition, start: str, card: JourneyCard, team: str, written: str) -> tuple[Anchor, Said]:
    """An end of a handoff: a team with its page, and the actor of it that was named; else that actor alone."""
    known = edition.atlas.teams.get(team)
    if known and team == written:
        return edition.anchor(start, Subject("team", team), known.title), SILENCE
    own = next((actor.title for actor in card.cast if actor.id == written), None)
    shared = edition.atlas.actors.get(written)
    name = edition.say(own or (shared.title if shared else written))
    return (edition.anchor(start, Subject("team", team), known.title), name) if known else (Anchor(name), SILENCE)


def _ids(atlas: Atlas) -> Iterator[str]:
    for id, estate in _estates(atlas).items():
        yield from entity_ids(id, estate.longest)


TEAM = Kind("team", "team.html", _ids, lambda id: entity_path("team", "teams", id), team)
