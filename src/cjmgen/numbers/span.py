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
_ISO = Calendar("ymd")


@dataclass(frozen=True, slots=True)
class Span:
    """The first day and the last, and how we know: `comment`, `name` or `rows`."""

    first: datetime.date
    last: datetime.date
    told: str


def span(file: str, comments: Iterable[Sequence[str]], days: Sequence[datetime.date]) -> Span | None:
    """The days of an export: of its comments, else of its name, else of its rows; None where nobody says."""
    said = " ".join(" ".join(cells) for cells in comments)
    found = _of_comments(said)
    if found:
        return Span(*found, "comment")
    if match := _IN_NAME.search(file.rpartition("/")[2]):
        return _of_name(match)
    return Span(min(days), max(days), "rows") if days else None


def _of_comments(said: str) -> tuple[datetime.date, datetime.date] | None:
    match = _RANGE.search(said)
    texts = match.groups() if match else tuple(each[1] for each in (_START.search(said), _END.search(said)) if each)
    days = tuple(day for text in texts if (day := read_day(text, _ISO)))
    return (days[0], days[1]) if len(days) == 2 and days[0] <= days[1] else None


def _of_name(match: re.Match[str]) -> Span:
    year = int(match[1] or match[3])
    first, last = (int(match[2]), int(match[2])) if match[2] else (3 * int(match[4]) - 2, 3 * int(match[4]))
    return Span(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]), "name")
