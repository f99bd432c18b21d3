"""figure: a metric's newest value with all that it takes to judge it: interval, n, goal, the period before, and where the series goes."""

import datetime

from cjmgen.model.amount import Amount
from cjmgen.model.figures import figures
from cjmgen.model.metric import MONEY, Metric
from cjmgen.numbers.aim import aim
from cjmgen.numbers.estimate import SMALL, Estimate, given
from cjmgen.numbers.measured import Measured
from cjmgen.pages.journey.grounds import amount_of, digits_of
from cjmgen.pages.metrics.apart import Apart, apart_of, decimals, places
from cjmgen.pages.metrics.course import Change, Course, change, course
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal. `standing` is met, close, short or missed, open as long as more may still come of the period, "" where nothing can be said.

    `reached` says whether the value itself is as good as the goal, whatever its interval says; `apart` is the value less the goal.
    """

    value: Amount
    due: datetime.date | None
    standing: str
    reached: bool
    apart: Apart | None


@dataclass(frozen=True, slots=True)
class Newest:
    """A metric's newest value. `digits` are the decimals that a share is told with, None for as many as usual; `few` leans on few.

    `n` is 0 where nobody knows of how many it is, and of a count, which is of itself.
    """

    value: Amount | None
    unit: Said
    digits: int | None
    low: Amount | None
    high: Amount | None
    n: int
    few: bool
    period: str
    updated: datetime.date | None
    lower: bool
    goal: Goal | None
    baseline: Amount | None
    change: Change | None
    course: Course | None


def newest(edition: Edition, metric: Metric, measured: Measured | None) -> Newest:
    """A metric's newest value, measured or typed."""
    read = figures(metric)
    latest = measured.latest if measured else None
    known = latest or (given(read.value.value) if read.value else None)
    digits, n = digits_of(known) if known else 0, latest.n if latest and latest.method != "count" else 0
    kind = read.value.kind if read.value else "number"
    return Newest(
        read.value, unit_of(edition, metric), decimals(known), amount_of(latest.low, kind, digits) if latest else None,
        amount_of(latest.high, kind, digits) if latest else None, n, 0 < n < SMALL,
        metric.period or "", metric.updated, read.lower, _goal(edition, metric, measured), read.baseline,
        change(read, measured), course(read, measured),
    )  # fmt: skip


def unit_of(edition: Edition, metric: Metric) -> Said:
    """The unit of a metric: its own, else the currency of what is money."""
    currency = edition.atlas.settings.currency if metric.type in MONEY else None
    return edition.say(metric.unit) or Said(currency or "")


def _goal(edition: Edition, metric: Metric, measured: Measured | None) -> Goal | None:
    read, found = figures(metric), aim(metric, measured, edition.atlas.today)
    if read.target is None:
        return None
    if read.goal is None or found is None:
        return Goal(read.target, metric.due, "", False, None)
    known, goal = found.figure, read.goal
    low, high = (None if end is None else end - goal.value for end in (known.low, known.high))
    apart = Estimate(known.value - goal.value, low, high, known.n, known.method)
    return Goal(goal, metric.due, str(found.standing), found.reached, apart_of(apart, goal.kind, places(known, goal.kind)))
