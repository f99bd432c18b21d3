"""gather: an entity to its card, what other pages may see of it."""

from collections import Counter

from cjmgen.atlas import score
from cjmgen.atlas.card import JourneyCard, OpportunityCard, PersonaCard, StageCard, TouchpointCard
from cjmgen.atlas.scene import Scene
from cjmgen.model.claim import Severity
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.persona import Persona

SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")


def journey_card(id: str, file: str, journey: Journey, scene: Scene) -> JourneyCard:
    """What other pages may see of a journey."""
    pains = Counter(pain.severity for stage in journey.stages for pain in stage.pains)
    low, medium, high, critical = (pains[severity] for severity in SEVERITIES)
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
        tags=tuple((key, _tag(value)) for key, value in journey.tags.items()),
        score=score.journey_score(journey),
        stages=tuple(_stage_card(stage, journey, scene) for stage in journey.stages),
        pains=(low, medium, high, critical),
        unrated=pains[None],
        coverage=score.coverage(journey, scene.evidence, scene.today),
        conversion=score.conversion(journey, scene.metrics),
        target=journey.target,
        touchpoints=tuple(card for stage in journey.stages for card in _touchpoint_cards(stage)),
        opportunities=tuple(card for stage in journey.stages for card in _opportunity_cards(stage)),
        handoffs=tuple((handoff.from_, handoff.to) for handoff in journey.handoffs),
        was=journey.was,
    )


def _tag(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _stage_card(stage: Stage, journey: Journey, scene: Scene) -> StageCard:
    worst = max((SEVERITIES.index(pain.severity) + 1 for pain in stage.pains if pain.severity), default=0)
    owner = score.stage_owner(stage, journey)
    return StageCard(stage.key, stage.title, score.phase_of(stage, scene.phases), score.stage_score(stage), worst, owner)


def _touchpoint_cards(stage: Stage) -> tuple[TouchpointCard, ...]:
    return tuple(
        TouchpointCard(each.key, stage.key, each.title, each.channel, each.owner, score.touchpoint_score(each))
        for each in stage.touchpoints
    )


def _opportunity_cards(stage: Stage) -> tuple[OpportunityCard, ...]:
    return tuple(
        OpportunityCard(each.key, stage.key, each.title, each.impact, each.effort, each.status, each.owner) for each in stage.opportunities
    )


def persona_card(id: str, file: str, persona: Persona, photo: str | None) -> PersonaCard:
    """What other pages may see of a persona; `photo` is the picture's path below `maps/` when it can be shown."""
    return PersonaCard(id, file, persona.title, persona.role, persona.segment, photo, persona.audience == "internal", persona.was)
