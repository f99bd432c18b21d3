"""span: the days that an export is about, as it says itself, as its name says, or as its rows do."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence

from cjmgen.numbers.days import Calendar, read_day
from cjmgen.value import dataclass

_RANGE = re.compile(r"(\d{8}|\d{4}-\d\d-\d\d)\s*(?:-|–|—|\.\.|to|до|по)\s*(\d{8}|\d{4}-\d\d-\d\d)")
_START = re.compile(r"(?:start date|date from|начало|с)\s*:?\s*(\d{8}|\d{4}-\d\d-\d\d)", re.IGNORECASE)
_END = re.compile(r"(?:end date|date to|конец|по)\s*:?\s*(\d{8}|\d{4}-\d\d-\d\d)", re.IGNORECASE)
_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?!\d)|(?<!\d)(20\d\d)[-_ ]?[qQ]([1-4])(?!\d)")
_STAMP = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>[0-2]\d|3[01])(?!\d)"
    r"|(?<!\d)(?P<day2>[0-2]\d|3[01])(?P<mark2>[-_.])(?P<month2>0[1-9]|1[0-2])(?P=mark2)(?P<year2>20\d\d)(?!\d)"
)
_ISO = Calendar("ymd")


@dataclass(frozen=True, slots=True)
class Span:
    """The first day and the last, and how we know: `comment`, `range` of days in the name, `name` of a month, `rows`, or `stamp`.

    A stamp is one day in the name, that of the export: it says until when the file knows things, and not since when.
    """

    first: datetime.date
    last: datetime.date
    told: str


def span(file: str, comments: Iterable[Sequence[str]], days: Sequence[datetime.date]) -> Span | None:
    """The days of an export: of its comments, else of its name, else of its rows, else of its stamp; None where nobody says."""
    said = " ".join(" ".join(cells) for cells in comments)
    found = _of_comments(said)
    if found:
        return Span(*found, "comment")
    name = file.rpartition("/")[2]
    dates = _dates(name)
    if len(dates) == 2 and dates[0] < dates[1]:
        return Span(dates[0], dates[1], "range")
    if not dates and (match := _IN_NAME.search(name)):
        return _of_name(match)
    if days:
        return Span(min(days), max(days), "rows")
    return Span(dates[-1].replace(day=1), dates[-1], "stamp") if dates else None


def stamp(file: str) -> datetime.date | None:
    """The day in the name of an export, the last of several; None where there is none."""
    return next(reversed(_dates(file.rpartition("/")[2])), None)


def _dates(name: str) -> list[datetime.date]:
    """The days in a name, in their order."""
    parts = ([match[key] or match[f"{key}2"] for key in ("year", "month", "day")] for match in _STAMP.finditer(name))
    return [day for each in parts if (day := read_day("-".join(each), _ISO))]


def _of_comments(said: str) -> tuple[datetime.date, datetime.date] | None:
    match = _RANGE.search(said)
    texts = match.groups() if match else tuple(each[1] for each in (_START.search(said), _END.search(said)) if each)
    days = tuple(day for text in texts if (day := read_day(text, _ISO)))
    return (days[0], days[1]) if len(days) == 2 and days[0] <= days[1] else None


def _of_name(match: re.Match[str]) -> Span:
    year = int(match[1] or match[3])
    first, last = (int(match[2]), int(match[2])) if match[2] else (3 * int(match[4]) - 2, 3 * int(match[4]))
    return Span(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]), "name")
