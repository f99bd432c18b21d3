"""again: rows of one table that tell of the same month, as a list kept by hand has where somebody writes a correction below."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from cjmgen.numbers.cell import Style, read_number
from cjmgen.numbers.days import Calendar, calendar, read_day, whole_period
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.profile import KINDS
from cjmgen.numbers.reason import ReasonKey, Refusal, of_cell
from cjmgen.numbers.sheet import Row

Label = tuple[tuple[int, str], ...]

_SINGLE = frozenset({"date", "score", "time"})
"""Columns that speak for rows of which each stands for itself."""

_NAMED = re.compile(r"(?i:(?:^|[\W_])(?:id|ids|no|nr|number|code|key|sku|номер|код|ид|артикул)(?:$|[\W_]))|[a-z]I[dD]$|№")
"""What columns are called whose numbers are names."""

_HINT = "take one of them out, or name the column that tells them apart as `segment`"


def again(rows: Sequence[Row], fit: Fit, names: Sequence[str]) -> Mapping[int, Refusal]:
    """By its line each row that a later one stands for, with what is wrong at that later one.

    Only where a column of periods says what a row is about: of one day, and of no day at all, there may be many rows to add up.
    Grades and times may be those of single people, of whom a month has many.
    """
    if fit.profile.shape not in ("figures", "steps") or "period" not in fit.columns or fit.columns.keys() & _SINGLE:
        return {}
    at = fit.columns["period"]
    periods = _periods([row.cells[at] for row in rows], fit)
    named = _naming(rows, periods, at, names)
    latest: dict[Label, Row] = {}
    found: dict[int, Refusal] = {}
    for row in rows:
        label = ((at, periods[row.cells[at]]), *_label(row, fit, named))
        if before := latest.get(label):
            found[before.line] = _fault(before, row, at)
        latest[label] = row
    return found


def _periods(cells: Sequence[str], fit: Fit) -> Mapping[str, str]:
    """By its cell what a row is of: the same month is one in any writing. Weeks and days of a month are not the month.

    Spreadsheets write a month as its first day; where there are other days, each stands for itself.
    """
    how = calendar(cells, fit.profile.order) or Calendar(fit.profile.order)
    days = {cell: day for cell in cells if (day := read_day(cell, how))}
    months = {cell: f"{day:%Y-%m}" for cell, day in days.items()} if all(day.day == 1 for day in days.values()) else {}
    return {cell: months.get(cell) or whole_period(cell, how) or plain(cell) for cell in cells}


def _fault(before: Row, row: Row, at: int) -> Refusal:
    rest = [(*each.cells[:at], *each.cells[at + 1 :]) for each in (before, row)]
    key: ReasonKey = "again_alike" if rest[0] == rest[1] else "again"
    return Refusal(row.line, at + 1, of_cell(key, row.cells[at], before.line), _HINT)


def _naming(rows: Sequence[Row], periods: Mapping[str, str], when: int, names: Sequence[str]) -> frozenset[int]:
    """The columns whose numbers are names: they are called so, or each of several months has the same of them, none of them twice."""
    months: dict[str, list[Row]] = {}
    for row in rows:
        months.setdefault(periods[row.cells[when]], []).append(row)
    return frozenset(at for at, name in enumerate(names) if _NAMED.search(name) or _returns(at, list(months.values())))


def _returns(at: int, months: Sequence[Sequence[Row]]) -> bool:
    first, *others = [sorted(row.cells[at] if at < len(row.cells) else "" for row in month) for month in months] or [[]]
    return len(first) > 1 and len(set(first)) == len(first) and bool(others) and all(each == first for each in others)


def _label(row: Row, fit: Fit, named: Container[int]) -> Iterator[tuple[int, str]]:
    """The cells that say what a row is about beside its period: all but figures.

    A number before the first figure is that of a shop, or the like.
    """
    figures = {at for role, at in fit.columns.items() if KINDS.get(role, "text") not in ("text", "date", "period")}
    first = min(figures, default=0)
    figures = {*figures, fit.columns["period"]}
    for at, cell in enumerate(row.cells):
        figure = at > first and at not in named and at not in fit.columns.values() and read_number(cell, Style("."))
        if cell and at not in figures and not figure:
            yield at, plain(cell)
