"""days: dates as exports write them. In which order a column writes day and month is settled by all of its cells."""

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from cjmgen.value import dataclass

Order = Literal["ymd", "dmy", "mdy"]

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])")
_YEAR_FIRST = re.compile(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})(?:$|[T ,])")
_PACKED = re.compile(r"^((?:19|20)\d\d)(\d{2})(\d{2})(?:$|\d{2}$|[T ])")
_PARTS = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:$|[T ,])")
_NAMED = re.compile(
    r"^(?:[a-zа-я]{2,9},?\s+)?(?:(\d{1,2})\.?\s+([a-zа-яё]{3,9})|([a-z]{3,9})\.?\s+(\d{1,2}))\.?,?\s+(\d{4})", re.IGNORECASE
)
_MONTHS = (
    "jan янв", "feb фев", "mar мар", "apr апр", "may мая май", "jun июн",
    "jul июл", "aug авг", "sep сен", "oct окт", "nov ноя", "dec дек",
)  # fmt: skip
_MONTH = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}
_TIME = re.compile(r"[T ,](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?", re.IGNORECASE)
_WEEK = re.compile(r"^(\d{4})-?W(\d{1,2})$", re.IGNORECASE)
_ONLY_MONTH = re.compile(r"^(\d{4})[-./]?(0[1-9]|1[0-2])$|^(0?[1-9]|1[0-2])[./-](\d{4})$")
_QUARTER = re.compile(r"^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- /]?(\d{4}))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """In which order a column writes its dates, and whether that is sure or only assumed."""

    order: Order
    sure: bool = True


def calendar(texts: Iterable[str], usual: Order = "dmy") -> Calendar | None:
    """The order of day and month in these cells; None where some can only be one and others only the other.

    A point between day and month is European; `03/04/2026` alone may be either, then it is what is `usual`, and not sure.
    """
    votes: set[Order] = set()
    doubtful = False
    for text in texts:
        found = _PARTS.match(text.strip())
        if not found:
            continue
        first, last = int(found[1]), int(found[3])
        if first > 12 or found[2] == ".":
            votes.add("dmy")
        elif last > 12:
            votes.add("mdy")
        else:
            doubtful = True
    if len(votes) == 2:
        return None
    return Calendar(votes.pop()) if votes else Calendar(usual, not doubtful)


def read_day(text: str, calendar: Calendar) -> datetime.date | None:
    """The day of a date with or without a time, as the clock of whoever exported it had it; None for what is none."""
    said = text.strip()
    if found := _ISO.match(said) or _YEAR_FIRST.match(said) or _PACKED.match(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _PARTS.match(said):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        day, month = (one, other) if calendar.order != "mdy" else (other, one)
        return _day(year + 2000 if year < 100 else year, month, day)
    if found := _NAMED.match(said):
        month = _MONTH.get((found[2] or found[3])[:3].lower(), 0)
        return _day(int(found[5]), month, int(found[1] or found[4]))
    return _of_stamp(said)


def read_moment(text: str, calendar: Calendar) -> datetime.date | None:
    """The day of a date and, where that is written, its time, by the clock of whoever exported it; None for what is none."""
    said = text.strip()
    day = read_day(said, calendar)
    found = _TIME.search(said)
    if day is None or not found:
        return _stamped(said) or day
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if half := (found[4] or "").lower():
        hour = hour % 12 + (12 if half == "pm" else 0)
    return datetime.datetime.combine(day, datetime.time(hour, minute, second)) if hour < 24 and minute < 60 and second < 60 else day


def _of_stamp(said: str) -> datetime.date | None:
    moment = _stamped(said)
    return moment.date() if moment else None


def _stamped(said: str) -> datetime.datetime | None:
    """A time in seconds, milliseconds or microseconds since 1970, in UTC."""
    if not re.fullmatch(r"\d{10}|\d{13}|\d{16}", said):
        return None
    moment = datetime.datetime.fromtimestamp(int(said[:10]), datetime.UTC).replace(tzinfo=None)
    return moment + datetime.timedelta(microseconds=int(said[10:].ljust(6, "0")))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def read_period(text: str, calendar: Calendar) -> str | None:
    """The month, quarter or year of a cell as maps write them, `2026-10`, `2026-Q4`, `2026`; that of a date is its month."""
    said = text.strip()
    if found := _QUARTER.match(said):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    if found := _ONLY_MONTH.match(said):
        return f"{found[1] or found[4]}-{int(found[2] or found[3]):02}"
    if re.fullmatch(r"(?:19|20)\d\d", said):
        return said
    if found := _WEEK.match(said):
        try:
            return f"{datetime.date.fromisocalendar(int(found[1]), int(found[2]), 4):%Y-%m}"
        except ValueError:
            return None
    day = read_day(said, calendar)
    return f"{day:%Y-%m}" if day else None
