"""experiments: trials whose arms, figures, dates and decision fit together."""

import math
from collections.abc import Iterator

from cjmgen.atlas.cards.experiment import against, experiment_card
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.journey import Journey
from cjmgen.model.opportunity import Experiment
from cjmgen.numbers.experiment.trial import Verdict
from cjmgen.problem import KeyPath

_SAID = {
    Verdict.WORSE: "the variant did worse than the control",
    Verdict.NO_GAIN: "the planned effect is ruled out",
    Verdict.UNBALANCED: "people were not dealt out by the split, so the figures say nothing",
}


def sound(journey: Journey, scene: Scene) -> Findings:
    """Experiments that can be reckoned with."""
    for path, trial in _placed(journey):
        yield from _arms(trial, path)
        yield from _figures(trial, path)
        yield from _split(trial, path)
        if trial.started and trial.ended and trial.ended < trial.started:
            message = f"the experiment ended on {trial.ended}, before it started on {trial.started}"
            yield Finding("ended-before-started", message, (*path, "ended"), "check both dates", (((*path, "started"), "the first day"),))


def decisions(journey: Journey, scene: Scene) -> Findings:
    """What was shipped although the figures speak against it, or say nothing."""
    for path, trial in _placed(journey):
        verdict = against(experiment_card(trial), scene.metrics.get(trial.metric or ""))
        if verdict:
            hint = "if there are other reasons, say so in `hypothesis` or behind `link`"
            yield Finding("decision-against-verdict", f"it was shipped, but {_SAID[verdict]}", (*path, "decision"), hint, data=(trial.key,))


def _placed(journey: Journey) -> Iterator[tuple[KeyPath, Experiment]]:
    for at, stage in enumerate(journey.stages):
        for n, chance in enumerate(stage.opportunities):
            for nth, trial in enumerate(chance.experiments):
                yield ("stages", at, "opportunities", n, "experiments", nth), trial


def _arms(trial: Experiment, path: KeyPath) -> Findings:
    """At least two, and all of them with figures of one kind."""
    if len(trial.variants) == 1:
        message = f"'{trial.variants[0].id}' is the only variant: there is nothing to compare it with"
        yield Finding("experiment-of-one", message, (*path, "variants"), "add the control as the first variant", data=(trial.key,))
    measured = [(at, arm) for at, arm in enumerate(trial.variants) if _is_measured(trial, at)]
    kinds = [(at, "conversions" if arm.conversions is not None else "mean") for at, arm in measured]
    odd = next((at for at, kind in kinds if kind != kinds[0][1]), None)
    if odd is not None:
        message = "one variant has conversions and another one has a mean"
        related = (((*path, "variants", kinds[0][0]), "the first one"),)
        yield Finding("variants-of-two-kinds", message, (*path, "variants", odd), "give all of them counts, or all of them means", related)


def _is_measured(trial: Experiment, at: int) -> bool:
    return trial.variants[at].conversions is not None or trial.variants[at].mean is not None


def _figures(trial: Experiment, path: KeyPath) -> Findings:
    """Somebody was counted, and no more converted than there were."""
    for at, arm in enumerate(trial.variants):
        here: KeyPath = (*path, "variants", at)
        if arm.n == 0 or (arm.n is None and _is_measured(trial, at)):
            message = f"nobody was counted in the variant '{arm.id}'"
            place = (*here, "n") if arm.n == 0 else here
            yield Finding("variant-without-people", message, place, "say with `n` how many people saw it", data=(arm.id,))
        elif arm.n is not None and arm.conversions is not None and arm.conversions > arm.n:
            message = f"{arm.conversions} conversions of {arm.n} people in the variant '{arm.id}'"
            hint = "count people, not actions: at most one conversion each"
            yield Finding("conversions-exceed-people", message, (*here, "conversions"), hint, data=(arm.id,))


def _split(trial: Experiment, path: KeyPath) -> Findings:
    """One part for each variant, and all of them together the whole."""
    place, parts = (*path, "split"), trial.split
    if not parts:
        return
    if trial.variants and len(parts) != len(trial.variants):
        message = f"{len(parts)} parts for {len(trial.variants)} variants"
        yield Finding("split-of-other-length", message, place, "give one part for each variant, in their order", data=(str(len(parts)),))
    elif not all(math.isfinite(part) and part > 0 for part in parts):
        yield Finding("split-not-whole", "a part of the split is not above 0", place, "leave out a variant that nobody was to see")
    elif not any(math.isclose(math.fsum(parts), whole, rel_tol=0.005) for whole in (1, 100)):
        message = f"the parts add up to {math.fsum(parts):g}, neither to 100 nor to 1"
        yield Finding("split-not-whole", message, place, "write shares of all people, as in [50, 50]", data=(f"{math.fsum(parts):g}",))
