"""cells: links from other pages to the parts of a journey's map: a stage, a touchpoint, a pain."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.card import ClaimCard, JourneyCard, StageCard, Text, TouchpointCard
from cjmgen.pages.edition import Edition
from cjmgen.pages.sitemap import Subject
from cjmgen.pages.spots import spots
from cjmgen.pages.view import Anchor

Spots = Mapping[tuple[str, str], str]


class _Cells(dict[tuple[str, str], Spots]):
    """The ids of touchpoints and pains by journey and letter, found when first asked for."""

    def __init__(self, journeys: Mapping[str, JourneyCard]) -> None:
        self._journeys = journeys

    def __missing__(self, key: tuple[str, str]) -> Spots:
        id, letter = key
        parts = _parts(self._journeys[id], letter)
        made = self[key] = spots(letter, ((part.stage, part.id) for part in parts))
        return made


def _parts(card: JourneyCard, letter: str) -> Iterable[TouchpointCard | ClaimCard]:
    if letter == "p":
        return (claim for claim in card.claims if claim.kind == "pain")
    return card.touchpoints


def _cells(edition: Edition) -> _Cells:
    return _Cells(edition.atlas.journeys)


class _Ways(dict[str, str]):
    """The addresses of journeys seen from a path, found when first asked for: a list names most of its journeys often."""

    def __init__(self, edition: Edition, start: str) -> None:
        self._edition, self._start = edition, start

    def __missing__(self, id: str) -> str:
        subject, sitemap, language = Subject("journey", id), self._edition.sitemap, self._edition.language
        made = self[id] = sitemap.link(self._start, subject, language) if sitemap.has(subject, language) else ""
        return made


def _link(edition: Edition, start: str, card: JourneyCard, text: Text, spot: str) -> Anchor:
    href = edition.latest(_Ways, start)[card.id]
    return Anchor(edition.say(text), href and f"{href}#{spot}")


def journey_link(edition: Edition, start: str, card: JourneyCard) -> Anchor:
    """A journey by its title."""
    return Anchor(edition.say(card.title), edition.latest(_Ways, start)[card.id])


def stage_link(edition: Edition, start: str, card: JourneyCard, stage: StageCard) -> Anchor:
    """A stage by its title, with its column of the map."""
    return _link(edition, start, card, stage.title, f"s-{stage.id}")


def touchpoint_link(edition: Edition, start: str, card: JourneyCard, point: TouchpointCard) -> Anchor:
    """A touchpoint by its title, with its place in the channel lane."""
    return _link(edition, start, card, point.title, edition.once(_cells)[card.id, "t"][point.stage, point.id])


def owned_link(edition: Edition, start: str, card: JourneyCard, part: StageCard | TouchpointCard) -> Anchor:
    """A stage or a touchpoint, whichever it is."""
    return stage_link(edition, start, card, part) if isinstance(part, StageCard) else touchpoint_link(edition, start, card, part)


def pain_link(edition: Edition, start: str, card: JourneyCard, pain: ClaimCard) -> Anchor:
    """A pain by its words, with its line in the map."""
    return _link(edition, start, card, pain.title, edition.once(_cells)[card.id, "p"][pain.stage, pain.id])
