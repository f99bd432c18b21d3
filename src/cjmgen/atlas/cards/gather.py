"""gather: an entity to its card, what other pages may see of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from cjmgen.atlas.cards import score
from cjmgen.atlas.cards.backed import card_coverage
from cjmgen.atlas.cards.card import (
    ActorCard,
    ClaimCard,
    Coverage,
    HandoffCard,
    JourneyCard,
    OpportunityCard,
    PersonaCard,
    StageCard,
    TouchpointCard,
    ValueCard,
    Words,
)
from cjmgen.atlas.cards.cast import voices
from cjmgen.atlas.cards.experiment import experiment_card
from cjmgen.atlas.cards.spend import cost_card, counts_part
from cjmgen.atlas.scene import Scene
from cjmgen.model.claim import Claim, EvidenceUse, Pain, Quote, Severity
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.opportunity import Opportunity
from cjmgen.model.persona import Persona
from cjmgen.model.quantity import LARGEST

SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")


def journey_card(id: str, file: str, journey: Journey, scene: Scene) -> JourneyCard:
    """What other pages may see of a journey."""
    pains = Counter(pain.severity for stage in journey.stages for pain in stage.pains)
    low, medium, high, critical = (pains[severity] for severity in SEVERITIES)
    people = score.entries(journey, scene.metrics)
    numbers = count()
    told = [tuple(_claim_card(stage, claim, scene, numbers) for claim in score.claims_of(stage)) for stage in journey.stages]
    every = zip(journey.stages, told, people, strict=True)
    stages = tuple(_stage_card(stage, journey, scene, claims, reached) for stage, claims, reached in every)
    return JourneyCard(
        id=id,
        file=file,
        title=journey.title,
        summary=journey.summary,
        personas=journey.personas,
        state=journey.state,
        status=journey.status,
        internal=journey.audience == "internal",
        owner=journey.owner,
        reviewed=journey.reviewed,
        extends=journey.extends,
        parent=journey.parent,
        tags=tags_of(journey),
        score=score.mean(stage.score for stage in stages),
        stages=stages,
        pains=(low, medium, high, critical),
        unrated=pains[None],
        coverage=sum((stage.coverage for stage in stages), Coverage()),
        conversion=score.conversion(journey, scene.metrics),
        target=journey.target,
        touchpoints=tuple(card for stage in journey.stages for card in _touchpoint_cards(stage, journey, scene)),
        claims=tuple(claim for claims in told for claim in claims),
        opportunities=tuple(opportunity_card(stage, each) for stage in journey.stages for each in stage.opportunities),
        handoffs=tuple(HandoffCard(each.from_, each.to, each.at, each.what, each.works or "", each.how) for each in journey.handoffs),
        leans=tuple(sorted(Counter(use.id for use in _leans(journey)).items())),
        period=journey.period,
        cast=tuple(ActorCard(each.key, each.title, each.kind or "companion", each.team) for each in journey.actors),
        voices=voices(journey),
        was=journey.was,
        outcome=journey.stages[aim].key if (aim := score.outcome(journey, scene.metrics)) is not None else None,
        value=_value_card(journey, scene),
        words=tuple(_words(claim) for stage in journey.stages for claim in score.claims_of(stage)),
        measures=tuple(dict.fromkeys(_measures(journey))),
    )


def _measures(journey: Journey) -> Iterator[tuple[str, str]]:
    if journey.funnel:
        yield "", journey.funnel
    for stage in journey.stages:
        counted = stage.entry.metric if stage.entry else None
        yield from ((stage.key, id) for id in (counted, *(each.metric for each in stage.metrics)) if id)


def _value_card(journey: Journey, scene: Scene) -> ValueCard | None:
    value = journey.value
    if value is None or not 0 <= value.per_conversion <= LARGEST:
        return None
    period = "" if counts_part(journey, scene.measured) else value.period or ""
    return ValueCard(value.per_conversion, value.currency or "", period)


def tags_of(entity: Journey | Persona) -> tuple[tuple[str, str], ...]:
    """Tags, their values as texts."""
    return tuple((key, _tag(value)) for key, value in entity.tags.items())


def _tag(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _stage_card(stage: Stage, journey: Journey, scene: Scene, told: Sequence[ClaimCard], people: int | None) -> StageCard:
    worst = max((severity_level(pain.severity) for pain in stage.pains), default=0)
    owner, phase = score.stage_owner(stage, journey), score.phase_of(stage, scene.phases)
    coverage = card_coverage(told, scene.evidence, scene.today)
    goal = stage.entry.target if stage.entry else None
    return StageCard(stage.key, stage.title, phase, score.stage_score(stage), worst, owner, coverage, people, goal)


def severity_level(severity: Severity | None) -> int:
    """1 for low … 4 for critical, 0 without a severity."""
    return SEVERITIES.index(severity) + 1 if severity else 0


def _touchpoint_cards(stage: Stage, journey: Journey, scene: Scene) -> Iterator[TouchpointCard]:
    for each in stage.touchpoints:
        felt = score.touchpoint_score(each)
        cost = cost_card(each.cost, journey, scene.metrics, scene.measured)
        yield TouchpointCard(each.key, stage.key, each.title, each.channel, each.owner, felt, each.moment or "", each.automated, cost)


def _claim_card(stage: Stage, claim: Claim | Quote, scene: Scene, numbers: Iterator[int]) -> ClaimCard:
    """A claim; `numbers` are those of the journey's claims."""
    sure = score.confidence(claim, scene.evidence, scene.today)
    uses, at = tuple((use.id, use.n) for use in claim.evidence), next(numbers)
    if isinstance(claim, Quote):
        return ClaimCard("quote", "", stage.key, 0, sure, claim.touchpoint, uses, at)
    level = severity_level(claim.severity) if isinstance(claim, Pain) else 0
    return ClaimCard("pain" if isinstance(claim, Pain) else "gain", claim.key, stage.key, level, sure, claim.touchpoint, uses, at)


def _words(claim: Claim | Quote) -> Words:
    return Words(claim.id or "", claim.text) if isinstance(claim, Quote) else Words(claim.key, claim.title)


def opportunity_card(stage: Stage, each: Opportunity) -> OpportunityCard:
    """What other pages may see of an opportunity."""
    return OpportunityCard(
        each.key, stage.key, each.title, each.impact, each.effort, each.status, each.owner, each.due, each.link or "",
        tuple(_pain(stage, reference) for reference in each.pains), each.description,
        (each.rice.reach, each.rice.impact, each.rice.confidence, each.rice.effort) if each.rice else None, each.importance,
        each.satisfaction, (each.expects.metric, each.expects.change) if each.expects else None,
        tuple(map(experiment_card, each.experiments)),
    )  # fmt: skip


def _pain(stage: Stage, reference: str) -> tuple[str, str]:
    """What `pain` or `stage/pain` means, seen from a stage."""
    where, _, name = reference.rpartition("/")
    return where or stage.key, name


def _leans(journey: Journey) -> Iterable[EvidenceUse]:
    """Evidence behind anything that is no claim."""
    yield from journey.evidence
    for handoff in journey.handoffs:
        yield from handoff.evidence
    for stage in journey.stages:
        yield from stage.emotion_evidence
        yield from stage.entry.evidence if stage.entry else ()
        for touchpoint in stage.touchpoints:
            yield from touchpoint.emotion_evidence
        for opportunity in stage.opportunities:
            yield from opportunity.evidence


def persona_card(id: str, file: str, persona: Persona, photo: str | None) -> PersonaCard:
    """What other pages may see of a persona; `photo` is the picture's path below `maps/` when it can be shown."""
    uses = tuple((use.id, use.n) for use in persona.evidence)
    internal = persona.audience == "internal"
    return PersonaCard(id, file, persona.title, persona.role, persona.segment, photo, internal, uses, persona.channels, persona.was)
