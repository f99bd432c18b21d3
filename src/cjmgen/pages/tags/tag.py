"""tag: the journeys that carry a tag, as cards, and what they come down to together."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.axis import axis
from cjmgen.insight.portfolio.finding import Finding, finding
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.pages.home.page import ordered
from cjmgen.pages.parts.card import Card, card
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, entity_ids, entity_part, entity_path, pager, part_of, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.tags.tagging import Tagged, tagged
from cjmgen.pages.view import SILENCE, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class TagView:
    """The journeys of a tag, or a later part of them."""

    frame: Frame
    key: str
    value: Said
    total: int
    counted: int
    finding: Finding
    stage: Said
    journey: Said
    cards: tuple[Card, ...]
    up: str
    pager: Pager | None
    deeper: bool = True


def tag(edition: Edition, id: str) -> TagView:
    """A part of the page of a tag."""
    entity, number = entity_part(id)
    found = edition.once(all_tags)[entity]
    subject = part_of("tag", number, entity)
    path = edition.sitemap.path(subject, edition.language)
    split = parts(found.journeys)
    live = counted(found.journeys)
    told = finding(live, axis(live, edition.atlas.phases))
    cards = tuple(card(edition, path, journey) for journey in split[number - 1])
    value = Said(found.value)
    return TagView(
        frame(edition, subject, value, SILENCE, "tags", fallback=fell_back(cards)),
        found.key,
        value,
        len(found.journeys),
        len(live),
        told,
        edition.say(told.stage),
        edition.say(told.journey),
        cards,
        edition.sitemap.link(path, Subject("tags"), edition.language),
        pager(edition, path, "tag", number, len(split), entity),
    )


def all_tags(edition: Edition) -> dict[str, Tagged]:
    """All tags by address, journeys in the order of the home page."""
    return tagged(ordered(edition.atlas.journeys))


def _ids(atlas: Atlas) -> Iterator[str]:
    for address, found in tagged(ordered(atlas.journeys)).items():
        yield from entity_ids(address, len(found.journeys))


TAG = Kind("tag", "tag.html", _ids, lambda id: entity_path("tag", "tags", id), tag)
