"""formula: by which formula a metric's figure is computed, and by which its interval, as keys of the words that say so."""

from cjmgen.model.metric import Metric
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass

WAYS = {
    ("csat", "top2box"): "csat-top2box", ("ces", "top3box"): "ces-top3box", ("time", "p90"): "time-p90",
    **{(kind, way): f"money-{way}" for kind in ("revenue", "cost") for way in ("per-visit", "per-person", "per-conversion")},
}  # fmt: skip
"""Types of metrics that can be counted in several ways, by the `method` that asks for another than the first."""


@dataclass(frozen=True, slots=True)
class Formula:
    """`key` names the figure's formula and `interval` that of its interval, "" where it has none; `method` is what the author wrote.

    `type` is the metric's type; `typed` says that its figures were typed and not counted.
    """

    type: str
    key: str
    interval: str
    method: str
    typed: bool
    counted: tuple[int, int] | None
    """Of a share so many of so many."""


def formula(metric: Metric, measured: Measured | None) -> Formula:
    """The formula of a metric."""
    kind, latest = metric.type or "custom", measured.latest if measured else None
    key = WAYS.get((kind, metric.method or ""), kind)
    if latest is None:
        return Formula(kind, key, "", metric.method or "", measured is None, None)
    counted = measured.series[-1].counted if measured and measured.series else None
    of = (counted.k, counted.n) if isinstance(counted, Count) else None
    return Formula(kind, _counted(key, latest.method), latest.method if latest.low is not None else "", metric.method or "", False, of)


def _counted(key: str, method: str) -> str:
    """A figure that an export holds ready made is no share that we counted; a count is no share either."""
    if method == "given":
        return f"{key}-given" if key == "time" else "given"
    if method == "count":
        return "count"
    return key
