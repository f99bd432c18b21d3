"""counting: how the records of a metric's exports are counted: its figure, of a funnel the people at each stage, and groups of people."""

from collections.abc import Iterator, Mapping, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.measured import Segment
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.tally.figure import Figure, Stages, Tally
from cjmgen.numbers.tally.shapes import PEOPLE
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Counting:
    """A metric, what a row of its exports is, what its stages are called there, and the way to its figure."""

    metric: Metric
    shape: Shape
    stages: Stages
    tally: Tally

    def figure(self, dated: Sequence[Dated]) -> Figure | None:
        """The figure of some records of one period; None where they make none."""
        return self.tally([each.record for each in dated], self.metric, self.stages)

    def people(self, dated: Sequence[Dated]) -> tuple[tuple[str, int], ...]:
        """Of a funnel, the people at each stage."""
        if self.metric.type != "funnel" or self.shape not in PEOPLE or not self.stages:
            return ()
        return tuple(PEOPLE[self.shape]([each.record for each in dated], self.stages).items())

    def both(self, dated: Sequence[Dated]) -> tuple[Figure | None, Mapping[str, int]]:
        """The figure and the people."""
        return self.figure(dated), dict(self.people(dated))

    def figures(self, periods: Mapping[str, Sequence[Dated]]) -> dict[str, Figure]:
        """The figures of the periods that have one."""
        return {period: figure for period, dated in periods.items() if (figure := self.figure(dated))}

    def segments(self, latest: Sequence[Dated], counted: Sequence[tuple[str, int]]) -> Iterator[Segment]:
        """Each group of the latest period, at the stages that can be counted in all of them."""
        known = dict(counted)
        groups: dict[str, list[Dated]] = {}
        for each in latest:
            if "segment" in each.record.values:
                groups.setdefault(str(each.record.values["segment"]), []).append(each)
        for name, dated in groups.items() if len(groups) > 1 else ():
            figure = self.figure(dated)
            people = tuple((stage, count) for stage, count in self.people(dated) if stage in known)
            if figure or people:
                yield Segment(name, figure.estimate if figure else None, figure.testable if figure else None, people)
