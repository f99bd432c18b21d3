"""leaning: what leans on each piece of evidence, and which claims lean on none."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, PersonaCard

SEVERE = 3
"""From this severity on a pain is severe."""


@dataclass(slots=True)
class Leaning:
    """What leans on one piece of evidence: claims and other things by journey, and personas."""

    claims: dict[str, Counter[str]] = field(default_factory=dict)
    """By journey: how many claims of which stage."""
    others: dict[str, int] = field(default_factory=dict)
    """By journey: emotions, counts, handoffs, opportunities and the map itself."""
    personas: list[str] = field(default_factory=list)

    @property
    def of_claims(self) -> int:
        """All claims that lean on it."""
        return sum(counts.total() for counts in self.claims.values())

    @property
    def weight(self) -> int:
        """Everything that leans on it."""
        return self.of_claims + sum(self.others.values()) + len(self.personas)


@dataclass(frozen=True, slots=True)
class Gap:
    """A counted journey whose claims lean, in part, on nothing: `bare` of `total`; the severe pains among them, worst first."""

    journey: JourneyCard
    bare: int
    total: int
    severe: tuple[ClaimCard, ...]


def leanings(cards: Iterable[JourneyCard], personas: Iterable[PersonaCard], evidence: Iterable[str]) -> dict[str, Leaning]:
    """What leans on every piece of evidence."""
    found = {id: Leaning() for id in evidence}
    for card in cards:
        for claim in card.claims:
            for id in {id: None for id, _ in claim.evidence if id in found}:
                found[id].claims.setdefault(card.id, Counter())[claim.stage] += 1
        for id, times in card.leans:
            if id in found:
                found[id].others[card.id] = times
    for persona in personas:
        for id in {id: None for id, _ in persona.evidence if id in found}:
            found[id].personas.append(persona.id)
    return found


def gaps(cards: Iterable[JourneyCard], evidence: Mapping[str, object]) -> tuple[Gap, ...]:
    """Counted journeys with claims that lean on nothing: those with the most severe pains first, then with the most claims."""
    found = (_gap(card, evidence) for card in cards if card.counted)
    return tuple(sorted((gap for gap in found if gap.bare), key=lambda gap: (-len(gap.severe), -gap.bare, gap.journey.id)))


def _gap(card: JourneyCard, evidence: Mapping[str, object]) -> Gap:
    bare = [claim for claim in card.claims if not any(id in evidence for id, _ in claim.evidence)]
    severe = sorted((claim for claim in bare if claim.severity >= SEVERE), key=lambda claim: -claim.severity)
    return Gap(card, len(bare), len(card.claims), tuple(severe))
