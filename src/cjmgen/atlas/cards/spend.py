"""spend: what is spent on a touchpoint, as its map says or as a metric measures it, beside the people counted in the same period."""

import re
from collections.abc import Mapping

from cjmgen.atlas.cards.card import CostCard
from cjmgen.model.amount import read_amount
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.model.touchpoint import Cost
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.within import within

_CODE = re.compile(r"[A-Z]{3}")


def cost_card(cost: Cost | None, journey: Journey, metrics: Mapping[str, Metric], measured: Mapping[str, Measured]) -> CostCard | None:
    """What a cost comes down to; None where nobody says an amount.

    Of a metric that is the amount of the period in which the journey's people are counted, else its latest, which then stands apart.
    """
    if cost is None:
        return None
    if cost.metric is None:
        return None if cost.spent is None else CostCard(cost.spent, cost.currency or "")
    metric = metrics.get(cost.metric)
    amounts = spent_by(metric, measured.get(cost.metric)) if metric else {}
    if not metric or not amounts:
        return None
    period = counted_in(journey, metrics)
    amount, currency = within(amounts, period) if period else None, cost.currency or _code(metric)
    if amount is not None:
        return CostCard(amount, currency, cost.metric, period)
    latest = tuple(amounts)[-1]
    return CostCard(amounts[latest], currency, cost.metric, latest, period)


def spent_by(metric: Metric, measured: Measured | None) -> Mapping[str, float]:
    """By period, the oldest first, what a metric says was spent: of exports, else as typed; nothing where it sums no money up."""
    if not sums_money(metric):
        return {}
    if measured:
        return {point.period: point.estimate.value for point in measured.series if point.period}
    amount = read_amount(metric.value) if metric.value is not None else None
    return {metric.period: amount.value} if amount and amount.kind == "number" and metric.period else {}


def sums_money(metric: Metric) -> bool:
    """Whether a metric's figure is all that was spent, and not shared out already."""
    return metric.type == "cost" and metric.method in (None, "sum")


def counted_in(journey: Journey, metrics: Mapping[str, Metric]) -> str:
    """The period in which a journey's people are counted, by the map or by the funnel that counts them; "" where neither says."""
    funnel = metrics.get(journey.funnel or "")
    return journey.period or (funnel.period if funnel else None) or ""


def counts_part(journey: Journey, measured: Mapping[str, Measured]) -> bool:
    """Whether a journey's people are those of a period that is not whole, so that nothing of them is so much a month."""
    counting = (journey.funnel, *(stage.entry.metric for stage in journey.stages if stage.entry))
    return any((found := measured.get(id)) and found.partial for id in counting if id)


def _code(metric: Metric) -> str:
    """The currency that a metric names as its unit."""
    unit = choose(metric.unit, "en").strip() if metric.unit else ""
    return unit if _CODE.fullmatch(unit) else ""
