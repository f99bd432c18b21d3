"""stages: a journey somebody goes, stages that say something, moments that say why."""

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey, Stage

SAYS = (
    "touchpoints", "actions", "thoughts", "questions", "feelings", "pains", "gains", "quotes", "opportunities", "metrics", "lanes",
    "frontstage", "backstage", "support", "policies", "physical_evidence", "personalization", "emotion", "description", "goal",
    "notes", "image",
)  # fmt: skip


def journey_without_persona(journey: Journey, scene: Scene) -> Findings:
    """Nobody goes this way."""
    if not journey.personas:
        yield Finding("journey-without-persona", "this journey has no persona", (), "say whose journey it is: `personas: [anna]`")


def stages_worth_telling(journey: Journey, scene: Scene) -> Findings:
    """A stage that says nothing, or says something but never meets the company."""
    for at, stage in enumerate(journey.stages):
        if stage.touchpoints:
            continue
        title = choose(stage.title, scene.language)
        if not any(stage.__dict__[name] for name in SAYS):
            hint = "fill in what the customer does, meets and feels there, or take the stage away"
            yield Finding("empty-stage", f"the stage '{title}' is empty", ("stages", at), hint, data=(stage.key,))
        else:
            hint = "add where customer and company meet: `touchpoints: [Size guide]`"
            yield Finding("stage-without-touchpoint", f"the stage '{title}' has no touchpoint", ("stages", at), hint, data=(stage.key,))
    if not journey.stages:
        yield Finding("empty-stage", "this journey has no stage", ("stages",), "begin with what the customer does first")


def same_names(journey: Journey, scene: Scene) -> Findings:
    """Two stages of one title look like one."""
    first: dict[str, int] = {}
    for at, stage in enumerate(journey.stages):
        title = choose(stage.title, scene.language).strip()
        name = title.casefold()
        if name in first:
            related = ((("stages", first[name], "title"), "the first one"),)
            yield Finding(
                "same-stage-name", f"two stages are called '{title}'", ("stages", at, "title"), "say how they differ", related, (title,)
            )
        first.setdefault(name, at)


def moments(journey: Journey, scene: Scene) -> Findings:
    """A moment of truth says why it is one, or its stage has a metric that shows it."""
    for at, stage in enumerate(journey.stages):
        yield from _unexplained(stage, at, scene)


def _unexplained(stage: Stage, at: int, scene: Scene) -> Findings:
    for n, touchpoint in enumerate(stage.touchpoints):
        if touchpoint.moment == "truth" and not touchpoint.why and not stage.metrics:
            title = choose(touchpoint.title, scene.language)
            message = f"'{title}' is a moment of truth without a reason or a metric"
            hint = "say why it matters: `why: …`, or add a metric to its stage"
            yield Finding("moment-without-reason", message, ("stages", at, "touchpoints", n, "moment"), hint, data=(touchpoint.key,))
