"""moments: a table of events as rows of who, when and what it was to a journey; and these as moments, one of a person at a time."""

from itertools import pairwise

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


def known(events: Expression) -> Expression:
    """The events of which it is known who did them and when; the others count for nothing."""
    return events.filter(events.user.notnull() & events.time.notnull())


def moments(events: Expression, asked: Question) -> Expression:
    """What happened to a person at one time, as one row: an event that was delivered twice counts once, and the order of rows for nothing.

    `stages` has a bit for each stage; `fresh` has one for each stage with an event that is none of the stage before as well: only that
    can reach a stage at the very time when the one before was reached. `segment` is that of the events of the first stage.
    """
    flags = [events[f"s{at}"] for at in range(len(asked.stages))]
    fresh = [flags[0], *(flag & ~before for before, flag in pairwise(flags))]
    rows = events.select("user", "time", segment=ibis.ifelse(flags[0], events.segment, None), stages=bits(flags), fresh=bits(fresh))
    rows = rows.filter(rows.stages > 0)
    return rows.group_by("user", "time").aggregate(
        segment=rows.segment.min(), stages=rows.stages.bit_or(), fresh=rows.fresh.bit_or()
    )


def bits(flags: list[Expression]) -> Expression:
    """Flags as one number, the first as its lowest bit."""
    total = ibis.literal(0, "int64")
    for at, flag in enumerate(flags):
        total = total + ibis.ifelse(flag, ibis.literal(1 << at, "int64"), ibis.literal(0, "int64"))
    return total


def has(mask: Expression, at: int) -> Expression:
    """Whether a number has the bit of a stage."""
    return (mask & ibis.literal(1 << at, "int64")) > 0
