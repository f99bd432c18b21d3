"""measured: what the exports of a metric say: its figure period by period, what each was counted from, and the files it is from."""

import datetime
from collections import Counter

from cjmgen.model.amount import Kind
from cjmgen.numbers.change.step import Counted, Step, best_step
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.reason import Refusal
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """The figure of a period, which is written as in maps, `2026-10`, `2026-Q4`, `2026`, or "" where no export says.

    Shares are from 0 to 1, times in seconds. `counted` is what the figure and its interval were made of, None of one that came ready made.
    """

    period: str
    estimate: Estimate
    counted: Counted | None = None
    open: int = 0
    """The deals or requests of the period that are open, and may yet change its figure."""

    @property
    def testable(self) -> Counted | None:
        """What a test may be made of: not a share that open deals may yet change."""
        return None if self.open else self.counted


@dataclass(frozen=True, slots=True)
class Part:
    """A period that isn't whole, with its figure so far: it isn't over, exports hold only these days, or most of its deals are open."""

    period: str
    estimate: Estimate
    days: tuple[datetime.date, datetime.date] | None
    open: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A group of people in the latest period: its figure, None where it has none, and of a funnel the people who reach each stage."""

    name: str
    estimate: Estimate | None
    counted: Counted | None = None
    stages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was read: its name in the project and that of its bytes, the rows taken, left out as totals and refused, and its days."""

    file: str
    digest: str
    """The SHA-256 of its bytes, which `sha256sum` tells too."""
    profile: str
    """The profile by which it was read; "" where its columns were named."""
    product: str
    rows: int
    totals: int
    refused: int
    columns: tuple[str, ...]
    """The columns that were read, by the names they have there."""
    ignored: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None
    verified: bool
    """Whether a source documents the names of its columns."""
    open: int = 0
    """Its deals that are open and count neither as won nor as lost, or its requests that have no time yet."""
    unplaced: int = 0
    """Its lost deals that don't say to which stage they came."""
    faults: tuple[Refusal, ...] = ()
    """The first of the rows that were refused."""
    summed: tuple[int, ...] = ()
    """The lines of the first rows that sum up others."""
    again: tuple[Refusal, ...] = ()
    """The first of the rows that count in place of earlier ones of the same month."""


@dataclass(frozen=True, slots=True)
class Immature:
    """A period that some began in too late to have the time that a journey may take; its figure is left out, or `shown` where no other is.

    Those who began after the day `after` had less than `seconds`. With events up to `whole` the period is as good as any.
    """

    period: str
    after: datetime.date
    seconds: int
    whole: datetime.date
    shown: bool


@dataclass(frozen=True, slots=True)
class Restated:
    """A period whose figure is another one since a later file corrected it; of a funnel whose figure stayed, the people at a stage."""

    period: str
    before: float
    after: float
    kind: Kind
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that a metric's exports say."""

    series: tuple[Point, ...]
    """By period, the oldest first; none where a funnel only counts people."""
    stages: tuple[tuple[str, int], ...]
    """Of a funnel, the people who reach each stage in the latest period, in the order the metric names the stages."""
    segments: tuple[Segment, ...]
    """In the order of the export; none where there is only one."""
    files: tuple[Export, ...]
    kind: Kind = "number"
    """What the figures are: shares, times or plain numbers."""
    immature: tuple[Immature, ...] = ()
    """The periods that are no whole ones yet, the oldest first."""
    parts: tuple[Part, ...] = ()
    """Periods that are not whole. Those of what grows and of deals mostly open stand in the series only where none is whole."""
    restated: tuple[Restated, ...] = ()
    """Periods that a later file gave another figure, in the order of the files."""
    answers: tuple[tuple[int, int], ...] = ()
    """Of a question on a scale, how many gave each answer in the latest period, the lowest answer first."""
    is_score: bool = False
    """Whether it is a score in points, as NPS is, which is told in whole ones."""

    @property
    def crowded(self) -> str | None:
        """Of a funnel, the first stage at which its segments have more people together than there are: then some stand in several."""
        together = Counter[str]()
        for segment in self.segments:
            together.update(dict(segment.stages))
        return next((stage for stage, count in self.stages if together[stage] > count), None)

    @property
    def latest(self) -> Estimate | None:
        """The figure of the latest period."""
        return self.series[-1].estimate if self.series else None

    @property
    def censored(self) -> Immature | None:
        """What the latest figure lacks, if it is that of a period whose people had less time than a journey may take."""
        return next((each for each in self.immature if each.shown), None)

    @property
    def partial(self) -> Part | None:
        """The latest period, if it is not a whole one."""
        return next((each for each in self.parts if self.series and each.period == self.series[-1].period), None)

    @property
    def is_whole(self) -> bool:
        """Whether nothing more is to come of the latest period, so that it can be held against another."""
        return bool(self.series) and self.censored is None and not self.series[-1].open

    @property
    def as_of(self) -> datetime.date | None:
        """The last day that any export is about."""
        return max((each.last for each in self.files if each.last), default=None)

    @property
    def open(self) -> int:
        """The deals or requests that are open."""
        return sum(each.open for each in self.files)

    @property
    def unplaced(self) -> int:
        """The lost deals that don't say to which stage they came."""
        return sum(each.unplaced for each in self.files)

    @property
    def change(self) -> Step | None:
        """The latest period beside the one before it, with what a test says; None where there are not two."""
        return changed(self.series[-2], self.series[-1]) if len(self.series) > 1 else None


def changed(before: Point, after: Point) -> Step | None:
    """Two figures of one metric side by side; a test is made where both know what they were counted from."""
    return best_step(before.estimate, after.estimate, before.testable, after.testable)
