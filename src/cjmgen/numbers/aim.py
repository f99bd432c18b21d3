"""aim: how a metric stands to its goal, measured or typed, in one way for all who tell or count it."""

import datetime

from cjmgen.model.figures import figures
from cjmgen.model.metric import Metric
from cjmgen.numbers.change.target import Standing, reaches, standing
from cjmgen.numbers.estimate import Estimate, given
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

    @property
    def is_behind(self) -> bool:
        """Whether it is worse than its goal, as far as its interval tells."""
        return self.standing in (Standing.SHORT, Standing.MISSED)

    @property
    def is_bare(self) -> bool:
        """Whether no interval says how sure it is."""
        return self.figure.low is None


def aim(metric: Metric, measured: Measured | None, today: datetime.date) -> Aim | None:
    """How a metric stands to its goal; None without a goal, or where its figure can't be compared with it."""
    read = figures(metric)
    if read.value is None or read.goal is None:
        return None
    figure, goal = (measured.latest if measured else None) or given(read.value.value), read.goal.value
    is_open, is_due = bool(measured and measured.censored), metric.due is not None and today > metric.due
    stands = standing(figure, goal, read.lower, is_due and not is_open, is_open)
    return Aim(goal, figure, stands, reaches(figure.value, goal, read.lower))
