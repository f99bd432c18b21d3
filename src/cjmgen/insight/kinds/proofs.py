"""proofs: what claims lean on that does not carry them any more, or only just: evidence past its date, and very few people."""

from collections.abc import Iterator

from cjmgen.atlas.cards.backed import said_by
from cjmgen.atlas.cards.card import ClaimCard
from cjmgen.atlas.cards.score import freshness
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Severity, Spot, counts, says
from cjmgen.insight.uncounted import uncounted_in

SEVERE = 3

LIGHT, LEAST = 0.25, 5
"""So far what claims weigh may lie below their share before it is worth a sentence, and so many there have to be."""

FEW = 3
"""Fewer people than these are few behind a severe pain: two find hardly more than half of what there is."""


def expired(ground: Ground) -> Insights:
    """Claims all of whose evidence has expired."""
    yield from _aged(ground, ("expired",), 2)


def due(ground: Ground) -> Insights:
    """Claims all of whose evidence is to be renewed soon, if it has not expired."""
    yield from _aged(ground, ("due", "expired"), 1)


def _aged(ground: Ground, steps: tuple[str, ...], severity: Severity) -> Insights:
    """Claims whose freshest evidence is at the first of these steps, and all other at any of them."""
    atlas, found, pieces = ground.atlas, [], dict[str, None]()
    for claim in ground.card.claims:
        aged = {id: freshness(atlas.evidence[id], atlas.today) for id, _ in claim.evidence if id in atlas.evidence}
        if steps[0] in aged.values() and all(each in steps for each in aged.values()):
            found.append(claim)
            pieces |= dict.fromkeys(id for id, each in aged.items() if each == steps[0])
    if found:
        count, of = Number(len(found), "count"), Number(len(ground.card.claims), "count")
        spots = tuple(Spot(kind="evidence", id=id, title=atlas.evidence[id].title) for id in pieces)
        why = tuple(Clue(says(f"proof.is_{steps[0]}", title=spot.title), spot) for spot in spots)
        said = counts(f"proof.{steps[0]}", count, of)
        yield Insight("proof", said, (ground.whole(), *spots), severity, ((steps[0], count), ("claims", of)), why)


def light(ground: Ground) -> Insights:
    """Claims that are validated, and weigh much less by who said so and how long ago."""
    claims = ground.card.coverage
    if claims.share is None or claims.by_weight is None or claims.total < LEAST or claims.share - claims.by_weight < LIGHT:
        return
    lost = Number(claims.validated - claims.weight, "number")
    share, weight = Number(claims.share, "share"), Number(claims.by_weight, "share")
    said = says("proof.light", share=share, weight=weight)
    yield Insight("proof", said, (ground.whole(),), 2, (("lost", lost), ("share", share), ("weight", weight)), tuple(_uncounted(ground)))


def _uncounted(ground: Ground) -> Iterator[Clue]:
    """The pieces whose claims don't say how many said so, and what they would weigh if all who were asked did."""
    claims = ground.card.coverage
    for id, found in uncounted_in(ground.card.claims, ground.atlas).items():
        piece = ground.atlas.evidence[id]
        spot, n = Spot(kind="evidence", id=id, title=piece.title), Number(found.claims, "count")
        if found.most and piece.n:
            of, most = Number(piece.n, "count"), Number((claims.weight + found.most) / claims.total, "share")
            yield Clue(says("proof.uncounted_of", title=piece.title, n=n, of=of, most=most), spot)
        else:
            yield Clue(says("proof.uncounted_in", title=piece.title, n=n), spot)


def few(ground: Ground) -> Insights:
    """Severe pains that are validated, and by very few people, or by nobody knows how many."""
    severe = [claim for claim in ground.card.claims if claim.severity >= SEVERE and claim.confidence == "validated"]
    found = [(claim, said_by(claim, ground.atlas.evidence, ground.atlas.today)) for claim in severe if claim.evidence]
    thin = [(claim, people) for claim, people in found if people is None or people < FEW]
    if thin:
        count, of = Number(len(thin), "count"), Number(len(severe), "count")
        why = tuple(clue for claim, people in thin for clue in _thin(ground, claim, people))
        spots = tuple(clue.spot for clue in why if clue.spot)
        yield Insight("proof", counts("proof.few", count, of), spots, 2, (("few", count), ("severe", of)), why)


def _thin(ground: Ground, claim: ClaimCard, people: int | None) -> Iterator[Clue]:
    spot = ground.claim(claim)
    if people is None:
        yield Clue(says("proof.uncounted", title=spot.title), spot)
    else:
        yield Clue(says("proof.said", title=spot.title, n=Number(people, "count")), spot)
