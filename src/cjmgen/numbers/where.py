"""where: the place of a cell in the text of its export: the line it begins in, its column there, and its length."""

import re
from collections.abc import Iterator

from cjmgen.numbers.encoding import decoded
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.sheet import Sheet, sheet
from cjmgen.problem import Span
from cjmgen.value import dataclass

NOWHERE = Span(0, 0)
"""The export as a whole: the records of JSON have numbers, and no lines."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An export as text, line by line, and what stands between its cells; "" where these can't be told."""

    lines: tuple[str, ...]
    delimiter: str
    is_json: bool

    def span(self, line: int, cell: int) -> Span:
        """Where a cell stands that is counted from 1 in the row that begins in a line; at the end of the row where it has no such cell."""
        if self.is_json:
            return NOWHERE
        if not self.delimiter or not 0 < line <= len(self.lines):
            return Span(max(line, 1), 1)
        last = Span(line, 1)
        for number, last in enumerate(_cells(self.lines, line, self.delimiter), start=1):
            if number == cell:
                return last
        return Span(last.line, last.column + last.length)


def laid(content: bytes) -> Laid:
    """The text of an export that is read."""
    text, rows = decoded(content), sheet(content)
    lines = () if isinstance(text, Fault) else tuple(text.text.split("\n"))
    delimiter = rows.delimiter if isinstance(rows, Sheet) else None
    return Laid(lines, delimiter or "", delimiter == "")


def _cells(lines: tuple[str, ...], line: int, delimiter: str) -> Iterator[Span]:
    """The cells of the row that begins in a line, without the blanks around them. One in quotes may go on over several lines."""
    mark = re.escape(delimiter)
    text = "\n".join(lines[line - 1 :])
    cell = re.compile(rf' *("(?:[^"]|"")*"[^{mark}\n]*|[^{mark}\n]*)({mark}|\n|$)')
    at = 0
    while found := cell.match(text, at):
        said = found[1].rstrip()
        column = found.start(1) - (text.rfind("\n", 0, found.start(1)) + 1) + 1
        yield Span(line + text.count("\n", 0, found.start(1)), column, len(said.partition("\n")[0]))
        if found[2] != delimiter:
            return
        at = found.end()
