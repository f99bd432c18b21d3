"""deals: what a sales team keeps: each row a deal, where it stands, and how it ended.

Deals are counted that have ended. An open one may yet be won, so it stands in the interval of a share and in nothing else: from the share
that there is if all open ones are lost to that if all are won (C. F. Manski, 1989, *Anatomy of the Selection Problem*), each with its own
interval, so that all that is possible lies inside (J. L. Horowitz and C. F. Manski, 2000, *Nonparametric Analysis of Randomized Experiments
with Missing Covariate and Outcome Data*).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace

from cjmgen.model.metric import Metric
from cjmgen.numbers.deal import WON, bare, ended, stood
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.fit import plain
from cjmgen.numbers.measure.time import times
from cjmgen.numbers.records import Record
from cjmgen.numbers.share import Count, share
from cjmgen.numbers.tally.figure import Figure, Records, Stages, part

DAY = 86400


def is_open(record: Record) -> bool:
    """Whether a deal has not ended."""
    return ended(record.values) is None


def over(records: Records) -> list[Record]:
    """The deals that ended."""
    return [record for record in records if not is_open(record)]


def unplaced(records: Records, stages: Stages) -> list[Record]:
    """The lost deals of which nobody says how far they came."""
    places = _places(stages)
    return [record for record in over(records) if _came(record, places, len(stages)) is None]


def people(records: Records, stages: Stages) -> Mapping[str, int]:
    """The deals that ended and came as far as each stage, in the order of our stages: whoever stands in one passed those before it.

    A deal that was won passed them all. Where one was lost nobody knows where, only those that began are known, and those that were won.
    """
    places = _places(stages)
    far = [_came(record, places, len(stages)) for record in over(records)]
    counts = {stage: sum((each or 1) > at for each in far) for at, stage in enumerate(stages)} if far else {}
    if None not in far:
        return counts
    known = {*list(stages)[:1], *(stage for stage, names in stages.items() if {bare(name) for name in names} <= WON)}
    return {stage: count for stage, count in counts.items() if stage in known}


def _places(stages: Stages) -> Mapping[str, int]:
    return {name: at for at, names in enumerate(stages.values()) for name in names}


def _came(record: Record, places: Mapping[str, int], most: int) -> int | None:
    """How many of our stages a deal that ended came to; None of a lost one where nobody says."""
    if ended(record.values):
        at = _place(str(record.values.get("stage", "")), places)
        return most if at is None or bare(str(record.values["stage"])) not in WON else at + 1
    found = [at for name in stood(record.values) if (at := _place(name, places)) is not None]
    return max(found) + 1 if found else None


def _place(name: str, places: Mapping[str, int]) -> int | None:
    return places.get(plain(name), places.get(bare(name)))


def tally(records: Records, metric: Metric, stages: Stages) -> Figure | None:
    """Of the deals that ended the share that was won or lost, their money, or the days from the first to the last."""
    done = over(records)
    won, still = [record for record in done if ended(record.values)], len(records) - len(done)
    match metric.type:
        case "funnel":
            return _along(records, stages, still, len(won))
        case "conversion":
            return _share(len(won), len(done), still)
        case "drop-off" | "churn":
            return _share(len(done) - len(won), len(done), still)
        case "revenue":
            return _money(won)
        case "time":
            return _time(won, metric)
        case "reach" | "custom" | None:
            return Figure(Estimate(len(records), None, None, len(records), "count")) if records else None
    return None


def _along(records: Records, stages: Stages, still: int, won: int) -> Figure | None:
    """Of those at the first stage the share that comes to the last; the share that is won where nobody says how far the others came."""
    counted = list(people(records, stages).values())
    if len(stages) < 2 or not counted:
        return None
    return _share(won if unplaced(records, stages) else counted[-1], counted[0], still)


def _share(some: int, whole: int, still: int) -> Figure | None:
    """So many of those that ended. With open ones among them the interval holds whatever may come of these, and no test is made of it."""
    found = part(some, whole)
    low, high = share(Count(some, whole + still)), share(Count(some + still, whole + still))
    if not found or not still or not low or not high:
        return found
    return replace(found, estimate=replace(found.estimate, low=low.low, high=high.high, method="bounds"), open=still)


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


def spans(days: Iterable[tuple[object, object]]) -> list[float]:
    """The seconds from each first day to its last, where both are known and in their order."""
    pairs = [(first, last) for first, last in days if isinstance(first, datetime.date) and isinstance(last, datetime.date)]
    return [seconds for first, last in pairs if (seconds := _seconds(first, last)) >= 0]


def spent(days: Iterable[tuple[object, object]], metric: Metric) -> Figure | None:
    """The median time in seconds from a first day to a last, or with the method `p90` that within which nine of ten are done."""
    found = times(spans(days))
    if not found:
        return None
    return Figure(found.p90 if metric.method == "p90" else found.median, kind="time")
