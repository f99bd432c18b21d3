"""moments: a table of events as rows of who, when and what it was to a journey; and these as moments, one of a person at a time."""

from functools import reduce
from itertools import pairwise
from operator import or_

import ibis

from cjmgen.events.columns import Expression, found, is_meant, moment, text, user
from cjmgen.events.question import Question


def marked(table: Expression, asked: Question) -> Expression:
    """Each event. `s0`, `s1` …: whether it belongs to that stage; `touch`: at which touchpoint it was, -1 for none."""
    columns = asked.columns
    stages = {f"s{at}": is_meant(table, columns, stage.matches) for at, stage in enumerate(asked.stages)}
    touched = [(is_meant(table, columns, each.matches), ibis.literal(at, "int64")) for at, each in enumerate(asked.touchpoints)]
    touch = ibis.cases(*touched, else_=ibis.literal(-1, "int64")) if touched else ibis.literal(-1, "int64")
    segment = text(found(table, asked.segment, columns.properties)) if asked.segment else ibis.null("string")
    return table.select(user=user(table, columns), time=moment(table, columns), segment=segment, touch=touch, **stages)


def meant(events: Expression, asked: Question) -> Expression:
    """The events that belong to a stage or happened at a touchpoint, as far as it is known who did them and when; no others count."""
    somewhere = reduce(or_, (events[f"s{at}"] for at in range(len(asked.stages)))) | (events.touch >= 0)
    return events.filter(events.user.notnull() & events.time.notnull() & somewhere)


def moments(events: Expression, asked: Question) -> Expression:
    """What happened to a person at one time, as one row: an event that was delivered twice counts once, and the order of rows for nothing.

    `s0` … say whether an event belongs to that stage; `a1` … whether one does that is none of the stage before as well: only that can
    reach a stage at the very time when the one before was reached. `segment` is that of the events of the first stage.
    """
    flags = [events[f"s{at}"] for at in range(len(asked.stages))]
    alone = {f"a{at}": flag & ~before for at, (before, flag) in enumerate(pairwise(flags), start=1)}
    named = {**{f"s{at}": flag for at, flag in enumerate(flags)}, **alone}
    told = events.filter(reduce(or_, flags)).select(
        "user",
        "time",
        segment=ibis.ifelse(flags[0], events.segment, ibis.null("string")),
        **{name: each.cast("int8") for name, each in named.items()},
    )
    by_time = told.group_by("user", "time").aggregate(segment=told.segment.min(), **{name: told[name].max() for name in named})
    return by_time.select("user", "time", "segment", **{name: by_time[name] > 0 for name in named})
