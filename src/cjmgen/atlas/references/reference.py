"""reference: all that an entity refers to by id, with the paths these ids stand at."""

from collections.abc import Iterator
from typing import NamedTuple

from cjmgen.atlas.references.walk import lists
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.touchpoint import Touchpoint
from cjmgen.problem import KeyPath


class Reference(NamedTuple):
    """One id that has to lead somewhere. Kinds beside those of entities: `who` (persona or actor), `end` (team or partner)."""

    kind: str
    id: str
    path: KeyPath
    at_key: bool = False


def of_journey(journey: Journey) -> Iterator[Reference]:
    """What a journey refers to outside itself."""
    for at, persona in enumerate(journey.personas):
        yield Reference("persona", persona, ("personas", at))
    if journey.owner:
        yield Reference("team", journey.owner, ("owner",))
    if journey.funnel:
        yield Reference("metric", journey.funnel, ("funnel",))
    if journey.parent:
        yield Reference("journey", journey.parent, ("parent",))
    yield from _uses(journey.evidence, ("evidence",))
    for at, actor in enumerate(journey.actors):
        if actor.team:
            yield Reference("team", actor.team, ("actors", at, "team"))
    for at, handoff in enumerate(journey.handoffs):
        yield Reference("end", handoff.from_, ("handoffs", at, "from"))
        yield Reference("end", handoff.to, ("handoffs", at, "to"))
        yield from _uses(handoff.evidence, ("handoffs", at, "evidence"))
    for at, stage in enumerate(journey.stages):
        yield from _of_stage(stage, ("stages", at))
        if stage.who:
            yield from _who(stage.who, ("stages", at, "who"))
    for path, items in lists(journey):
        for at, item in enumerate(items):
            if path != ("stages",) and (who := item.__dict__.get("who")):
                yield from _who(who, (*path, at, "who"))


def _of_stage(stage: Stage, path: KeyPath) -> Iterator[Reference]:
    if stage.phase:
        yield Reference("stage", stage.phase, (*path, "phase"))
    if stage.owner:
        yield Reference("team", stage.owner, (*path, "owner"))
    if stage.entry:
        if stage.entry.metric:
            yield Reference("metric", stage.entry.metric, (*path, "entry", "metric"))
        yield from _uses(stage.entry.evidence, (*path, "entry", "evidence"))
    yield from _felt(stage, path)
    for at, touchpoint in enumerate(stage.touchpoints):
        yield from _of_touchpoint(touchpoint, (*path, "touchpoints", at))
    for name in ("pains", "gains", "quotes"):
        for at, claim in enumerate(stage.__dict__[name]):
            if claim.evidence:
                yield from _uses(claim.evidence, (*path, name, at, "evidence"))
    yield from _of_work(stage, path)


def _of_work(stage: Stage, path: KeyPath) -> Iterator[Reference]:
    """Opportunities, metrics, and what is done for one persona."""
    for at, opportunity in enumerate(stage.opportunities):
        here = (*path, "opportunities", at)
        if opportunity.owner:
            yield Reference("team", opportunity.owner, (*here, "owner"))
        if opportunity.expects:
            yield Reference("metric", opportunity.expects.metric, (*here, "expects", "metric"))
        yield from _uses(opportunity.evidence, (*here, "evidence"))
        for trial, experiment in enumerate(opportunity.experiments):
            if experiment.metric:
                yield Reference("metric", experiment.metric, (*here, "experiments", trial, "metric"))
    for at, metric in enumerate(stage.metrics):
        if metric.metric:
            yield Reference("metric", metric.metric, (*path, "metrics", at, "metric"))
        if metric.owner:
            yield Reference("team", metric.owner, (*path, "metrics", at, "owner"))
    for at, personal in enumerate(stage.personalization):
        if personal.persona:
            yield Reference("persona", personal.persona, (*path, "personalization", at, "persona"))


def _of_touchpoint(touchpoint: Touchpoint, path: KeyPath) -> Iterator[Reference]:
    if touchpoint.channel:
        yield Reference("channel", touchpoint.channel, (*path, "channel"))
    if touchpoint.owner:
        yield Reference("team", touchpoint.owner, (*path, "owner"))
    if touchpoint.journey:
        yield Reference("journey", touchpoint.journey, (*path, "journey"))
    if touchpoint.cost and touchpoint.cost.metric:
        yield Reference("metric", touchpoint.cost.metric, (*path, "cost", "metric"))
    yield from _felt(touchpoint, path)


def _felt(owner: Stage | Touchpoint, path: KeyPath) -> Iterator[Reference]:
    if owner.emotion:
        for who in owner.emotion.by:
            yield Reference("who", who, (*path, "emotion", who), at_key=True)
    if owner.emotion_evidence:
        yield from _uses(owner.emotion_evidence, (*path, "emotion_evidence"))


def _uses(uses: tuple[object, ...], path: KeyPath) -> Iterator[Reference]:
    for at, use in enumerate(uses):
        yield Reference("evidence", str(getattr(use, "id", "")), (*path, at, "id"))


def _who(names: tuple[str, ...], path: KeyPath) -> Iterator[Reference]:
    for at, name in enumerate(names):
        yield Reference("who", name, (*path, at))


def of_persona(persona: Persona) -> Iterator[Reference]:
    """What a persona refers to."""
    for at, channel in enumerate(persona.channels):
        yield Reference("channel", channel, ("channels", at))
    yield from _uses(persona.evidence, ("evidence",))


def of_metric(metric: Metric) -> Iterator[Reference]:
    """What a metric refers to."""
    if metric.owner:
        yield Reference("team", metric.owner, ("owner",))


def of_comparison(comparison: Comparison) -> Iterator[Reference]:
    """The journeys a comparison lays side by side, and their stages in its rows (`journey#stage`)."""
    for at, journey in enumerate(comparison.journeys):
        yield Reference("journey", journey, ("journeys", at))
    if comparison.journey:
        yield Reference("journey", comparison.journey, ("journey",))
    for at, row in enumerate(comparison.align):
        for journey, stages in (row.__pydantic_extra__ or {}).items():
            if journey not in comparison.journeys:
                yield Reference("compared", journey, ("align", at, journey), at_key=True)
                continue
            for n, stage in enumerate((stages,) if isinstance(stages, str) else stages):
                path: KeyPath = ("align", at, journey) if isinstance(stages, str) else ("align", at, journey, n)
                yield Reference("journey", f"{journey}#{stage}", path)
