"""head: what stands above the map and in the heads of its columns."""

from collections.abc import Iterator

from cjmgen.atlas.cards.backed import coverage
from cjmgen.atlas.cards.score import conversion, entries, journey_score, outcome, phase_of, stage_owner, stage_score
from cjmgen.insight.charts.curve import tone
from cjmgen.insight.flow.gap import misses
from cjmgen.model.journey import Journey, Stage
from cjmgen.pages.journey.channels import Contact, contact
from cjmgen.pages.journey.items import is_internal
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.view import SILENCE, Said
from cjmgen.value import dataclass

_SEVERE = ("high", "critical")


@dataclass(frozen=True, slots=True)
class Vitals:
    """The four figures beside the title, each None without data behind it. Shares are 0 … 1."""

    score: float | None
    tone: str
    conversion: float | None
    outcome: Said
    """The stage that conversion is counted to."""
    target: float | None
    missed: bool
    """Whether conversion surely misses its goal."""
    severe: int
    pains: int
    validated: int
    claims: int
    coverage: float | None
    weight: float | None
    """What the claims weigh by how many said so and how long ago, at most `coverage`."""


@dataclass(frozen=True, slots=True)
class StageHead:
    """A column's head. `spot` is its id in the page, `number` counts from 1."""

    id: str
    spot: str
    number: int
    said: Said
    goal: Said
    more: Said
    notes: Said
    """Anything else worth knowing; block Markdown."""
    duration: Said
    wait: Said
    optional: bool
    score: float | None
    tone: str
    phase: Said
    owner: Said
    contacts: tuple[Contact, ...]
    anchors: tuple[str, ...]
    """The ids of what stands in lanes that the project hides, for links to it to arrive here."""
    internal: bool = False


def vitals(scene: Scene) -> Vitals:
    """The figures of a journey."""
    journey, atlas = scene.journey, scene.edition.atlas
    score, reached, goal = journey_score(journey), conversion(journey, atlas.metrics), outcome(journey, atlas.metrics)
    claims = coverage(journey, atlas.evidence, atlas.today)
    people = entries(journey, atlas.metrics)
    pains = [pain for stage in journey.stages for pain in stage.pains]
    return Vitals(
        score, tone(score), reached, scene.say(journey.stages[goal].title) if goal is not None else SILENCE, journey.target,
        reached is not None and goal is not None and misses(people[goal], next(filter(None, people), None), journey.target),
        sum(pain.severity in _SEVERE for pain in pains), len(pains), claims.validated, claims.total, claims.share,
        claims.by_weight,
    )  # fmt: skip


def stage_heads(scene: Scene) -> tuple[StageHead, ...]:
    """The heads of all columns, in order."""
    return tuple(_head(scene, at, stage) for at, stage in enumerate(scene.journey.stages, start=1))


def _head(scene: Scene, number: int, stage: Stage) -> StageHead:
    phases = scene.edition.atlas.phases
    phase, score = phase_of(stage, phases), stage_score(stage)
    wanted = "goal" not in scene.hidden
    owner = None if "teams" in scene.hidden else stage_owner(stage, scene.journey)
    return StageHead(
        stage.key, f"s-{stage.key}", number, scene.say(stage.title),
        scene.say(stage.goal if wanted else None), scene.say(stage.description if wanted else None),
        scene.say(stage.notes), scene.say(stage.duration), scene.say(stage.wait), stage.optional, score, tone(score),
        scene.say(phases[phase].title if phase else None), scene.team(owner),
        tuple(contact(scene, stage, each) for each in stage.touchpoints), tuple(_anchors(scene, stage)), is_internal(stage),
    )  # fmt: skip


def _anchors(scene: Scene, stage: Stage) -> Iterator[str]:
    for lane, field in (("channels", "touchpoints"), ("pains", "pains"), ("chances", "opportunities")):
        if lane in scene.hidden:
            yield from (scene.spot(field, stage.key, part.key) for part in getattr(stage, field))
    if "gains" in scene.hidden and stage.gains:
        yield f"g-{stage.key}"
    if "voice" in scene.hidden and stage.quotes:
        yield f"v-{stage.key}"


def story(scene: Scene, journey: Journey) -> Iterator[tuple[str, Said]]:
    """What else is told about the journey, by the name of its field."""
    for key, text in (("scenario", journey.scenario), ("trigger", journey.trigger), ("end", journey.end), ("notes", journey.notes)):
        if text:
            yield key, scene.say(text)
