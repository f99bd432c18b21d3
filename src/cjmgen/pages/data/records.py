"""records: what stands in the data of many pages alike: journeys, pains, opportunities, figures. Other things are named by their ids."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard, StageCard, TouchpointCard
from cjmgen.atlas.cards.score import review_step
from cjmgen.insight.claims import proven
from cjmgen.insight.flow.brought import gap_behind, gaps_eased, money, people
from cjmgen.insight.flow.gap import Gap
from cjmgen.insight.portfolio.feel import feel
from cjmgen.insight.portfolio.finding import Finding
from cjmgen.insight.record import number
from cjmgen.model.amount import kept
from cjmgen.model.item import Entity
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.site.twin import Fields, Json

SEVERITIES = ("low", "medium", "high", "critical")


def rounded(value: float | None) -> float | None:
    """A figure as data hold it; None, which is null, where nothing stands behind it."""
    return None if value is None else kept(value)


def severity(level: int) -> str | None:
    """The name of a level of 1 … 4; None for 0, a pain that nobody rated."""
    return SEVERITIES[level - 1] if level else None


def entity(written: Entity) -> Fields:
    """What a map says, in the form of the vocabulary and without its defaults."""
    told: Fields = written.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return told


def pains(by_severity: Sequence[int], unrated: int) -> Fields:
    """How many pains there are, by severity."""
    return {**dict(zip(SEVERITIES, by_severity, strict=True)), "unrated": unrated}


def figures(edition: Edition, card: JourneyCard) -> Fields:
    """What a journey comes down to."""
    settings = edition.atlas.settings
    return {
        "counted": card.counted,
        "score": rounded(card.score),
        "conversion": rounded(card.conversion),
        **proven(card.coverage),
        "pains": pains(card.pains, card.unrated),
        "review": review_step(card.reviewed, settings.review_every, edition.atlas.today),
    }


def journey(edition: Edition, card: JourneyCard) -> Fields:
    """A journey in a list."""
    return {
        "id": card.id,
        "address": address(edition, "journey", card.id),
        "title": card.title,
        "state": card.state,
        "status": card.status,
        "personas": card.personas,
        "owner": card.owner,
        "extends": card.extends,
        **figures(edition, card),
    }


def address(edition: Edition, kind: str, id: str = "") -> str:
    """Where a page stands below the site's root, in the default language."""
    return edition.sitemap.path(Subject(kind, id), edition.language)


def gap(told: Gap) -> Fields:
    """A step that misses its goal, and what closing it brings by the stage `until`: people, and money in the `period` that was counted."""
    carried, worth = people(told), money(told)
    return {
        "from": told.step.start.id,
        "to": told.step.end.id,
        "share": rounded(told.step.share.value),
        "goal": rounded(told.goal),
        "until": told.until.id,
        "people": number(carried),
        "worth": number(worth) if worth else None,
        "period": told.period or None,
    }


def pain(edition: Edition, card: JourneyCard, told: ClaimCard) -> Fields:
    """A pain, with where it stands, what it leans on, and the gap of its stage."""
    found = gap_behind(card, told, edition.atlas.settings.currency or "")
    return {
        "journey": card.id,
        "stage": told.stage,
        "id": told.id,
        "title": card.said(told).text,
        "severity": severity(told.severity),
        "confidence": told.confidence,
        "evidence": [id for id, _ in told.evidence],
        "gap": gap(found) if found else None,
    }


def opportunity(edition: Edition, card: JourneyCard, told: OpportunityCard) -> Fields:
    """An opportunity, with where it stands, the pains it would ease, and the gaps of their stages."""
    return {
        "journey": card.id,
        "stage": told.stage,
        "id": told.id,
        "title": told.title,
        "impact": told.impact,
        "effort": told.effort,
        "status": told.status,
        "owner": told.owner,
        "due": told.due.isoformat() if told.due else None,
        "pains": [{"stage": stage, "id": id} for stage, id in told.pains],
        "gaps": [gap(each) for each in gaps_eased(card, told, edition.atlas.settings.currency or "")],
    }


def felt(part: StageCard | TouchpointCard) -> Fields:
    """A stage or a touchpoint by its id, with its score."""
    return {"id": part.id, "score": rounded(part.score)}


def feeling(scores: Iterable[float | None]) -> Json:
    """How a group feels: the mean, and how far it reaches; None where nothing was felt."""
    found = feel(scores)
    return {"score": rounded(found.mean), "low": rounded(found.low), "high": rounded(found.high), "n": found.n} if found else None


def finding(found: Finding) -> Fields:
    """What a group of journeys comes down to; what the sentence has no use for is null."""
    return {
        "kind": found.kind,
        "stage": found.stage or None,
        "score": rounded(found.score) if found.stage else None,
        "journeys": found.journeys or None,
        "total": found.total or None,
        "journey": found.journey or None,
    }
