"""period: of which month, quarter or year a record is, as maps write them."""

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence

from cjmgen.model.metric import Metric, Source
from cjmgen.model.quantity import PERIOD
from cjmgen.numbers.profile import Role, Shape
from cjmgen.numbers.reading import Record
from cjmgen.numbers.span import Span

_DATES: dict[Shape, tuple[Role, ...]] = {"deals": ("won", "closed", "created"), "tickets": ("created",)}
"""Which of its days a record counts in, where it has several; others have one."""


def period_of(record: Record, shape: Shape, metric: Metric, source: Source, about: Span | None) -> str:
    """The period of a record: what the source says of all, else the record itself, else its file, else the metric; "" where nobody says."""
    if source.period and re.match(PERIOD, source.period):
        return source.period
    told = record.values.get("period")
    if isinstance(told, str):
        return told
    if source.date and (day := _day(source.date)):
        return f"{day:%Y-%m}"
    if day := day_of(record, shape):
        return f"{day:%Y-%m}"
    return spanned(about) if about else metric.period or ""


def day_of(record: Record, shape: Shape) -> datetime.date | None:
    """The day that a record counts in; None of one without."""
    for role in _DATES.get(shape, ("date", "created")):
        day = record.values.get(role)
        if isinstance(day, datetime.date):
            return day.date() if isinstance(day, datetime.datetime) else day
    return None


def bounds(period: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a period; None of none."""
    if not period:
        return None
    year, month = divmod(_end(period), 12)
    months = 12 if "-" not in period else 3 if "Q" in period else 1
    return datetime.date(year, month + 2 - months, 1), datetime.date(year, month + 1, monthrange(year, month + 1)[1])


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


def missing(periods: Sequence[str]) -> tuple[str, ...]:
    """The months between the first and the last for which there is nothing; none where not all periods are months."""
    if len(periods) < 3 or not all(re.match(r"^\d{4}-\d{2}$", period) for period in periods):
        return ()
    ends = [_end(period) for period in periods]
    return tuple(f"{end // 12}-{end % 12 + 1:02}" for end in range(min(ends), max(ends)) if end not in ends)
