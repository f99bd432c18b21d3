"""backed: how well each counted journey and its stages are backed by evidence, the weakest first."""

from collections.abc import Mapping

from cjmgen.atlas.card import JourneyCard
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.insight.proof import Proof, stage_proofs
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


def all_proofs(edition: Edition) -> Mapping[str, tuple[Proof, Mapping[str, Proof]]]:
    """The counted journeys that have claims, the weakest first: each as a whole and by stage."""
    found = {}
    for card in counted(edition.atlas.journeys.values()):
        stages = stage_proofs(edition.atlas, card)
        whole = sum(stages.values(), Proof())
        if whole.coverage.total:
            found[card.id] = whole, stages
    return dict(sorted(found.items(), key=lambda item: (item[1][0].share or 0.0, -item[1][0].coverage.total, item[0])))


def proof_of_all(edition: Edition) -> Proof:
    """All of them together."""
    return sum((whole for whole, _ in edition.once(all_proofs).values()), Proof())


def backed_journey(edition: Edition, start: str, id: str) -> BackedJourney:
    """A journey as the page at the path `start` shows it."""
    card: JourneyCard = edition.atlas.journeys[id]
    whole, stages = edition.once(all_proofs)[id]
    parts = ((stage_link(edition, start, card, stage), stages[stage.id]) for stage in card.stages)
    return BackedJourney(
        _backed(journey_link(edition, start, card), whole),
        tuple(_backed(anchor, each) for anchor, each in parts if each.coverage.total),
    )


def _backed(anchor: Anchor, found: Proof) -> Backed:
    return Backed(anchor, found.coverage.validated, found.coverage.total, found.coverage.share or 0.0, found.share or 0.0)
