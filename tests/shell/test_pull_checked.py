"""What `cjmgen check` says of a metric's events without asking anybody: a mapping that can't be asked, and a snapshot of another one."""

from pathlib import Path

import pytest

from shell.conftest import Run
from shell.counting import METRIC, csv, events, snapshot


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("time: at, ", ""), "7:5"),
        (("    files: data/*.csv\n", ""), "5:3"),
        (("files: data/*.csv", "table: web.events"), "6:12"),
        (("      search: find*\n      order: {event: buy, where: {paid: true, amount: 20}}\n", ""), "10:5"),
        (("search: find*", "search: {where: {}}"), "12:7"),
        (("window: 2 days", "since: 2026-09-30\n    until: 2026-09-01"), "10:12"),
    ],
)
def test_a_mapping_that_can_not_be_asked_is_a_problem_with_its_place(change: tuple[str, str], place: str, shop: Path, run: Run) -> None:
    assert change[0] in METRIC
    (shop / "maps" / "metrics" / "funnel.yml").write_text(METRIC.replace(*change), "utf-8")
    ran = run("-C", str(shop), "check")
    assert ran.code == 1
    assert f"maps/metrics/funnel.yml:{place}" in ran.out
    assert "[events-unclear]" in ran.out


@pytest.mark.parametrize(
    "change", [("2 days", "3 days"), ("find*", "[find*, seek]"), ("segment: device\n", "threshold: 9\n"), ("list: find", "list: find*")]
)
def test_a_snapshot_of_another_mapping_is_told(change: tuple[str, str], shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    assert "snapshot-outdated" not in run("-C", str(shop), "check").out
    metric = shop / "maps" / "metrics" / "funnel.yml"
    metric.write_text(METRIC.replace(*change), "utf-8")
    told = run("-C", str(shop), "check").out
    assert "maps/metrics/funnel.yml:5:3" in told
    assert "[snapshot-outdated]" in told
    assert "cjmgen pull funnel" in told
    run("-C", str(shop), "pull")
    assert "snapshot-outdated" not in run("-C", str(shop), "check").out


def test_where_the_events_lie_makes_no_snapshot_old(shop: Path, run: Run) -> None:
    run("-C", str(shop), "pull")
    (shop / "maps" / "metrics" / "funnel.yml").write_text(METRIC.replace("files: data/*.csv", "table: web.events\n    url: SHOP_EVENTS"), "utf-8")
    assert "snapshot-outdated" not in run("-C", str(shop), "check").out


def test_a_file_of_somebody_else_is_no_old_snapshot(shop: Path, run: Run) -> None:
    (shop / "maps" / "metrics" / "funnel.csv").write_text("# Engine: duckdb; mapping: 0123456789ab\nstage,people\nneed,5\n", "utf-8")
    assert "snapshot-outdated" not in run("-C", str(shop), "check").out


def test_a_month_whose_people_had_less_time_is_told_at_its_row(shop: Path, run: Run) -> None:
    rows = events()
    late = [{**row, "at": str(row["at"]).replace("2026-09", "2026-10"), "who": f"{row['who']}-2"} for row in rows]
    (shop / "data" / "events.csv").write_text(csv([*rows, *late]), "utf-8")
    run("-C", str(shop), "pull")
    at = next(line for line, row in enumerate(snapshot(shop).splitlines(), 1) if row.startswith("2026-10,desk"))  # rows of all are left out as totals
    told = run("-C", str(shop), "check").out
    assert f"maps/metrics/funnel.csv:{at}:1" in told
    assert "[snapshot-immature]" in told
    assert "those who began in 2026-10 after 2026-10-26 had less than 2 days to go on; it is left out" in told
    assert "2026-10 is whole once events up to 2026-11-03 are counted" in told
    metric = shop / "maps" / "metrics" / "funnel.yml"
    metric.write_text(METRIC.replace("window: 2 days", "window: 2 days\n    until: 2026-09-30"), "utf-8")
    run("-C", str(shop), "pull")
    assert "snapshot-immature" not in run("-C", str(shop), "check").out
