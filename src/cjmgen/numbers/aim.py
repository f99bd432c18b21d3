"""aim: how a metric stands to its goal, measured or typed, in one way for all who tell or count it.

A goal that was due is judged by the figure of its day: by the period that holds the day, once it is whole. What came later neither
mends a miss nor takes away a goal that was met. A period that is not whole meets no goal for sure, however narrow its interval.
"""

import datetime

from cjmgen.model.figures import Figures, figures
from cjmgen.model.metric import Metric
from cjmgen.numbers.change.target import Standing, reaches, standing
from cjmgen.numbers.estimate import Estimate, given
from cjmgen.numbers.gather.period import bounds
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal, the figure that is held against it, and how it stands; shares are from 0 to 1, times in seconds.

    `reached` says whether the figure by itself is as good, whatever its interval says.
    """

    goal: float
    figure: Estimate
    standing: Standing
    reached: bool
    due: datetime.date | None = None
    """The day of the goal, once it has passed."""
    period: str = ""
    """The period of the figure, where that is not the newest one."""
    is_older: bool = False
    """Whether the day has passed, and no whole period reaches up to it."""

    @property
    def is_behind(self) -> bool:
        """Whether it is worse than its goal, as far as its interval tells."""
        return self.standing in (Standing.SHORT, Standing.MISSED)

    @property
    def outcome(self) -> str:
        """What became of a goal that was due: older if no whole period reaches so far, else as it stands; `behind` is close, and worse."""
        if self.is_older:
            return "older"
        return "behind" if self.standing is Standing.CLOSE and not self.reached else str(self.standing)

    @property
    def is_bare(self) -> bool:
        """Whether no interval says how sure it is."""
        return self.figure.low is None


@dataclass(frozen=True, slots=True)
class _Judged:
    figure: Estimate
    period: str
    reaches: bool
    """Whether it is of the day, as far as anybody says."""
    is_open: bool
    is_part: bool = False
    """Whether its period is not whole."""


def aim(metric: Metric, measured: Measured | None, today: datetime.date) -> Aim | None:
    """How a metric stands to its goal; None without a goal, or where its figure can't be compared with it."""
    read = figures(metric)
    if read.value is None or read.goal is None:
        return None
    due, goal = metric.due if metric.due is not None and today > metric.due else None, read.goal.value
    found = _at(due, measured) if due and measured and measured.series else _newest(read, metric, measured, due)
    stands = standing(found.figure, goal, read.lower, due is not None and found.reaches and not found.is_open, found.is_open)
    if stands is Standing.MET and found.is_part:
        stands = Standing.OPEN
    return Aim(goal, found.figure, stands, reaches(found.figure.value, goal, read.lower), due, found.period, not found.reaches)


def _newest(read: Figures, metric: Metric, measured: Measured | None, due: datetime.date | None) -> _Judged:
    """The newest figure. Of one that was typed its period says whether it reaches up to the day, else when it was read."""
    known = (measured.latest if measured else None) or given(read.value.value if read.value else 0.0)
    about = bounds(metric.period or "")
    until = about[1] if about else metric.updated
    reaches, part = due is None or until is None or until >= due, bool(measured and measured.partial)
    return _Judged(known, "", reaches and not (due and part), bool(measured and measured.censored), part)


def _at(due: datetime.date, measured: Measured) -> _Judged:
    """The figure of the period that holds a day, else of the last whole one before it; where all came later, the newest."""
    parts = {part.period for part in measured.parts}
    known = [(point, days) for point in measured.series if (days := bounds(point.period))]
    begun = [(point, days) for point, days in reversed(known) if days[0] <= due]
    newest = measured.series[-1]
    point, days = next((each for each in begun if each[0].period not in parts), begun[0] if begun else (newest, None))
    last, part = days[1] if days else measured.as_of or due, point.period in parts
    is_open = point is newest and measured.censored is not None
    return _Judged(point.estimate, "" if point is newest else point.period, last >= due and not part, is_open, part)
