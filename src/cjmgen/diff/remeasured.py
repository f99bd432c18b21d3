"""remeasured: a metric whose exports say something else now: of how many, of which period, and whether that is more than noise."""

import datetime
from dataclasses import replace
from math import isclose

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import Change, Updated
from cjmgen.diff.sure import Sure
from cjmgen.model.amount import Kind
from cjmgen.model.metric import MONEY, Metric
from cjmgen.numbers.aim import aim
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.digits import worth
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.measured import Measured, Point, Restated, changed
from cjmgen.value import dataclass

_FOLLOW = ("series", "period", "updated")
"""Fields that go on with a metric's value when a new export comes, so that they need no word of their own.

The people at the stages of a funnel do where a journey is counted by it, which tells its steps."""


@dataclass(frozen=True, slots=True)
class Same:
    """Where the same people are told already: a step of a journey's funnel, by its stages, or its conversion, which has none."""

    journey: tuple[str, Text]
    steps: tuple[tuple[str, Text], ...] = ()
    goal: float | None = None
    """The goal that is told there."""


@dataclass(frozen=True, slots=True)
class Over:
    """A goal whose day has passed: how the figure of that day stands to it, as `Aim.outcome` says."""

    day: datetime.date
    stands: str
    value: float
    kind: Kind
    period: str
    """The period of the figure, where that is not the newest."""


@dataclass(frozen=True, slots=True)
class Remeasured:
    """What a metric's value was counted from before and after, the periods of both, and whether they differ by more than noise.

    `new` and `late` are periods: after the last of before, and between those of before; `restated` have another figure now.
    """

    n: tuple[int, int]
    period: tuple[str, str]
    noise: Noise = Noise.UNKNOWN
    goal: float | str | None = None
    new: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    restated: tuple[Restated, ...] = ()
    digits: int | None = None
    """The decimals that a plain number is told with, by how sure it is."""
    currency: str = ""
    """The currency of what is money."""
    over: Over | None = None
    """What became of its goal, where the goal's day has passed."""
    same: Same | None = None
    """Where the change is told, so that it is told once."""
    test: Step | None = None
    """The test by itself; of several that are looked at together `noise` has the answer."""

    def judged(self, sure: Sure) -> "Remeasured":
        """With what its test says beside all others."""
        return replace(self, noise=sure.of(self.test))

    @property
    def tidings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The kinds of periods that came with those that are of it, where there is more to say than that the latest one did."""
        kinds = (("new", self.new), ("late", self.late))
        return tuple((kind, periods) for kind, periods in kinds if periods and periods != (self.period[1],))

    @property
    def corrected(self) -> tuple[Restated, ...]:
        """The periods with another figure now, but for the latest, whose figure is the value."""
        return tuple(each for each in self.restated if each.period != self.period[1])


def remeasured(change: Change, old: Atlas, new: Atlas) -> Remeasured | None:
    """What is to be said of a metric's value, or of its series where the value stayed; None of figures that were typed."""
    if not isinstance(change, Updated) or change.new.kind != "metric" or change.part.field not in ("value", "series"):
        return None
    sides = _sides(change, old, new)
    if not sides:
        return None
    before, after = sides
    first, last = before.series[-1], after.series[-1]
    metric: Metric = new.metrics[change.new.id]
    is_value = change.part.field == "value"
    test = changed(first, last) if is_value and before.is_whole and after.is_whole else None
    counts, periods = (first.estimate.n, last.estimate.n), (first.period, last.period)
    digits = worth(last.estimate, "number", after.is_score) if after.kind == "number" else None
    more = (digits, _currency(metric, new), _over(metric, after, new))
    return Remeasured(counts, periods, Noise.UNKNOWN, metric.target, *_periods(before, after), *more, None, test)


def _currency(metric: Metric, atlas: Atlas) -> str:
    unit = metric.unit or atlas.settings.currency
    return unit if metric.type in MONEY and isinstance(unit, str) else ""


def _over(metric: Metric, measured: Measured, atlas: Atlas) -> Over | None:
    found = aim(metric, measured, atlas.today)
    if found is None or found.due is None:
        return None
    return Over(found.due, found.outcome, found.figure.value, measured.kind, found.period)


def _sides(change: Updated, old: Atlas, new: Atlas) -> tuple[Measured, Measured] | None:
    """What the exports say on both sides, if they give a figure on both."""
    before, after = old.measured.get(change.old.id), new.measured.get(change.new.id)
    return (before, after) if before and after and before.series and after.series else None


def _periods(before: Measured, after: Measured) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Restated, ...]]:
    known = {point.period: point for point in before.series}
    come = [point.period for point in after.series if point.period not in known]
    last = max(known)
    pairs = ((known[point.period], point) for point in after.series if point.period in known)
    restated = tuple(Restated(new.period, old.estimate.value, new.estimate.value, after.kind) for old, new in pairs if _differs(old, new))
    return tuple(each for each in come if each > last), tuple(each for each in come if each < last), restated


def _differs(one: Point, other: Point) -> bool:
    """Whether the figures differ; that files are added up in another order makes no other figure."""
    return not isclose(one.estimate.value, other.estimate.value, rel_tol=1e-12)


def follows(change: Change, old: Atlas, new: Atlas) -> bool:
    """Whether a change only goes on with a measured value that changed, too."""
    if not isinstance(change, Updated) or change.new.kind != "metric" or change.new.steps:
        return False
    field, id = change.part.field, change.new.id
    counts = field.partition(".")[0] == "people" and any(("", id) in card.measures for card in new.journeys.values())
    if field not in _FOLLOW and not counts:
        return False
    before, after = old.metrics.get(change.old.id), new.metrics.get(id)
    return before is not None and after is not None and before.value != after.value and _sides(change, old, new) is not None
