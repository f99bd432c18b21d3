"""figure: what some records come to, with what it was counted from; and the shapes that records have, each with its way to count."""

from collections.abc import Callable, Mapping, Sequence

from cjmgen.model.amount import Kind
from cjmgen.model.metric import Metric
from cjmgen.numbers.change.step import Counted, estimated
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.records import Record
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass

Records = Sequence[Record]
Stages = Mapping[str, tuple[str, ...]]
"""Our stages in their order, each with the names that their steps go by, plain."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its interval, what it was counted from where that is known, and the deals beside it that are open yet."""

    estimate: Estimate
    counted: Counted | None = None
    kind: Kind = "number"
    open: int = 0

    @property
    def testable(self) -> Counted | None:
        """What a test may be made of: not a share that open deals may yet change."""
        return None if self.open else self.counted


Tally = Callable[[Records, Metric, Stages], Figure | None]
"""Makes the figure of some records, of one period or segment; None where they hold nothing for a metric of that type."""


def of(counted: Counted | None) -> Figure | None:
    """The figure of what was counted; None of nobody."""
    found = None if counted is None else estimated(counted)
    return Figure(found, counted, "share" if isinstance(counted, Count) else "number") if found else None


def part(some: float, whole: float) -> Figure | None:
    """A share of counts; None unless it is one."""
    return of(Count(round(some), round(whole))) if 0 <= some <= whole and whole else None


def rest(some: float, whole: float) -> Figure | None:
    """The share of the others."""
    return part(whole - some, whole)


def added(records: Records, role: str) -> float | None:
    """The sum of a column; None where no record has it."""
    found = [value for record in records if isinstance(value := record.values.get(role), float)]  # type: ignore[call-overload]
    return sum(found) if found else None


def along(people: Sequence[int]) -> Figure | None:
    """Of the people at the first stage, the share that comes to the last; None unless there are two and it is a share."""
    return part(people[-1], people[0]) if len(people) > 1 else None
