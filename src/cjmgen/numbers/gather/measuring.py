"""measuring: the rows of a metric's exports, all of one kind, to what was measured, and everything that is to be said of them."""

from collections.abc import Collection, Iterator, Sequence

from cjmgen.model.metric import Source
from cjmgen.numbers.gather import deals, everybody, immature, ready, restated, unfinished, unfit
from cjmgen.numbers.gather.complaint import Complaint
from cjmgen.numbers.gather.counting import Counting
from cjmgen.numbers.gather.known import Asking
from cjmgen.numbers.gather.opened import Opened, export_of
from cjmgen.numbers.gather.scale import scaled
from cjmgen.numbers.gather.stack import Stack
from cjmgen.numbers.gather.stages import gone, unmatched
from cjmgen.numbers.gather.timeline import Timeline
from cjmgen.numbers.gather.undated import apart
from cjmgen.numbers.gather.unfinished import Held
from cjmgen.numbers.gather.without import between, without
from cjmgen.numbers.measured import Measured, Part, Point
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.answers import given
from cjmgen.numbers.tally.figure import Figure
from cjmgen.numbers.tally.shapes import RATED
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked, the exports, their rows as far as they count, these by period, and the way to count them."""

    asking: Asking
    opened: Sequence[Opened]
    stack: Stack
    timeline: Timeline
    counting: Counting

    @property
    def readings(self) -> list[tuple[str, Reading]]:
        """The files with what was read of them."""
        return [(each.name, each.reading) for each in self.opened]

    @property
    def names(self) -> list[str]:
        """The files."""
        return [each.name for each in self.opened]

    @property
    def corrections(self) -> restated.Corrections:
        """What later files say otherwise than earlier ones."""
        return restated.Corrections(self.stack, self.asking.shape, self.counting.both)


def rows_told(work: Work, source: Source) -> Iterator[Complaint]:
    """What is to be said of the rows, before anything is counted."""
    metric, shape, dated = work.asking.metric, work.asking.shape, work.stack.dated
    yield from unmatched(source, shape, work.readings, every=metric.type == "funnel")
    yield from gone(source, shape, work.readings)
    yield from work.stack.told
    yield from everybody.told(dated, work.names, shape)
    yield from apart(dated, shape, work.names)
    yield from immature.told(work.timeline.young, work.timeline.periods, work.names)
    yield from restated.told(work.corrections, work.readings)
    yield from scaled(metric, shape, [each.record for every in work.timeline.periods.values() for each in every])


def measured(work: Work) -> tuple[Measured | None, list[Complaint]]:
    """What was measured, None where that is nothing; and what is to be said of the figures."""
    metric, shape, ripe = work.asking.metric, work.asking.shape, work.timeline.ripe
    counted = work.counting.figures(ripe)
    every = unfinished.held(list(counted.items()), work.timeline.periods, work.readings, work.asking)
    figures = unfinished.whole(every)
    last = figures[-1].period if figures else next(reversed(ripe), None)
    latest = ripe[last] if last is not None else ()
    people = work.counting.people(latest)
    standing = deals.standing(metric, shape, work.counting.stages, work.timeline.periods, work.readings)
    complaints = list(_figures_told(work, every, standing, bool(figures or people)))
    if not figures and not people:
        return None, complaints
    complaints += _gaps_told(work, counted, {each.period for each in every if each.ahead})
    groups = [each for each in everybody.parts(work.stack.dated, shape) if each.period == last]
    made = Measured(
        tuple(Point(each.period, each.figure.estimate, each.figure.counted, each.figure.open) for each in figures),
        people,
        tuple(work.counting.segments(groups, people)),
        tuple(export_of(each, standing, work.asking.today) for each in work.opened),
        figures[-1].figure.kind if figures else "number",
        work.timeline.young,
        tuple(Part(each.period, each.figure.estimate, each.days, each.figure.open) for each in unfinished.parts(every)),
        tuple(work.corrections.periods()),
        given([each.record for each in latest], metric) if shape in RATED else (),
        metric.type == "nps",
    )
    return made, complaints


def _figures_told(work: Work, every: Sequence[Held], standing: deals.Standing, is_counted: bool) -> Iterator[Complaint]:
    """What is to be said of figures that are no whole ones, and of exports that hold none."""
    metric, shape, periods = work.asking.metric, work.asking.shape, work.timeline.periods
    yield from unfinished.told(every, work.readings)
    yield from deals.told(standing, shape, [each.period for each in every if each.left])
    scores = ready.scores(metric, shape, periods)
    yield from unfit.told(metric, shape, scores.single, is_counted or not periods, bool(standing.open))
    yield from ready.told(scores, work.readings)


def _gaps_told(work: Work, counted: dict[str, Figure], ahead: Collection[str]) -> Iterator[Complaint]:
    """Which periods have no figure, and which are missing before those that have not begun."""
    yield from without(work.timeline.ripe, counted, work.asking.metric, work.asking.shape, work.names)
    yield from between([*work.stack.apart, *(each for each in work.timeline.periods if each not in ahead)])
