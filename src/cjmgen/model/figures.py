"""figures: what is written as a metric's value, goal, baseline and series, read once and in one way for all who show or judge it."""

from collections.abc import Mapping

from cjmgen.model.amount import Amount, read_amount
from cjmgen.model.metric import Metric, StageMetric, is_lower_better
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """A metric's figures: shares from 0 to 1, times in seconds. What can't be read is left out.

    `value` is the one that is written, else the last of the series. `unit` is empty where languages call it differently.
    """

    value: Amount | None
    target: Amount | None
    baseline: Amount | None
    series: tuple[Amount, ...]
    unit: str
    lower: bool
    """Whether a smaller value is the better one."""

    @property
    def goal(self) -> Amount | None:
        """The target, where the value can be compared with it."""
        return self.target if self.target and self.value and self.target.kind == self.value.kind else None

    def alike(self, kind: str) -> tuple[float, ...]:
        """The values of the series that are of a kind, oldest first."""
        return tuple(each.value for each in self.series if each.kind == kind)


def figures(metric: Metric) -> Figures:
    """The figures of a metric."""
    unit = metric.unit if isinstance(metric.unit, str) else ""
    value, target, baseline = (None if each is None else read_amount(each, unit) for each in (metric.value, metric.target, metric.baseline))
    series = tuple(amount for each in metric.series if (amount := read_amount(each, unit)))
    return Figures(value or (series[-1] if series else None), target, baseline, series, unit, is_lower_better(metric))


def meant(written: StageMetric, metrics: Mapping[str, Metric]) -> Metric:
    """The metric that a stage means: the one it refers to, where there is such a one, else what is written on the stage."""
    return metrics.get(written.metric, written) if written.metric else written
