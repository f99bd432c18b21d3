"""method: the ways to count that a metric's `method` can name: the first of a type is what it does without one."""

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.profile import Shape

_SHARED = ("sum", "per-visit", "per-person", "per-conversion")
_EVERY = frozenset({*_SHARED, "mean", "median", "p90", "top2box", "top3box"})


def methods(metric: Metric, shape: Shape) -> tuple[str, ...]:
    """Those of a metric's type over records of a shape; none where there is one way only."""
    match metric.type:
        case "csat":
            return ("mean", "top2box")
        case "ces":
            return ("mean", "top3box")
        case "revenue" | "cost":
            return _SHARED if shape == "figures" else _SHARED[:1]
        case "time":
            return ("mean",) if shape == "figures" else ("median", "p90")
    return ()


def misnamed(metric: Metric, shape: Shape) -> Misnamed | None:
    """A method that nothing is counted by. Of a type with one way only, words on how it was done are no mistake."""
    known, method = methods(metric, shape), metric.method
    if not method or method in known or not (known or method in _EVERY):
        return None
    hint = f"it can be {', '.join(f'`{each}`' for each in known)}" if known else "take `method` out: there is one way only"
    message = f"a metric of the type '{metric.type or 'custom'}' isn't counted by “{method[:40]}” in this export"
    return Misnamed(("method",), "export-unfit", message, hint, method, known)
