"""backed: how well claims are backed by evidence: how many are validated, and what these weigh by who said so and how long ago."""

import datetime
from collections.abc import Iterable, Mapping

from cjmgen.atlas.cards.card import ClaimCard, Coverage
from cjmgen.atlas.cards.score import claims_of, confidence, freshness
from cjmgen.model.claim import Claim, Quote
from cjmgen.model.evidence import FROM_CUSTOMERS, Evidence
from cjmgen.model.journey import Journey
from cjmgen.numbers.backing import LEFT, backing, found

Uses = tuple[tuple[str, int | None], ...]
"""Pieces of evidence by id, each with how many said so."""


def coverage(journey: Journey, evidence: Mapping[str, Evidence], today: datetime.date) -> Coverage:
    """How well the claims of a whole journey are backed."""
    return coverage_of((claim for stage in journey.stages for claim in claims_of(stage)), evidence, today)


def coverage_of(claims: Iterable[Claim | Quote], evidence: Mapping[str, Evidence], today: datetime.date) -> Coverage:
    """How well some claims are backed."""
    told = ((claim, confidence(claim, evidence, today), tuple((use.id, use.n) for use in claim.evidence)) for claim in claims)
    return sum((_one(sure, weight(isinstance(claim, Quote), sure, uses, evidence, today)) for claim, sure, uses in told), Coverage())


def card_coverage(claims: Iterable[ClaimCard], evidence: Mapping[str, Evidence], today: datetime.date) -> Coverage:
    """How well some claims are backed, by their cards."""
    return sum((_one(claim.confidence, card_weight(claim, evidence, today)) for claim in claims), Coverage())


def _one(sure: str, weight: float) -> Coverage:
    return Coverage(int(sure == "validated"), int(sure == "reasoned"), int(sure == "assumed"), weight)


def card_weight(claim: ClaimCard, evidence: Mapping[str, Evidence], today: datetime.date) -> float:
    """What stands behind a claim, by its card."""
    return weight(claim.kind == "quote", claim.confidence, claim.evidence, evidence, today)


def weight(quote: bool, sure: str, uses: Uses, evidence: Mapping[str, Evidence], today: datetime.date) -> float:
    """What stands behind a claim, 0 … 1: nothing behind one that is not validated, or only because somebody wrote so.

    A quote says no more than that it was said, which takes one person: it weighs what is left of the piece that it is from.
    """
    if sure != "validated":
        return 0.0
    known = [(evidence[id], n) for id, n in dict(uses).items() if id in evidence]
    return backing(
        (1.0 if quote else found(people(each, n)), LEFT[freshness(each, today)]) for each, n in known if each.kind in FROM_CUSTOMERS
    )


def people(piece: Evidence, said: int | None) -> int:
    """How many say a claim: as many as it names. Figures are made from all that were counted; elsewhere at least one must have said so."""
    if said is not None:
        return said
    return piece.n if piece.kind == "analytics" and piece.n is not None else 1


def uncounted(claim: ClaimCard, evidence: Mapping[str, Evidence], today: datetime.date) -> tuple[str, ...]:
    """The pieces from customers that a claim leans on without saying how many said so, and that therefore count as one person each.

    A quote was said by one, figures count all that they were made from, and what has expired weighs nothing with any number.
    """
    if claim.kind == "quote" or claim.confidence != "validated":
        return ()
    known = ((evidence[id], id) for id, n in dict(claim.evidence).items() if n is None and id in evidence)
    return tuple(id for piece, id in known if _takes_one(piece) and freshness(piece, today) != "expired")


def _takes_one(piece: Evidence) -> bool:
    return piece.kind in FROM_CUSTOMERS and not (piece.kind == "analytics" and piece.n is not None)


def said_by(claim: ClaimCard, evidence: Mapping[str, Evidence], today: datetime.date) -> int | None:
    """How many people say a claim in evidence from customers that holds; None where no piece tells."""
    known = [(evidence[id], n) for id, n in dict(claim.evidence).items() if id in evidence]
    live = [(each, n) for each, n in known if each.kind in FROM_CUSTOMERS and freshness(each, today) != "expired"]
    told = any(n is not None or not _takes_one(each) for each, n in live)
    return sum(people(each, n) for each, n in live) if told else None
