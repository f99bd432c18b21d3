"""known: which days of a period exports hold, as they say themselves or as their rows show."""

import datetime
from collections.abc import Sequence
from itertools import pairwise

from cjmgen.model.metric import Metric
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import Days, bounds, day_of
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.records import happened
from cjmgen.numbers.span import stamp
from cjmgen.value import dataclass

DAILY = 5
"""Rows of so many days in a row are an export by day, whose first and last row are the first and last day that it knows of."""

_HAPPENINGS: tuple[Shape, ...] = ("deals", "tickets", "answers")
"""Shapes whose rows are what happened, on some days and on others not."""

_ASKED = ("nps", "csat", "ces")
"""Types that ask people, who answer on some days and on others not."""

_USUAL = 92
"""Days before the last in which is seen how long nothing usually happens."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is counted, in rows of which shape, and what day it is."""

    metric: Metric
    shape: Shape
    today: datetime.date


def some(period: str, of: Sequence[Dated], readings: Sequence[tuple[str, Reading]], asking: Asking, last: bool) -> Days | None:
    """The days that exports hold of a period, as they say, else by rows; None if it is whole. `last`: there is none after it."""
    whole = bounds(period)
    if not whole:
        return None
    seen = _seen(of, asking)
    days = _told(whole, of, readings, seen) or seen or (_until(whole, readings, asking.shape) if last else None)
    if not days or (days[0] <= whole[0] and days[1] >= whole[1]):
        return None
    return max(days[0], whole[0]), min(days[1], whole[1])


def said(period: str, of: Sequence[Dated], readings: Sequence[tuple[str, Reading]], asking: Asking, last: bool) -> Days | None:
    """The same for what doesn't grow. That people answered on some days only makes no part of a survey: it may have been over."""
    whole, asked = bounds(period), asking.shape in _HAPPENINGS or asking.metric.type in _ASKED
    if asked and not (whole and _told(whole, of, readings, None)):
        return None
    return some(period, of, readings, asking, last)


def _told(whole: Days, of: Sequence[Dated], readings: Sequence[tuple[str, Reading]], seen: Days | None) -> Days | None:
    """The days that all files say of themselves; a stamp says only until when."""
    files = {each.file for each in of}
    told = [days for at in files if (days := _says(*readings[at], seen[0] if seen else whole[0]))]
    return (min(first for first, _ in told), max(last for _, last in told)) if told and len(told) == len(files) else None


def _says(file: str, reading: Reading, first: datetime.date) -> Days | None:
    """The days that a file says of itself, from the `first` on where it only says until when."""
    about, until = reading.provenance.span, stamp(file)
    if about and about.told in ("comment", "range"):
        return about.first, about.last
    stamped = until and not any(day > until for record in reading.records for day in happened(record))
    return (min(first, until), until) if until and stamped else None


def _seen(of: Sequence[Dated], asking: Asking) -> Days | None:
    days = sorted({day for each in of if (day := day_of(each.record, asking.shape, asking.metric))})
    if len(days) < DAILY or (days[-1] - days[0]).days + 1 != len(days):
        return None
    return days[0], days[-1]


def _until(whole: Days, readings: Sequence[tuple[str, Reading]], shape: Shape) -> Days | None:
    """The days until the last on which anything happened, where it has never been quiet as long as it would have been since then."""
    if shape not in _HAPPENINGS:
        return None
    days = sorted({day for _, reading in readings for record in reading.records for day in happened(record)})
    recent = [day for day in days if (days[-1] - day).days <= _USUAL]
    if len(recent) < DAILY:
        return None
    longest = max((after - before).days for before, after in pairwise(recent))
    spans = (reading.provenance.span for _, reading in readings)
    known = max((days[-1], *(each.last for each in spans if each and each.told == "rows")))
    return (whole[0], known) if (whole[1] - known).days > longest else None
