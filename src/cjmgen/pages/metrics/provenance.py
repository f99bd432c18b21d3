"""provenance: where a metric's figures are from: its files with what was read of each, left out and refused, and why."""

import datetime

from cjmgen.model.metric import Metric
from cjmgen.numbers.measured import Export, Measured
from cjmgen.numbers.reason import Refusal
from cjmgen.value import dataclass

SHOWN = 12
"""Files of a kind that are told at once, the newest ones; the others on demand."""

DIGITS = 12
"""Of a digest so many digits are told: enough to know a file by, and few enough to compare."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was refused, or that counts in place of an earlier one, by its line.

    `reason` is the key of a phrase below `metric.reason`, which says why; the others fill it in: the cell as the export writes it,
    a score with the ends of its scale, the line that said it `first`.
    """

    line: int
    reason: str
    cell: str
    value: float
    low: int
    high: int
    first: int


@dataclass(frozen=True, slots=True)
class File:
    """An export: its name in the project, the first digits of its SHA-256, its days, and how many rows were read, left out and refused.

    `summed` are the lines of totals; `refusals`, `again` and these are the first ones, where there are many.
    """

    name: str
    folder: str
    digest: str
    first: datetime.date | None
    last: datetime.date | None
    rows: int
    totals: int
    refused: int
    summed: tuple[int, ...]
    refusals: tuple[Refused, ...]
    again: tuple[Refused, ...]
    open: int
    """Deals that are open, and count neither as won nor as lost."""
    unplaced: int
    """Lost deals that don't say how far they came."""
    more: int
    """Rows refused or left out that are not told one by one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that were read alike: by which profile, which columns, and which were left aside. The newest file comes first.

    `profile` is "" where the metric names its columns itself; `verified` says whether a source documents those of a profile.
    """

    profile: str
    verified: bool
    columns: tuple[str, ...]
    ignored: tuple[str, ...]
    files: tuple[File, ...]
    folded: tuple[File, ...]
    refused: tuple[File, ...]
    """Those of the files of which there is something to tell: rows refused, left out as totals or said again, deals that are open."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where figures are from. No groups of figures that were typed; `pulled` where `cjmgen pull` counted them from a table of events."""

    groups: tuple[Group, ...]
    files: int
    rows: int
    totals: int
    refused: int
    pulled: bool


def provenance(metric: Metric, measured: Measured | None) -> Provenance:
    """The provenance of a metric."""
    files = measured.files if measured else ()
    alike: dict[tuple[object, ...], list[Export]] = {}
    for each in reversed(files):
        alike.setdefault((each.profile, each.columns, each.ignored), []).append(each)
    return Provenance(
        tuple(_group(each) for each in alike.values()), len(files), sum(each.rows for each in files),
        sum(each.totals for each in files), sum(each.refused for each in files), bool(metric.source and metric.source.events),
    )  # fmt: skip


def _group(exports: list[Export]) -> Group:
    first, files = exports[0], tuple(_file(each) for each in exports)
    odd = tuple(each for each in files if each.refused or each.totals or each.again or each.open or each.unplaced)
    return Group(first.profile, first.verified, first.columns, first.ignored, files[:SHOWN], files[SHOWN:], odd[:SHOWN])


def _file(of: Export) -> File:
    folder, _, name = of.file.rpartition("/")
    return File(
        name, folder, of.digest[:DIGITS], of.first, of.last, of.rows, of.totals, of.refused, of.summed,
        _reasons(of.faults), _reasons(of.again), of.open, of.unplaced,
        of.refused - len(of.faults) + of.totals - len(of.summed),
    )  # fmt: skip


def _reasons(refusals: tuple[Refusal, ...]) -> tuple[Refused, ...]:
    every = ((each.line, each.reason) for each in refusals)
    return tuple(Refused(line, why.key, why.cell, why.value, why.low, why.high, why.line) for line, why in every)
