"""Engines count as plain Python does, exactly: people, times, routes and ways of random logs."""

import random
from collections import Counter
from collections.abc import Callable

import duckdb
import ibis
import pyarrow as pa
import pytest

from cjmgen.events.parts import asked_of, total
from events.logs import KINDS, Case, cases, log
from events.reference import Event, counts
from long import times

CASES = list(cases())
LOGS = times(500, 10_000)


def as_times(events: pa.Table) -> pa.Table:
    """The same log with times for numbers."""
    return events.set_column(1, "time", events["time"].cast(pa.timestamp("ms")))


FORMS: tuple[Callable[[pa.Table], pa.Table], ...] = (lambda events: events, as_times)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("form", FORMS, ids=("numbers", "times"))
@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case.events.stages))
def test_duckdb_counts_as_python_does(case: Case, form: Callable[[pa.Table], pa.Table]) -> None:
    chance = random.Random(f"{case.events.stages}")
    connection = ibis.duckdb.connect()
    raw: duckdb.DuckDBPyConnection = connection.con
    raw.register("rows", form(pa.Table.from_pylist([], KINDS)))
    raw.execute("CREATE TABLE log AS FROM rows")
    table = connection.table("log")
    questions = [connection.compile(each) for each in (total(table, case.asked), asked_of(table, case.asked, case.periods))]
    for _ in range(-(-LOGS // len(CASES) // len(FORMS))):
        events: list[Event] = log(chance)
        raw.register("rows", form(pa.Table.from_pylist(events, KINDS)))
        raw.execute("DELETE FROM log")
        raw.execute("INSERT INTO log FROM rows")
        assert Counter(row for question in questions for row in raw.execute(question).fetchall()) == counts(events, case.plain)
