"""figure: a metric's newest value with all that it takes to judge it: interval, n, goal, the period before, and where the series goes."""

import datetime
from dataclasses import replace

from cjmgen.model.amount import Amount
from cjmgen.model.figures import figures
from cjmgen.model.metric import MONEY, Metric
from cjmgen.numbers.aim import aim
from cjmgen.numbers.digits import apart, worth, written
from cjmgen.numbers.estimate import SMALL, Estimate
from cjmgen.numbers.measured import Measured
from cjmgen.pages.journey.grounds import ends_of
from cjmgen.pages.metrics.apart import Apart, apart_of, places
from cjmgen.pages.metrics.course import Change, Course, change, course
from cjmgen.pages.parts.over import Over, over
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal. `standing` is met, close, short or missed, open as long as more may still come of the period, "" where nothing can be said.

    `reached` says whether the figure itself is as good as the goal, whatever its interval says; `apart` is that figure less the
    goal, and `bare` says that it has no interval. It is the newest, but of a goal whose day is `over` that of the day.
    """

    value: Amount
    due: datetime.date | None
    standing: str
    reached: bool
    apart: Apart | None
    bare: bool = False
    over: Over | None = None


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
    n, kind = latest.n if latest and latest.method != "count" else 0, read.value.kind if read.value else "number"
    usual = worth(latest, kind, measured.is_score) if latest and measured else None
    digits = apart((read.value.value,), kind, usual, read.goal.value) if read.value and read.goal else usual
    return Newest(
        read.value and replace(read.value, digits=digits), unit_of(edition, metric), digits,
        *(ends_of(latest, kind, usual) if latest else (None, None)), n, 0 < n < SMALL,
        metric.period or "", metric.updated, read.lower, _goal(edition, metric, measured, digits), read.baseline,
        change(read, measured), course(read, measured),
    )  # fmt: skip


def unit_of(edition: Edition, metric: Metric) -> Said:
    """The unit of a metric: its own, else the currency of what is money."""
    currency = edition.atlas.settings.currency if metric.type in MONEY else None
    return edition.say(metric.unit) or Said(currency or "")


def _goal(edition: Edition, metric: Metric, measured: Measured | None, digits: int | None) -> Goal | None:
    read, found = figures(metric), aim(metric, measured, edition.atlas.today)
    if read.target is None:
        return None
    if read.goal is None or found is None:
        return Goal(replace(read.target, digits=written(read.target.value, read.target.kind)), metric.due, "", False, None)
    known, goal = found.figure, read.goal
    low, high = (None if end is None else end - goal.value for end in (known.low, known.high))
    by = Estimate(known.value - goal.value, low, high, known.n, known.method)
    finer = max(places(known, goal.kind, bool(measured and measured.is_score)), digits or 0)
    apart = apart_of(by, goal.kind, finer)
    return Goal(goal, metric.due, str(found.standing), found.reached, apart, found.is_bare, over(found, goal.kind, measured))
