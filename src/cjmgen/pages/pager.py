"""pager: a long list split over pages, each small enough to open quickly."""

from dataclasses import dataclass
from typing import TypeVar

from cjmgen.pages.edition import Edition
from cjmgen.pages.sitemap import Subject

T = TypeVar("T")

MOST = 60
"""Cards on one page."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The ways to the other parts of a list; `links` are (number, address), the current page's too."""

    current: int
    links: tuple[tuple[int, str], ...]
    previous: str
    next: str


def part_ids(items: int) -> tuple[str, ...]:
    """The ids of a list's parts: "" for the first, which there always is, then "2", "3" …"""
    return ("", *map(str, range(2, -(-items // MOST) + 1)))


def number_of(id: str) -> int:
    """Which part of a list an id is, counted from 1."""
    return int(id or 1)


def part_path(kind: str, id: str) -> str:
    """Where a part stands: the first in the list's own folder, the others beside one another, apart from any entity's address."""
    first = f"{kind}/" if kind else ""
    return f"page/{kind}{'-' if kind else ''}{id}/index.html" if id else f"{first}index.html"


def parts(items: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    """A list in parts of at most MOST; one empty part of an empty list."""
    return tuple(items[at : at + MOST] for at in range(0, len(items), MOST)) or ((),)


def part_of(kind: str, number: int) -> Subject:
    """The page that shows a part, counted from 1."""
    return Subject(kind, str(number) if number > 1 else "")


def pager(edition: Edition, start: str, kind: str, current: int, count: int) -> Pager | None:
    """The pager of a list's part; None where the list is one page."""
    if count < 2:
        return None
    links = tuple((number, edition.sitemap.link(start, part_of(kind, number), edition.language)) for number in range(1, count + 1))
    return Pager(current, links, links[current - 2][1] if current > 1 else "", links[current][1] if current < count else "")
