"""gauge: a metric of a stage as a figure: its value with an interval where one was measured, its goal, its series, its direction."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import Text
from cjmgen.insight.insight import Number, Unit
from cjmgen.model.amount import Amount
from cjmgen.model.figures import figures, meant
from cjmgen.model.metric import MONEY, StageMetric
from cjmgen.numbers.aim import Aim, aim
from cjmgen.numbers.change.trend import Trend
from cjmgen.numbers.digits import worth
from cjmgen.numbers.estimate import Estimate, given
from cjmgen.numbers.heading import heading
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric that has a value. Shares are from 0 to 1, times in seconds."""

    id: str
    title: Text
    type: str
    value: Estimate
    aim: Aim | None
    """How it stands to its goal; None without one."""
    series: tuple[float, ...]
    lower: bool
    unit: Unit
    code: str
    measured: Measured | None

    def number(self, value: float | Estimate) -> Number:
        """A value in its unit."""
        if isinstance(value, Estimate):
            known = value if value.n else Estimate(value.value, None, None, 0, value.method)
            return Number(known.value, self.unit, self.code, known.low, known.high, known.n or None, self.digits)
        if self.aim and value == self.aim.goal:
            return Number.goal(value, self.unit, self.code)
        return Number(value, self.unit, self.code, digits=self.digits)

    @property
    def digits(self) -> int | None:
        """The decimals that a measured number is told with, by how sure it is; a goal is told as it was written."""
        is_known = self.measured and self.measured.series and self.unit == "number"
        return worth(self.value, "number", self.measured.is_score) if self.measured and is_known else None

    @property
    def is_short(self) -> bool:
        """Whether it is worse than its goal, as far as its interval tells; while more may still come of its period, nobody knows."""
        return self.aim is not None and self.aim.is_behind

    @property
    def trend(self) -> Trend | None:
        """Where its series goes."""
        return heading(self.measured, self.series)[0]


def gauge(atlas: Atlas, written: StageMetric) -> Gauge | None:
    """A metric written on a stage, or kept in a file of its own; None without a value."""
    metric = meant(written, atlas.metrics)
    read, id = figures(metric), metric.key or written.metric or written.key
    value = read.value
    if value is None:
        return None
    currency = atlas.settings.currency or "" if metric.type in MONEY else ""
    return Gauge(
        id,
        metric.title or (written.metric or metric.key).replace("-", " "),
        metric.type or "custom",
        _estimate(atlas.measured.get(id), value),
        aim(metric, atlas.measured.get(id), atlas.today),
        read.alike(value.kind),
        read.lower,
        _unit(value),
        read.unit if read.unit and read.unit != "%" else currency,
        atlas.measured.get(id),
    )


def _estimate(measured: Measured | None, value: Amount) -> Estimate:
    """What was measured, with its interval; of a value that was typed in nobody knows more than the value."""
    return (measured and measured.latest) or given(value.value)


def _unit(value: Amount) -> Unit:
    if value.kind == "time":
        return "clock" if value.clock else "time"
    return "share" if value.kind == "share" else "number"
