"""layout: where every page of a site stands, and each page made when it is asked for."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Page, Subject
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The addresses of a site."""

    paths: Mapping[tuple[Subject, str], str]
    """By subject and language; a page for all languages stands under each."""
    places: Mapping[str, tuple[Kind, Subject, str]]
    """By path, language by language: kind, subject and language of the page."""


@lru_cache(maxsize=2)
def layout(kinds: tuple[tuple[Kind, ...], ...], ids: tuple[str, ...], languages: tuple[str, ...]) -> Layout:
    """The layout of these pages; `ids` are those of each kind, in the order of kinds, as JSON. A preview asks for one again and again."""
    found = tuple(_subjects(kinds, ids))
    paths: dict[tuple[Subject, str], str] = {}
    places: dict[str, tuple[Kind, Subject, str]] = {}
    for language in languages:
        own = "" if language == languages[0] else f"{language}/"
        for kind, subject in found:
            path = paths[subject, language] = kind.path(subject.id) if kind.once else own + kind.path(subject.id)
            places.setdefault(path, (kind, subject, language))
    return Layout(paths, places)


def _subjects(kinds: tuple[tuple[Kind, ...], ...], ids: tuple[str, ...]) -> Iterator[tuple[Kind, Subject]]:
    """Kinds of one group follow one another subject by subject."""
    waiting = iter(ids)
    for group in kinds:
        own = [(kind, dict.fromkeys(json.loads(next(waiting)))) for kind in group]
        for id in dict.fromkeys(id for _, having in own for id in having):
            yield from ((kind, Subject(kind.name, id)) for kind, having in own if id in having)


class Pages(Mapping[str, Page]):
    """All pages by path."""

    def __init__(self, layout: Layout, editions: Mapping[str, Edition]) -> None:
        self._places, self._editions = layout.places, editions

    def __getitem__(self, path: str) -> Page:
        kind, subject, language = self._places[path]
        view = partial(kind.view, self._editions[language], subject.id)
        return Page(path, subject, language, kind.template, view, kind.listed)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
