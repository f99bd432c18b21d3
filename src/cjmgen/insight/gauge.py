"""gauge: a metric of a stage as a figure: its value with an interval where one was measured, its goal, its series, its direction."""

from collections.abc import Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.card import Text
from cjmgen.insight.insight import Number, Unit
from cjmgen.model.amount import Amount, read_amount
from cjmgen.model.metric import MONEY, Metric, StageMetric, is_lower_better
from cjmgen.numbers.change.target import Standing, standing
from cjmgen.numbers.change.trend import Trend, trend
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric that has a value. Shares are from 0 to 1, times in seconds."""

    id: str
    title: Text
    type: str
    value: Estimate
    goal: float | None
    series: tuple[float, ...]
    lower: bool
    unit: Unit
    code: str
    measured: Measured | None

    def number(self, value: float | Estimate) -> Number:
        """A value in its unit."""
        if isinstance(value, Estimate):
            known = value if value.n else Estimate(value.value, None, None, 0, value.method)
            return Number(known.value, self.unit, self.code, known.low, known.high, known.n or None)
        return Number(value, self.unit, self.code)

    @property
    def standing(self) -> Standing | None:
        """How it stands to its goal; None without one."""
        return None if self.goal is None else standing(self.value, self.goal, self.lower, False)

    @property
    def is_short(self) -> bool:
        """Whether it is worse than its goal, as far as its interval tells."""
        return self.standing in (Standing.SHORT, Standing.MISSED)

    @property
    def is_met(self) -> bool:
        """Whether it is as good as its goal."""
        return self.goal is not None and (self.value.value <= self.goal if self.lower else self.value.value >= self.goal)

    @property
    def trend(self) -> Trend | None:
        """Where its series goes."""
        return trend(self.series)


def gauge(atlas: Atlas, written: StageMetric) -> Gauge | None:
    """A metric written on a stage, or kept in a file of its own; None without a value."""
    metric: Metric = atlas.metrics.get(written.metric, written) if written.metric else written
    unit = metric.unit if isinstance(metric.unit, str) else ""
    series = [amount for each in metric.series if (amount := read_amount(each, unit))]
    id = metric.key or written.metric or written.key
    value = read_amount(metric.value, unit) if metric.value is not None else series[-1] if series else None
    if value is None:
        return None
    goal = read_amount(metric.target, unit) if metric.target is not None else None
    currency = atlas.settings.currency or "" if metric.type in MONEY else ""
    return Gauge(
        id,
        metric.title or (written.metric or metric.key).replace("-", " "),
        metric.type or "custom",
        _estimate(atlas.measured.get(id), value),
        goal.value if goal and goal.kind == value.kind else None,
        _values(series, value),
        is_lower_better(metric),
        _unit(value),
        unit if unit and unit != "%" else currency,
        atlas.measured.get(id),
    )


def _estimate(measured: Measured | None, value: Amount) -> Estimate:
    """What was measured, with its interval; of a value that was typed in nobody knows more than the value."""
    return (measured and measured.latest) or Estimate(value.value, None, None, 0, "given")


def _values(series: Sequence[Amount], value: Amount) -> tuple[float, ...]:
    return tuple(each.value for each in series if each.kind == value.kind)


def _unit(value: Amount) -> Unit:
    if value.kind == "time":
        return "clock" if value.clock else "time"
    return "share" if value.kind == "share" else "number"
