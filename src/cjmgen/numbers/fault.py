"""fault: what is wrong with an export, and where in it."""

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that can't be read as it stands. Line and column count from 1; the column is that of the cell in its row."""

    line: int
    column: int
    message: str
    hint: str = ""
