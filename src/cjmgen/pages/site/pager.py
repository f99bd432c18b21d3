"""pager: a long list split over pages, each small enough to open quickly."""

from collections.abc import Sequence
from typing import TypeVar

from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.value import dataclass

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


def part_of(kind: str, number: int, id: str = "") -> Subject:
    """The page that shows a part, counted from 1, of a list or of an entity's page."""
    return Subject(kind, f"{id}{' ' if id else ''}{number}" if number > 1 else id)


def pager(edition: Edition, start: str, kind: str, current: int, count: int, id: str = "") -> Pager | None:
    """The pager of a part of a list, or of an entity's page; None where all is one page."""
    if count < 2:
        return None

    def address(number: int) -> str:
        return edition.sitemap.link(start, part_of(kind, number, id), edition.language)

    shown = sorted({1, *range(max(current - NEAR, 1), min(current + NEAR, count) + 1), count})
    links: list[tuple[int, str]] = []
    for number in shown:
        if links and number > links[-1][0] + 1:
            links.append((0, ""))
        links.append((number, address(number)))
    return Pager(current, tuple(links), address(current - 1) if current > 1 else "", address(current + 1) if current < count else "")


def entity_ids(id: str, items: int) -> tuple[str, ...]:
    """The ids of the parts of an entity's page that lists so many items: `crm`, then `crm 2`, `crm 3` …"""
    return tuple(f"{id} {part}" if part else id for part in part_ids(items))


def entity_part(id: str) -> tuple[str, int]:
    """Which entity, and which part of its page, counted from 1: no id has a space of its own."""
    entity, _, number = id.partition(" ")
    return entity, number_of(number)


def entity_path(kind: str, folder: str, id: str) -> str:
    """Where a part of an entity's page stands: the first at the entity's own address."""
    entity, _, number = id.partition(" ")
    return part_path(f"{kind}-{entity.replace('/', '--')}", number) if number else f"{folder}/{entity}/index.html"


def slice_of(items: Sequence[T], number: int) -> tuple[T, ...]:
    """What of a list stands on a part, counted from 1."""
    return tuple(items[(number - 1) * MOST : number * MOST])
