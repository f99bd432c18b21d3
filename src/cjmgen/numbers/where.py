"""where: the column, counted in characters, at which a cell of an export begins."""

from cjmgen.numbers.encoding import decoded
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.sheet import sheet


def where(content: bytes, line: int, cell: int) -> int:
    """The column of a cell, which is counted from 1 as the column is; 1 where that can't be told."""
    text, rows = decoded(content), sheet(content)
    if isinstance(text, Fault) or isinstance(rows, Fault) or not rows.delimiter:
        return 1
    lines = text.text.split("\n")
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    quoted, before = False, 1
    for at, letter in enumerate(written, start=1):
        if before == cell:
            return at
        quoted ^= letter == '"'
        before += letter == rows.delimiter and not quoted
    return 1
