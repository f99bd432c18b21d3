"""fit: which row of an export is its header, and how well the columns are those of a profile."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from cjmgen.numbers.profile import Profile, Role
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.sheet import Row, Sheet
from cjmgen.value import dataclass

_DEEPEST = 30
"""Rows in which a header is looked for."""

_NEEDS, _KNOWN, _MARKS = 0.5, 0.35, 0.15
"""What a fit is made of: what there must be, how much of the export is known, and what gives the product away."""
_ENOUGH = 2
"""Marks that leave no doubt."""
_SEVERAL = 4
"""Columns that are no coincidence."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile laid over an export. `score` goes from 0 to 1; below 0.5 something is missing that there must be."""

    profile: Profile
    header: int
    """The position of the header among the rows."""
    columns: Mapping[Role, int]
    """By role the position of its column, counted from 0."""
    score: float
    entered: Mapping[int, str] = field(default_factory=dict)
    """By position the stage that a column says when a deal came to it."""
    in_percent: bool = False
    """Whether whoever asks has it that shares are percent, by the unit of the metric."""

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles without which nothing can be read."""
        return tuple(role for role in self.profile.needs if role not in self.columns)


def fits(sheet: Sheet, profiles: Iterable[Profile] = PROFILES) -> tuple[Fit, ...]:
    """The profiles that have anything in common with an export, the best first; each laid over the row that it fits best."""
    found = (fit(sheet, profile) for profile in profiles)
    return tuple(sorted((each for each in found if each.score), key=lambda each: (-each.score, each.profile.name)))


def doubtful(sheet: Sheet, laid: Fit) -> bool:
    """Whether a fit is a guess: names such as `month` and `visits` are everybody's, unless there are several or a product is given away."""
    names = {plain(cell) for cell in sheet.rows[laid.header].cells}
    given_away = bool(sheet.comments) or any(plain(mark) in names for mark in laid.profile.marks)
    return laid.profile.shape == "figures" and not given_away and len(laid.columns) < _SEVERAL


def fit(sheet: Sheet, profile: Profile) -> Fit:
    """A profile laid over the row that it fits best, the first of several."""
    laid = [_laid(profile, at, row) for at, row in enumerate(sheet.rows[:_DEEPEST])]
    return max(laid, key=lambda each: (each.score, -each.header))


def _laid(profile: Profile, at: int, row: Row) -> Fit:
    names = [plain(cell) for cell in row.cells]
    columns: dict[Role, int] = {}
    for role, called in profile.columns.items():
        position = find(names, called)
        if position is not None and position not in columns.values():
            columns[role] = position
    entered = dict(_entered(profile, names, row))
    return Fit(profile, at, columns, _score(profile, names, {*columns.values(), *entered}, columns), entered)


def _entered(profile: Profile, names: Sequence[str], row: Row) -> Iterator[tuple[int, str]]:
    """The columns that say when a deal came to a stage, with its name: `Date entered "Demo (Sales Pipeline)"`."""
    for at, name in enumerate(names):
        for begins in profile.entered:
            if name.startswith(begins) and (stage := row.cells[at].strip()[len(begins) :].strip(" \"'“”:")):
                yield at, stage


def _score(profile: Profile, names: Sequence[str], read: Container[int], columns: Container[Role]) -> float:
    needed = sum(role in columns for role in profile.needs) / len(profile.needs)
    marks = {plain(mark) for mark in profile.marks} & set(names)
    sure = min(len(marks) / _ENOUGH, 1.0)
    known = sum(at in read or name in marks for at, name in enumerate(names)) / len(names)
    if profile.wide and sure == 1:
        known = 1.0  # the rest are questions, which are anybody's
    score = _NEEDS * needed + _KNOWN * known + _MARKS * sure
    return round(score if needed == 1 else score / 2, 3) if needed else 0.0


def find(names: Sequence[str], called: Iterable[str]) -> int | None:
    """The position of the first name that a column is called by; names are plain."""
    for each in called:
        wanted = plain(each)
        for at, name in enumerate(names):
            if name == wanted or (wanted.endswith("*") and name.startswith(wanted[:-1].rstrip())):
                return at
    return None


def plain(name: str) -> str:
    """A name as it is compared: in lower case, without marks around it, with single blanks, and without the dots of ё."""
    return re.sub(r"\s+", " ", name.replace("\ufeff", "")).strip(" \"'.:").lower().replace("ё", "е")
