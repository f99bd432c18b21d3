"""asked: which columns of an export a metric reads: those of a profile, those that its source names, and only the rows that it wants."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cjmgen.model.metric import Metric, MetricType, Source
from cjmgen.model.quantity import PERIOD
from cjmgen.numbers.cell import MARKS, Style, read_number
from cjmgen.numbers.fit import Fit, find, fit, fits, plain
from cjmgen.numbers.percent import named
from cjmgen.numbers.profile import Profile, Role
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.sheet import Sheet
from cjmgen.numbers.summed import usual
from cjmgen.problem import KeyPath
from cjmgen.value import dataclass

_MOST_TOLD = 12
"""Columns that a hint lists."""

OWN = Profile("", "", "figures", {}, ())
"""What nothing is known of but what the source says itself."""

_VALUE: Mapping[MetricType, Role] = {
    "reach": "people", "clicks": "clicks", "time": "time", "nps": "score", "csat": "score", "ces": "score",
    "revenue": "revenue", "cost": "cost", "custom": "score",
}  # fmt: skip
"""What a column is that a metric of a type takes its value from; of the other types, which are shares, its cells tell."""

_NEVER_PERCENT: Sequence[Role] = ("people", "clicks")
"""What is counted, and so a ready-made share where the name of its column says percent."""

_COUNTED: Mapping[MetricType, Role] = {"conversion": "goals", "repeat": "goals", "drop-off": "lost", "churn": "lost"}
"""What a column of whole numbers is to a metric that is a share: those who did it, of all."""

_COUNT = re.compile(r"^(?:\d+|[1-9]\d{0,2}(?:[\s\u00a0\u202f,.'’]\d{3})+)$")
"""A whole number, with or without marks between its thousands."""


@dataclass(frozen=True, slots=True)
class Misnamed:
    """Something in the metric's file that this export has nothing for: the path of keys, what is wrong, and a hint.

    `name` is what can't be found, `known` are the names it could be.
    """

    path: KeyPath
    code: str
    message: str
    hint: str = ""
    name: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An export as a metric reads it."""

    sheet: Sheet
    fit: Fit


def asked(sheet: Sheet, metric: Metric, source: Source) -> Asked | Misnamed:
    """An export without the rows that nobody wants, and where its columns are."""
    sheet = replace(sheet, rows=sheet.rows[source.skip or 0 :])
    if not sheet.rows:
        return Misnamed(("source", "skip"), "unknown-column", "nothing is left of the export after so many rows")
    found = _profile(sheet, source)
    if isinstance(found, Misnamed):
        return found
    laid = _overlaid(sheet, found, metric, source)
    return laid if isinstance(laid, Misnamed) else _narrowed(sheet, laid, source)


def _profile(sheet: Sheet, source: Source) -> Profile | Misnamed:
    """The profile that the source names, else none where it names columns, else the one that fits best."""
    if source.profile:
        known = {each.name: each for each in PROFILES}
        if source.profile in known:
            return known[source.profile]
        message, hint = f"there is no profile '{source.profile}'", "`cjmgen metrics inspect FILE` says which one fits"
        return Misnamed(("source", "profile"), "unknown-profile", message, hint, source.profile, tuple(known))
    if source.stage:
        return replace(OWN, shape="steps", needs=("step", "people"))
    if source.value:
        return OWN
    best = next((each for each in fits(sheet) if not each.missing), None)
    if best:
        return best.profile
    hint = "name its `value` column and its `date` or `period` column; `cjmgen metrics inspect FILE` shows them"
    return Misnamed(("source",), "export-unfit", "no profile fits this export", hint)


def _overlaid(sheet: Sheet, profile: Profile, metric: Metric, source: Source) -> Fit | Misnamed:
    """The profile with the columns that the source names in place of its own."""
    base = fit(sheet, profile) if profile.columns else None
    header = base.header if base else 0
    names = [plain(cell) for cell in sheet.rows[header].cells]
    columns: dict[Role, int] = dict(base.columns) if base else {}
    for key, called in _named(source):
        at = find(names, (called,))
        if at is None:
            return _no_column(("source", key), called, sheet.rows[header].cells)
        cells, percent = _cells(sheet, profile, header, at), named(sheet.rows[header].cells[at])
        role = _role(key, profile, metric, () if percent else cells, bool(columns.keys() & {"people", "visits"}))
        role = "rate" if percent and key == "value" and role in _NEVER_PERCENT and profile.shape == "figures" else role
        columns = {other: place for other, place in columns.items() if place != at or other == role}
        columns[role] = at
        if role == "people":
            columns.pop("visits", None)
        if key == "value" and role in ("goals", "lost"):
            columns.pop("rate", None)  # whoever names counts means these
    if not profile.name and any(role not in columns for role in profile.needs):
        hint = "name a column of steps as `stage` and another of people as `value`"
        return Misnamed(("source",), "export-unfit", "the source names no two columns of the export, steps and people", hint)
    profile = replace(profile, needs=_needed(profile, columns))
    return Fit(profile, header, columns, 1.0, base.entered if base else {}, named(str(metric.unit or "")))


def _needed(profile: Profile, columns: Mapping[Role, int]) -> tuple[Role, ...]:
    """The roles without which nothing can be read. Of figures any will do: a source may take one of them for another.

    Of figures and steps the only column that says when is one of them: a row without would be of no time, beside others that are of some.
    """
    if profile.shape not in ("figures", "steps"):
        return profile.needs
    when: tuple[Role, ...] = tuple(role for role in ("date", "period") if role in columns)
    alone = when if len(when) == 1 or not profile.name else ()
    if profile.shape == "steps":
        return tuple(dict.fromkeys((*profile.needs, *alone)))
    needed = tuple(role for role in profile.needs if role in columns) or tuple(columns)
    return tuple(dict.fromkeys((*needed, *alone))) or profile.needs


def _named(source: Source) -> Iterable[tuple[str, str]]:
    """The keys of a source that name columns, with what they name."""
    if source.date and not re.match(r"^\d{4}-\d{2}-\d{2}$", source.date):
        yield "date", source.date
    if source.period and not re.match(PERIOD, source.period):
        yield "period", source.period
    for key in ("people", "stage", "value", "segment", "reached"):
        if called := getattr(source, key):
            yield key, called


def _role(key: str, profile: Profile, metric: Metric, cells: Sequence[str], has_all: bool) -> Role:
    match key:
        case "date" | "period" | "segment" | "people" | "reached":
            return key
        case "stage":
            return {"deals": "stage", "events": "event"}.get(profile.shape, "step")  # type: ignore[return-value]
    if profile.shape in ("answers", "tickets"):
        return "score"
    if profile.shape == "steps":
        return "people"
    kind = metric.type or "custom"
    if kind in _VALUE and not any(cell.endswith("%") for cell in cells):
        return _VALUE[kind]
    return _COUNTED[kind] if kind in _COUNTED and has_all and _whole(cells) else "rate"


def _whole(cells: Sequence[str]) -> bool:
    """Whether these are counts and no shares: all that are numbers are whole, without signs; days of one order or none count, too."""
    numbers = [cell.strip() for cell in cells if any(read_number(cell, Style(mark)) for mark in MARKS)]
    return bool(numbers) and all(_COUNT.match(cell) for cell in numbers)


def _cells(sheet: Sheet, profile: Profile, header: int, at: int) -> list[str]:
    """The cells of a column; a sum or a mean of them says nothing about the way they are written."""
    rows = sheet.rows[header + profile.heads :]
    sums = usual(rows, profile)
    return [row.cells[at] for row in rows if at < len(row.cells) and row.line not in sums]


def _narrowed(sheet: Sheet, laid: Fit, source: Source) -> Asked | Misnamed:
    """Only the rows that have the values of `where`."""
    names = [plain(cell) for cell in sheet.rows[laid.header].cells]
    wanted: dict[int, str] = {}
    for column, value in source.where.items():
        at = find(names, (column,))
        if at is None:
            return _no_column(("source", "where", column), column, sheet.rows[laid.header].cells)
        wanted[at] = plain(f"{value:g}" if isinstance(value, float) else str(value))
    start = laid.header + laid.profile.heads
    kept = [row for row in sheet.rows[start:] if all(at < len(row.cells) and plain(row.cells[at]) == value for at, value in wanted.items())]
    if wanted and not kept:
        told = " and ".join(f"“{column}” is “{value}”" for column, value in source.where.items())
        return Misnamed(("source", "where"), "unknown-column", f"the export has no row in which {told}")
    return Asked(replace(sheet, rows=(*sheet.rows[:start], *kept)), laid)


def _no_column(path: KeyPath, called: str, names: Sequence[str]) -> Misnamed:
    told = tuple(name for name in names if name)
    hint = f"its columns are {', '.join(told[:_MOST_TOLD])}"
    return Misnamed(path, "unknown-column", f"the export has no column “{called}”", hint, called, told)
