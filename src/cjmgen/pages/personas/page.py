"""page: everybody who walks a journey, with the journeys they walk."""

from cjmgen.pages.parts.portrait import portrait
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Portrait, Said, fell_back
from cjmgen.value import dataclass

NAMED = 4
"""Journeys named on a persona's card."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A journey named on a persona's card."""

    anchor: Anchor
    score: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A persona's card."""

    anchor: Anchor
    portrait: Portrait
    role: Said
    segment: Said
    walks: tuple[Walk, ...]
    more: int
    internal: bool = False


@dataclass(frozen=True, slots=True)
class PersonasView:
    """The list of personas, or a later part of it."""

    frame: Frame
    site: Said
    figures: tuple[Figure, ...]
    total: int
    pager: Pager | None


def personas(edition: Edition, id: str = "") -> PersonasView:
    """A part of the list."""
    number = number_of(id)
    ids = tuple(edition.atlas.personas)
    split = parts(ids)
    subject = part_of("personas", number)
    path = edition.sitemap.path(subject, edition.language)
    walked = edition.once(walks)
    figures = tuple(_figure(edition, path, id, walked.get(id, ())) for id in split[number - 1])
    site = edition.say(edition.atlas.settings.title)
    return PersonasView(
        frame(edition, subject, Said(""), Said(""), "personas", fallback=fell_back(figures)),
        site,
        figures,
        len(ids),
        pager(edition, path, "personas", number, len(split)),
    )


def walks(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Journeys by persona."""
    found: dict[str, tuple[str, ...]] = {}
    for journey in edition.atlas.journeys.values():
        for id in journey.personas:
            found[id] = (*found.get(id, ()), journey.id)
    return found


def _figure(edition: Edition, path: str, id: str, walks: tuple[str, ...]) -> Figure:
    persona, journeys = edition.atlas.personas[id], edition.atlas.journeys
    named = tuple(
        Walk(edition.anchor(path, Subject("journey", walk), journeys[walk].title), journeys[walk].score) for walk in walks[:NAMED]
    )
    return Figure(
        edition.anchor(path, Subject("persona", id), persona.title),
        portrait(edition, path, id),
        edition.say(persona.role),
        edition.say(persona.segment),
        named,
        len(walks) - len(named),
        persona.internal,
    )


PERSONAS = Kind(
    "personas",
    "personas.html",
    lambda atlas: part_ids(len(atlas.personas)) if atlas.personas else (),
    lambda id: part_path("personas", id),
    personas,
)
