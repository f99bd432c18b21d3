"""sitemap: every page of the site with its address, and links between them by subject."""

from collections.abc import Callable, Iterator, Mapping

from cjmgen.digest import Digest, digest
from cjmgen.memo.trace import Fact, Spy
from cjmgen.tree import percent
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about: a kind of page and an id. The later parts of a list are `home` with "2", "3" …"""

    kind: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, what it is about, which template draws it, and how to make its view."""

    path: str
    subject: Subject
    language: str
    template: str
    """The template's file name; "" for a page of data, which is its view as JSON."""
    view: Callable[[], object]
    """Makes the view, a frozen dataclass with a `frame`, of the file in `pages/` that makes the page."""
    listed: bool = True
    """Whether search engines are told of it."""

    @property
    def key(self) -> Digest:
        """The name under which the page is remembered."""
        return digest((self.path, self.subject, self.language, self.template))


class Sitemap:
    """The addresses of all pages, by subject and language."""

    def __init__(self, addresses: Mapping[tuple[Subject, str], str]) -> None:
        self._addresses = addresses

    def path(self, subject: Subject, language: str) -> str:
        """A page's path below the site's root. Raises KeyError for a page that doesn't exist."""
        return self._addresses[subject, language]

    def has(self, subject: Subject, language: str) -> bool:
        """Whether there is such a page."""
        return (subject, language) in self._addresses

    def link(self, start: str, subject: Subject, language: str, anchor: str = "") -> str:
        """The relative address of a page, seen from the page at the path `start`."""
        return relative(start, self.path(subject, language)) + (f"#{anchor}" if anchor else "")

    def address(self, url: str, subject: Subject, language: str) -> str:
        """The full address of a page on a site that is published at `url`."""
        return absolute(url, self.path(subject, language))

    def __iter__(self) -> Iterator[tuple[Subject, str]]:
        return iter(self._addresses)


def address_fact(kind: str, language: str, id: str) -> Fact:
    """What is noted when somebody asks for the address of a page."""
    return "path", f"{kind} {language} {id}"


class SeenSitemap(Sitemap):
    """A sitemap under the eyes of a spy: each address that somebody asks for is noted."""

    def __init__(self, addresses: Mapping[tuple[Subject, str], str], spy: Spy) -> None:
        super().__init__(addresses)
        self._spy = spy

    def path(self, subject: Subject, language: str) -> str:
        self._spy.note(address_fact(subject.kind, language, subject.id))
        return super().path(subject, language)

    def has(self, subject: Subject, language: str) -> bool:
        self._spy.note(address_fact(subject.kind, language, subject.id))
        return super().has(subject, language)

    def __iter__(self) -> Iterator[tuple[Subject, str]]:
        self._spy.note(("path", ""))
        return super().__iter__()

    def read(self, key: str) -> Digest:
        """The digest of what is noted under a key: an address, "-" where there is none, all of them."""
        if not key:
            return digest(tuple(sorted(self._addresses.values())))
        kind, language, id = key.split(" ", 2)
        return Digest(self._addresses.get((Subject(kind, id), language), "-"))


def relative(start: str, goal: str) -> str:
    """The relative address of one path of the site seen from another: `../../index.html`."""
    here, there = start.split("/")[:-1], goal.split("/")
    shared = 0
    for folder, step in zip(here, there[:-1], strict=False):
        if folder != step:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def absolute(url: str, path: str) -> str:
    """The full address of a path of a site that is published at `url`; a folder's own page is the folder."""
    shown = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    return f"{_bare(url).rstrip('/')}/{percent(shown)}"


def base_of(url: str) -> str:
    """Where a site that is published at `url` begins on its host: `/` or `/maps/`."""
    path = _bare(url).partition("://")[2].partition("/")[2].strip("/")
    return f"/{path}/" if path else "/"


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("?")[0]
