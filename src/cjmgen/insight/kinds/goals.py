"""goals: what is said of a metric and its goal: missed, met, or not for sure; of a goal that was due, by the figure of its day."""

from collections.abc import Iterator

from cjmgen.insight.flow.gauge import Gauge
from cjmgen.insight.insight import Clue, Number, Period, Sentence, says
from cjmgen.numbers.aim import Aim
from cjmgen.numbers.change.target import Standing


def missed(found: Gauge, aim: Aim) -> Sentence:
    """A metric that falls short; once the goal's day has passed, what was missed then, and what it is now."""
    values = {"title": found.title, "value": found.number(found.value), "goal": found.number(aim.goal)}
    if aim.period and aim.standing is not Standing.MISSED:
        return says("metric.short_then", then=found.number(aim.figure), period=Period(aim.period), **values)
    if aim.due is None or aim.standing is not Standing.MISSED:
        return says("metric.short", **values)
    due = Period(aim.due.isoformat())
    if aim.period:
        return says("metric.missed_then", then=found.number(aim.figure), due=due, **values)
    return says("metric.missed", due=due, **values)


def held(found: Gauge, aim: Aim) -> tuple[tuple[str, Number], ...]:
    """The figures that a goal is held against."""
    then = (("then", found.number(aim.figure)),) if aim.period else ()
    return (("value", found.number(found.value)), ("goal", found.number(aim.goal)), *then)


def older(found: Gauge) -> Iterator[Clue]:
    """That the day of the goal has passed and no figure reaches up to it."""
    if found.aim and found.aim.due and found.aim.is_older:
        yield Clue(says("metric.older", due=Period(found.aim.due.isoformat())))


def one(found: Gauge, aim: Aim) -> Sentence:
    """A figure and its goal, and why nobody can be sure where that is so."""
    value, goal, judged = found.number(found.value), found.number(aim.goal), found.number(aim.figure)
    if aim.due and aim.period and not aim.is_older:
        key = "metric.one_then" if aim.standing is Standing.MET else "metric.one_then_close"
        return says(key, title=found.title, then=judged, due=Period(aim.due.isoformat()), goal=goal, value=value)
    if aim.period:
        return says("metric.one_before", title=found.title, then=judged, period=Period(aim.period), goal=goal, value=value)
    bare = "bare" if found.measured else "typed"
    if aim.standing is Standing.OPEN:
        return says("metric.one_part", title=found.title, value=judged, goal=goal)
    key = "metric.one" if aim.standing is Standing.MET else f"metric.one_{bare if aim.is_bare else 'close'}"
    return says(key, title=found.title, value=judged, goal=goal)
