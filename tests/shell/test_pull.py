"""`cjmgen pull`: a table of events counted into a snapshot, whole or not at all, with nobody in it."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from shell.conftest import Run
from shell.counting import CANARY, METRIC, csv, events, reading, snapshot

SOURCE = Path(__file__).parents[2] / "src"


def test_a_snapshot_is_written_and_read(shop: Path, run: Run) -> None:
    ran = run("-C", str(shop), "pull")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "maps/metrics/funnel.csv: written; 350 events of 200 people, 2026-09-01 to 2026-09-28\n"
    assert snapshot(shop).splitlines()[:12] == [
        "# Counted by cjmgen pull. Don't change it by hand: it is written anew",
        "# Days: 2026-09-01 - 2026-09-28",
        "# Engine: duckdb; mapping: " + snapshot(shop).splitlines()[2][-12:],
        "# Events: 350 of 200 people",
        "# A journey may take 172800 seconds; those begun after 2026-09-26 had less",
        "# Groups of fewer than 5 people are folded or left out",
        "period,segment,stage,people,lost,median_seconds,p90_seconds",
        "2026-09,(all),need,200,100,,",
        "2026-09,(all),search,100,50,3600,3600",
        "2026-09,(all),order,50,,3600,3600",
        "2026-09,desk,need,100,50,,",
        "2026-09,desk,search,50,25,3600,3600",
    ]
    assert "2026-09,need > search > order,yes,50\n" in snapshot(shop)
    assert "2026-09,home,list,100,100\n" in snapshot(shop)
    told = reading(shop)
    assert told.profile == "cjmgen-events"
    assert sum(int(str(record.values["people"]).removesuffix(".0")) for record in told.records if record.values["step"] == "need") == 200
    assert run("-C", str(shop), "check").code == 0


def test_the_same_events_give_the_same_bytes_in_any_order_and_form(shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    first, rows = snapshot(shop), events()
    random.Random(1).shuffle(rows)
    (shop / "data" / "events.csv").write_text(csv(rows[:90]), "utf-8")
    (shop / "data" / "more.csv").write_text(csv(rows[90:]), "utf-8")
    ran = run("-C", str(shop), "pull", "funnel")
    assert "nothing new" in ran.out
    assert snapshot(shop) == first
    metric = shop / "maps" / "metrics" / "funnel.yml"
    duckdb.sql(f"COPY (FROM '{shop}/data/*.csv') TO '{shop}/data/events.parquet'")
    (shop / "data" / "events.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    for ending in ("parquet", "jsonl"):
        metric.write_text(METRIC.replace("*.csv", f"*.{ending}"), "utf-8")
        assert "nothing new" in run("-C", str(shop), "pull").out


def test_nobody_is_named(shop: Path, run: Run) -> None:
    told = [run("-C", str(shop), "pull")]
    metric = shop / "maps" / "metrics" / "funnel.yml"
    metric.write_text(METRIC.replace("segment: device", "segment: who"), "utf-8")
    told.append(run("-C", str(shop), "pull"))
    (shop / "data" / "events.csv").write_text(csv(events()).replace("2026-09-02", CANARY), "utf-8")
    metric.write_text(METRIC.replace("time: at", "time: who"), "utf-8")
    told.append(run("-C", str(shop), "pull"))
    assert [ran.code for ran in told] == [0, 0, 1]
    assert CANARY not in snapshot(shop) + "".join(ran.out + ran.err for ran in told)


def test_few_people_are_folded_and_not_what_is_left_of_the_whole(shop: Path, run: Run) -> None:
    rows = [row for row in events(200, ("desk", "phone", *["desk"] * 20, "=cmd|calc", "+1")) if row["device"] != "+1" or "199" in str(row["who"])]
    (shop / "data" / "events.csv").write_text(csv(rows), "utf-8")
    run("-C", str(shop), "pull")
    lines = [line.split(",") for line in snapshot(shop).splitlines() if line.startswith("2026-09,") and line.count(",") == 6]
    by_segment = {segment: [int(line[3]) for line in lines if line[1] == segment] for segment in {line[1] for line in lines}}
    assert all(number == 0 or number >= 5 for numbers in by_segment.values() for number in numbers)
    assert [sum(numbers) for numbers in zip(*(by_segment[name] for name in by_segment if name != "(all)"), strict=True)] == by_segment["(all)"]
    assert "+1" not in by_segment


def test_formulas_are_no_formulas(shop: Path, run: Run) -> None:
    (shop / "data" / "events.csv").write_text(csv(events(200, ("=cmd|' /C calc'!A0", "@SUM(A1)", "(ALL)"))), "utf-8")
    run("-C", str(shop), "pull")
    segments = {str(record.values["segment"]) for record in reading(shop).records}
    assert segments == {"'=cmd|' /C calc'!A0", "'@SUM(A1)", "all"}


HOSTILE = ["look'; DROP TABLE log; --", 'lo"ok', "look\\", "100%", "lo_k", "${HOME}", "{{ look }}", "用户 ❤"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_a_name_whatever_is_in_it(name: str, shop: Path, run: Run) -> None:
    rows = [{**row, "what": name if row["what"] == "look" else row["what"], name: row["device"]} for row in events()]
    (shop / "data" / "events.csv").unlink()
    (shop / "data" / "events.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    quoted = json.dumps(name)
    metric = METRIC.replace("*.csv", "*.jsonl").replace(": look", f": {quoted}").replace("segment: device", f"segment: {quoted}")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(metric, "utf-8")
    ran = run("-C", str(shop), "pull")
    assert (ran.code, ran.err) == (0, "")
    assert "2026-09,(all),need,200,100,,\n" in snapshot(shop)
    assert "2026-09,desk,need,100,50,,\n" in snapshot(shop)


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (("look", "lok"), "events-unclear", ":11:"),
        (("find*", "fin"), "events-match-nothing", ":12:"),
        (("user: who", "user: whom"), "events-unclear", ":7:"),
        (("paid: true", "pay: true"), "events-unclear", ":13:"),
        (("segment: device", "segment: gadget"), "events-unclear", ":8:"),
        (("data/*.csv", "data/*.parquet"), "events-unclear", ":6:"),
        (("window: 2 days", "timezone: Mars/Base"), "events-unclear", ":9:"),
        (("window: 2 days", "since: 2027-01-01"), "events-unclear", ":5:"),
        (("    files: data/*.csv\n", ""), "events-unclear", ":5:"),
        (("time: at, ", ""), "events-unclear", ":7:"),
    ],
)
def test_what_can_not_be_counted_is_told_with_its_place(change: tuple[str, str], code: str, place: str, shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    before = snapshot(shop)
    (shop / "maps" / "metrics" / "funnel.yml").write_text(METRIC.replace(*change), "utf-8")
    ran = run("-C", str(shop), "pull")
    assert f"maps/metrics/funnel.yml{place}" in ran.out
    assert f"[{code}]" in ran.out
    if code == "events-unclear":
        assert ran.code == 1
        assert snapshot(shop) == before
        assert "was left as it was" in ran.err


def test_an_address_is_never_told(shop: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    metric = METRIC.replace("files: data/*.csv", "table: events\n    url: SHOP_EVENTS")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(metric, "utf-8")
    told = [run("-C", str(shop), "pull")]
    assert "SHOP_EVENTS" in told[0].err
    monkeypatch.setenv("CJMGEN_TRACEBACK", "1")
    for address in ("nosuch://ann:hunter2@db.example/x", f"duckdb://{shop}/no/hunter2.db", "hunter2", "postgres://ann:hunter2@localhost:1/x"):
        monkeypatch.setenv("SHOP_EVENTS", address)
        told.append(run("-C", str(shop), "pull"))
    assert {ran.code for ran in told} == {2}
    assert "hunter2" not in "".join(ran.out + ran.err for ran in told)
    assert not (shop / "maps" / "metrics" / "funnel.csv").exists()


def test_a_database_is_reached_by_its_address(shop: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with duckdb.connect(str(shop / "shop.duckdb")) as database:
        database.execute(f"CREATE SCHEMA web; CREATE TABLE web.events AS FROM '{shop}/data/events.csv'")
    metric = METRIC.replace("files: data/*.csv", "table: web.events\n    url: SHOP_EVENTS")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(metric, "utf-8")
    monkeypatch.setenv("SHOP_EVENTS", f"duckdb://{shop}/shop.duckdb")
    assert run("-C", str(shop), "pull").code == 0
    assert "2026-09,(all),order,50,,3600,3600" in snapshot(shop)


def test_a_file_of_somebody_else_is_left_alone(shop: Path, run: Run) -> None:
    place = shop / "maps" / "metrics" / "funnel.csv"
    place.write_text("stage,people\nneed,5\n", "utf-8")
    assert run("-C", str(shop), "pull").code == 2
    assert place.read_text("utf-8") == "stage,people\nneed,5\n"
    assert run("-C", str(shop), "pull", "--force").code == 0
    place.unlink()
    place.symlink_to(shop / "cjmgen.yml")
    assert run("-C", str(shop), "pull", "--force").code == 2


@pytest.mark.parametrize("broken", ["who,at\n" + '"' * 5, "\0\0\0", "PAR1"])
def test_a_broken_file_leaves_the_old_snapshot(broken: str, shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    before = snapshot(shop)
    (shop / "data" / "events.parquet").write_text(broken, "utf-8")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(METRIC.replace("*.csv", "*.parquet"), "utf-8")
    ran = run("-C", str(shop), "pull")
    assert ran.code == 1
    assert "the engine failed" in ran.err
    assert snapshot(shop) == before
    assert {file.name for file in (shop / "maps" / "metrics").iterdir()} == {"funnel.csv", "funnel.yml"}


def test_without_the_extra_it_says_what_to_install(shop: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ibis", None)
    ran = run("-C", str(shop), "pull")
    assert ran.code == 2
    assert "pip install 'cjmgen[events]'" in ran.err


def test_other_words_for_metrics(shop: Path, run: Run) -> None:
    assert "did you mean 'funnel'?" in run("-C", str(shop), "pull", "funel").err
    (shop / "maps" / "metrics" / "plain.yml").write_text("title: Plain\nvalue: 3\n", "utf-8")
    assert "names no events" in run("-C", str(shop), "pull", "plain").err


ENDLESS = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from cjmgen.shell import engine
from cjmgen.shell.cli import main
ASKED = "SELECT count(*) FROM range(1000000000000000000) WHERE hash(range) = 1"
engine.Engine.rows = lambda self, question: engine._guarded(lambda: self._apart(lambda: self.connection.con.execute(ASKED).fetchall()))
main()
"""
"""The command with a question that DuckDB never comes to the end of, however fast the machine is, and for which it keeps nothing on disk.

A shell that runs the tests in the background may have turned Ctrl-C off for all that it starts.
"""


@pytest.mark.slow
def test_ctrl_c_leaves_the_old_snapshot(shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    before = snapshot(shop)
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", ENDLESS, "-C", str(shop), "pull"]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(SOURCE)}, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    while b"Looking" not in shown:  # the bar says that it is at it
        shown += os.read(ours, 1000)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    os.close(ours)
    assert (process.returncode, out) == (130, b"")
    assert snapshot(shop) == before
    assert {file.name for file in (shop / "maps" / "metrics").iterdir()} == {"funnel.csv", "funnel.yml"}
