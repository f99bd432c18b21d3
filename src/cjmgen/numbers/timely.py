"""timely: whether a column says when, by its cells or by its name, and what a source calls such a column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from cjmgen.numbers.cell import is_nothing
from cjmgen.numbers.days import calendar, read_day, read_period
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.profile import Profile, Role
from cjmgen.numbers.sheet import Row
from cjmgen.numbers.written import said

Key = Literal["date", "period"]

_PACKED = (6, 8)
"""Digits of a month or a day without marks; a number of another length is none."""
_NAME = re.compile(
    r"(?:(?:year|report|reporting|calendar|отчетный|отчетная)[ _])?"
    r"(?:date|week|month|quarter|year|period|дата|неделя|месяц|квартал|год|период)"
    r"(?:[ _](?:of visit|визита|отчета))?"
)
"""The whole name: a `year of birth` and a `day of the week` are groups of people."""


def key_of(cells: Sequence[str]) -> Key | None:
    """What a source calls a column that says when: `date` of days, `period` of months; None of any other, and of no cells."""
    how = calendar(cells)
    if not cells or how is None or not all(read_period(cell, how) and (len(cell) in _PACKED or not cell.isdigit()) for cell in cells):
        return None
    return "date" if all(read_day(cell, how) for cell in cells) else "period"


def is_named(name: str) -> bool:
    """Whether a column is called as columns are that say when."""
    return bool(_NAME.fullmatch(plain(name)))


def says_when(name: str, cells: Sequence[str]) -> bool:
    """Whether a column seems to say when, readable or not: `Month`, or cells such as `May` and `Q1`."""
    return is_named(name) or key_of(cells) is not None or (bool(cells) and all(said(cell) for cell in cells))


def monthly(rows: Sequence[Row], fit: Fit) -> Fit:
    """A fit whose column of dates is one of periods where it has months: people call both the same."""
    at = fit.columns.get("date")
    if at is None or "period" in fit.columns or fit.profile.shape not in ("figures", "steps"):
        return fit
    cells = [row.cells[at] for row in rows if at < len(row.cells) and not is_nothing(row.cells[at])]
    if key_of(cells) != "period":
        return fit
    columns: dict[Role, int] = {_renamed(role): place for role, place in fit.columns.items()}
    return replace(fit, columns=columns, profile=_needing(fit.profile))


def _renamed(role: Role) -> Role:
    return "period" if role == "date" else role


def _needing(profile: Profile) -> Profile:
    return replace(profile, needs=tuple(_renamed(role) for role in profile.needs))
