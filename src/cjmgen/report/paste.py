"""paste: the lines of a metric's file that would read an export, to be pasted: by a profile, or by the names of its columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cjmgen.model.metric import MetricType
from cjmgen.numbers.cell import MARKS, Style, is_nothing, read_clock, read_number
from cjmgen.numbers.deal import WON, bare
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.profile import Role
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.sheet import Sheet
from cjmgen.numbers.timely import is_named, key_of
from cjmgen.report.question import Question, question
from cjmgen.report.steps import steps_of
from cjmgen.report.width import safe
from cjmgen.value import dataclass

_MOST_STEPS, _MOST_GROUPS = 30, 20
_TYPES: Mapping[Role, MetricType] = {"visits": "reach", "people": "reach", "goals": "conversion", "revenue": "revenue", "cost": "cost"}
"""The columns that say most of a report, the likeliest first, each with the type of a metric that is of it."""
_MONEY: Mapping[MetricType, re.Pattern[str]] = {
    "cost": re.compile(
        r"\b(?:costs?|spend|spent|spending|expenses?|expenditures?|budget|расход(?:ы|ов)?|стоимость|затрат(?:ы|а)?|траты|бюджет|потрачено)\b"
    ),
    "revenue": re.compile(r"\b(?:revenues?|income|turnover|gmv|выручка|доход(?:ы|ов)?|оборот)\b"),
}
"""What columns of money are called."""
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What YAML takes for something else than a text."""


def block(file: str, fit: Fit, reading: Reading, sheet: Sheet) -> Iterator[str]:
    """The lines of a metric's file that would read this export."""
    asked, steps = question(sheet, fit, reading), steps_of(sheet, fit, reading)
    role = _role(fit)
    yield "A metric that reads it, as a file in maps/metrics/:"
    yield ""
    yield f"title: {fit.profile.product}"
    yield f"type: {'funnel' if fit.profile.shape in ('steps', 'deals') else (asked and asked.type) or (_TYPES[role] if role else 'custom')}"
    yield "source:"
    yield f"  file: {quoted(file.rpartition('/')[2])}"
    yield f"  profile: {fit.profile.name}"
    if value := _value(fit, reading, asked):
        yield f"  value: {quoted(value)}"
    if asked and asked.scale:
        yield f"  scale: {asked.scale}"
    if steps:
        yield "  stages:  # their names in their order, each with the id of one of our stages"
        yield from (f"    {quoted(step)}: …" for step in steps[:_MOST_STEPS])
        yield from (f"    # {quoted(won)}: …  those that were won, if one of our stages is theirs" for won in _won(fit, reading)[:1])


def _role(fit: Fit) -> Role | None:
    """The column that says most of a report."""
    return next((role for role in _TYPES if role in fit.columns), None)


def _value(fit: Fit, reading: Reading, asked: Question | None) -> str:
    """The name of the column that holds the figure, where the profile leaves a choice."""
    if asked:
        return asked.name
    names = {each.role: each.name for each in reading.provenance.used}
    role = _role(fit)
    return names[role] if role and fit.profile.shape in ("answers", "figures", "tickets") else ""


def _won(fit: Fit, reading: Reading) -> list[str]:
    """What the deals of an export that were won say of their stage."""
    told = dict.fromkeys(str(record.values["stage"]) for record in reading.records if "stage" in record.values)
    return [each for each in told if bare(each) in WON] if fit.profile.shape == "deals" else []


def quoted(text: str) -> str:
    """A text as YAML takes it for one, whatever it holds."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    plain = text.replace("-", "").replace("_", "").replace(".", "").replace(" ", "")
    is_word = plain.isalnum() and text.isascii() and text == text.strip() and text.lower() not in _WORDS
    return text if is_word and not text[0].isdigit() else f'"{safe(inner)}"'


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table by its name, with the cells that say something."""

    name: str
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        """What a source calls a column that says when: `date` of days, `period` of months; "" of any other."""
        return key_of(self.cells) or ""

    @property
    def numbers(self) -> tuple[float, ...]:
        """Its numbers; none unless all cells are."""
        for mark in MARKS:
            found = [read_number(cell, Style(mark)) for cell in self.cells]
            if all(found):
                return tuple(each.value for each in found if each)
        return ()

    @property
    def money(self) -> MetricType | None:
        """The type of a metric of money, where its name says that it holds some."""
        return next((type for type, names in _MONEY.items() if names.search(plain(self.name))), None)

    @property
    def type(self) -> MetricType:
        """The type of a metric that takes its value from it."""
        if all(cell.endswith("%") for cell in self.cells):
            return "conversion"
        if all(read_clock(cell) is not None for cell in self.cells):
            return "time"
        if money := self.money:
            return money
        return "reach" if all(number.is_integer() for number in self.numbers) else "custom"


def own(file: str, sheet: Sheet) -> list[str]:
    """The lines of a metric's file that would read a table by the names of its columns; none where nothing says which those are."""
    columns = _told(sheet)
    when = next((each for each in columns if each.key), None) or next((each for each in columns if is_named(each.name)), None)
    figures = [each for each in columns if each is not when and (each.numbers or all(read_clock(cell) is not None for cell in each.cells))]
    if not when or not figures:
        return []
    value, people = _pair(figures)
    groups = [each.name for each in columns if each is not when and each not in figures and len(set(each.cells)) <= _MOST_GROUPS]
    more = [("people", people.name)] if people else []
    named = [(when.key or "period", when.name), ("value", value.name), *more, *(("segment", each) for each in groups[:1])]
    return [
        f"title: {quoted(value.name)}",
        f"type: {'conversion' if people else value.type}",
        "source:",
        f"  file: {quoted(file.rpartition('/')[2])}",
        *(f"  {key}: {quoted(name)}" for key, name in named),
    ]


def _told(sheet: Sheet) -> list[_Column]:
    """The columns that have names and say something."""
    header, *rows = sheet.rows
    cells = [[row.cells[at] for row in rows if at < len(row.cells)] for at in range(len(header.cells))]
    every = (_Column(name, tuple(cell for cell in of if not is_nothing(cell))) for name, of in zip(header.cells, cells, strict=True))
    return [each for each in every if each.name and each.cells]


def _pair(figures: Sequence[_Column]) -> tuple[_Column, _Column | None]:
    """The column of the value, and that of how many it is of: of two columns of whole numbers one is never above the other."""
    money = any(each.money for each in figures[:2])
    for one, other in ((0, 1), (1, 0)) if len(figures) > 1 and not money else ():
        some, whole = figures[one].numbers, figures[other].numbers
        counts = bool(some) and len(some) == len(whole) and all(number.is_integer() for number in (*some, *whole))
        if counts and all(k <= n for k, n in zip(some, whole, strict=True)):
            return figures[one], figures[other]
    return figures[0], None
