"""period: of which month, quarter or year a record is, as maps write them."""

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence

from cjmgen.model.metric import Metric, Source
from cjmgen.model.quantity import PERIOD
from cjmgen.numbers.deal import ended
from cjmgen.numbers.profile import Role, Shape
from cjmgen.numbers.records import Record
from cjmgen.numbers.span import Span

Days = tuple[datetime.date, datetime.date]

_AHEAD = 24
"""Months that are looked through for one that has begun: what is told of later ones is no figure of anything."""

_AT_END = ("revenue", "time")
"""Types that are about the end of a deal: money comes in then, and how long it took is known. Others count it where it began."""


def period_of(record: Record, shape: Shape, metric: Metric, source: Source, about: Span | None) -> str:
    """The period of a record, else that of the metric; "" where nobody says."""
    return told_period(record, shape, metric, source, about) or metric.period or ""


def told_period(record: Record, shape: Shape, metric: Metric, source: Source, about: Span | None) -> str:
    """The period of a record: what the source says of all, else the record itself, else its file; "" where none of them says."""
    if source.period and re.match(PERIOD, source.period):
        return source.period
    told = record.values.get("period")
    if isinstance(told, str):
        return told
    if said := fixed(source):
        return said
    if day := day_of(record, shape, metric):
        return f"{day:%Y-%m}"
    return spanned(about) if about else ""


def fixed(source: Source) -> str:
    """The period that a source says of all that its exports hold; "" where it says none."""
    if source.period and re.match(PERIOD, source.period):
        return source.period
    day = _day(source.date) if source.date else None
    return f"{day:%Y-%m}" if day else ""


def day_of(record: Record, shape: Shape, metric: Metric) -> datetime.date | None:
    """The day that a record counts in; None of one without."""
    for role in _dates(record, shape, metric):
        day = record.values.get(role)
        if isinstance(day, datetime.date):
            return day.date() if isinstance(day, datetime.datetime) else day
    return None


def _dates(record: Record, shape: Shape, metric: Metric) -> tuple[Role, ...]:
    """Which of its days a record counts in, the first that it has. Deals that began together are told together, however long each takes."""
    if shape != "deals":
        return ("created",) if shape == "tickets" else ("date", "created")
    ends: tuple[Role, ...] = () if ended(record.values) is None else ("won", "closed")
    return (*ends, "created") if metric.type in _AT_END else ("created", *ends)


def bounds(period: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a period; None of none."""
    if not period:
        return None
    year, month = divmod(_end(period), 12)
    months = 12 if "-" not in period else 3 if "Q" in period else 1
    return datetime.date(year, month + 2 - months, 1), datetime.date(year, month + 1, monthrange(year, month + 1)[1])


def later(period: str, more: int) -> datetime.date | None:
    """The last day of the period of the same length that comes so many later; None of none."""
    if not period:
        return None
    months = 12 if "-" not in period else 3 if "Q" in period else 1
    return _first(_end(period) + more * months + 1) - datetime.timedelta(days=1)


def spelled(records: Sequence[Record]) -> tuple[datetime.date, datetime.date] | None:
    """The days from the first to the last of the periods that a column names; None without."""
    periods = {str(each.values["period"]) for each in records if "period" in each.values}
    days = [found for each in periods if (found := bounds(each))]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None


def come(days: Days, today: datetime.date) -> Days | None:
    """Days without those to come: of a month that is not over only its first is known for sure to be told of. None if all are to come.

    The day itself is no part of the answer, so that a new day alone changes nothing.
    """
    first, last = days
    begins = (_first(_end(f"{last:%Y-%m}") - back) for back in range(_AHEAD))
    until = last if today >= last else next((day for day in begins if today >= day), None)
    return (min(first, until), until) if until else None


def _first(month: int) -> datetime.date:
    """The first day of a month, which is counted from the beginning of years."""
    return datetime.date(month // 12, month % 12 + 1, 1)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def spanned(about: Span) -> str:
    """The shortest period that holds all days of an export; the year of its end where none does."""
    first, last = about.first, about.last
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%Y-%m}"
    quarters = {(day.year, (day.month + 2) // 3) for day in (first, last)}
    return f"{last.year}-Q{(last.month + 2) // 3}" if len(quarters) == 1 else str(last.year)


def ordered(periods: Sequence[str]) -> list[str]:
    """Periods from the oldest on; what is in none of them comes first."""
    return sorted(periods, key=lambda period: (_end(period), period))


def _end(period: str) -> int:
    """The number of a period's last month, counted from the beginning of years; -1 of none."""
    if not period:
        return -1
    year, _, part = period.partition("-")
    last = 12 if not part else 3 * int(part[1]) if part[0] == "Q" else int(part)
    return int(year) * 12 + last - 1


MOST = 240
"""Periods that are told one by one: where a slip of the pen puts a month into another century, the years between are none."""


def spaced(periods: Sequence[str]) -> tuple[str, ...]:
    """The periods with those that are missing between them, where all are as long; else as they are."""
    lengths = {12 if "-" not in period else 3 if "Q" in period else 1 for period in periods}
    if not all(periods) or len(lengths) != 1:
        return tuple(periods)
    step, ends = lengths.pop(), [_end(period) for period in periods]
    every = range(min(ends), max(ends) + 1, step)
    return tuple(_written(end, step) for end in every) if len(every) <= max(MOST, len(periods)) else tuple(periods)


def _written(end: int, months: int) -> str:
    year, month = divmod(end, 12)
    return f"{year:04}" if months == 12 else f"{year:04}-Q{month // 3 + 1}" if months == 3 else f"{year:04}-{month + 1:02}"


def missing(periods: Sequence[str]) -> tuple[str, ...]:
    """The months between the first and the last for which there is nothing; none where not all periods are months."""
    if len(periods) < 3 or not all(re.match(r"^\d{4}-\d{2}$", period) for period in periods):
        return ()
    ends = [_end(period) for period in periods]
    return tuple(f"{end // 12}-{end % 12 + 1:02}" for end in range(min(ends), max(ends)) if end not in ends)
