"""hope: what an opportunity was expected to change, and what came of it: by its experiment, and in the metric itself."""

from collections.abc import Sequence

from cjmgen.atlas.cards.card import OpportunityCard
from cjmgen.atlas.cards.experiment import ExperimentCard, phase, tried
from cjmgen.model.amount import Amount, read_amount
from cjmgen.model.metric import Metric, is_lower_better
from cjmgen.numbers.change.target import standing
from cjmgen.numbers.estimate import Estimate, difference
from cjmgen.numbers.experiment.trial import Verdict
from cjmgen.numbers.measured import Point
from cjmgen.pages.experiments.trials import Figured, figured
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Hope:
    """An expected change `by` of a metric: percentage points where `shares`, else its unit.

    `found` is what the last experiment that ended found, `standing` met, close or short; `moved` is the metric after it less before it.
    """

    metric: Said
    by: float
    shares: bool
    unit: Said
    found: Figured | None
    standing: str
    moved: Figured | None
    before: str
    after: str


def hope(edition: Edition, chance: OpportunityCard) -> Hope | None:
    """What was expected, in one language; None where nothing was, or nobody can tell how much."""
    if not chance.expects:
        return None
    id, change = chance.expects
    metric, goal = edition.atlas.metrics.get(id), read_amount(change)
    if goal is None:
        return None
    shares = goal.kind == "share"
    unit = 100 if shares else 1
    ended = [each for each in chance.experiments if each.metric == id and phase(each, edition.atlas.today) == "ended"]
    last = max(ended, key=lambda each: str(each.ended or each.started or ""), default=None)
    found = realised(last, metric, goal) if last else None
    stands = standing(found, goal.value, is_lower_better=goal.value < 0, is_due=False).value if found else ""
    measured = edition.atlas.measured.get(id) if last else None
    around = spanned(measured.series, last) if measured and last and (measured.kind == "share") == shares else None
    moved = difference(around[0].estimate, around[1].estimate) if around else None
    said = edition.say(metric.unit if metric and not shares else None)
    before, after = (each.period for each in around) if around else ("", "")
    return Hope(
        edition.say(metric.title or id if metric else id), goal.value * unit, shares, said,
        figured(found, unit) if found else None, stands, figured(moved, unit) if moved else None, before, after,
    )  # fmt: skip


def realised(card: ExperimentCard, metric: Metric | None, goal: Amount) -> Estimate | None:
    """By how much the metric differs where the variant is shown; None where the figures are of another kind, or can't be trusted.

    Conversions are what was hoped for: of a metric whose smaller values are better, such as those who leave, they are the others.
    """
    found = tried(card, metric)
    if not found or found.verdict == Verdict.UNBALANCED:
        return None
    told = next(each for each in found.comparisons if each.verdict == found.verdict)
    if told.uplift is None or (card.variants[0].conversions is not None) != (goal.kind == "share"):
        return None
    turned = goal.kind == "share" and metric is not None and is_lower_better(metric)
    return told.uplift.absolute.scaled(-1 if turned else 1)


def spanned(series: Sequence[Point], card: ExperimentCard) -> tuple[Point, Point] | None:
    """The last month before an experiment and the first one after it, where the series has both."""
    if not card.started or not card.ended:
        return None
    first, last = card.started.isoformat()[:7], card.ended.isoformat()[:7]
    months = [point for point in series if len(point.period) == len(first) and "Q" not in point.period]
    before = [point for point in months if point.period < first]
    after = [point for point in months if point.period > last]
    return (before[-1], after[0]) if before and after else None
