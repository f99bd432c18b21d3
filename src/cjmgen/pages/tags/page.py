"""page: by what journeys can be told apart, and how the journeys of each tag feel."""

from itertools import groupby

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.parts.strip import Strip, strip
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.tags.tag import all_tags
from cjmgen.pages.tags.tagging import Tagged, tagged
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class TagLine:
    """A value of a tag: its journeys, and how the counted ones feel."""

    anchor: Anchor
    journeys: int
    feel: Strip | None
    severe: int


@dataclass(frozen=True, slots=True)
class TagGroup:
    """The values of one key that stand on this part."""

    key: str
    lines: tuple[TagLine, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """The two values of one key whose journeys feel most different."""

    key: str
    low: TagLine
    high: TagLine


@dataclass(frozen=True, slots=True)
class TagsView:
    """All tags, or a later part of them."""

    frame: Frame
    site: Said
    groups: tuple[TagGroup, ...]
    keys: int
    values: int
    apart: Apart | None
    """None where no two values of a key differ by more than half a point."""
    pager: Pager | None


WIDE = 0.5
"""From here on two values feel different."""


def tags(edition: Edition, id: str = "") -> TagsView:
    """A part of the list."""
    number = number_of(id)
    found = edition.once(all_tags)
    subject = part_of("tags", number)
    path = edition.sitemap.path(subject, edition.language)
    split = parts(tuple(found))
    groups = _groups(edition, path, split[number - 1], found)
    site = edition.say(edition.atlas.settings.title)
    return TagsView(
        frame(edition, subject, SILENCE, SILENCE, "tags", fallback=fell_back(groups)),
        site,
        groups,
        len(dict.fromkeys(each.key for each in found.values())),
        len(found),
        _apart(_groups(edition, path, tuple(found), found)) if number == 1 else None,
        pager(edition, path, "tags", number, len(split)),
    )


def _groups(edition: Edition, start: str, addresses: tuple[str, ...], found: dict[str, Tagged]) -> tuple[TagGroup, ...]:
    return tuple(
        TagGroup(key, tuple(_line(edition, start, address, found[address]) for address in each))
        for key, each in groupby(addresses, key=lambda address: found[address].key)
    )


def _line(edition: Edition, start: str, address: str, told: Tagged) -> TagLine:
    link = edition.sitemap.link(start, Subject("tag", address), edition.language)
    live = [card for card in told.journeys if card.counted]
    return TagLine(
        Anchor(Said(told.value), link), len(told.journeys), strip(card.score for card in live), sum(card.severe for card in live)
    )


def _apart(groups: tuple[TagGroup, ...]) -> Apart | None:
    """Where two values of a key lie farthest apart, of keys whose values hold more than one journey somewhere."""
    found: list[tuple[float, Apart]] = []
    for group in groups:
        felt = sorted((line.feel.mean, at) for at, line in enumerate(group.lines) if line.feel)
        if len(felt) > 1 and len(felt) < sum(line.journeys for line in group.lines):
            low, high = felt[0], felt[-1]
            found.append((high[0] - low[0], Apart(group.key, group.lines[low[1]], group.lines[high[1]])))
    best = max(found, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] >= WIDE else None


def _ids(atlas: Atlas) -> tuple[str, ...]:
    values = len(tagged(atlas.journeys.values()))
    return part_ids(values) if values else ()


TAGS = Kind("tags", "tags.html", _ids, lambda id: part_path("tags", id), tags)
