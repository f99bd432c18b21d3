"""plan: every page of the site, in every language, with its address and the way to make its view."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.data import data
from cjmgen.pages.edition import Edition
from cjmgen.pages.home import home
from cjmgen.pages.journey.page import JourneyView, journey_view
from cjmgen.pages.pager import MOST, part_of
from cjmgen.pages.persona import persona
from cjmgen.pages.personas import personas
from cjmgen.pages.reading import reading
from cjmgen.pages.redirect import redirect
from cjmgen.pages.sitemap import Page, Sitemap, Subject

_ADDRESS = re.compile(r"[a-z0-9-]{1,100}(?:/[a-z0-9-]{1,100})*")
"""What can have been the address of a page. An id may have dots, and one like `a/read.html` would stand where a file is."""

JourneyViewer = Callable[[str], JourneyView]


@dataclass(frozen=True, slots=True)
class Plan:
    """The addresses of all pages, and the pages themselves."""

    sitemap: Sitemap
    pages: tuple[Page, ...]


def plan(atlas: Atlas) -> Plan:
    """All pages of an atlas, language by language; the default one stands at the root, the others in a folder each."""
    languages = atlas.settings.languages
    moved = _moved(atlas)
    subjects = (*_subjects(atlas), *moved)
    sitemap = Sitemap({(subject, language): _path(subject, language, languages[0]) for language in languages for subject in subjects})
    pages = []
    for edition in (Edition(atlas, sitemap, language) for language in languages):
        # a journey's page and its reading version follow one another and share one view
        view: JourneyViewer = lru_cache(maxsize=1)(partial(journey_view, edition))
        for subject in subjects:
            if subject.kind == "data" and edition.language != languages[0]:
                continue  # data holds all languages, so there is one file of it
            template, make = _make(edition, subject, view, moved)
            pages.append(Page(sitemap.path(subject, edition.language), subject, edition.language, template, make))
    return Plan(sitemap, tuple(pages))


def _subjects(atlas: Atlas) -> Iterator[Subject]:
    yield from (part_of("home", number) for number in range(1, _parts(len(atlas.journeys)) + 1))
    for id in atlas.journeys:
        yield from (Subject("journey", id), Subject("reading", id), Subject("data", id))
    if atlas.personas:
        yield from (part_of("personas", number) for number in range(1, _parts(len(atlas.personas)) + 1))
    yield from (Subject("persona", id) for id in atlas.personas)


def _parts(items: int) -> int:
    return max(1, -(-items // MOST))


def _moved(atlas: Atlas) -> dict[Subject, Subject]:
    """Old addresses with the subjects that stand elsewhere now; none where something new has taken the place."""
    found: dict[Subject, Subject] = {}
    for kind, folder, cards in (("journey", "journeys", atlas.journeys), ("persona", "personas", atlas.personas)):
        for id, card in cards.items():
            for old in card.was:
                if old not in cards and _ADDRESS.fullmatch(old):
                    found.setdefault(Subject("redirect", f"{folder}/{old}"), Subject(kind, id))
    return found


def _path(subject: Subject, language: str, default: str) -> str:
    """A subject's address; the default language has no prefix, and data belongs to it."""
    id = subject.id
    paths = {
        "home": f"page/{id}/index.html" if id else "index.html",
        "journey": f"journeys/{id}/index.html",
        "reading": f"journeys/{id}/read.html",
        "data": f"journeys/{id}/index.json",
        "personas": f"page/personas-{id}/index.html" if id else "personas/index.html",
        "persona": f"personas/{id}/index.html",
        "redirect": f"{id}/index.html",
    }
    return ("" if language == default or subject.kind == "data" else f"{language}/") + paths[subject.kind]


def _make(edition: Edition, subject: Subject, view: JourneyViewer, moved: Mapping[Subject, Subject]) -> tuple[str, Callable[[], object]]:
    """The template of a subject's page, and what makes its view."""
    makers: dict[str, tuple[str, Callable[[], object]]] = {
        "home": ("home.html", lambda: home(edition, int(subject.id or 1))),
        "journey": ("journey.html", lambda: view(subject.id)),
        "reading": ("reading.html", lambda: reading(edition, subject.id, view(subject.id))),
        "data": ("", lambda: data(edition.atlas, subject.id)),
        "personas": ("personas.html", lambda: personas(edition, int(subject.id or 1))),
        "persona": ("persona.html", lambda: persona(edition, subject.id)),
        "redirect": ("redirect.html", lambda: redirect(edition, subject, moved[subject])),
    }
    return makers[subject.kind]
