"""`cjmgen pull` on times in every form that they come in, and on tables that are not what the mapping takes them for."""

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shell.conftest import Run
from shell.counting import CANARY, METRIC, csv, events, snapshot

SOURCE = Path(__file__).parents[2] / "src"
UTC = datetime.UTC
TIMES: dict[str, Callable[[datetime.datetime], object]] = {
    "ISO 8601": lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "two zones": lambda at: at.astimezone(datetime.timezone(datetime.timedelta(hours=3 * (at.hour % 2)))).isoformat(),
    "seconds": lambda at: int(at.timestamp()),
    "milliseconds": lambda at: int(at.timestamp() * 1000),
    "microseconds": lambda at: int(at.timestamp() * 1_000_000),
    "several": lambda at: int(at.timestamp()) if at.hour % 2 else at.isoformat(),
}


@pytest.mark.parametrize("form", TIMES)
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_time_is_one_in_whatever_form(form: str, ending: str, shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    first = snapshot(shop)
    rows = [{**row, "at": TIMES[form](datetime.datetime.fromisoformat(str(row["at"])).replace(tzinfo=UTC))} for row in events()]
    (shop / "data" / "events.csv").unlink()
    text = csv(rows) if ending == "csv" else "\n".join(map(json.dumps, rows)) + "\n"
    (shop / "data" / f"events.{ending}").write_text(text, "utf-8")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(METRIC.replace("*.csv", f"*.{ending}"), "utf-8")
    ran = run("-C", str(shop), "pull")
    assert ("nothing new" in ran.out, ran.err) == (True, ""), ran.out
    assert snapshot(shop) == first


@pytest.mark.parametrize(
    ("old", "new"), [('"2026-09-', '"09.'), ("who,at", "who,when"), ("who,at,what", "who,at,name"), ("who,at", "who,who"), (CANARY, CANARY + "\0")]
)
def test_a_table_that_is_something_else_names_nobody_and_leaves_the_old_snapshot(old: str, new: str, shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    before = snapshot(shop)
    (shop / "data" / "events.csv").write_text(csv(events()).replace(old, new), "utf-8")
    ran = run("-C", str(shop), "pull")
    assert CANARY not in ran.out + ran.err + snapshot(shop)
    assert "Traceback" not in ran.err
    if ran.code:
        assert snapshot(shop) == before
        assert "was left as it was" in ran.err


def test_an_engine_that_fails_half_way_leaves_the_old_snapshot(shop: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from cjmgen.shell.engine import Engine

    run("-C", str(shop), "pull")
    before = snapshot(shop)
    (shop / "data" / "events.csv").write_text(csv(events(400)), "utf-8")

    def lost(self: Engine, table: object) -> object:
        raise ConnectionResetError(f"postgres://ann:hunter2@db.example/x lost while {CANARY} was read")

    monkeypatch.setattr(Engine, "keep", lost)
    ran = run("-C", str(shop), "pull")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "maps/metrics/funnel.csv was left as it was: the engine failed: ConnectionResetError\n"
    assert snapshot(shop) == before


LATE = """
from cjmgen.events import parts
from cjmgen.shell.cli import main

def lost(*asked):
    raise ConnectionResetError("lost")

parts._routes = lost
main()
"""
"""The command with an engine that is lost after it has laid tables aside."""


def test_nothing_is_said_after_an_engine_was_lost(shop: Path) -> None:
    command = [sys.executable, "-c", LATE, "-C", str(shop), "pull"]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "maps/metrics/funnel.csv was left as it was: the engine failed: ConnectionResetError\n"
