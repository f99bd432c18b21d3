"""search: what the search of the site looks through: titles first, then steps, then what was said, as scripts that a browser loads in turn.

The texts go over the wire and the browser indexes them: an index would be larger than the texts it is made of. Rows are tuples
and name their journey and stage by position, since a thousand journeys make fifty thousand of them.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard, PersonaCard, Text
from cjmgen.model.amount import half_up
from cjmgen.model.directory import Channel, Team
from cjmgen.model.metric import Metric
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

BLOCK = 250
"""Journeys in one file of steps or voices: with texts as different as they come some 80 and 200 KB compressed."""


class JourneyRow(NamedTuple):
    """A journey; `path` is its page's, below the site's root."""

    path: str
    title: Said
    more: Said
    state: str
    status: str


class StageRow(NamedTuple):
    """A stage of a journey; its anchor in the page is `s-` and the key."""

    key: str
    title: Said
    score: float | None


class ContactRow(NamedTuple):
    """A touchpoint; `stage` counts from 0, its anchor is `t-`, the stage's key, `-` and its own."""

    stage: int
    key: str
    title: Said
    score: float | None
    channel: str


class VoiceRow(NamedTuple):
    """A pain, gain, quote or opportunity. `mark` is a pain's severity, 0 … 4, and an opportunity's status."""

    kind: str
    stage: int
    key: str
    title: Said
    mark: int | str


class ThingRow(NamedTuple):
    """Anything else that has a page: a persona, a team, a channel."""

    kind: str
    path: str
    title: Said
    more: Said


@dataclass(frozen=True, slots=True)
class Titles:
    """What is loaded first: all journeys and all things, and the paths of the other files in the order they are wanted."""

    language: str
    files: tuple[str, ...]
    journeys: tuple[JourneyRow, ...]
    things: tuple[ThingRow, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Stages and touchpoints of a block of journeys, of which `first` is the position of the first."""

    first: int
    steps: tuple[tuple[tuple[StageRow, ...], tuple[ContactRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Pains, gains, quotes and opportunities of a block of journeys."""

    first: int
    voices: tuple[tuple[VoiceRow, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The words and drawings of the search, loaded with the titles; `channels` are those of touchpoints, with their icons."""

    channels: tuple[tuple[str, str], ...]


def search(edition: Edition, id: str) -> Titles | Steps | Voices:
    """One file of what the search looks through."""
    part, _, number = id.partition("-")
    if not number:
        return _titles(edition)
    first = (int(number) - 1) * BLOCK
    block = tuple(edition.atlas.journeys[id] for id in islice(edition.atlas.journeys, first, first + BLOCK))
    if part == "steps":
        return Steps(first, tuple(_steps(edition, journey) for journey in block))
    return Voices(first, tuple(tuple(_voices(edition, journey)) for journey in block))


def _ids(atlas: Atlas) -> tuple[str, ...]:
    blocks = range(1, -(-len(atlas.journeys) // BLOCK) + 1)
    return ("titles", *(f"{part}-{number}" for part in ("steps", "voices") for number in blocks))


def _titles(edition: Edition) -> Titles:
    path, language = edition.sitemap.path, edition.language
    others = tuple(path(Subject("search", id), language) for id in _ids(edition.atlas)[1:])
    journeys = tuple(
        JourneyRow(path(Subject("journey", id), language), edition.say(card.title), edition.say(card.summary), card.state, card.status)
        for id, card in edition.atlas.journeys.items()
    )
    return Titles(language, others, journeys, tuple(_things(edition)))


def _things(edition: Edition) -> Iterator[ThingRow]:
    atlas, sitemap, language = edition.atlas, edition.sitemap, edition.language
    known: tuple[tuple[str, Mapping[str, PersonaCard | Team | Channel | Metric]], ...]
    known = ("persona", atlas.personas), ("team", atlas.teams), ("channel", atlas.channels), ("metric", atlas.metrics)
    for kind, entities in known:
        for id, entity in entities.items():
            subject = Subject(kind, id)
            if sitemap.has(subject, language):
                more = entity.role if isinstance(entity, PersonaCard) else entity.description if isinstance(entity, Metric) else None
                title = edition.say(entity.title) or Said(id.replace("-", " "))
                yield ThingRow(kind, sitemap.path(subject, language), title, edition.say(more))


def _steps(edition: Edition, journey: JourneyCard) -> tuple[tuple[StageRow, ...], tuple[ContactRow, ...]]:
    place = _places(journey)
    anchors = spots("t", ((point.stage, point.id) for point in journey.touchpoints))
    return (
        tuple(StageRow(stage.id, edition.say(stage.title), _rounded(stage.score)) for stage in journey.stages),
        tuple(
            ContactRow(
                place[point.stage],
                anchors[point.stage, point.id].removeprefix(f"t-{point.stage}-"),
                edition.say(point.title),
                _rounded(point.score),
                point.channel or "",
            )
            for point in journey.touchpoints
        ),
    )


def _voices(edition: Edition, journey: JourneyCard) -> Iterator[VoiceRow]:
    place = _places(journey)
    pains = spots("p", ((claim.stage, claim.id) for claim in journey.claims if claim.kind == "pain"))
    chances = spots("o", ((chance.stage, chance.id) for chance in journey.opportunities))

    def row(kind: str, each: ClaimCard | OpportunityCard, said: Text, anchor: str, mark: int | str) -> VoiceRow:
        return VoiceRow(kind, place[each.stage], anchor.removeprefix(f"{anchor[:1]}-{each.stage}-"), edition.say(said), mark)

    for claim in journey.claims:
        # gains and quotes have no address of their own: the cell they stand in has one
        anchor = pains[claim.stage, claim.id] if claim.kind == "pain" else ""
        yield row(claim.kind, claim, journey.said(claim).text, anchor, claim.severity)
    for chance in journey.opportunities:
        yield row("opportunity", chance, chance.title, chances[chance.stage, chance.id], chance.status)


def _places(journey: JourneyCard) -> dict[str, int]:
    return {stage.id: at for at, stage in enumerate(journey.stages)}


def _rounded(score: float | None) -> float | None:
    return None if score is None else half_up(score, 1)


def _panel(edition: Edition, id: str) -> Panel:
    atlas = edition.atlas
    used = sorted({point.channel for journey in atlas.journeys.values() for point in journey.touchpoints if point.channel})
    drawn = ((id, atlas.channels[id].icon) for id in used if id in atlas.channels)
    return Panel(tuple((id, icon) for id, icon in drawn if icon))


SEARCH = Kind("search", "", _ids, "search/{}.js".format, search, listed=False)
SEARCH_PANEL = Kind("search-panel", "search_panel.html", lambda atlas: ("",), lambda id: "search/panel.js", _panel, listed=False)
