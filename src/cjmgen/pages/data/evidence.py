"""evidence: all research for machines: each piece with what leans on it, and the journeys whose claims lean on nothing."""

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard
from cjmgen.atlas.cards.score import freshness
from cjmgen.insight.claims import proven
from cjmgen.insight.kinds.feedback import LOOP, UNTRUE
from cjmgen.insight.leaning import Leaning
from cjmgen.insight.record import record
from cjmgen.insight.uncounted import Uncounted
from cjmgen.pages.data.records import entity, pain, rounded
from cjmgen.pages.evidence.backed import all_backed, all_uncounted, coverage_of_all
from cjmgen.pages.evidence.loop import heard, nexts, noted
from cjmgen.pages.evidence.page import EVIDENCE, leaning_journeys
from cjmgen.pages.evidence.trust import all_gaps, evidence_lead, foremost
from cjmgen.pages.parts.proofs import all_leanings
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin


def data(edition: Edition, id: str) -> Fields:
    """Every piece, what has expired first."""
    gaps: list[Json] = [
        {
            "journey": gap.journey.id,
            "bare": gap.bare,
            "claims": gap.total,
            "severe": [pain(edition, gap.journey, each) for each in gap.severe],
        }
        for gap in edition.once(all_gaps)
    ]
    pieces = [_piece(edition, each, leaning) for each, leaning in edition.once(all_leanings).items()]
    return {
        "trust": trust(edition),
        "insights": [record(each) for each in edition.once(foremost)],
        "loop": _loop(edition),
        "journeys": _backed(edition),
        "pieces": pieces,
        "gaps": gaps,
    }


def _loop(edition: Edition) -> Fields:
    """How many pieces stand at each step of the loop, what is next for each that is not told, and the quotes that nobody answers."""
    steps, said = edition.once(noted), edition.once(heard)
    after = [(id, told.key) for id, told in edition.once(nexts)]
    return {
        "steps": {step: steps[step] for step in LOOP},
        "unnoted": steps[""],
        "next": [{"evidence": id, "key": key.removeprefix("insight."), "untrue": key in UNTRUE} for id, key in after],
        "quotes": said.quotes,
        "unanswered": [_unanswered(card, quote) for card, quote in said.bare],
    }


def _unanswered(card: JourneyCard, quote: ClaimCard) -> Fields:
    said = card.said(quote)
    return {"journey": card.id, "stage": quote.stage, "id": said.id, "text": said.text}


def _backed(edition: Edition) -> list[Json]:
    """How well the counted journeys are backed, and each of their stages that has claims."""
    return [
        {
            "journey": id,
            **proven(card.coverage),
            "stages": [{"stage": stage.id, **proven(stage.coverage)} for stage in card.stages if stage.coverage.total],
        }
        for id, card in edition.once(all_backed).items()
    ]


def trust(edition: Edition) -> Fields:
    """How far the counted journeys can be trusted: their claims, and how many lean on what is no longer fresh or on nothing."""
    found = edition.once(evidence_lead)
    return {
        **proven(edition.once(coverage_of_all)),
        "pieces": found.pieces,
        "expired": found.expired,
        "claims_on_expired": found.on_expired,
        "due": found.due,
        "claims_on_due": found.on_due,
        "bare": found.bare,
        "bare_severe_pains": found.severe,
        "claims_without_n": found.uncounted,
    }


def _piece(edition: Edition, id: str, leaning: Leaning) -> Fields:
    told, whole = edition.atlas.evidence[id], edition.once(coverage_of_all)
    silent = edition.once(all_uncounted).get(id, Uncounted())
    journeys: list[Json] = [
        {"journey": each, "claims": dict(leaning.claims.get(each, {})), "others": leaning.others.get(each, 0)}
        for each in leaning_journeys(leaning)
    ]
    return {
        "id": id,
        "evidence": entity(told),
        "freshness": freshness(told, edition.atlas.today),
        "claims": leaning.of_claims,
        "claims_without_n": silent.claims,
        "evidence_by_weight_at_most": rounded((whole.weight + silent.most) / whole.total) if silent.most else None,
        "others": sum(leaning.others.values()),
        "journeys": journeys,
        "personas": leaning.personas,
    }


EVIDENCE_DATA = twin(EVIDENCE, data)
