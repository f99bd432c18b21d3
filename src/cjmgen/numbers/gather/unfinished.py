"""unfinished: periods that exports hold a part of, or whose deals are mostly open: beside whole ones they would look like a loss."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import Complaint, Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import Days, bounds, day_of
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.records import happened
from cjmgen.numbers.span import stamp
from cjmgen.numbers.tally.figure import Figure
from cjmgen.value import dataclass

ADDED = ("count", "sum")
"""Methods of figures that grow while a period goes on; of shares and means a part of it says much the same."""

_COUNTING = "funnel"
"""The type whose people are sums although its figure is a share: a part of a month has fewer of them at every stage."""

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


@dataclass(frozen=True, slots=True)
class Held:
    """A period with its figure, and why it is only a part of what it will be, in words; "" of a whole one.

    `days` are those that the exports hold of it, where these are not all. `left` says that it is left out where another is whole: a share
    is shown all the same, and known as that of a part.
    """

    period: str
    figure: Figure
    part: str
    days: Days | None = None
    ahead: Dated | None = None
    """The first row of a period that has not begun: what it says is a plan or a slip of the pen, and no measurement."""
    left: bool = False


def held(
    figures: Sequence[tuple[str, Figure]], dated: Mapping[str, Sequence[Dated]], readings: Sequence[tuple[str, Reading]], asking: Asking
) -> list[Held]:
    """The figures with what is known of their periods. Only the first of those that have begun and the last can be a part.

    The first month of a share is shown as it is: nothing more will come of it, and no goal is held against it.
    """
    periods = [period for period, _ in figures]
    ahead, coming = _coming(periods, asking.today, begun=True), _coming(periods, asking.today)
    end = len(figures) - len(ahead) - 1
    every: list[Held] = []
    for at, (period, figure) in enumerate(figures):
        growing = _grows(figure, asking)
        ask = some if growing else said
        days = ask(period, dated[period], readings, asking, last=at == end) if at == end or (growing and at == 0) else None
        if days and period in coming and not asking.today >= days[1]:
            days = None
        if period in ahead:
            every.append(Held(period, figure, f"{period} has not begun", None, dated[period][0], left=True))
            continue
        why = _open(period, figure) or _only(period, days) or (f"{period} is not over" if period in coming else "")
        every.append(Held(period, figure, why, days, left=bool(why) and (growing or bool(_open(period, figure)))))
    return every


def _grows(figure: Figure, asking: Asking) -> bool:
    return figure.estimate.method in ADDED or asking.metric.type == _COUNTING


def _coming(periods: Sequence[str], today: datetime.date, begun: bool = False) -> frozenset[str]:
    """Those of some periods, the oldest first, that are not over, or have not `begun`.

    Only as many are asked as it takes, as each is a thing to depend on.
    """
    ends = ((period, bounds(period)) for period in reversed(periods))

    def is_to_come(each: tuple[str, Days | None]) -> bool:
        return each[1] is not None and not (today >= each[1][0] if begun else today > each[1][1])

    return frozenset(period for period, _ in takewhile(is_to_come, ends))


def _open(period: str, figure: Figure) -> str:
    """Why deals that began together can't be told yet: most of them are open, and the first to end are not like the others."""
    if figure.open <= figure.estimate.n:
        return ""
    return f"{figure.open} of the {figure.open + figure.estimate.n} deals{f' that began in {period}' if period else ''} are open"


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


def _only(period: str, days: Days | None) -> str:
    return f"the exports hold {period} from {days[0]} to {days[1]} only" if days else ""


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


def whole(every: Sequence[Held]) -> list[Held]:
    """Those that are not left out; else those that have begun; all where none has."""
    return [each for each in every if not each.left] or [each for each in every if not each.ahead] or list(every)


def parts(every: Sequence[Held]) -> list[Held]:
    """Those that are a part of what they will be. Periods to come are not shown beside others."""
    shown = whole(every)
    return [each for each in every if each.part and (not each.ahead or each in shown)]


def told(every: Sequence[Held], readings: Sequence[tuple[str, Reading]]) -> Iterator[Complaint]:
    """A word about each that is left out where another is whole, of one to come at its first row."""
    shown = whole(every)
    for each in every:
        if not each.left:
            continue
        until = "" if each.ahead else " until most have ended" if each.figure.open else " until it is whole"
        so = "and this is shown all the same, as there is nothing better" if each in shown else f"so it is left out{until}"
        if each.ahead:
            file, reading = readings[each.ahead.file]
            place = next((used.column for used in reading.provenance.used if used.role in ("period", "date")), 1)
            hint = "see whether its year and month are right; a plan is no measurement"
            yield Misread(file, "export-unfinished", Fault(each.ahead.record.line, place, f"{each.part}, {so}", hint))
        else:
            yield Misnamed(("source", "file"), "export-unfinished", f"{each.part}, {so}")
