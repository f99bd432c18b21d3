"""calendar: the months, quarters or years that journeys begin in, as moments in milliseconds since 1970."""

import datetime
from collections.abc import Iterator
from typing import Literal
from zoneinfo import ZoneInfo

from cjmgen.value import dataclass

MOST_PERIODS = 120

Every = Literal["month", "quarter", "year"]
_MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "year": 12}
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period by its name in maps, from its first millisecond to before that of the next."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """How days are told: by the clock of a zone; None where times are already those of somebody's clock."""

    zone: ZoneInfo | None
    every: Every

    def day(self, moment: int) -> datetime.date:
        """The day of a moment."""
        return (_EPOCH + datetime.timedelta(milliseconds=moment)).astimezone(self.zone or datetime.UTC).date()

    def moment(self, day: datetime.date) -> int:
        """The first millisecond of a day."""
        begins = datetime.datetime.combine(day, datetime.time(), self.zone or datetime.UTC)
        return (begins.astimezone(datetime.UTC) - _EPOCH) // datetime.timedelta(milliseconds=1)


def stretches(calendar: Calendar, first: datetime.date, last: datetime.date) -> tuple[Stretch, ...]:
    """The periods that these days fall into; the first and the last end where the days do. () where they would be too many."""
    names = list(_periods(calendar.every, first, last))
    if len(names) > MOST_PERIODS:
        return ()
    after = last + datetime.timedelta(days=1)
    return tuple(
        Stretch(name, calendar.moment(max(first, begin)), calendar.moment(min(after, end))) for name, begin, end in names
    )


def _periods(every: Every, first: datetime.date, last: datetime.date) -> Iterator[tuple[str, datetime.date, datetime.date]]:
    step = _MONTHS[every]
    month = (first.year * 12 + first.month - 1) // step * step
    while _first_of(month) <= last:
        year, at = divmod(month, 12)
        name = {"month": f"{year}-{at + 1:02}", "quarter": f"{year}-Q{at // 3 + 1}", "year": str(year)}[every]
        yield name, _first_of(month), _first_of(month + step)
        month += step


def _first_of(month: int) -> datetime.date:
    return datetime.date(month // 12, month % 12 + 1, 1)
