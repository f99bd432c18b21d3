"""summed: rows that sum up the others of their table, as products and spreadsheets write them, so that nobody is counted twice."""

from collections.abc import Sequence

from cjmgen.numbers.cell import Style, read_number
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.profile import KINDS, Profile
from cjmgen.numbers.sheet import Row

_SUMS = frozenset({
    "total", "totals", "grand total", "overall total", "total and average", "total and averages", "totals and averages",
    "итого", "итого и средние", "итог", "итоги", "общий итог", "всего", "всего и средние",
})  # fmt: skip
"""What rows of sums are called, wherever they stand."""

_MEANS = frozenset({"average", "averages", "avg", "среднее", "средние", "среднее значение", "в среднем"})
"""What rows of means are called: only at the end, as between Good and Poor it is a grade as good as others."""

_SHAPES = ("figures", "steps")
"""Shapes whose rows somebody else added up; an answer or a deal is no sum, whatever it says."""


def summing(rows: Sequence[Row], fit: Fit) -> frozenset[int]:
    """The lines of rows that sum up others, by the words of the profile and by those that everybody uses."""
    own = {plain(word) for word in fit.profile.totals}
    naming = [at for role, at in fit.columns.items() if KINDS.get(role, "text") in ("text", "date", "period")]
    told = {row.line for row in rows if any(plain(row.cells[at]) in own for at in naming if at < len(row.cells))}
    return frozenset(told | usual([row for row in rows if row.line not in told], fit.profile))


def usual(rows: Sequence[Row], profile: Profile) -> frozenset[int]:
    """The lines of rows that are called as everybody calls sums; none where all are, as then there is nothing that they sum up."""
    if profile.shape not in _SHAPES:
        return frozenset()
    told = {row.line for row in rows if _names(row) & _SUMS}
    for row in reversed(rows):
        if row.line not in told and not _names(row) & _MEANS:
            break
        told.add(row.line)
    return frozenset(told) if len(told) < len(rows) else frozenset()


def _names(row: Row) -> set[str]:
    """The cells of a row that are no numbers; which of them is its label nobody needs to say."""
    return {plain(cell) for cell in row.cells if cell and not read_number(cell, Style("."))}
