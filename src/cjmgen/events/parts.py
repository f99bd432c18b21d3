"""parts: the expressions that are asked of an engine: tables of counts, each row of them a part of the answer; nobody is named in it."""

from collections.abc import Callable, Sequence

import ibis

from cjmgen.events.calendar import Stretch
from cjmgen.events.columns import Expression
from cjmgen.events.counts import BEGIN, FOLDED, FUNNEL, MATCHED, NONE, OTHER, ROUTES, TOTAL, WAYS
from cjmgen.events.journeys import NEVER, journeys, period_of
from cjmgen.events.moments import marked, meant, moments
from cjmgen.events.question import Question

Keep = Callable[[Expression], Expression]
"""Has an engine work a table out once, where more than one part reads it; the table that it gives back says the same."""

_COLUMNS = ("part", "period", "segment", "one", "two", "people", "median", "p90")


def total(table: Expression, asked: Question) -> Expression:
    """How many events there are, how many of them are known, whose, and from when to when: that says which periods there are."""
    rows = marked(table, asked).select("user", "time")
    whole = rows.user.notnull() & rows.time.notnull()
    told = rows.aggregate(
        one=rows.count(), two=whole.sum().fill_null(0), people=rows.user.nunique(where=whole),
        median=rows.time.min(where=whole), p90=rows.time.max(where=whole),
    )  # fmt: skip
    return _part(told, TOTAL, **{name: told[name] for name in told.columns})


def asked_of(
    table: Expression, asked: Question, periods: Sequence[Stretch], keep: Keep = lambda each: each, slices: int = 1
) -> Expression:
    """All else that is asked of a table, in one expression; `keep` and `slices` change what it costs and not what it says.

    What a person did is looked at in order of time, and an engine holds all that it orders. In slices it does so for a part of the people.
    """
    events = keep(meant(marked(table, asked), asked))
    parts_of = _sliced(events, slices)
    walked = _together([keep(journeys(moments(each, asked), asked, periods)) for each in parts_of])
    parts = [_matched(events, asked), *_funnel(walked, asked, keep), _routes(walked, asked)]
    if asked.touchpoints:
        parts += _ways(_together([keep(_walks(each, asked, periods)) for each in parts_of]), asked)
    return _together(parts)


def _sliced(events: Expression, slices: int) -> list[Expression]:
    """The events of so many groups of people, whoever is in which."""
    if slices == 1:
        return [events]
    group = (events.user.hash() % slices).abs()
    return [events.filter(group == at) for at in range(slices)]


def _together(tables: Sequence[Expression]) -> Expression:
    return ibis.union(*tables, distinct=False) if len(tables) > 1 else tables[0]


def _part(rows: Expression, part: int, **columns: Expression) -> Expression:
    given = {"part": part, **columns}
    return rows.select(**{name: _typed(given.get(name), "string" if name == "segment" else "int64") for name in _COLUMNS})


def _each(numbers: Sequence[int]) -> Expression:
    """A column that makes of each row one for each of these numbers: a table is read once for that, and several times for a union."""
    return ibis.literal(list(numbers), "array<int64>").unnest()


def _typed(value: Expression, kind: str) -> Expression:
    """A value, a number or nothing as a column of one kind: engines put parts together by what their columns hold."""
    return ibis.literal(value, kind) if value is None or isinstance(value, int) else value.cast(kind)


def _matched(events: Expression, asked: Question) -> Expression:
    """How many events belong to each stage, and happened at each touchpoint."""
    stages, touched = len(asked.stages), len(asked.touchpoints)
    sums = {f"s{at}": events[f"s{at}"].sum().fill_null(0) for at in range(stages)}
    sums |= {f"p{at}": (events.touch == at).sum().fill_null(0) for at in range(touched)}
    told = events.aggregate(**sums)
    rows = [_part(told, MATCHED, one=0, two=at, people=told[f"s{at}"]) for at in range(stages)]
    rows += [_part(told, MATCHED, one=1, two=at, people=told[f"p{at}"]) for at in range(touched)]
    return ibis.union(*rows, distinct=False)


def _funnel(walked: Expression, asked: Question, keep: Keep) -> list[Expression]:
    """How many people reach each stage, and how long that takes from the one before, of all and by segment."""
    taken = keep(_taken(walked, len(asked.stages)))
    whole = taken.group_by("period", "stage", "took").aggregate(people=taken.people.sum()).mutate(segment=ibis.null("string"))
    if not asked.segment:
        return [_timed(whole)]
    begun = taken.filter(taken.stage == 0)
    sizes = begun.group_by("period", "segment").aggregate(size=begun.people.sum())
    sized = taken.join(sizes, ["period", "segment"])
    folded = sized.mutate(segment=ibis.ifelse(sized["size"] < asked.threshold, OTHER, sized.segment))
    named = folded.group_by("period", "segment", "stage", "took").aggregate(people=folded.people.sum())
    return [_timed(whole), _timed(named)]


def _taken(walked: Expression, count: int) -> Expression:
    """How many people of a segment took how long to a stage that they reached."""
    rows = walked.mutate(segment=ibis.coalesce(walked.segment.nullif(""), NONE), stage=_each(range(count)))
    rows = rows.filter(rows.stage <= rows.depth)
    times = [(rows.stage == at, rows[f"t{at}"] - rows[f"t{at - 1}"]) for at in range(1, count)]
    rows = rows.select("period", "segment", "stage", took=ibis.cases(*times, else_=ibis.literal(0, "int64")))
    return rows.group_by("period", "segment", "stage", "took").aggregate(people=rows.count())


def _timed(taken: Expression) -> Expression:
    """By rank, as engines compute quantiles in many ways: the least time that half, or nine in ten, don't exceed."""
    alike = [taken.period, taken.segment, taken.stage]
    rank = taken.people.sum().over(ibis.window(group_by=alike, order_by=taken.took, rows=(None, 0)))
    ranked = taken.mutate(rank=rank, size=taken.people.sum().over(ibis.window(group_by=alike)))
    told = ranked.group_by("period", "segment", "stage").aggregate(
        people=ranked.people.sum(),
        median=ranked.took.min(where=2 * ranked["rank"] >= ranked["size"]),
        p90=ranked.took.min(where=10 * ranked["rank"] >= 9 * ranked["size"]),
    )
    group = {"period": told.period, "segment": told.segment, "one": told.stage}
    return _part(told, FUNNEL, **group, people=told.people, median=told.median, p90=told.p90)


def _routes(walked: Expression, asked: Question) -> Expression:
    """In which order the stages were first visited, and by how many; `two`: whether that is the order of the map, as far as it goes."""
    count = len(asked.stages)
    route = ibis.literal(0, "int64")
    for at in range(count):
        visited = walked[f"f{at}"]
        earlier = sum(
            (walked[f"f{other}"] <= visited if other < at else walked[f"f{other}"] < visited).cast("int64")
            for other in range(count)
            if other != at
        )
        route = route + ibis.ifelse(visited < NEVER, (earlier + 1) * (count + 1) ** at, 0)
    by_route = walked.select("period", route=route.cast("int64"))
    told = by_route.group_by("period", "route").aggregate(people=by_route.count())
    follows = told.route.isin(straight(count))
    folded = ibis.ifelse(told.people < asked.threshold, FOLDED, told.route)
    told = told.select("period", "people", follows=follows.cast("int64"), route=folded)
    told = told.group_by("period", "route", "follows").aggregate(people=told.people.sum())
    return _part(told, ROUTES, period=told.period, one=told.route, two=told.follows, people=told.people)


def straight(count: int) -> list[int]:
    """The numbers of the routes that follow the map for one stage, for two, and so on."""
    return [sum((at + 1) * (count + 1) ** at for at in range(length)) for length in range(1, count + 1)]


def _walks(events: Expression, asked: Question, periods: Sequence[Stretch]) -> Expression:
    """How often each person goes from a touchpoint to another in a period."""
    steps = _steps(events, asked).mutate(period=lambda rows: period_of(rows.time, periods))
    return steps.filter(steps.period.notnull()).group_by("user", "period", "start", "goal").aggregate(times=ibis._.count())


def _ways(each: Expression, asked: Question) -> list[Expression]:
    """From which touchpoint people go to which; a way that few people go leads to FOLDED, where one who goes several counts once."""
    way = each.group_by("period", "start", "goal").aggregate(people=each.count(), all=each.times.sum())
    few = way.filter(way.people < asked.threshold).select("period", "start", "goal")
    merged = each.semi_join(few, ["period", "start", "goal"])
    other = merged.group_by("period", "start").aggregate(people=merged.user.nunique(), all=merged.times.sum()).mutate(goal=FOLDED)
    return [
        _part(told, WAYS, period=told.period, one=told.start, two=told.goal, people=told.people, median=told["all"])
        for told in (way.filter(way.people >= asked.threshold), other)
    ]


def _steps(events: Expression, asked: Question) -> Expression:
    """Each step from a touchpoint to another; who does nothing for the length of the window has left and comes anew."""
    touches = events.filter(events.touch >= 0).select("user", "time", "touch").distinct()
    order = ibis.window(group_by=touches.user, order_by=[touches.time, touches.touch])
    rows = touches.mutate(
        before=touches.touch.lag().over(order), since=touches.time.lag().over(order), until=touches.time.lead().over(order)
    )
    rows = rows.select(
        "user", "time", "touch",
        came=ibis.ifelse(ibis.coalesce(rows.time - rows.since <= asked.window, False), rows.before, BEGIN),
        leaves=~ibis.coalesce(rows.until - rows.time <= asked.window, False),
        end=_each(range(2)),
    )  # fmt: skip
    rows = rows.filter(rows.leaves | (rows.end == 0))
    start, goal = ibis.ifelse(rows.end == 1, rows.touch, rows.came), ibis.ifelse(rows.end == 1, len(asked.touchpoints), rows.touch)
    steps = rows.select("user", "time", start=start.cast("int64"), goal=goal.cast("int64"))
    return steps.filter(steps.start != steps.goal)
