"""overlap: files that each hold some days of one period: which of them count, which are added up, and which can't be one figure."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from itertools import pairwise

from cjmgen.model.metric import Source
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import Days, fixed
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.value import dataclass

_SAID = ("comment", "range", "name")
"""How an export knows its days where it says them itself."""

Readings = Sequence[tuple[str, Reading]]


@dataclass(frozen=True, slots=True)
class Laid:
    """The records that may count; by file the days of those that are added to the days of others; and what is told of the rest."""

    dated: tuple[Dated, ...]
    added: Mapping[int, Days] = field(default_factory=dict)
    told: tuple[Misread, ...] = ()
    apart: tuple[str, ...] = ()
    """The periods that have no figure by that."""


def laid(dated: Sequence[Dated], readings: Readings, shape: Shape, source: Source) -> Laid:
    """Records without those of files whose days another file has all of, and of periods that several files hold parts of.

    People of two halves of a month are not added: some came in both, and nobody knows how many.
    """
    if shape not in ("figures", "steps") or fixed(source):
        return Laid(tuple(dated))
    left: set[tuple[str, int]] = set()
    added: dict[int, Days] = {}
    told: list[Misread] = []
    apart: list[str] = []
    for period, days in _held(dated, readings).items():
        covered = {at: by for at in days if (by := _covering(at, days)) is not None}
        ends = {days[at] for at in days if at not in covered}
        if len(ends) < 2:
            later = {at: by for at, by in covered.items() if by < at}
            left |= {(period, at) for at in later}
            told += (_inside(at, by, days, readings) for at, by in later.items())
        elif shape == "figures" and _adjoin(sorted(ends)):
            left |= {(period, at) for at in covered}
            added |= {at: days[at] for at in days if at not in covered}
        else:
            left |= {(period, at) for at in days}
            apart.append(period)
            told.append(_apart(period, {at: days[at] for at in days if at not in covered}, readings))
    kept = tuple(each for each in dated if (each.period, each.file) not in left or not _of_file(each))
    return Laid(kept, added, tuple(told), tuple(apart))


def _of_file(each: Dated) -> bool:
    """Whether a record is of the days of its file, as it says none itself."""
    return not each.record.values.keys() & {"date", "period"}


def _held(dated: Sequence[Dated], readings: Readings) -> Mapping[str, dict[int, Days]]:
    """By period the files that say their days, with these."""
    found: dict[str, dict[int, Days]] = {}
    for each in dated:
        about = readings[each.file][1].provenance.span
        if about and about.told in _SAID and _of_file(each):
            found.setdefault(each.period, {})[each.file] = (about.first, about.last)
    return found


def _covering(at: int, days: Mapping[int, Days]) -> int | None:
    """The file that has all days of one and more, the last of several."""
    first, last = days[at]
    wider = (other for other, (since, until) in days.items() if since <= first and until >= last and days[other] != days[at])
    return max(wider, default=None)


def _adjoin(ends: Sequence[Days]) -> bool:
    """Whether days follow one another, none of them twice and none left out."""
    return all(before[1] + timedelta(days=1) == after[0] for before, after in pairwise(ends))


def _inside(at: int, by: int, days: Mapping[int, Days], readings: Readings) -> Misread:
    message = f"{readings[by][0]} holds {_said(days[by])}, and so the days of this file as well, {_said(days[at])}: this one is left out"
    return Misread(readings[at][0], "export-assumed", Fault(1, 1, message, "take it out of the pattern of the metric's `file`"))


def _apart(period: str, days: Mapping[int, Days], readings: Readings) -> Misread:
    """That a period has no figure, at the later days of the first two that don't fit, else of the first two."""
    by_days = {of: at for at, of in days.items()}
    pairs = list(pairwise(sorted(by_days)))
    first, last = next((pair for pair in pairs if not _adjoin(pair)), pairs[0])
    message = f"this holds {_said(last)} and {readings[by_days[first]][0]} {_said(first)}: {_why(first, last)}, so {period} has no figure"
    return Misread(readings[by_days[last]][0], "export-unfit", Fault(1, 1, message, f"export {period} as a whole, into one file"))


def _why(first: Days, last: Days) -> str:
    if last[0] <= first[1]:
        return "some days are in both"
    return "people who came in both would count twice" if _adjoin((first, last)) else "the days between are in neither"


def _said(days: Days) -> str:
    return f"{days[0]} to {days[1]}"
