"""asking: the few decisions that a portfolio of journeys asks for."""

from collections.abc import Iterable

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard
from cjmgen.insight.ranking import open_and_rated
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """An opportunity that waits for a decision, with the worst of the pains that it would ease."""

    journey: JourneyCard
    chance: OpportunityCard
    pain: ClaimCard | None


def asked(cards: Iterable[JourneyCard], most: int) -> tuple[Asked, ...]:
    """The best open opportunities of counted journeys: those not begun before those under way, then as they are ranked.

    An opportunity that eases a known pain comes before one that eases none: a decision needs its reason. Of two that are
    ranked alike, the one with the severer pain comes first.
    """
    found = [(card, chance) for card in cards if card.counted for chance in card.opportunities]
    every = sorted((Asked(card, chance, _worst(card, chance)) for card, chance in found), key=_hurt)
    ranked = open_and_rated(each.chance for each in every)
    order = {id(chance): at for at, chance in enumerate(ranked)}
    waiting = [each for each in every if id(each.chance) in order]
    waiting.sort(key=lambda each: (each.chance.status == "in-progress", each.pain is None, order[id(each.chance)]))
    return tuple(waiting[:most])


def _hurt(each: Asked) -> int:
    return -each.pain.severity if each.pain else 1


def _worst(card: JourneyCard, chance: OpportunityCard) -> ClaimCard | None:
    pains = [claim for claim in card.claims if claim.kind == "pain" and (claim.stage, claim.id) in chance.pains]
    return max(pains, key=lambda pain: pain.severity, default=None)
