"""deals: what has to be said of deals and requests beside figures: which are open, and which lost ones don't say how far they came."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import MOST, Complaint, Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally.deals import is_open, unplaced
from cjmgen.numbers.tally.figure import Stages
from cjmgen.numbers.tally.tickets import is_open as unsolved
from cjmgen.value import dataclass

_SHARES = ("funnel", "conversion", "drop-off", "churn")
"""Types of which open deals may yet change the figure."""

_COUNT = (
    ("has no time yet, and widens the interval", "have no time yet, and widen the interval"),
    ("counts neither as won nor as lost, and widens the interval", "count neither as won nor as lost, and widen the interval"),
)
"""What comes of one open request and of many, and the same of deals."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The open deals, each by its file and period; by file the lost ones that don't say how far they came, with the column that should."""

    open: tuple[tuple[str, str], ...] = ()
    unplaced: Mapping[str, tuple[int, tuple[Record, ...]]] = field(default_factory=dict)

    def open_in(self, file: str) -> int:
        """How many deals of a file are open."""
        return sum(name == file for name, _ in self.open)

    def unplaced_in(self, file: str) -> int:
        """How many lost deals of a file don't say how far they came."""
        return len(self.unplaced[file][1]) if file in self.unplaced else 0


def standing(
    metric: Metric, shape: Shape, stages: Stages, periods: Mapping[str, Sequence[Dated]], readings: Sequence[tuple[str, Reading]]
) -> Standing:
    """How deals or requests stand; nothing where they are none, or where it makes no difference."""
    if shape == "tickets" and metric.type == "time":
        waiting = [each for dated in periods.values() for each in dated if unsolved(each.record)]
        return Standing(tuple((readings[each.file][0], each.period) for each in waiting))
    if shape != "deals" or metric.type not in _SHARES:
        return Standing()
    every = [each for dated in periods.values() for each in dated]
    still = tuple((readings[each.file][0], each.period) for each in every if is_open(each.record))
    if metric.type != "funnel" or not stages:
        return Standing(still)
    by_file = {at: unplaced([each.record for each in every if each.file == at], stages) for at in range(len(readings))}
    lost = {readings[at][0]: (_column(readings[at][1]), tuple(found)) for at, found in by_file.items() if found}
    return Standing(still, lost)


def _column(reading: Reading) -> int:
    return next((each.column for each in reading.provenance.used if each.role == "stage"), 1)


def told(of: Standing, shape: Shape, left: Collection[str]) -> Iterator[Complaint]:
    """What is to be told of deals or requests; `left` are the periods whose open ones were told already."""
    if rest := [period for _, period in of.open if period not in left]:
        yield _open(rest, shape)
    for file, (column, records) in of.unplaced.items():
        deals = "1 lost deal doesn't say" if len(records) == 1 else f"{len(records)} lost deals don't say"
        message = f"{deals} to which of the mapped stages they came, so only those that began and those that were won are counted"
        hint = "export the stage before the loss as well, and name its column as `reached`; or map the stages where they stood"
        first = min(records, key=lambda each: each.line)
        yield Misread(file, "export-stage-unknown", Fault(first.line, column, message, hint))


def _open(periods: Sequence[str], shape: Shape) -> Misnamed:
    """How many are open, and of the latest months how many each."""
    named = [period for period in dict.fromkeys(periods) if period]
    which = ", ".join(f"{periods.count(period)} of {period}" for period in named[-MOST:])
    are, what = f"open{f' ({which})' if which else ''}", "deal" if shape == "deals" else "request"
    counts, count = _COUNT[shape == "deals"]
    one, many = f"1 {what} is {are}: it {counts}", f"{len(periods)} {what}s are {are}: they {count}"
    return Misnamed(("source", "file"), "export-unfinished", one if len(periods) == 1 else many)
