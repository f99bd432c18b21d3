"""asking: one metric's question put to an engine, from its files to the bytes of a snapshot."""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cjmgen.events.answer import Answer, answer
from cjmgen.events.calendar import MOST_PERIODS, Calendar, Stretch, stretches
from cjmgen.events.counts import Count
from cjmgen.events.question import Missing, Question, Unclear, question
from cjmgen.events.snapshot import Asking, snapshot
from cjmgen.events.stamp import mapping_name
from cjmgen.model.events import Events
from cjmgen.shell.engine import Engine
from cjmgen.shell.waiting import waiting
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A snapshot, what it is of, and what in the mapping matched nothing."""

    content: bytes
    events: int
    people: int
    days: str
    idle: tuple[Unclear, ...]


def ask(engine: Engine, events: Events, root: Path) -> Asked | Unclear:
    """Put a metric's question to an engine. Raises Broken where the engine fails."""
    asked, zone = question(events), _zone(events.timezone)
    if isinstance(asked, Unclear):
        return asked
    if zone is None:
        return Unclear(("timezone",), f"there is no time zone '{events.timezone}'", "names are those of the IANA, such as Europe/Berlin")
    files = tuple(_files(root, events.files)) if events.files else ()
    if events.files and not files:
        return Unclear(("files",), "no file of the project fits this pattern", "paths begin beside cjmgen.yml")
    table = engine.table(events, files)
    try:
        return _asked(engine, table, asked, events, zone)
    except Missing as missing:
        has = ", ".join(list(table.columns)[:30])
        return Unclear(_needing(events, missing.name), f"the events have no column or property '{missing.name}'", f"the columns are {has}")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None


def _files(root: Path, pattern: str) -> Iterator[Path]:
    """The files of the project that fit, by name; hidden ones, and what lies behind links out of it, are none of it."""
    for place in sorted(root.glob(pattern)):
        real = Path(os.path.realpath(place))
        if real.is_file() and real.is_relative_to(root) and not any(part.startswith(".") for part in real.relative_to(root).parts):
            yield real


def _asked(engine: Engine, table: Any, asked: Question, events: Events, zone: ZoneInfo) -> Asked | Unclear:
    from cjmgen.events.columns import is_naive
    from cjmgen.events.parts import asked_of, total

    calendar = Calendar(None if asked.local and is_naive(table, asked.columns) else zone, events.period)
    with waiting("Looking", engine.share):
        whole = Count(**engine.rows(lambda: total(table, asked))[0])
    if whole.median is None or whole.p90 is None:
        return Unclear(("columns",), "there is no event of which it is known who did it and when")
    periods = _periods(calendar, events, whole.median, whole.p90)
    if not periods:
        message = f"the events go from {_day(calendar, whole.median)} to {_day(calendar, whole.p90)}"
        return Unclear((), f"{message}: no period of `since` and `until`, or more than {MOST_PERIODS}", "name `since` and `until`")
    with waiting("Counting", engine.share):
        slices = engine.slices(whole.one or 0)
        rows = engine.rows(lambda: asked_of(table, asked, periods, engine.keep, slices))
    found = answer([whole, *(Count(**row) for row in rows)], len(asked.stages), asked.threshold)
    return _told(found, Asking(engine.name, mapping_name(events), asked, calendar, periods))


def _day(calendar: Calendar, moment: int) -> str:
    try:
        return str(calendar.day(moment))
    except OverflowError:
        return "a day after the year 9999"


def _periods(calendar: Calendar, events: Events, first: int, last: int) -> tuple[Stretch, ...]:
    """The periods of the days that are asked about, as far as there are events."""
    try:
        days = calendar.day(first), calendar.day(last)
    except OverflowError:
        days = datetime.date.min, datetime.date.max
    start, end = max(days[0], events.since or days[0]), min(days[1], events.until or days[1])
    return stretches(calendar, start, end) if start <= end else ()


def _needing(events: Events, name: str) -> tuple[str, ...]:
    """Where in the metric's events a column or property is asked for."""
    for column, value in (events.columns.model_dump() if events.columns else {}).items():
        if value == name:
            return "columns", column
    for key, named in (("stages", events.stages), ("touchpoints", events.touchpoints)):
        for id, matches in named.items():
            if any(name in match.where for match in matches):
                return key, id
    return ("segment",) if events.segment == name else ("shape",)


def _told(found: Answer, asking: Asking) -> Asked | Unclear:
    idle = tuple(_idle(found, asking))
    if not any(each.stage == 0 and each.people for each in found.reached):
        hint = "see whether the names are those of the table, and the days those asked about"
        known = any(number for kind, at, number in found.matched if not kind and not at)
        few = "few people of these days reach" if known else "no event of these days reaches"
        return Unclear(("stages", asking.asked.stages[0].id), f"{few} the first stage: there is nothing to tell", hint)
    day = asking.calendar.day
    return Asked(snapshot(found, asking), found.events, found.people, f"{day(found.first or 0)} to {day(found.last or 0)}", idle)


def _idle(found: Answer, asking: Asking) -> Iterator[Unclear]:
    """The stages and touchpoints that no event belongs to."""
    for kind, at, number in found.matched:
        if not number:
            key, named = (("stages", asking.asked.stages), ("touchpoints", asking.asked.touchpoints))[kind]
            yield Unclear((key, named[at].id), "no event of the table is meant by this", "see whether the names are those of the table")
