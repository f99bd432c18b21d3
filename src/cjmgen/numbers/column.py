"""column: the cells of one column to values of one kind; what decides how to read them is the column as a whole."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from cjmgen.numbers.cell import Mark, Style, is_nothing, read_clock, read_number, style
from cjmgen.numbers.days import Order, calendar, read_moment, read_period
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.percent import Writing, settled
from cjmgen.numbers.profile import Kind
from cjmgen.numbers.reason import Reason, ReasonKey, of_cell
from cjmgen.value import dataclass

_GRADED = re.compile(r"^\s*(\d{1,2})\s*(?:[-–—.:,)=(]\s*)?[^\W\d_]")
"""An answer with its name, as surveys offer them: `5 – excellent`, `5 (отлично)`."""

Value = float | str | datetime.date | tuple[str, ...]
"""What a cell says; of several columns that are read as one, which of them say anything."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The values of a column, None where there is none; by number of the row what is wrong with a cell; and what was assumed."""

    values: tuple[Value | None, ...]
    wrong: Mapping[int, Reason]
    assumed: str = ""


def opened(kind: Kind, texts: Sequence[str], order: Order, comma: bool, writing: Writing = Writing()) -> Cells | Fault:  # noqa: B008
    """The values of a column's cells. A fault, with the number of a row as its line, where they contradict one another.

    `order` is that of day and month where a date could mean either; `comma` says that a decimal comma is more likely than a point;
    `writing` what is known of shares besides their cells.
    """
    match kind:
        case "count":
            return _counts(texts)
        case "number":
            return _numbers(texts, comma)
        case "signed":
            return _numbers(texts, comma, signed=True)
        case "share":
            return _shares(texts, comma, writing)
        case "time":
            return _times(texts, comma)
        case "date" | "period":
            return _dates(kind, texts, order)
        case "text":
            return Cells(tuple(text or None for text in texts), {})


def _counts(texts: Sequence[str]) -> Cells | Fault:
    """Whole numbers: where a mark could stand between thousands or before decimals, it stands between thousands."""
    how = style(texts)
    marks = _marks(texts)
    if how is not None and not how.sure and len(marks) == 2:
        at = _first(texts, lambda few: len(_marks(few)) == 2)
        return Fault(at, 1, "this column writes a comma between some thousands and a point between others", "export it in one way")
    cells = _numbers(texts, comma=how is not None and not how.sure and "." in marks)
    if isinstance(cells, Fault):
        return cells
    parts = (at for at, value in enumerate(cells.values) if isinstance(value, float) and value % 1)
    broken = {at: of_cell("not_whole", texts[at]) for at in parts}
    return Cells(cells.values, {**cells.wrong, **broken})


def _marks(texts: Sequence[str]) -> set[str]:
    return {mark for text in texts for mark in ",." if mark in text.rstrip(".")}


def _first(texts: Sequence[str], contradict: Callable[[Sequence[str]], bool]) -> int:
    """The number of the first cell that contradicts one before it."""
    return bisect_left(range(len(texts)), True, key=lambda at: contradict(texts[: at + 1]))


def _style(texts: Sequence[str], comma: bool) -> tuple[Mark, str] | Fault:
    usual: Mark = "," if comma else "."
    found = style(texts, usual)
    if found is None:
        at = _first(texts, lambda few: style(few) is None)
        return Fault(at, 1, "this column writes some numbers with a decimal comma and others with a decimal point", "export it in one way")
    name = "a decimal comma" if found.decimal == "," else "commas between thousands"
    return found.decimal, "" if found.sure else f"that numbers are written with {name}"


def _numbers(texts: Sequence[str], comma: bool, signed: bool = False) -> Cells | Fault:
    how = _style(texts, comma)
    if isinstance(how, Fault):
        return how
    values: list[Value | None] = []
    wrong: dict[int, Reason] = {}
    for at, text in enumerate(texts):
        number = None if is_nothing(text) else _read(text, how[0], signed)
        values.append(number)
        if number is None and not is_nothing(text):
            wrong[at] = of_cell("no_number", text)
        elif number is not None and number < 0 and not signed:
            wrong[at] = of_cell("below_zero", text)
    return Cells(tuple(values), wrong, how[1])


def _read(text: str, decimal: Mark, signed: bool) -> float | None:
    """A number; of an answer on a scale also one that its name goes with."""
    found = read_number(text, Style(decimal))
    graded = _GRADED.match(text) if signed and not found else None
    return found.value if found else float(graded[1]) if graded else None


def _shares(texts: Sequence[str], comma: bool, writing: Writing) -> Cells | Fault:
    """Shares as fractions of one. Without signs and without anything else that says it, a column of numbers up to 1 has fractions."""
    signed = [text for text in texts if text.rstrip().endswith("%")]
    bare = [text for text in texts if not text.rstrip().endswith("%") and any(letter.isdigit() for letter in text)]
    if signed and bare:
        at = max(texts.index(signed[0]), texts.index(bare[0]))
        return Fault(at, 1, "some shares of this column have a percent sign and others have none", "export it in one way")
    cells = _numbers(texts, comma)
    return cells if isinstance(cells, Fault) or signed else _bare_shares(texts, cells, writing)


def _bare_shares(texts: Sequence[str], cells: Cells, writing: Writing) -> Cells:
    """Shares without signs; one that is written otherwise than the others is wrong."""
    numbers = [value if isinstance(value, float) else None for value in cells.values]
    percent, odd = settled(numbers, writing)
    key: ReasonKey = "fraction" if percent else "percent"
    wrong = {**{at: of_cell(key, texts[at]) for at in odd}, **cells.wrong}
    if not percent:
        return Cells(cells.values, wrong, cells.assumed)
    values = tuple(None if value is None else value / 100 for value in numbers)
    doubtful = writing.percent is None or all(value is None or value <= 1 for value in numbers)
    told = "that shares are written in percent" if doubtful and not writing.counted else ""
    return Cells(values, wrong, "; ".join(filter(None, (cells.assumed, told))))


def _times(texts: Sequence[str], comma: bool) -> Cells | Fault:
    """Seconds, of clocks such as 0:03:20 or of bare numbers."""
    clocks = [read_clock(text) for text in texts]
    if not any(clock is not None for clock in clocks):
        return _numbers(texts, comma)
    wrong = {at: of_cell("no_time", text) for at, text in enumerate(texts) if clocks[at] is None and not is_nothing(text)}
    return Cells(tuple(clocks), wrong)


def _dates(kind: Kind, texts: Sequence[str], order: Order) -> Cells | Fault:
    how = calendar(texts, order)
    if how is None:
        at = _first(texts, lambda few: calendar(few) is None)
        return Fault(at, 1, "this column writes some dates with the day first and others with the month first", "export it in one way")
    read = read_moment if kind == "date" else read_period
    values = tuple(None if is_nothing(text) else read(text, how) for text in texts)
    key: ReasonKey = "no_date" if kind == "date" else "no_period"
    wrong = {at: of_cell(key, text) for at, text in enumerate(texts) if values[at] is None and not is_nothing(text)}
    first = "the month" if how.order == "mdy" else "the day"
    return Cells(values, wrong, "" if how.sure else f"that dates have {first} first")
