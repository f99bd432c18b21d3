"""backed: how well each counted journey and its stages are backed by evidence, the weakest first."""

from collections.abc import Mapping

from cjmgen.atlas.cards.card import Coverage, JourneyCard
from cjmgen.insight.portfolio.pulse import counted, coverage_of
from cjmgen.insight.uncounted import Uncounted, uncounted_in
from cjmgen.pages.parts.cells import journey_link, stage_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Backed:
    """A journey or a stage with its claims. Shares are 0 … 1; `weight` is at most `share`."""

    anchor: Anchor
    validated: int
    claims: int
    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class BackedJourney:
    """A journey with those of its stages that have claims."""

    whole: Backed
    stages: tuple[Backed, ...]


def all_backed(edition: Edition) -> Mapping[str, JourneyCard]:
    """The counted journeys that have claims, the weakest first."""
    found = [card for card in counted(edition.atlas.journeys.values()) if card.coverage.total]
    return {card.id: card for card in sorted(found, key=lambda card: (card.coverage.by_weight or 0.0, -card.coverage.total, card.id))}


def coverage_of_all(edition: Edition) -> Coverage:
    """All of them together."""
    return coverage_of(edition.once(all_backed).values())


def all_uncounted(edition: Edition) -> Mapping[str, Uncounted]:
    """The evidence that claims of these journeys lean on without saying how many said so."""
    return uncounted_in((claim for card in edition.once(all_backed).values() for claim in card.claims), edition.atlas)


def backed_journey(edition: Edition, start: str, id: str) -> BackedJourney:
    """A journey as the page at the path `start` shows it."""
    card = edition.once(all_backed)[id]
    parts = ((stage_link(edition, start, card, stage), stage.coverage) for stage in card.stages)
    return BackedJourney(
        _backed(journey_link(edition, start, card), card.coverage),
        tuple(_backed(anchor, each) for anchor, each in parts if each.total),
    )


def _backed(anchor: Anchor, found: Coverage) -> Backed:
    return Backed(anchor, found.validated, found.total, found.share or 0.0, found.by_weight or 0.0)
