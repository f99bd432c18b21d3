"""undated: rows and files that are of several times, and nobody says of which: they would become one sum, or stand for one another."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cjmgen.model.metric import Source
from cjmgen.numbers.cell import is_nothing
from cjmgen.numbers.days import calendar, read_period
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import bounds, fixed
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.sheet import Sheet
from cjmgen.numbers.timely import is_named, key_of, says_when
from cjmgen.value import dataclass

_HINT = "name the file by its month, such as visits-2026-09.csv, or name the column that says when as `period`"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that nobody reads, with its cells in the rows that count."""

    at: int
    name: str
    cells: tuple[str, ...]


def undated(file: str, sheet: Sheet, fit: Fit, reading: Reading, source: Source) -> Iterator[Misread]:
    """That rows of several times would be taken together, at the name of the column that tells them apart and that nobody reads.

    Rows that differ in a word are added up, as those of groups are; these here differ in their month, and the sum of all of it would be
    held against the goal of one.
    """
    if fit.profile.shape not in ("figures", "steps") or fixed(source) or fit.columns.keys() & {"date", "period"} or not _several(reading):
        return
    told = next((each for each in _unread(sheet, fit, reading) if _tells_apart(each, reading)), None)
    if told:
        message = f"“{told.name[:40]}” says when, and nobody reads it: rows of several times would become one figure"
        yield Misread(file, "export-unfit", Fault(reading.provenance.header, told.at + 1, message, _naming(told)))


def placed(dated: Sequence[Dated], shape: Shape) -> tuple[Dated, ...]:
    """The records that count: those of no period only where there are no others."""
    rest = tuple(each for each in dated if each.period)
    return rest if rest and shape in ("figures", "steps") else tuple(dated)


def apart(dated: Sequence[Dated], shape: Shape, files: Sequence[str]) -> Iterator[Misread]:
    """That rows which are of no time are left out beside others that are of some, at the first of each file."""
    if len(placed(dated, shape)) == len(dated):
        return
    first = {each.file: each.record.line for each in reversed(dated) if not each.period}
    for at, line in sorted(first.items()):
        message = "nobody says of which period this is, so it is left out beside what is of one"
        yield Misread(files[at], "export-row-refused", Fault(line, 1, message, _HINT))


def _several(reading: Reading) -> bool:
    """Whether there are several rows of one group and step."""
    kinds = Counter((str(each.values.get("segment", "")), str(each.values.get("step", ""))) for each in reading.records)
    return any(count > 1 for count in kinds.values())


def _unread(sheet: Sheet, fit: Fit, reading: Reading) -> Iterator[_Column]:
    lines = {each.line for each in reading.records}
    rows = [row for row in sheet.rows[fit.header + fit.profile.heads :] if row.line in lines]
    for at, name in enumerate(sheet.rows[fit.header].cells):
        if at not in fit.columns.values() and at not in fit.entered:
            cells = tuple(row.cells[at] for row in rows if at < len(row.cells) and not is_nothing(row.cells[at]))
            yield _Column(at, name, cells)


def _tells_apart(column: _Column, reading: Reading) -> bool:
    """Whether a column has several times; those that the export says of itself to hold are one."""
    if len({plain(cell) for cell in column.cells}) < 2 or not says_when(column.name, column.cells):
        return False
    about = reading.provenance.span
    found = _periods(column)
    if about and about.told not in ("rows", "stamp"):
        days = [bounds(each) for each in found]
        return any(each and (each[1] < about.first or each[0] > about.last) for each in days)
    return not found or len(found) > 1


def _periods(column: _Column) -> set[str]:
    """The periods that its cells name; none where one of them names none."""
    if not is_named(column.name) and key_of(column.cells) is None:
        return set()
    how = calendar(column.cells)
    found = [how and read_period(cell, how) for cell in column.cells]
    return {each for each in found if each} if all(found) else set()


def _naming(column: _Column) -> str:
    if not _periods(column):
        return "write each with its year, as `2026-05`, `May 2026` or `2026-Q1`, and name the column as `period` in the metric's source"
    return f"name it in the metric's source: `{key_of(column.cells) or 'period'}: {column.name[:40]}`"
