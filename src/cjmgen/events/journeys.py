"""journeys: moments to journeys: of each person and period the one that came furthest, with the time each stage was reached.

A journey begins at any event of the first stage. The next stage is reached by the first event of it that comes later; or at the same
time, if it is another event. Everything has to happen within the window. Where several journeys of a period come equally far, the
first counts.
"""

from collections.abc import Sequence

import ibis

from cjmgen.events.calendar import Stretch
from cjmgen.events.columns import Expression
from cjmgen.events.question import Question

NEVER = 1 << 62
"""A time after all others: engines disagree on what the least of a time and of nothing is."""


def journeys(moments: Expression, asked: Question, periods: Sequence[Stretch]) -> Expression:
    """`user`, `period`, `segment`; `t0`, `t1` …: when the stages were reached, else NEVER; `f0`, `f1` …: when they were first visited."""
    starts = _starts(_ahead(moments, len(asked.stages)), asked)
    starts = starts.mutate(period=period_of(starts.t0, periods))
    starts = starts.filter(starts.period.notnull())
    best = ibis.window(group_by=[starts.user, starts.period], order_by=[starts.depth.desc(), starts.t0])
    ranked = starts.mutate(place=ibis.row_number().over(best))
    return ranked.filter(ranked.place == 0).drop("place")


def period_of(time: Expression, periods: Sequence[Stretch]) -> Expression:
    """The position of the period that a time falls into; null for none."""
    arms = [((time >= each.start) & (time < each.end), ibis.literal(at, "int64")) for at, each in enumerate(periods)]
    return ibis.cases(*arms, else_=ibis.null("int64"))


def _ahead(rows: Expression, count: int) -> Expression:
    """For each moment, seen from there: `t1` … when the stages would be reached, `f1` … when they would be visited first.

    Built from the last stage backwards: who waits for a stage takes the first event of it, and is from then on where that event is. As
    nobody arrives sooner by leaving later, the least of all later arrivals is that of the first event.
    """
    rows = rows.mutate(**{f"n{at}": _after(rows, at, rows.time) for at in range(1, count)})
    rows = rows.mutate(**{f"t{count - 1}": rows[f"n{count - 1}"]})
    for stage in range(count - 2, -1, -1):
        seen = _visits(rows, count) if stage == count - 2 else {}
        beyond = {f"t{at}": _after(rows, stage, rows[f"t{at}"]) for at in range(stage + 1, count)} if stage else {}
        near = {f"t{stage}": rows[f"n{stage}"]} if stage else {}
        rows = rows.mutate(**seen, **near, **beyond)
    return rows


def _after(rows: Expression, stage: int, time: Expression) -> Expression:
    """The least of these times over later moments that have the stage, and over this one if it has an event of that stage alone."""
    later = ibis.window(group_by=rows.user, order_by=rows.time, rows=(1, None))
    never = ibis.literal(NEVER, "int64")
    least = ibis.ifelse(rows[f"s{stage}"], time, never).min().over(later)
    return ibis.least(ibis.coalesce(least, never), ibis.ifelse(rows[f"a{stage}"], time, never))


def _visits(rows: Expression, count: int) -> dict[str, Expression]:
    """When each stage is visited first from here on, in any order: by an event of it alone, or by any after one of the stage before."""
    onward = ibis.window(group_by=rows.user, order_by=rows.time, rows=(0, None))
    never = ibis.literal(NEVER, "int64")
    times = {}
    for at in range(1, count):
        by_itself = ibis.ifelse(rows[f"a{at}"], rows.time, never)
        by_the_last = ibis.ifelse(rows[f"s{at - 1}"], rows[f"n{at}"], never)
        times[f"f{at}"] = ibis.least(by_itself, by_the_last).min().over(onward)
    return times


def _starts(rows: Expression, asked: Question) -> Expression:
    """The moments that a journey can begin at, with what happens within the window; `depth`: how many stages are reached."""
    begun = rows.filter(rows.s0)
    until, never = begun.time + asked.window, ibis.literal(NEVER, "int64")
    within = {
        f"{kind}{at}": ibis.ifelse(begun[f"{kind}{at}"] <= until, begun[f"{kind}{at}"], never)
        for kind in "tf"
        for at in range(1, len(asked.stages))
    }
    begun = begun.select("user", "segment", t0=begun.time, f0=begun.time, **within)
    return begun.mutate(depth=sum((begun[f"t{at}"] < NEVER).cast("int64") for at in range(1, len(asked.stages))))
