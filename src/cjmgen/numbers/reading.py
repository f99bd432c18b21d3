"""reading: an export read by a profile: its records, and where they are from: what was read, left aside, refused and assumed."""

from collections.abc import Sequence
from itertools import zip_longest

from cjmgen.numbers.again import again
from cjmgen.numbers.beside import comma, ending, texts, writing
from cjmgen.numbers.column import Cells, opened
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.longer import others
from cjmgen.numbers.profile import KINDS, Kind, Role
from cjmgen.numbers.reason import Refusal
from cjmgen.numbers.records import Opened, Record, days_of, records_of
from cjmgen.numbers.sheet import Row, Sheet
from cjmgen.numbers.span import Span, span
from cjmgen.numbers.summed import summing
from cjmgen.numbers.timely import monthly
from cjmgen.value import dataclass

_WHOLE = frozenset({"", "response", "open-ended response"})
"""What the second row of headers says where a question has no parts."""


@dataclass(frozen=True, slots=True)
class Used:
    """A column that was read."""

    role: Role
    name: str
    column: int
    """Counted from 1."""
    kind: Kind
    assumed: str = ""
    """What had to be assumed to read it, in words."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where records are from."""

    encoding: str
    delimiter: str
    header: int
    """The line of the header."""
    used: tuple[Used, ...]
    ignored: tuple[str, ...]
    """The names of columns that nobody has a use for."""
    questions: tuple[str, ...]
    """The columns of a survey that hold answers, by their names."""
    totals: tuple[int, ...]
    """The lines of rows that sum up others, and are left out."""
    refused: tuple[Refusal, ...]
    again: tuple[Refusal, ...]
    """The rows that count in place of earlier ones, as they tell of the same."""
    span: Span | None
    """The days that the export is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An export, read."""

    profile: str
    records: tuple[Record, ...]
    provenance: Provenance
    longer: tuple[int, ...] = ()
    """Of the totals those that only their period gives away: it is not as long as most of its column."""


def read(sheet: Sheet, fit: Fit, file: str = "") -> Reading | Fault:
    """The records of an export. `file` is its name, which may tell what days it is about."""
    fault = _lacking(sheet, fit) or _twice(sheet, fit)
    if fault:
        return fault
    rows, totals = _sorted(sheet, fit)
    fit = monthly(rows, fit)
    cells = _opened(sheet, fit, rows)
    if isinstance(cells, Fault):
        return cells
    every, refused = records_of(rows, fit, cells)
    longer = others(every) if fit.profile.shape in ("figures", "steps") else frozenset()
    every = tuple(record for record in every if record.line not in longer)
    whole = {record.line for record in every}
    instead = again([row for row in rows if row.line in whole], fit, names_of(sheet, fit))
    records = tuple(record for record in every if record.line not in instead)
    about = span(file, [row.cells for row in sheet.comments], list(days_of(records, cells)))
    header = sheet.rows[fit.header]
    columns = _columns(names_of(sheet, fit), fit, cells)
    totals = tuple(sorted({*totals, *longer}))
    told = Provenance(sheet.encoding, sheet.delimiter, header.line, *columns, totals, refused, tuple(instead.values()), about)
    return Reading(fit.profile.name, records, told, tuple(sorted(longer)))


def empty(sheet: Sheet, fit: Fit | None) -> Fault | None:
    """That there is nothing below the header, where that is so."""
    at, heads = (fit.header, fit.profile.heads) if fit else (0, 1)
    if len(sheet.rows) > at + heads:
        return None
    message = "this export has a header and nothing below it"
    return Fault(sheet.rows[at].line, 1, message, "nothing happened in its days, or its filters leave nothing: export it again")


def _opened(sheet: Sheet, fit: Fit, rows: Sequence[Row]) -> Opened | Fault:
    """The cells of all columns that are read; a fault of the first column that contradicts itself."""
    by_role: dict[Role, Cells] = {}
    by_place: dict[int, Cells] = {}
    for role, at in (*fit.columns.items(), *((None, at) for at in fit.entered)):
        kind = KINDS.get(role, "text") if role else "date"
        found = opened(kind, ending(role, texts(rows, at)), fit.profile.order, comma(sheet), writing(role, sheet, fit, rows))
        if isinstance(found, Fault):
            return Fault(rows[found.line].line, at + 1, found.message, found.hint)
        if role:
            by_role[role] = found
        else:
            by_place[at] = found
    return Opened(by_role, by_place)


def _lacking(sheet: Sheet, fit: Fit) -> Fault | None:
    if not fit.missing:
        return None
    called = ", ".join(f"“{fit.profile.columns[role][0]}”" for role in fit.missing)
    hint = "export it with that column, or name the column that has it"
    return Fault(sheet.rows[fit.header].line, 1, f"this is no export of {fit.profile.product}: it has no column {called}", hint)


def names_of(sheet: Sheet, fit: Fit) -> tuple[str, ...]:
    """What the columns are called. Under two rows of headers a question goes on over empty cells, and each of its parts has a name."""
    first = sheet.rows[fit.header].cells
    if fit.profile.heads < 2 or fit.header + 1 >= len(sheet.rows):
        return first
    names: list[str] = []
    question = ""
    for name, part in zip_longest(first, sheet.rows[fit.header + 1].cells, fillvalue=""):
        question = name or question
        names.append(question if part.lower() in _WHOLE else f"{question}: {part}")
    return tuple(names)


def _columns(names: Sequence[str], fit: Fit, cells: Opened) -> tuple[tuple[Used, ...], tuple[str, ...], tuple[str, ...]]:
    """The columns that were read, those that nobody has a use for, and those that are questions of a survey."""
    by_role = (
        Used(role, names[at], at + 1, KINDS.get(role, "text"), _assumed(role, fit, cells.columns[role])) for role, at in fit.columns.items()
    )
    used = (*by_role, *(Used("entered", names[at], at + 1, "date", found.assumed) for at, found in cells.entered.items()))
    read = {each.column - 1 for each in used}
    rest = [name for at, name in enumerate(names) if name and at not in read]
    marks = {plain(mark) for mark in fit.profile.marks}
    questions = tuple(name for name in rest if fit.profile.wide and plain(name) not in marks)
    return used, tuple(name for name in rest if name not in questions), questions


def _assumed(role: Role, fit: Fit, cells: Cells) -> str:
    """What had to be assumed of a column: of one that only the source names, with nothing but 0 and 1, also that these are no shares."""
    values = {value for value in cells.values if value is not None}
    doubtful = role in ("goals", "lost") and not fit.profile.name and values and values <= {0, 1}
    return "; ".join(filter(None, (cells.assumed, "that 0 and 1 are counts and no shares" if doubtful else "")))


def _twice(sheet: Sheet, fit: Fit) -> Fault | None:
    """A column that comes twice must say the same twice; reporting interfaces repeat them."""
    header = sheet.rows[fit.header]
    names = [plain(cell) for cell in header.cells]
    for at in fit.columns.values():
        for other in (position for position, name in enumerate(names) if name == names[at] and position != at):
            row = next((row for row in _below(sheet, fit) if texts([row], at) != texts([row], other)), None)
            if row:
                message = f"the column “{header.cells[at]}” comes twice, and says something else here"
                return Fault(row.line, other + 1, message, "take one of them out of the export")
    return None


def _below(sheet: Sheet, fit: Fit) -> Sequence[Row]:
    """The rows of the table that the header stands over."""
    block = sheet.rows[fit.header].block
    return [row for row in sheet.rows[fit.header + fit.profile.heads :] if row.block == block]


def _sorted(sheet: Sheet, fit: Fit) -> tuple[list[Row], tuple[int, ...]]:
    """The rows that are records, and the lines of those that sum up others."""
    rows = _below(sheet, fit)
    sums = summing(rows, fit)
    return [row for row in rows if row.line not in sums], tuple(sorted(sums))
