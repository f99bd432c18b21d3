"""small: a look at the small entities around the journeys: what they refer to, and what a good one says."""

from collections.abc import Iterable

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.references.check import check
from cjmgen.atlas.references.reference import Reference, of_metric, of_persona
from cjmgen.atlas.references.rename import renamed
from cjmgen.atlas.rules.comparisons import comparable
from cjmgen.atlas.rules.durations import unread_validity
from cjmgen.atlas.rules.funnel import mixed_kinds, unclear_share
from cjmgen.atlas.rules.review import expired
from cjmgen.atlas.scene import Scene
from cjmgen.model.comparison import Comparison
from cjmgen.model.evidence import Evidence
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Looked:
    """An entity, its references written with today's ids, and what was found."""

    entity: Entity
    findings: tuple[Finding, ...]


def look(id: str, entity: Entity, scene: Scene, sound: bool) -> Looked:
    """Follow an entity's references; with a sound one, ask the rules as well."""
    checks = check(_references(entity), scene)
    entity = renamed(entity, checks.renames)
    if isinstance(entity, Metric):
        entity = entity.model_copy(update={"id": id})
    return Looked(entity, (*checks.findings, *(_asked(entity, scene) if sound else ())))


def _references(entity: Entity) -> Iterable[Reference]:
    match entity:
        case Persona():
            return of_persona(entity)
        case Metric():
            return of_metric(entity)
        case Actor(team=str(team)):
            return (Reference("team", team, ("team",)),)
    return ()


def _asked(entity: Entity, scene: Scene) -> Findings:
    if isinstance(entity, Evidence):
        yield from expired(entity, scene)
        yield from unread_validity(entity, scene)
    elif isinstance(entity, Metric):
        yield from unclear_share(entity, ())
        yield from mixed_kinds(entity, ())
    elif isinstance(entity, Comparison):
        yield from comparable(entity, scene.language)
