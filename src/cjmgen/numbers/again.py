"""again: rows of one table that tell of the same month, as a list kept by hand has where somebody writes a correction below."""

from collections.abc import Iterator, Mapping, Sequence

from cjmgen.numbers.cell import Style, read_number
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.profile import KINDS
from cjmgen.numbers.sheet import Row

Label = tuple[tuple[int, str], ...]

_SINGLE = frozenset({"date", "score", "time"})
"""Columns that speak for rows of which each stands for itself."""

_HINT = "take one of them out, or name the column that tells them apart as `segment`"


def again(rows: Sequence[Row], fit: Fit) -> Mapping[int, Fault]:
    """By its line each row that a later one stands for, with what is wrong at that later one.

    Only where a column of periods says what a row is about: of one day, and of no day at all, there may be many rows to add up.
    Grades and times may be those of single people, of whom a month has many.
    """
    if fit.profile.shape not in ("figures", "steps") or "period" not in fit.columns or fit.columns.keys() & _SINGLE:
        return {}
    latest: dict[Label, Row] = {}
    found: dict[int, Fault] = {}
    for row in rows:
        label = tuple(_label(row, fit))
        if before := latest.get(label):
            found[before.line] = _fault(before, row, fit.columns["period"])
        latest[label] = row
    return found


def _fault(before: Row, row: Row, at: int) -> Fault:
    how = "as well, and counts once" if before.cells == row.cells else "otherwise; the later row counts"
    return Fault(row.line, at + 1, f"“{row.cells[at][:40]}” stands in line {before.line} {how}", _HINT)


def _label(row: Row, fit: Fit) -> Iterator[tuple[int, str]]:
    """The cells that say what a row is about: all but figures. A number before the first figure is that of a shop, or the like."""
    figures = {at for role, at in fit.columns.items() if KINDS.get(role, "text") not in ("text", "date", "period")}
    first = min(figures, default=0)
    for at, cell in enumerate(row.cells):
        figure = at > first and at not in fit.columns.values() and read_number(cell, Style("."))
        if cell and at not in figures and not figure:
            yield at, plain(cell)
