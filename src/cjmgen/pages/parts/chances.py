"""chances: the opportunities of all journeys in the order of their rank, each with the address of its line."""

from collections import Counter
from collections.abc import Iterator, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, OpportunityCard
from cjmgen.insight.ranking import rank
from cjmgen.memo.recall import Table
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.pager import MOST, part_of
from cjmgen.pages.site.sitemap import address_fact
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass

Key = tuple[str, str, str]
"""A journey, a stage and an opportunity."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An opportunity with the journey it was written in; `spot` is its id in the page that lists it, `rank` counts from 1."""

    journey: JourneyCard
    card: OpportunityCard
    spot: str
    rank: int = 0

    @property
    def impact(self) -> float | None:
        """1 … 5."""
        return self.card.impact

    @property
    def effort(self) -> float | None:
        """1 … 5."""
        return self.card.effort

    @property
    def status(self) -> str:
        """idea, planned, in-progress, done or dropped."""
        return self.card.status

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.journey.id, self.card.stage, self.card.id


def listed(edition: Edition) -> tuple[Listed, ...]:
    """All opportunities, most impact for least effort first. One that a journey takes over from the journey it extends is that one's."""
    ranked = rank(_named(edition.atlas.journeys))
    return tuple(Listed(each.journey, each.card, each.spot, number) for number, each in enumerate(ranked, start=1))


def own(card: JourneyCard, journeys: Mapping[str, JourneyCard]) -> Iterator[OpportunityCard]:
    """The opportunities that a journey does not take over from the one it extends."""
    return (chance for chance in card.opportunities if _origin(card, (chance.stage, chance.id), journeys) is card)


def count(atlas: Atlas) -> int:
    """How many there are."""
    return sum(
        len(card.opportunities) if not card.extends else sum(1 for _ in own(card, atlas.journeys)) for card in atlas.journeys.values()
    )


def opportunity_link(edition: Edition, start: str, card: JourneyCard, chance: OpportunityCard) -> Anchor:
    """An opportunity by its title, with its line in the list of all, seen from the page at the path `start`."""
    return Anchor(edition.say(chance.title), line(edition, start, card.id, chance.stage, chance.id))


def line(edition: Edition, start: str, journey: str, stage: str, id: str) -> str:
    """The address of an opportunity's line in the list of all; "" where there is no such list."""
    journeys = edition.atlas.journeys
    origin = _origin(journeys[journey], (stage, id), journeys)
    place, spot = placed(edition, origin.id, stage, id)
    edition.spy.note(address_fact("opportunities", edition.language, part_of("opportunities", (place - 1) // MOST + 1).id))
    href = edition.latest(_Parts, start)[(place - 1) // MOST + 1]
    return href and f"{href}#{spot}"


class _Parts(dict[int, str]):
    """The addresses of the parts of the list seen from a path, found when first asked for."""

    def __init__(self, edition: Edition, start: str) -> None:
        self._edition, self._start = edition, start

    def __missing__(self, number: int) -> str:
        page, sitemap, language = part_of("opportunities", number), self._edition.sitemap, self._edition.language
        made = self[number] = sitemap.link(self._start, page, language) if sitemap.has(page, language) else ""
        return made


def _origin(card: JourneyCard, chance: tuple[str, str], journeys: Mapping[str, JourneyCard]) -> JourneyCard:
    """The journey that an opportunity, as (stage, id), comes from: the first of those extended that has it."""
    if not card.extends:
        return card
    seen = {card.id}
    while (base := journeys.get(card.extends or "")) and base.id not in seen:
        if not any((each.stage, each.id) == chance for each in base.opportunities):
            break
        card = base
        seen.add(base.id)
    return card


def _named(journeys: Mapping[str, JourneyCard]) -> Iterator[Listed]:
    """Each with an id of its own: its stage is named where the journey has that opportunity twice; who still shares one is numbered."""
    taken: set[str] = set()
    for journey in journeys.values():
        often = Counter(chance.id for chance in journey.opportunities)
        for chance in own(journey, journeys):
            plain = spot = f"o-{journey.id}--{chance.stage + '-' if often[chance.id] > 1 else ''}{chance.id}"
            number = 1
            while spot in taken:
                number += 1
                spot = f"{plain}-{number}"
            taken.add(spot)
            yield Listed(journey, chance, spot)


def placed(edition: Edition, journey: str, stage: str, id: str) -> tuple[int, str]:
    """The rank of an opportunity and the id of its line. Raises KeyError for one that is not there, or is taken over from another."""
    match edition.entry(places, f"{journey}\n{stage}\n{id}"):
        case [int(place), str(spot)]:
            return place, spot
    raise KeyError((journey, stage, id))


def places(edition: Edition) -> Table:
    """The rank and the id of each, by journey, stage and opportunity."""
    return {"\n".join(each.key): [each.rank, each.spot] for each in edition.once(listed)}
