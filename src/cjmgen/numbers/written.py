"""written: months, quarters and weeks as people write them in English and Russian: `May 2026`, `мая 2026 г.`, `окт.26`, `I кв. 2026`."""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from cjmgen.value import dataclass

Unit = Literal["month", "quarter", "week"]

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_RUSSIAN = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_CASES = frozenset({"", "а", "у", "ом", "ь", "я", "ю", "ем", "е", "й"})
"""What stands after the stem of a Russian month, as in `в мае` and `за октябрь`."""
_FIRST = 3
"""Letters of a month's name that are enough to know it."""

MONTH = {name[:_FIRST]: at for names in (_ENGLISH, _RUSSIAN) for at, name in enumerate(names, start=1)} | {"май": 5, "мая": 5}
"""By its first three letters the number of a month."""

_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("q", "qtr", "quarter", "кв", "квартал", "квартала", "квартале", "кварталу", "кварталом"), "quarter"),
    **dict.fromkeys(("w", "wk", "week", "нед", "неделя", "недели", "неделе", "неделю", "неделей"), "week"),
}
_ORDINALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "первый": 1, "второй": 2, "третий": 3, "четвертый": 4, "первого": 1, "второго": 2, "третьего": 3, "четвертого": 4,
}  # fmt: skip
_NOISE = frozenset({
    "г", "гг", "год", "года", "году", "year", "of", "за", "в", "й", "ый", "ий", "ой", "я", "ая", "го", "ого", "st", "nd", "rd", "th",
})  # fmt: skip
_TOKEN = re.compile(r"['’]?\d+|[^\W\d_]+")
_SHORT = re.compile(r"^([a-zа-я]{3,9})(?:[-.]|[ .]?['’])(\d\d)$")
"""A month with a year of two digits, as spreadsheets write it; after a blank alone it could be a day, `Jan 26`."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of a time: which of its months, quarters or weeks, and the year, None where it says none."""

    unit: Unit
    number: int
    year: int | None


def month_of(word: str) -> int:
    """The month that a word names, in any case or cut short; 0 of none."""
    for at, (english, russian) in enumerate(zip(_ENGLISH, _RUSSIAN, strict=True), start=1):
        if len(word) >= _FIRST and (english.startswith(word) or russian.startswith(word)):
            return at
        if word.startswith(russian) and len(word) >= _FIRST and word[len(russian) :] in _CASES:
            return at
    return 0


def said(text: str, short: bool = False) -> Said | None:
    """The month, quarter or week that a text names and nothing else. `short`: two digits after a month are a year."""
    plain = text.strip().lower().replace("ё", "е")
    if found := _SHORT.match(plain):
        month = month_of(found[1])
        return Said("month", month, 2000 + int(found[2])) if short and month else None
    words: list[str] = _TOKEN.findall(plain)
    units = [(unit, 0) for word in words if (unit := _UNITS.get(word))] + [("month", at) for word in words if (at := month_of(word))]
    rest = [word for word in words if word not in _UNITS and word not in _NOISE and not month_of(word)]
    return _of(*units[0], rest) if len(units) == 1 else None


def _of(unit: Unit, number: int, rest: Sequence[str]) -> Said | None:
    """What a unit and the words beside it say, if there is nothing among these but its number and its year."""
    years = [word for word in rest if re.fullmatch(r"(?:19|20)\d\d|['’]\d\d", word)]
    others = [_ORDINALS.get(word, int(word) if word.isdecimal() else 0) for word in rest if word not in years]
    if unit == "quarter" and not years and len(others) == 2 and others[1] > 12:  # 1 кв. 26
        years, others = [f"'{others[1]}"], others[:1]
    if number:
        others = [number, *others]
    if len(others) != 1 or len(years) > 1 or not 1 <= others[0] <= {"month": 12, "quarter": 4, "week": 53}[unit]:
        return None
    year = int(years[0].strip("'’")) if years else None
    return Said(unit, others[0], year + 2000 if year is not None and year < 100 else year)


def period(of: Said) -> str | None:
    """As maps write it, a week as the month of its Thursday; None without a year."""
    if of.year is None:
        return None
    if of.unit == "quarter":
        return f"{of.year}-Q{of.number}"
    try:
        return f"{of.year}-{of.number:02}" if of.unit == "month" else f"{datetime.date.fromisocalendar(of.year, of.number, 4):%Y-%m}"
    except ValueError:
        return None


def has_short_years(texts: Iterable[str]) -> bool:
    """Whether two digits after months are years in a column: `May-26` may be a day, and of days there are more than months."""
    found = {match.groups() for text in texts if (match := _SHORT.match(text.strip().lower())) and month_of(match[1])}
    return bool(found) and len({year for _, year in found}) <= len({month_of(name) for name, _ in found})
