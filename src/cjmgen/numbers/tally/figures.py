"""figures: figures of a day or a group that somebody else added up: visits, clicks, goals, money, or a share ready made."""

import math
from collections import Counter
from collections.abc import Iterator

from cjmgen.model.amount import Kind
from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measure.money import per_unit
from cjmgen.numbers.profile import Role
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally.figure import Figure, Records, Stages, added, part
from cjmgen.numbers.tally.rounded import is_rounded

_SHARES = ("rate", "bounce")
_HIGHEST = 10
"""The highest answer of a single person on the scales that there are."""


def tally(records: Records, metric: Metric, stages: Stages, every: Records) -> Figure | None:
    """The figure of a metric's type, out of the columns that there are; `every` are the records of all periods."""
    match metric.type:
        case "conversion" | "repeat":
            return _share(records, "goals", every)
        case "drop-off" | "churn":
            return _share(records, "lost", every) or _ready(records, "bounce")
        case "reach":
            return _sum(records, "people", "visits", "views") or _ready(records, "rate")
        case "clicks":
            return _clicks(records, metric)
        case "time":
            return _ready(records, "time")
        case "revenue":
            return _money(records, "revenue", metric)
        case "cost":
            return _money(records, "cost", metric)
        case "nps" | "csat" | "ces" if several(records, metric):
            return None if single(every) else _ready(_last(records), "score")
        case "nps" | "csat" | "ces" | "custom" | None:
            return _ready(records, "score") or _ready(records, "rate")
        case "funnel":
            return None


def several(records: Records, metric: Metric) -> bool:
    """Whether there are several scores without people, of which the mean is none: a score of each group stands for itself.

    A mean of answers is the mean, so only those that count groups of answers are meant.
    """
    if not (metric.type == "nps" or (metric.type, metric.method) in (("csat", "top2box"), ("ces", "top3box"))):
        return False
    scores = Counter(str(each.values.get("segment", "")) for each in records if "score" in each.values)
    return any(n > 1 for n in scores.values()) and not all(n for _, n in _weighted(records, "score"))


def single(every: Records) -> bool:
    """Whether all scores may be the answers of single people. One that is negative, above ten or not whole shows that they are not."""
    scores = [value for each in every if isinstance(value := each.values.get("score"), float)]
    return all(0 <= score <= _HIGHEST and score.is_integer() for score in scores)


def _last(records: Records) -> Records:
    """The last score of each group, by its day and, where it has none, by its row."""
    latest: dict[str, Record] = {}
    for each in sorted(records, key=lambda each: str(each.values.get("date", ""))):
        if "score" in each.values:
            latest[str(each.values.get("segment", ""))] = each
    return list(latest.values())


def _all(records: Records) -> float | None:
    """What a share is of: the visits, else the people. A source that names a column for these leaves no other."""
    found = added(records, "visits")
    return found if found is not None else added(records, "people")


def _share(records: Records, of: Role, every: Records) -> Figure | None:
    """So many of all where that is known, and a share that came ready made is that, rounded, or isn't there; else the one ready made."""
    ready = _ready(records, "rate")
    some, whole = added(records, of), _all(records)
    if some is None or not whole or (ready and not is_rounded(every, of)):
        return ready
    return part(some, whole)


def _clicks(records: Records, metric: Metric) -> Figure | None:
    """Clicks of what the source names as all of them, else of all the times that something was shown; without a count the clicks."""
    is_named = metric.source is not None and metric.source.people is not None
    clicks, shown = added(records, "clicks"), added(records, "people" if is_named else "views")
    if clicks is None:
        return _ready(records, "rate")
    return part(clicks, shown) if shown else _sum(records, "clicks")


def _sum(records: Records, *roles: str) -> Figure | None:
    total = next((found for role in roles if (found := added(records, role)) is not None), None)
    return None if total is None else Figure(Estimate(total, None, None, int(total), "count"))


def _money(records: Records, role: str, metric: Metric) -> Figure | None:
    """All of it, or with the method `per-visit`, `per-person` or `per-conversion` shared out."""
    total = added(records, role)
    if total is None:
        return None
    shared = {"per-visit": "visits", "per-person": "people", "per-conversion": "goals"}.get(metric.method or "")
    if not shared:
        return Figure(Estimate(total, None, None, 0, "sum"))  # how many rows there are says nothing of the sum
    units = added(records, shared)
    found = per_unit(total, int(units)) if units else None
    return Figure(found) if found else None


def _ready(records: Records, role: str) -> Figure | None:
    """Figures that came ready made: their mean, each weighted by how many it is of; without a count, and with several, by nothing.

    A share whose count is known is a share of that count again, so it gets an interval.
    """
    found = list(_weighted(records, role))
    if not found:
        return None
    weighed = all(n for _, n in found)
    n = int(sum(n for _, n in found)) if weighed else 0
    value = math.fsum(value * n for value, n in found) / n if n else math.fsum(value for value, _ in found) / len(found)
    if role in _SHARES and n and 0 <= value <= 1:
        share = part(round(value * n), n)
        return share and Figure(Estimate(value, *_around(share.estimate, value), n, share.estimate.method), share.counted, "share")
    kind: Kind = "share" if role in _SHARES else "time" if role == "time" else "number"
    return Figure(Estimate(value, None, None, n, "given"), kind=kind)


def _around(share: Estimate, value: float) -> tuple[float | None, float | None]:
    """The interval of the nearest share of whole people, wide enough to hold the one that was given."""
    return (None if share.low is None else min(share.low, value), None if share.high is None else max(share.high, value))


def _weighted(records: Records, role: str) -> Iterator[tuple[float, float]]:
    for record in records:
        value = record.values.get(role)  # type: ignore[call-overload]
        n = record.values.get("visits", record.values.get("people"))
        if isinstance(value, float):
            yield value, n if isinstance(n, float) else 0.0
