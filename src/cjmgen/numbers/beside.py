"""beside: what is known of a column besides its cells: the spreadsheet they are from, their name, and the counts beside them."""

from collections.abc import Sequence

from cjmgen.numbers.column import opened
from cjmgen.numbers.deal import UNENDED
from cjmgen.numbers.encoding import RUSSIAN
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.percent import Writing, by_counts, named
from cjmgen.numbers.profile import KINDS, Role
from cjmgen.numbers.sheet import Row, Sheet


def texts(rows: Sequence[Row], at: int) -> list[str]:
    """The cells of a column; rows may end before it."""
    return [row.cells[at] if at < len(row.cells) else "" for row in rows]


def ending(role: Role | None, cells: Sequence[str]) -> list[str]:
    """The cells of a column; in one that says when something ended, words for "not yet" are no day that can't be read."""
    return [("" if role in ("won", "closed") and plain(cell) in UNENDED else cell) for cell in cells]


def comma(sheet: Sheet) -> bool:
    """Whether whoever wrote this is likely to write a decimal comma: their spreadsheet cuts cells at semicolons."""
    return sheet.delimiter == ";" or sheet.encoding in RUSSIAN


def writing(role: Role | None, sheet: Sheet, fit: Fit, rows: Sequence[Row]) -> Writing:
    """How the shares of a column are written: as the counts beside it say, else as its name or the unit of the metric does."""
    if role is None or KINDS.get(role) != "share":
        return Writing()
    rate = role == "rate"
    said = _counted("goals", sheet, fit, rows) if rate else None
    if said is not None:
        return Writing(said, counted=True)
    percent = named(sheet.rows[fit.header].cells[fit.columns[role]]) or (rate and fit.in_percent)
    return Writing(True if percent else None, rate and fit.profile.shape == "figures" and "segment" not in fit.columns)


def _counted(some: Role, sheet: Sheet, fit: Fit, rows: Sequence[Row]) -> bool | None:
    """Whether the rates are percent, by so many of all visits, else of all people."""
    read = {role: _numbers(role, sheet, fit, rows) for role in ("rate", some, "visits", "people") if role in fit.columns}
    wholes = [read[each] for each in ("visits", "people") if each in read and some in read]
    found = (by_counts(read["rate"], read[some], whole) for whole in wholes)
    return next((each for each in found if each is not None), None)


def _numbers(role: Role, sheet: Sheet, fit: Fit, rows: Sequence[Row]) -> Sequence[object]:
    found = opened("number", texts(rows, fit.columns[role]), fit.profile.order, comma(sheet))
    return () if isinstance(found, Fault) else found.values
