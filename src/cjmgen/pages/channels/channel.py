"""channel: where a channel meets customers, how that feels, who runs it, and what hurts there."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.feel import feel
from cjmgen.insight.portfolio.reach import Contact, Reach
from cjmgen.pages.channels.outlay import ChannelOutlay, channel_outlay
from cjmgen.pages.channels.reached import all_outlays, all_reaches, channel_insights, reaches_of
from cjmgen.pages.journey.lines import PainLine, pain_line
from cjmgen.pages.parts.cells import journey_link, touchpoint_link
from cjmgen.pages.parts.columns import columns
from cjmgen.pages.parts.follows import Follow, follows, home_of
from cjmgen.pages.parts.strip import Strip, strip
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, entity_ids, entity_part, entity_path, pager, part_ids, part_of, slice_of
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

PAINS = 8
"""Pains shown on a channel's page."""


@dataclass(frozen=True, slots=True)
class Met:
    """The touchpoints of a channel in one journey and one column: their mean, and each with its place in the map."""

    score: float | None
    points: tuple[tuple[Anchor, float | None], ...]


UNMET = Met(None, ())
"""What most cells hold."""


@dataclass(frozen=True, slots=True)
class MetRow:
    """Where a channel meets the customer of one journey."""

    journey: Anchor
    state: str
    status: str
    cells: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class End:
    """The lowest or the highest touchpoint of a channel."""

    anchor: Anchor
    journey: Anchor
    score: float


@dataclass(frozen=True, slots=True)
class Runner:
    """A team that runs so many of a channel's touchpoints."""

    anchor: Anchor
    points: int


@dataclass(frozen=True, slots=True)
class ChannelFigures:
    """A channel over counted journeys."""

    points: int
    journeys: int
    feel: Strip | None
    pains: int
    severe: int


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel's page, or a later part of its matrix."""

    frame: Frame
    title: Said
    icon: str
    kind: str
    figures: ChannelFigures
    worst: End | None
    best: End | None
    steps: tuple[Said, ...]
    means: tuple[float | None, ...]
    """The mean of each column over counted journeys."""
    rows: tuple[MetRow, ...]
    runners: tuple[Runner, ...]
    pains: tuple[PainLine, ...]
    outlay: ChannelOutlay | None
    follows: tuple[Follow, ...]
    """What follows for the channel."""
    up: str
    pager: Pager | None
    deeper: bool = True


def channel(edition: Edition, id: str) -> ChannelView:
    """A part of the page of a channel."""
    entity, number = entity_part(id)
    told, reach, shared = edition.atlas.channels[entity], edition.once(all_reaches)[entity], edition.latest(_shared, entity)
    subject = part_of("channel", number, entity)
    path = edition.sitemap.path(subject, edition.language)
    title, ends, kept = edition.say(told.title), shared.ends, len(shared.means)
    rows = tuple(_row(edition, path, contacts, kept) for contacts in slice_of(shared.journeys, number))
    return ChannelView(
        frame(edition, subject, title, SILENCE, "channels", edition.atlas.files.get(f"channel/{entity}", ""), fell_back(rows)),
        title,
        told.icon or "touchpoint",
        told.kind or "",
        shared.figures,
        _end(edition, path, ends[0]) if ends else None,
        _end(edition, path, ends[1]) if ends and ends[1] is not ends[0] else None,
        edition.once(columns).titles[:kept],
        shared.means,
        rows,
        tuple(_runner(edition, path, team, count) for team, count in shared.owners),
        tuple(pain_line(edition, path, card, pain) for card, pain in reach.pains[:PAINS]),
        channel_outlay(edition, edition.once(all_outlays)[entity]),
        follows(edition, path, edition.once(channel_insights)[entity], home_of("channel", entity)),
        edition.sitemap.link(path, Subject("channels"), edition.language),
        pager(edition, path, "channel", number, len(part_ids(len(shared.journeys))), entity),
    )


def channel_figures(reach: Reach) -> ChannelFigures:
    """A channel's figures."""
    counted = reach.counted
    journeys = len(dict.fromkeys(card.id for card, _ in counted))
    severe = sum(pain.severity >= 3 for _, pain in reach.pains)
    return ChannelFigures(len(counted), journeys, strip(reach.scores), len(reach.pains), severe)


def _row(edition: Edition, start: str, contacts: list[Contact], kept: int) -> MetRow:
    card = contacts[0][0]
    found = edition.once(columns)
    cells = found.split(found.steps(card), (point for _, point in contacts))[:kept]
    return MetRow(
        journey_link(edition, start, card),
        card.state,
        card.status,
        tuple(
            Met(
                felt.mean if (felt := feel(point.score for point in cell)) else None,
                tuple((touchpoint_link(edition, start, card, point), point.score) for point in cell),
            )
            if cell
            else UNMET
            for cell in cells
        ),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all parts of a channel's page share.

    `means` go column by column, every touchpoint of a counted journey counting once; the last column, for what has no place,
    is there only if needed.
    """

    figures: ChannelFigures
    means: tuple[float | None, ...]
    ends: tuple[Contact, Contact] | None
    owners: tuple[tuple[str, int], ...]
    journeys: tuple[list[Contact], ...]


def _shared(edition: Edition, id: str) -> _Shared:
    reach, found = edition.once(all_reaches)[id], edition.once(columns)
    scores: list[list[float | None]] = [[] for _ in found.keys]
    loose = False
    for contacts in reach.contacts.values():
        steps, counted = found.steps(contacts[0][0]), contacts[0][0].counted
        for _, point in contacts:
            loose = loose or not found.keys[steps[point.stage]]
            if counted:
                scores[steps[point.stage]].append(point.score)
    kept = len(found.keys) - (not loose)
    means = tuple(felt.mean if (felt := feel(column)) else None for column in scores[:kept])
    return _Shared(channel_figures(reach), means, reach.ends(), tuple(reach.owners.most_common()), tuple(reach.contacts.values()))


def _end(edition: Edition, start: str, contact: Contact) -> End:
    card, point = contact
    return End(touchpoint_link(edition, start, card, point), journey_link(edition, start, card), point.score or 0.0)


def _runner(edition: Edition, start: str, team: str, points: int) -> Runner:
    known = edition.atlas.teams.get(team)
    return Runner(edition.anchor(start, Subject("team", team), known.title if known else team), points)


def _ids(atlas: Atlas) -> Iterator[str]:
    for id, reach in reaches_of(atlas).items():
        yield from entity_ids(id, len(reach.contacts))


CHANNEL = Kind("channel", "channel.html", _ids, lambda id: entity_path("channel", "channels", id), channel)
