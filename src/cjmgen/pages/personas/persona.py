"""persona: who somebody is, what they want, and the journeys they walk."""

from collections.abc import Iterable, Mapping, Sequence

from cjmgen.atlas.cards.score import confidence, freshness
from cjmgen.insight.kinds.personas import of_persona
from cjmgen.insight.ranking import CLOSED
from cjmgen.model.item import Note
from cjmgen.model.persona import Empathy, Persona
from cjmgen.pages.comparison.tabs import Tab, comparing_person
from cjmgen.pages.home.page import ordered
from cjmgen.pages.journey.lines import ChanceLine, chance_line
from cjmgen.pages.parts.card import Card, card
from cjmgen.pages.parts.chances import Listed, listed
from cjmgen.pages.parts.follows import Follow, follows, home_of
from cjmgen.pages.parts.portrait import portrait
from cjmgen.pages.parts.proofs import evidence_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import MOST
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Portrait, Said, fell_back
from cjmgen.value import dataclass

QUADRANTS = ("says", "thinks", "does", "feels", "sees", "hears", "pains", "gains")
LISTS = ("goals", "needs", "frustrations", "behaviours", "interests")
CHANCES = 8
"""Opportunities shown on a persona's page: the most impact for the least effort."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A list under a heading; `key` names it for the words `persona.<key>`."""

    key: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A job to be done."""

    when: Said
    want: Said
    so_that: Said


@dataclass(frozen=True, slots=True)
class Scale:
    """A trait, 1 … 5."""

    said: Said
    score: float


@dataclass(frozen=True, slots=True)
class Way:
    """A channel the persona uses."""

    anchor: Anchor
    icon: str


@dataclass(frozen=True, slots=True)
class Ground:
    """An evidence the persona leans on: how many of its people, and whether it may still be relied on."""

    anchor: Anchor
    n: int | None
    kind: str
    freshness: str


@dataclass(frozen=True, slots=True)
class PersonaView:
    """A persona's page. Everything but the title may be empty and is left out then."""

    frame: Frame
    title: Said
    role: Said
    portrait: Portrait
    summary: Said
    quote: Said
    segment: Said
    share: float | None
    demographics: tuple[tuple[str, Said], ...]
    lists: tuple[Lines, ...]
    duties: tuple[Duty, ...]
    scales: tuple[Scale, ...]
    empathy: tuple[Lines, ...]
    ways: tuple[Way, ...]
    grounds: tuple[Ground, ...]
    confidence: str
    notes: Said
    cards: tuple[Card, ...]
    more: tuple[Anchor, ...]
    """Journeys beyond the first sixty, as links."""
    chances: tuple[ChanceLine, ...]
    follows: tuple[Follow, ...]
    """What follows for the persona."""
    compared: tuple[Tab, ...]
    """Comparisons of people or segments that the persona is in."""
    up: str
    """The address of the list of personas."""
    deeper: bool = True
    internal: bool = False
    """Whether the persona is for colleagues alone."""


def persona(edition: Edition, id: str) -> PersonaView:
    """The page of a persona."""
    atlas, subject = edition.atlas, Subject("persona", id)
    told, path = atlas.persona(id), edition.sitemap.path(subject, edition.language)
    say = edition.say
    walked, grounds = ordered(atlas.journeys, id), _grounds(edition, path, told)
    title, role = say(told.title), say(told.role)
    described = (title, role, say(told.summary), say(told.quote), _lists(edition, told), _empathy(edition, told.empathy))
    return PersonaView(
        frame(edition, subject, title, say(told.summary) or role, "personas", atlas.personas[id].file, fell_back(described)),
        title,
        role,
        portrait(edition, path, id, say(told.photo.alt if told.photo else None)),
        say(told.summary),
        say(told.quote),
        say(told.segment),
        told.share,
        tuple((key, Said(str(value)) if isinstance(value, int | float) else say(value)) for key, value in told.demographics.items()),
        _lists(edition, told),
        tuple(Duty(say(job.when), say(job.want), say(job.so_that)) for job in told.jobs),
        tuple(Scale(say(trait.title), trait.score) for trait in told.traits),
        _empathy(edition, told.empathy),
        tuple(_way(edition, path, channel) for channel in told.channels if channel in atlas.channels),
        grounds,
        confidence(told, atlas.evidence, atlas.today),
        say(told.notes),
        tuple(card(edition, path, journey) for journey in walked[:MOST]),
        tuple(edition.anchor(path, Subject("journey", journey.id), journey.title) for journey in walked[MOST:]),
        _chances(edition, path, id),
        follows(edition, path, of_persona(edition.atlas, id), home_of("persona", id)),
        comparing_person(edition, path, id),
        edition.sitemap.link(path, Subject("personas"), edition.language),
        internal=atlas.personas[id].internal,
    )


def _lists(edition: Edition, told: Persona) -> tuple[Lines, ...]:
    return _filled(edition, ((key, getattr(told, key)) for key in LISTS))


def _empathy(edition: Edition, empathy: Empathy | None) -> tuple[Lines, ...]:
    return _filled(edition, ((key, getattr(empathy, key)) for key in QUADRANTS)) if empathy else ()


def _filled(edition: Edition, lists: Iterable[tuple[str, tuple[Note, ...]]]) -> tuple[Lines, ...]:
    return tuple(Lines(key, tuple(edition.say(note.title) for note in notes)) for key, notes in lists if notes)


def _way(edition: Edition, start: str, id: str) -> Way:
    channel = edition.atlas.channels[id]
    return Way(edition.anchor(start, Subject("channel", id), channel.title), channel.icon or "")


def _grounds(edition: Edition, start: str, told: Persona) -> tuple[Ground, ...]:
    atlas = edition.atlas
    known = ((use, atlas.evidence[use.id]) for use in told.evidence if use.id in atlas.evidence)
    return tuple(
        Ground(
            evidence_link(edition, start, use.id),
            use.n if use.n is not None else found.n,
            found.kind or "",
            freshness(found, atlas.today),
        )
        for use, found in known
    )


def _chances(edition: Edition, start: str, id: str) -> tuple[ChanceLine, ...]:
    """Open opportunities of these journeys: most impact for least effort first, those not rated last."""
    return tuple(chance_line(edition, start, each.journey, each.card) for each in edition.once(_first_chances).get(id, ()))


def _first_chances(edition: Edition) -> Mapping[str, Sequence[Listed]]:
    """The first open opportunities of every persona."""
    found: dict[str, list[Listed]] = {}
    for each in edition.once(listed):
        for id in each.journey.personas if each.status not in CLOSED else ():
            if len(mine := found.setdefault(id, [])) < CHANCES:
                mine.append(each)
    return found


PERSONA = Kind("persona", "persona.html", lambda atlas: atlas.personas, "personas/{}/index.html".format, persona)
