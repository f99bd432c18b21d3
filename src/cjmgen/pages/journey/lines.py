"""lines: a pain and an opportunity of some journey as a line in the lists of other pages."""

import datetime

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard, Text
from cjmgen.atlas.cards.score import expired
from cjmgen.insight.ranking import CLOSED
from cjmgen.model.amount import half_up
from cjmgen.pages.journey.items import Proof, Source
from cjmgen.pages.parts.cells import journey_link, pain_link
from cjmgen.pages.parts.chances import opportunity_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class PainLine:
    """A pain: `severity` is 1 low … 4 critical, 0 unrated; the proof says how sure we are, and how many said so."""

    anchor: Anchor
    journey: Anchor
    stage: Said
    severity: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class ChanceLine:
    """An opportunity; `x` and `y` place its dot in a glyph of 20 × 20 where it has both impact and effort."""

    anchor: Anchor
    journey: Anchor
    stage: Said
    status: str
    impact: float | None
    effort: float | None
    x: float
    y: float
    due: datetime.date | None
    overdue: bool
    link: str


def pain_line(edition: Edition, start: str, card: JourneyCard, pain: ClaimCard) -> PainLine:
    """The line of a pain."""
    return PainLine(
        pain_link(edition, start, card, pain),
        journey_link(edition, start, card),
        edition.say(title_of(card, pain.stage)),
        pain.severity,
        Proof(pain.confidence, _sources(edition, pain)),
    )


def _sources(edition: Edition, claim: ClaimCard) -> tuple[Source, ...]:
    known = edition.atlas.evidence
    return tuple(
        Source(id, edition.say(known[id].title), known[id].kind or "", said, known[id].n, expired(known[id], edition.atlas.today))
        for id, said in claim.evidence
        if id in known
    )


def chance_line(edition: Edition, start: str, card: JourneyCard, chance: OpportunityCard) -> ChanceLine:
    """The line of an opportunity."""
    due = None if chance.status in CLOSED else chance.due
    return ChanceLine(
        opportunity_link(edition, start, card, chance),
        journey_link(edition, start, card),
        edition.say(title_of(card, chance.stage)),
        chance.status,
        chance.impact,
        chance.effort,
        half_up(1 + 3 * (chance.effort or 0), 1),
        half_up(19 - 3 * (chance.impact or 0), 1),
        due,
        due is not None and edition.atlas.today > due,
        chance.link,
    )


def title_of(card: JourneyCard, stage: str | None) -> Text | None:
    """The title of a journey's stage."""
    return next((each.title for each in card.stages if each.id == stage), None)
