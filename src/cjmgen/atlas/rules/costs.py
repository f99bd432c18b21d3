"""costs: what is spent on a touchpoint by a metric: an amount, of the period in which the people are counted, and told once."""

from collections.abc import Iterator

from cjmgen.atlas.cards.spend import cost_card, counted_in, spent_by, sums_money
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.model.touchpoint import Cost
from cjmgen.problem import KeyPath


def measured_costs(journey: Journey, scene: Scene) -> Findings:
    """Costs whose metric doesn't say what was spent on the people of the journey; nothing can be measured yet of one that is planned."""
    for at, stage in enumerate(journey.stages if journey.state == "current" else ()):
        for n, touchpoint in enumerate(stage.touchpoints):
            cost, path = touchpoint.cost, ("stages", at, "touchpoints", n, "cost")
            metric = scene.metrics.get(cost.metric or "") if cost else None
            if cost and metric:
                yield from _typed_too(cost, path)
                yield from _unmeasured(journey, cost, metric, path, scene)


def _typed_too(cost: Cost, path: KeyPath) -> Iterator[Finding]:
    if cost.spent is not None:
        message = f"the metric '{cost.metric}' says what is spent, so {cost.spent:g} is not used"
        yield Finding("typed-and-read", message, (*path, "spent"), "leave it out, or the metric", data=(cost.metric or "", "spent"))


def _unmeasured(journey: Journey, cost: Cost, metric: Metric, path: KeyPath, scene: Scene) -> Iterator[Finding]:
    id, period, here = cost.metric or "", counted_in(journey, scene.metrics), (*path, "metric")
    card = cost_card(cost, journey, scene.metrics, scene.measured)
    if not sums_money(metric):
        hint = "name one of `type: cost` that is summed up"
        what = f"it shares costs out by `method: {metric.method}`" if metric.type == "cost" else f"its type is {metric.type or 'not told'}"
        yield Finding("cost-unmeasured", f"the metric '{id}' doesn't add up what is spent: {what}", here, hint, data=(id,))
    elif card is None:
        hint = "give it a `source`, or a `value` and its `period`"
        yield Finding("cost-unmeasured", f"the metric '{id}' has no amount of any period", here, hint, data=(id,))
    elif not period:
        message = f"the metric '{id}' is told by period, and nobody says in which one the people of this journey are counted"
        yield Finding("cost-unmeasured", message, here, f"say so in the journey, as in `period: {card.period}`", data=(id,))
    elif card.counted is not None:
        known, hint = tuple(spent_by(metric, scene.measured.get(id))), "bring the export up to date, or count people of the same period"
        told = known[0] if len(known) == 1 else f"{known[0]} to {known[-1]}"
        message = f"the people of this journey are counted in {period}, and the metric '{id}' has no amount of it, only of {told}"
        yield Finding("cost-unmeasured", message, here, hint, data=(id, period))
