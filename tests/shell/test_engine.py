"""The engine that counts events: what it lays aside says the same, what it lays on disk is bounded and does not stay."""

import random
import tempfile
from collections import Counter
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from cjmgen.events.parts import asked_of, total
from cjmgen.model.events import Events
from cjmgen.shell.engine import Broken, Limits, engine
from cjmgen.shell.spill import spill
from events.logs import KINDS, Case, cases, log
from events.reference import counts
from shell.conftest import Run

PLAIN = Events(files="log.parquet")
MUCH = "SELECT range AS a, hash(range) AS b FROM range(20000000)"


@pytest.mark.parametrize("slices", [1, 3])
@pytest.mark.parametrize("case", list(cases()), ids=lambda case: "-".join(case.events.stages))
def test_what_is_laid_aside_and_split_says_the_same(case: Case, slices: int) -> None:
    events = log(random.Random(f"{case.events.stages}"))
    with engine(PLAIN, Limits("1GB")) as opened:
        raw: duckdb.DuckDBPyConnection = opened.connection.con
        raw.register("rows", pa.Table.from_pylist(events, KINDS))
        table = opened.connection.table("rows")
        rows = opened.rows(lambda: total(table, case.asked))
        rows += opened.rows(lambda: asked_of(table, case.asked, case.periods, opened.keep, slices))
    assert Counter(tuple(row.values()) for row in rows) == counts(events, case.plain)


@pytest.mark.parametrize(
    ("memory", "most"),
    [("2GB", 5_000_000), ("8 GB", 20_000_000), ("1.5gb", 3_750_000), ("2GiB", 5_368_709), ("64MB", 1_000_000), ("900 KiB", 1_000_000), ("1TB", 2_500_000_000)],
)
def test_people_are_split_where_there_are_more_events_than_memory_allows(memory: str, most: int) -> None:
    with engine(PLAIN, Limits(memory)) as opened:
        assert [opened.slices(number) for number in (0, most - 1, most, 3 * most)] == [1, 1, 2, 4]


def test_what_fills_the_disk_is_told() -> None:
    with engine(PLAIN, Limits("50MB", "1MB")) as opened, pytest.raises(Broken, match="give it more of either with --memory or --disk"):
        opened.rows(lambda: opened.keep(opened.connection.sql(MUCH)))


def test_a_spill_goes_with_its_process_or_with_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / "cjmgen-spill-killed"
    left.mkdir()
    (left / "duckdb_temp_storage-0.tmp").write_bytes(b"\0" * 1000)
    with spill() as mine:
        assert list(tmp_path.iterdir()) == [mine]
        with spill() as other:
            assert set(tmp_path.iterdir()) == {mine, other}
    assert not list(tmp_path.iterdir())


def test_a_link_that_looks_like_a_spill_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary, dear = tmp_path / "temporary", tmp_path / "dear"
    for each in (temporary, dear):
        each.mkdir()
    (dear / "file").touch()
    (temporary / "cjmgen-spill-link").symlink_to(dear)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with spill():
        pass
    assert (dear / "file").exists()


@pytest.mark.parametrize("size", ["much", "-1GB", "2", "2GB; DROP TABLE log", ""])
def test_a_size_is_a_number_with_its_unit(size: str, project: Path, run: Run) -> None:
    for option in ("--memory", "--disk"):
        ran = run("-C", str(project), "pull", option, size)
        assert (ran.code, "is no size such as 2GB" in ran.err) == (2, True)
