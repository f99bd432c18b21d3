"""cells: links from other pages to the parts of a journey's map: a stage, a touchpoint, a pain."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, StageCard, Text, TouchpointCard
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject, address_fact
from cjmgen.pages.view import Anchor

Spots = Mapping[tuple[str, str], str]


def _parts(card: JourneyCard, letter: str) -> Iterable[TouchpointCard | ClaimCard]:
    if letter == "p":
        return (claim for claim in card.claims if claim.kind == "pain")
    return card.touchpoints


def _cells(edition: Edition) -> dict[tuple[str, str], Spots]:
    """The ids of touchpoints and pains by journey and letter, as far as somebody asked for them."""
    return {}


def _spots(edition: Edition, card: JourneyCard, letter: str) -> Spots:
    """The ids of a journey's touchpoints or pains. The card is looked at each time, so that it is noted for every page that asks."""
    parts, kept = _parts(card, letter), edition.once(_cells)
    if (card.id, letter) not in kept:
        kept[card.id, letter] = spots(letter, ((part.stage, part.id) for part in parts))
    return kept[card.id, letter]


class _Ways(dict[str, str]):
    """The addresses of journeys seen from a path, found when first asked for: a list names most of its journeys often."""

    def __init__(self, edition: Edition, start: str) -> None:
        self._edition, self._start = edition, start

    def __missing__(self, id: str) -> str:
        subject, sitemap, language = Subject("journey", id), self._edition.sitemap, self._edition.language
        made = self[id] = sitemap.link(self._start, subject, language) if sitemap.has(subject, language) else ""
        return made


def _link(edition: Edition, start: str, card: JourneyCard, text: Text, spot: str) -> Anchor:
    href = _way(edition, start, card.id)
    return Anchor(edition.say(text), href and f"{href}#{spot}")


def _way(edition: Edition, start: str, journey: str) -> str:
    """The address of a journey. It is noted each time: pages at the same place may share what was found."""
    edition.spy.note(address_fact("journey", edition.language, journey))
    return edition.latest(_Ways, start)[journey]


def journey_link(edition: Edition, start: str, card: JourneyCard) -> Anchor:
    """A journey by its title."""
    return Anchor(edition.say(card.title), _way(edition, start, card.id))


def stage_link(edition: Edition, start: str, card: JourneyCard, stage: StageCard) -> Anchor:
    """A stage by its title, with its column of the map."""
    return _link(edition, start, card, stage.title, f"s-{stage.id}")


def touchpoint_link(edition: Edition, start: str, card: JourneyCard, point: TouchpointCard) -> Anchor:
    """A touchpoint by its title, with its place in the channel lane."""
    return _link(edition, start, card, point.title, _spots(edition, card, "t")[point.stage, point.id])


def owned_link(edition: Edition, start: str, card: JourneyCard, part: StageCard | TouchpointCard) -> Anchor:
    """A stage or a touchpoint, whichever it is."""
    return stage_link(edition, start, card, part) if isinstance(part, StageCard) else touchpoint_link(edition, start, card, part)


def pain_link(edition: Edition, start: str, card: JourneyCard, pain: ClaimCard) -> Anchor:
    """A pain by its words, with its line in the map."""
    return _link(edition, start, card, card.said(pain).text, _spots(edition, card, "p")[pain.stage, pain.id])
