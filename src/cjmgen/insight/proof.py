"""proof: how well the claims of a journey are backed: how many are validated, and what these weigh by who said so and how long ago."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.card import ClaimCard, Coverage, JourneyCard, StageCard
from cjmgen.atlas.score import freshness
from cjmgen.model.evidence import FROM_CUSTOMERS, Evidence
from cjmgen.numbers.backing import LEFT, backing, found
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """The claims of a stage, a journey or a portfolio, and what the validated ones weigh together; pooled by adding."""

    coverage: Coverage = Coverage()
    weight: float = 0.0

    @property
    def share(self) -> float | None:
        """What claims weigh, 0 … 1, at most the share of those that are validated; None without claims."""
        total = self.coverage.total
        return self.weight / total if total else None

    def __add__(self, other: "Proof") -> "Proof":
        return Proof(self.coverage + other.coverage, self.weight + other.weight)


def proof(atlas: Atlas, card: JourneyCard) -> Proof:
    """A journey's claims."""
    return sum(stage_proofs(atlas, card).values(), Proof())


def stage_proofs(atlas: Atlas, card: JourneyCard) -> Mapping[str, Proof]:
    """The claims of each of its stages, by the stage's id."""
    return {stage.id: _stage(atlas, stage, card.claims) for stage in card.stages}


def _stage(atlas: Atlas, stage: StageCard, claims: Iterable[ClaimCard]) -> Proof:
    return Proof(stage.coverage, sum(weight(atlas, claim) for claim in claims if claim.stage == stage.id))


def weight(atlas: Atlas, claim: ClaimCard) -> float:
    """What stands behind a claim, 0 … 1: nothing behind one that is not validated, or only because somebody wrote so.

    A quote says no more than that it was said, which takes one person: it weighs what is left of the piece that it is from.
    """
    if claim.confidence != "validated":
        return 0.0
    known = [(atlas.evidence[id], n) for id, n in dict(claim.evidence).items() if id in atlas.evidence]
    return backing(
        (1.0 if claim.kind == "quote" else found(people(each, n)), LEFT[freshness(each, atlas.today)])
        for each, n in known
        if each.kind in FROM_CUSTOMERS
    )


def people(piece: Evidence, said: int | None) -> int:
    """How many say a claim: as many as it names. Figures are made from all that were counted; elsewhere at least one must have said so."""
    if said is not None:
        return said
    return piece.n if piece.kind == "analytics" and piece.n is not None else 1


def said_by(atlas: Atlas, claim: ClaimCard) -> int | None:
    """How many people say a claim in evidence from customers that holds; None where no piece tells."""
    known = [(atlas.evidence[id], n) for id, n in dict(claim.evidence).items() if id in atlas.evidence]
    live = [(each, n) for each, n in known if each.kind in FROM_CUSTOMERS and freshness(each, atlas.today) != "expired"]
    told = any(n is not None or (each.kind == "analytics" and each.n is not None) for each, n in live)
    return sum(people(each, n) for each, n in live) if told else None
