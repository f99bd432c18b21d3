"""parts: the one expression that is asked of an engine: a table of counts, each row of it a part of the answer; nobody is named in it."""

from collections.abc import Sequence

import ibis

from cjmgen.events.calendar import Stretch
from cjmgen.events.columns import Expression, moment
from cjmgen.events.counts import BEGIN, FOLDED, FUNNEL, MATCHED, NONE, OTHER, ROUTES, TOTAL, WAYS
from cjmgen.events.journeys import NEVER, journeys, period_of
from cjmgen.events.moments import known, marked, moments
from cjmgen.events.question import Question

_COLUMNS = ("part", "period", "segment", "one", "two", "people", "median", "p90")


def asked_of(table: Expression, asked: Question, periods: Sequence[Stretch]) -> Expression:
    """All that is asked of a table, in one expression."""
    events = known(marked(table, asked))
    walked = journeys(moments(events, asked), asked, periods)
    parts = [_total(table, asked), _matched(events, asked), _funnel(walked, asked), _routes(walked, asked)]
    if asked.touchpoints:
        parts.append(_ways(events, asked, periods))
    return ibis.union(*parts, distinct=False)


def extent(table: Expression, asked: Question) -> Expression:
    """The first moment of a table and the last, which say what periods there are."""
    times = table.select(time=moment(table, asked.columns))
    return times.aggregate(first=times.time.min(), last=times.time.max())


def _part(rows: Expression, part: int, **columns: Expression) -> Expression:
    given = {"part": part, **columns}
    return rows.select(**{name: _typed(given.get(name), "string" if name == "segment" else "int64") for name in _COLUMNS})


def _typed(value: Expression, kind: str) -> Expression:
    """A value, a number or nothing as a column of one kind: engines put parts together by what their columns hold."""
    return ibis.literal(value, kind) if value is None or isinstance(value, int) else value.cast(kind)


def _total(table: Expression, asked: Question) -> Expression:
    """How many events there are, how many of them are known, whose, and from when to when."""
    rows = marked(table, asked).select("user", "time")
    whole = rows.user.notnull() & rows.time.notnull()
    told = rows.aggregate(
        one=rows.count(), two=whole.sum().fill_null(0), people=rows.user.nunique(where=whole),
        median=rows.time.min(where=whole), p90=rows.time.max(where=whole),
    )  # fmt: skip
    return _part(told, TOTAL, **{name: told[name] for name in told.columns})


def _matched(events: Expression, asked: Question) -> Expression:
    """How many events belong to each stage, and happened at each touchpoint."""
    stages, touched = len(asked.stages), len(asked.touchpoints)
    sums = {f"s{at}": events[f"s{at}"].sum().fill_null(0) for at in range(stages)}
    sums |= {f"p{at}": (events.touch == at).sum().fill_null(0) for at in range(touched)}
    told = events.aggregate(**sums)
    rows = [_part(told, MATCHED, one=0, two=at, people=told[f"s{at}"]) for at in range(stages)]
    rows += [_part(told, MATCHED, one=1, two=at, people=told[f"p{at}"]) for at in range(touched)]
    return ibis.union(*rows, distinct=False)


def _funnel(walked: Expression, asked: Question) -> Expression:
    """How many people reach each stage, and how long that takes from the one before, of all and by segment."""
    whole = _steps(walked, asked, None)
    if not asked.segment:
        return _timed(whole)
    named = walked.mutate(segment=ibis.coalesce(walked.segment.nullif(""), NONE))
    sized = named.mutate(size=named.count().over(ibis.window(group_by=[named.period, named.segment])))
    told = ibis.ifelse(sized["size"] < asked.threshold, OTHER, sized.segment)
    return ibis.union(_timed(whole), _timed(_steps(sized, asked, told)), distinct=False)


def _steps(walked: Expression, asked: Question, segment: Expression | None) -> Expression:
    """A row for each person and stage reached."""
    named = walked.mutate(segment=ibis.null("string") if segment is None else segment)
    rows = [
        named.filter(named[f"t{at}"] < NEVER).select(
            "period", "segment", stage=ibis.literal(at, "int64"), took=named[f"t{at}"] - named[f"t{max(at - 1, 0)}"]
        )
        for at in range(len(asked.stages))
    ]
    return ibis.union(*rows, distinct=False)


def _timed(steps: Expression) -> Expression:
    """By rank, as engines compute quantiles in many ways: the least time that half, or nine in ten, don't exceed."""
    alike = [steps.period, steps.segment, steps.stage]
    rank = ibis.row_number().over(ibis.window(group_by=alike, order_by=steps.took)) + 1
    ranked = steps.mutate(rank=rank, size=steps.count().over(ibis.window(group_by=alike)))
    told = ranked.group_by("period", "segment", "stage").aggregate(
        people=ranked.count(),
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


def _ways(events: Expression, asked: Question, periods: Sequence[Stretch]) -> Expression:
    """From which touchpoint people go to which; who does nothing for the length of the window has left and comes anew."""
    touches = events.filter(events.touch >= 0).select("user", "time", "touch").distinct()
    order = ibis.window(group_by=touches.user, order_by=[touches.time, touches.touch])
    rows = touches.mutate(
        before=touches.touch.lag().over(order), since=touches.time.lag().over(order), until=touches.time.lead().over(order)
    )
    came = ibis.ifelse(ibis.coalesce(rows.time - rows.since <= asked.window, False), rows.before, BEGIN)
    left = rows.filter(~ibis.coalesce(rows.until - rows.time <= asked.window, False))
    steps = ibis.union(
        rows.select("user", "time", start=came.cast("int64"), goal=rows.touch),
        left.select("user", "time", start=left.touch, goal=ibis.literal(len(asked.touchpoints), "int64")),
        distinct=False,
    )
    steps = steps.filter(steps.start != steps.goal).mutate(period=period_of(steps.time, periods))
    each = steps.filter(steps.period.notnull()).group_by("user", "period", "start", "goal").aggregate(times=ibis._.count())
    sized = each.mutate(people=each.count().over(ibis.window(group_by=[each.period, each.start, each.goal])))
    sized = sized.mutate(goal=ibis.ifelse(sized.people < asked.threshold, FOLDED, sized.goal))
    told = sized.group_by("period", "start", "goal").aggregate(people=sized.user.nunique(), times=sized.times.sum())
    return _part(told, WAYS, period=told.period, one=told.start, two=told.goal, people=told.people, median=told.times)
