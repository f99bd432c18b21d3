"""pager: a long list split over pages, each small enough to open quickly."""

from dataclasses import dataclass
from typing import TypeVar

from cjmgen.pages.edition import Edition
from cjmgen.pages.sitemap import Subject

T = TypeVar("T")

MOST = 60
"""Cards on one page."""

NEAR = 4
"""A pager names this many parts on either side, the first and the last."""


@dataclass(frozen=True, slots=True)
class Pager:
    """The ways to the other parts of a list; `links` are (number, address), the current page's too, and (0, "") for a gap."""

    current: int
    links: tuple[tuple[int, str], ...]
    previous: str
    next: str


def part_ids(items: int, most: int = MOST) -> tuple[str, ...]:
    """The ids of a list's parts: "" for the first, which there always is, then "2", "3" …"""
    return ("", *map(str, range(2, -(-items // most) + 1)))


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

    def address(number: int) -> str:
        return edition.sitemap.link(start, part_of(kind, number), edition.language)

    shown = sorted({1, *range(max(current - NEAR, 1), min(current + NEAR, count) + 1), count})
    links: list[tuple[int, str]] = []
    for number in shown:
        if links and number > links[-1][0] + 1:
            links.append((0, ""))
        links.append((number, address(number)))
    return Pager(current, tuple(links), address(current - 1) if current > 1 else "", address(current + 1) if current < count else "")
