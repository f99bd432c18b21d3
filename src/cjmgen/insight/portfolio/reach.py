"""reach: where each channel meets customers, how that feels, who runs it, and what hurts there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, TouchpointCard
from cjmgen.insight.pinned import at, pinned

Contact = tuple[JourneyCard, TouchpointCard]


@dataclass(slots=True)
class Reach:
    """A channel in all journeys, journey by journey. Figures, owners and pains are those of counted journeys."""

    contacts: dict[str, list[Contact]] = field(default_factory=dict)
    owners: Counter[str] = field(default_factory=Counter)
    pains: list[tuple[JourneyCard, ClaimCard]] = field(default_factory=list)

    @property
    def counted(self) -> list[Contact]:
        """The touchpoints that figures count."""
        return [contact for contacts in self.contacts.values() if contacts[0][0].counted for contact in contacts]

    @property
    def scores(self) -> tuple[float | None, ...]:
        """What was felt at these."""
        return tuple(point.score for _, point in self.counted)

    def ends(self) -> tuple[Contact, Contact] | None:
        """The lowest and the highest of its touchpoints; None where none was felt."""
        felt = [contact for contact in self.counted if contact[1].score is not None]
        if not felt:
            return None
        return min(felt, key=_score), max(felt, key=_score)


def _score(contact: Contact) -> float:
    return contact[1].score or 0.0


def reaches(cards: Iterable[JourneyCard], channels: Mapping[str, object]) -> dict[str, Reach]:
    """The channels that journeys use, by id; journeys in the order given, pains worst first."""
    found: dict[str, Reach] = {}
    for card in cards:
        owners, counted = {stage.id: stage.owner for stage in card.stages}, card.counted
        for point in card.touchpoints:
            if point.channel in channels:
                reach = found.setdefault(point.channel or "", Reach())
                reach.contacts.setdefault(card.id, []).append((card, point))
                if counted and (owner := point.owner or owners.get(point.stage)):
                    reach.owners[owner] += 1
        _hurt(card, found)
    for reach in found.values():
        reach.pains.sort(key=lambda found: -found[1].severity)
    return dict(sorted(found.items()))


def _hurt(card: JourneyCard, found: Mapping[str, Reach]) -> None:
    if not card.counted:
        return
    points = pinned(card)
    for claim in card.claims:
        point = at(claim, points)
        if claim.kind == "pain" and point and point.channel in found:
            found[point.channel or ""].pains.append((card, claim))
