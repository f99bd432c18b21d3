"""Many logs in one question are counted as one by one: on DuckDB, laid aside and in slices; and a wrong answer leads to the log it is about."""

from dataclasses import replace

import ibis
import pyarrow as pa
import pytest

from cjmgen.events.calendar import Stretch
from cjmgen.shell.engine import Engine
from events.asked import answered
from events.logs import KINDS, MAPPINGS
from events.packs import Pack, Rows, compare, packs
from events.reference import Event, counts
from long import times

LOGS, SIZE = times(60, 10_000), times(20, 100)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("number", range(len(MAPPINGS)))
def test_duckdb_counts_packs_as_python_does(number: int) -> None:
    engine = Engine("duckdb", ibis.duckdb.connect(), lambda: -1.0)

    def ask(pack: Pack, events: list[Event], periods: tuple[Stretch, ...]) -> Rows:
        table = engine.connection.create_table("log", pa.Table.from_pylist(events, KINDS), overwrite=True)
        return answered(engine, table, pack, periods)

    for pack in packs(number, -(-LOGS // len(MAPPINGS)), SIZE):
        compare(pack, ask)


def test_packs_are_of_all_kinds() -> None:
    made = [pack for number in range(len(MAPPINGS)) for pack in packs(number, 1000, 50)]
    assert sum(len(pack.seeds) for pack in made) == len({seed for pack in made for seed in pack.seeds}) == 6000
    for kinds in ({pack.keep for pack in made}, {pack.case.events.segment for pack in made}):
        assert len(kinds) == 2
    assert {pack.slices for pack in made} == {1, 2, 3, 5}
    assert len({pack.case.events.window for pack in made}) >= 4


def reference(pack: Pack, events: list[Event], periods: tuple[Stretch, ...]) -> Rows:
    return counts(events, replace(pack.case.plain, periods=[(each.start, each.end) for each in periods]))


def test_a_wrong_answer_leads_to_one_log_made_short() -> None:
    """An engine that never heard of one event of one person."""

    def ask(pack: Pack, events: list[Event], periods: tuple[Stretch, ...]) -> Rows:
        heard = [event for event in events if not (event["event"] == "find" and str(event["user"]).endswith("user-7@example.org"))]
        return reference(pack, heard, periods)

    with pytest.raises(AssertionError, match=r"log 0/\d+, stages a-b-c, window 12 hours, .* slices 3:\n(.*\n)*missing \(0,") as told:
        compare(next(packs(0, 40, 40)), ask)
    short = str(told.value).partition("made short:\n")[2].splitlines()
    assert len(short) == 1
    assert "'event': 'find'" in short[0]
    assert "user-7@" in short[0]


def test_answers_that_are_wrong_of_many_alone_are_told_as_such() -> None:
    def ask(pack: Pack, events: list[Event], periods: tuple[Stretch, ...]) -> Rows:
        return reference(pack, events[1:] if len(periods) > 40 else events, periods)

    with pytest.raises(AssertionError, match=r"logs 1/0 to 1/39, .*: either half is right, together they are not"):
        compare(next(packs(1, 40, 40)), ask)


def test_a_right_answer_says_nothing() -> None:
    compare(next(packs(2, 10, 10)), reference)
