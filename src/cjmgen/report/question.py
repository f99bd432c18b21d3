"""question: which column of answers a metric would read, what kind of question it is, and on which scale it was answered."""

import re
from collections.abc import Sequence

from cjmgen.model.metric import MetricType
from cjmgen.numbers.cell import Style, is_nothing, read_number
from cjmgen.numbers.fit import Fit
from cjmgen.numbers.reading import Reading, names_of
from cjmgen.numbers.sheet import Sheet
from cjmgen.value import dataclass

_HIGHEST = 10
_WORDS: tuple[tuple[MetricType, str], ...] = (
    ("nps", r"recommend|nps|порекоменд|рекоменд|с какой вероятностью"),
    ("ces", r"effort|how easy|difficult|усили|легко|просто ли|трудно|сложно"),
    ("csat", r"satisf|happy with|csat|rate |довол|удовлетвор|оцен"),
)
"""What questions are asked in, in English and Russian."""
_SCALES = ((5, "1-5"), (7, "1-7"), (_HIGHEST, "1-10"))


@dataclass(frozen=True, slots=True)
class Question:
    """A column of answers by its name. `type` is None where its answers are no grades, `scale` is "" where all questions have the same."""

    name: str
    type: MetricType | None
    scale: str


def question(sheet: Sheet, fit: Fit, reading: Reading) -> Question | None:
    """The question that a metric would be of: the one that the profile knows, else the first that is answered by grades, else the first."""
    told = [each.name for each in reading.provenance.used if each.role == "score"]
    asked = [*told, *reading.provenance.questions] if fit.profile.shape == "answers" else told
    every = [_of(name, sheet, fit) for name in asked]
    return next((each for each in every if each.type), every[0] if every else None)


def _of(name: str, sheet: Sheet, fit: Fit) -> Question:
    at = names_of(sheet, fit).index(name)
    rows = sheet.rows[fit.header + fit.profile.heads :]
    grades = _grades([row.cells[at] for row in rows if at < len(row.cells) and not is_nothing(row.cells[at])])
    if not grades:
        return Question(name, None, "")
    lowest, highest = min(grades), max(grades)
    worded = next((type for type, words in _WORDS if re.search(words, name.lower())), None)
    type = worded or ("nps" if highest > _SCALES[0][0] else "csat")
    usual = _SCALES[1:] if type == "ces" else _SCALES
    scale = "0-10" if lowest == 0 else next(scale for most, scale in usual if highest <= most)
    return Question(name, type, "" if type == "nps" else scale)


def _grades(cells: Sequence[str]) -> list[float]:
    """The answers as grades; none unless all of them are whole and from 0 to 10."""
    found = [number.value for cell in cells if (number := read_number(cell, Style(".")))]
    fit = len(found) == len(cells) and all(value.is_integer() and 0 <= value <= _HIGHEST for value in found)
    return found if fit else []
