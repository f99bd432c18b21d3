"""deals: what a sales team keeps: each row a deal, where it stands, and how it ended."""

import datetime
from collections.abc import Iterable, Mapping

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.fit import plain
from cjmgen.numbers.measure.time import times
from cjmgen.numbers.reading import Record
from cjmgen.numbers.tally.figure import Figure, Records, Stages, along, part

WON = frozenset({"won", "closed won", "closedwon", "успешно реализовано", "сделка успешна", "выиграна", "выиграно", "успешна"})
LOST = frozenset(
    {"lost", "closed lost", "closedlost", "закрыто и не реализовано", "сделка провалена", "проиграна", "проиграно", "провалена"}
)
DAY = 86400


def ended(record: Record) -> bool | None:
    """True of a deal that was won, False of one that was lost, None of an open one."""
    told = {plain(str(record.values[role])) for role in ("status", "stage") if role in record.values}
    if told & WON or "won" in record.values:
        return True
    return False if told & LOST or "reason" in record.values else None


def people(records: Records, stages: Stages) -> Mapping[str, int]:
    """The deals that came as far as each stage, in the order of our stages: whoever stands in one passed those before it.

    A deal that was won passed them all. One that was lost, and whose stage only says so, came to the first at least.
    """
    order = list(stages)
    places = {name: at for at, names in enumerate(stages.values()) for name in names}
    reached = [0] * len(order)
    for record in records:
        furthest = places.get(plain(str(record.values.get("stage", ""))))
        if furthest is None:
            furthest = len(order) - 1 if ended(record) else 0 if ended(record) is False else -1
        for at in range(furthest + 1):
            reached[at] += 1
    return dict(zip(order, reached, strict=True))


def tally(records: Records, metric: Metric, stages: Stages) -> Figure | None:
    """Of the deals that ended the share that was won or lost, their money, or the days from the first to the last."""
    over = [record for record in records if ended(record) is not None]
    won = [record for record in over if ended(record)]
    match metric.type:
        case "funnel":
            return along(list(people(records, stages).values()))
        case "conversion":
            return part(len(won), len(over))
        case "drop-off" | "churn":
            return part(len(over) - len(won), len(over))
        case "revenue":
            return _money(won)
        case "time":
            return _time(won, metric)
        case "reach" | "custom" | None:
            return Figure(Estimate(len(records), None, None, len(records), "count")) if records else None
    return None


def _money(won: Records) -> Figure | None:
    amounts = [value for record in won if isinstance(value := record.values.get("amount"), float)]
    return Figure(Estimate(sum(amounts), None, None, len(amounts), "sum")) if amounts else None


def _time(records: Records, metric: Metric) -> Figure | None:
    return spent(((record.values.get("created"), record.values.get("won", record.values.get("closed"))) for record in records), metric)


def _seconds(first: datetime.date, last: datetime.date) -> float:
    """From a moment to another; whole days where one of them has no time."""
    if isinstance(first, datetime.datetime) and isinstance(last, datetime.datetime):
        return (last - first).total_seconds()
    return float((_day(last) - _day(first)).days * DAY)


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def spent(days: Iterable[tuple[object, object]], metric: Metric) -> Figure | None:
    """The median time in seconds from a first day to a last, or with the method `p90` that within which nine of ten are done."""
    pairs = [(first, last) for first, last in days if isinstance(first, datetime.date) and isinstance(last, datetime.date)]
    found = times(spans for first, last in pairs if (spans := _seconds(first, last)) >= 0)
    if not found:
        return None
    return Figure(found.p90 if metric.method == "p90" else found.median, kind="time")
