"""restated: periods whose figure is another one since a later file says otherwise than an earlier one, each with both figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isclose

from cjmgen.numbers.digits import both
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather import everybody
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.stack import Stack
from cjmgen.numbers.measured import Restated
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.figure import Figure
from cjmgen.value import dataclass

NAMED = 4
"""Periods of a file that are told with both figures; of more only how many."""

Counting = Callable[[Sequence[Dated]], tuple[Figure | None, Mapping[str, int]]]
"""Makes the figure of some records of one period, and of a funnel the people at each stage."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The records that count, with what earlier files have otherwise, and the way to count them."""

    stack: Stack
    shape: Shape
    count: Counting

    def periods(self, file: int | None = None) -> tuple[Restated, ...]:
        """The periods of which a file, or any, says otherwise, so that their figure is another one."""
        dated, before = self.stack.dated, self.stack.before
        changed: dict[str, dict[int, Dated]] = {}
        for at, was in before.items():
            if file in (None, dated[at].file):
                changed.setdefault(dated[at].period, {})[at] = was
        places = self.stack.places if changed else {}
        return tuple(each for period, were in changed.items() for each in self._restated(period, places[period], were))

    def _restated(self, period: str, places: Sequence[int], were: Mapping[int, Dated]) -> Iterator[Restated]:
        """Of a funnel whose figure stayed, the first stage to which others come than before."""
        before, after = (
            self.count(everybody.whole([known.get(at, self.stack.dated[at]) for at in places], self.shape)) for known in (were, {})
        )
        one, other = before[0], after[0]
        if one and other and not isclose(one.estimate.value, other.estimate.value, rel_tol=1e-12):
            yield Restated(period, one.estimate.value, other.estimate.value, other.kind)
            return
        stage = next((stage for stage, people in after[1].items() if before[1].get(stage, people) != people), "")
        if stage:
            yield Restated(period, before[1][stage], after[1][stage], "number", stage)


def told(of: Corrections, readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """A word at the first value of each file that makes a figure another one."""
    stack = of.stack
    for file in dict.fromkeys(stack.dated[at].file for at in stack.before):
        every = of.periods(file)
        if every:
            pairs = ((stack.dated[at], was) for at, was in stack.before.items())
            now, was = next((now, was) for now, was in pairs if now.file == file and now.period == every[0].period)
            name, reading = readings[file]
            fault = Fault(now.record.line, _differs(now, was, reading), _message(every, readings[was.file][0]))
            yield Misread(name, "export-restated", fault)


def _message(every: Sequence[Restated], earlier: str) -> str:
    figures = "; ".join(_figure(each) for each in every[:NAMED])
    more = f"; and {len(every) - NAMED} more periods" if len(every) > NAMED + 1 else "; and one more period" if len(every) > NAMED else ""
    return f"{figures}{more}, against {earlier}; the later file counts"


def _figure(of: Restated) -> str:
    stage = f" at “{of.stage}”" if of.stage else ""
    return f"{of.period or 'the figure'}{stage}: {both(of.before, of.after, of.kind)}"


def _differs(now: Dated, was: Dated, reading: Reading) -> int:
    """The first column that says something else than before; 1 where that is one of theirs only."""
    columns = sorted((each.column, each.role) for each in reading.provenance.used)
    return next((column for column, role in columns if now.record.values.get(role) != was.record.values.get(role)), 1)
