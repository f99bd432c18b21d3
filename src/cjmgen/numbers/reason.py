"""reason: why a row of an export is not taken as it stands. Pages say it in their language, commands in English."""

from collections.abc import Mapping
from typing import Literal

from cjmgen.value import dataclass

ReasonKey = Literal[
    "no_number", "not_whole", "below_zero", "no_time", "no_date", "no_period", "short", "empty",
    "off_scale", "broken_grade", "no_nps", "bad_score", "again", "again_alike", "fraction", "percent",
]  # fmt: skip

_ENGLISH: Mapping[ReasonKey, str] = {
    "no_number": "“{cell}” is no number",
    "not_whole": "“{cell}” is no whole number",
    "below_zero": "{cell} is below zero",
    "no_time": "“{cell}” is no time",
    "no_date": "“{cell}” is no date",
    "no_period": "“{cell}” is no period",
    "short": "this row ends too early",
    "empty": "this cell is empty",
    "off_scale": "{value:g} is no answer from {low} to {high}",
    "broken_grade": "{value:g} is no answer of a scale: these are whole",
    "no_nps": "{value:g} is no NPS, which goes from -100 to 100",
    "bad_score": "{value:g} is below zero",
    "again": "“{cell}” stands in line {line} otherwise; the later row counts",
    "again_alike": "“{cell}” stands in line {line} as well, and counts once",
    "fraction": "“{cell}” looks like a fraction, and the others of this column are percent",
    "percent": "“{cell}” looks like percent, and the others of this column are fractions",
}

_CUT = 40
"""Letters of a cell that are repeated."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, by its key, with what fills it in: the cell as it is written, a score with its scale, the line that said it first."""

    key: ReasonKey
    cell: str = ""
    value: float = 0.0
    low: int = 0
    high: int = 0
    line: int = 0

    @property
    def message(self) -> str:
        """It in English, as all problems are."""
        return _ENGLISH[self.key].format(cell=self.cell, value=self.value, low=self.low, high=self.high, line=self.line)


def of_cell(key: ReasonKey, text: str, line: int = 0) -> Reason:
    """What is wrong with a cell."""
    return Reason(key, text[:_CUT], line=line)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not taken as it stands. Line and column are those of a `Fault`."""

    line: int
    column: int
    reason: Reason
    hint: str = ""

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.reason.message
