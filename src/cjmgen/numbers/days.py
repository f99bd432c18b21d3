"""days: dates as exports write them. In which order a column writes day and month is settled by all of its cells."""

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from cjmgen.numbers.written import MONTH, has_short_years, period, said
from cjmgen.value import dataclass

Order = Literal["ymd", "dmy", "mdy"]

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])")
_YEAR_FIRST = re.compile(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})(?:$|[T ,])")
_PACKED = re.compile(r"^((?:19|20)\d\d)(\d{2})(\d{2})(?:$|\d{2}$|[T ])")
_PARTS = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:$|[T ,])")
_NAMED = re.compile(
    r"^(?:[a-zа-я]{2,9},?\s+)?(?:(\d{1,2})\.?\s+([a-zа-яё]{3,9})|([a-z]{3,9})\.?\s+(\d{1,2}))\.?,?\s+(\d{4})", re.IGNORECASE
)
_TIME = re.compile(r"[T ,](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?", re.IGNORECASE)
_ONLY_MONTH = re.compile(r"^(\d{4})[-./]?(0[1-9]|1[0-2])$|^(0?[1-9]|1[0-2])[./-](\d{4})$")
_YEAR = re.compile(r"^((?:19|20)\d\d)(?:\s?(?:г\.?|год))?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:\s[-–—]\s|[–—]|\.{2,3}|…|\s(?:to|по|до)\s)\s*", re.IGNORECASE)
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """In which order a column writes its dates, and whether that is sure or only assumed."""

    order: Order
    sure: bool = True
    short: bool = False
    """Whether two digits after the name of a month are a year."""


def calendar(texts: Iterable[str], usual: Order = "dmy") -> Calendar | None:
    """The order of day and month in these cells; None where some can only be one and others only the other.

    A point between day and month is European; `03/04/2026` alone may be either, then it is what is `usual`, and not sure.
    """
    votes: set[Order] = set()
    doubtful = False
    texts = tuple(texts)
    short = has_short_years(texts)
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
    return Calendar(votes.pop(), short=short) if votes else Calendar(usual, not doubtful, short)


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
        month = MONTH.get((found[2] or found[3])[:3].lower(), 0)
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
    """The month, quarter or year of a cell as maps write them, `2026-10`, `2026-Q4`, `2026`; that of a date or a week is its month."""
    told = text.strip()
    if found := _ONLY_MONTH.match(told):
        return f"{found[1] or found[4]}-{int(found[2] or found[3]):02}"
    if found := _YEAR.match(told):
        return found[1]
    if len(ends := _BETWEEN.split(told)) == 2:
        return _between(read_day(ends[0], calendar), read_day(ends[1], calendar))
    if day := read_day(told, calendar):
        return f"{day:%Y-%m}"
    words = said(told, calendar.short)
    return period(words) if words else None


def whole_period(text: str, calendar: Calendar) -> str | None:
    """The month, quarter or year that a cell names as a whole, however it is written; None of a day, a week or some days in it."""
    told = text.strip()
    if len(ends := _BETWEEN.split(told)) == 2:
        first, last = (read_day(each, calendar) for each in ends)
        return _between(first, last) if first and last and first.day == 1 and (last + datetime.timedelta(days=1)).day == 1 else None
    if not (_ONLY_MONTH.match(told) or _YEAR.match(told)):
        words = None if read_day(told, calendar) else said(told, calendar.short)
        return period(words) if words and words.unit != "week" else None
    return read_period(told, calendar)


def _between(first: datetime.date | None, last: datetime.date | None) -> str | None:
    """The period from one day to another: a month, a quarter or a year if it is one, of some days in two months that of the middle."""
    if first is None or last is None or last < first:
        return None
    if (first.year, first.month) == (last.year, last.month) or (last - first).days < _DAYS_OF_A_WEEK:
        return f"{first + (last - first) / 2:%Y-%m}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or (last + datetime.timedelta(days=1)).day != 1 or months not in (3, 12) or first.month % months != 1:
        return None
    return f"{first.year}-Q{last.month // 3}" if months == 3 else f"{first.year}"
