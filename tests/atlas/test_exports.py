"""A metric is filled from the exports that it names, and what is wrong with these is told at their file, line and column."""

import datetime
from typing import Any

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.files.exports import Exports, resolve
from cjmgen.model.figures import figures
from cjmgen.pipeline import load
from cjmgen.problem import Checked, Span
from cjmgen.tree import Tree

BASE = {
    "cjmgen.yml": "title: Shop\n",
    "maps/journeys/buy.yml": (
        "title: Buy\nfunnel: way\nstages:\n- {id: look, title: Look}\n- {id: choose, title: Choose, entry: 7}\n- {id: own, title: Own}\n"
    ),
}
WAY = {
    "maps/metrics/way.yml": "title: Way\ntype: funnel\nsource: {file: way.csv, stage: step, value: n, stages: {a: look, b: choose, c: own}}\n",
    "maps/metrics/way.csv": "step,n\na,400\nb,90\nc,30\n",
}


def project(files: dict[str, str | bytes]) -> Checked[Atlas]:
    every = {**BASE, **WAY, **files}
    return load(Tree.of({path: each if isinstance(each, bytes) else each.encode() for path, each in every.items()}), datetime.date(2026, 11, 26))


def metric(source: str, more: str = "", **files: Any) -> Checked[Atlas]:
    written = {f"maps/metrics/{name.replace('_', '.')}": content for name, content in files.items()}
    return project({"maps/metrics/m.yml": f"title: M\ntype: conversion\n{more}source: {source}\n", **written})


def told(of: Checked[Atlas], code: str) -> list[tuple[str, Any]]:
    return [(each.place.file, each.place.at) for each in of.problems if each.code == code]


def test_a_metric_says_what_its_export_says() -> None:
    found = metric("{file: m.csv, period: when, value: k, people: n}", m_csv="when,k,n\n2026-08,30,400\n2026-09,41,420\n").value
    filled, measured = found.metrics["m"], found.measured["m"]
    assert (filled.value, filled.series, filled.period) == ("9.761905%", ("7.5%", "9.761905%"), "2026-09")
    assert measured.latest is not None
    assert (measured.latest.n, round(measured.latest.value, 8)) == (420, 0.09761905)
    assert [each.file for each in measured.files] == ["maps/metrics/m.csv"]


def test_a_funnel_counts_every_stage_but_those_that_count_themselves() -> None:
    card = project({}).value.journeys["buy"]
    assert [stage.people for stage in card.stages] == [400, 7, 30]
    assert card.conversion == 30 / 400


def test_a_stage_can_take_its_people_from_the_funnel_alone() -> None:
    one = "title: Buy\nstages:\n- {id: look, title: Look}\n- {id: choose, title: Choose, entry: way}\n"
    assert [stage.people for stage in project({"maps/journeys/buy.yml": one}).value.journeys["buy"].stages] == [None, 90]


def test_a_stage_that_a_funnel_counts_has_to_be_there() -> None:
    short = "title: Buy\nfunnel: way\nstages:\n- {id: look, title: Look}\n- {id: choose, title: Choose}\n"
    found = project({"maps/journeys/buy.yml": short})
    assert [each.message for each in found.problems if each.code == "unknown-stage"] == [
        "the metric 'way' counts the stage 'own', which this journey doesn't have"
    ]


def test_a_period_of_another_month_is_no_funnel_of_this_journey() -> None:
    other = {"maps/metrics/way.yml": WAY["maps/metrics/way.yml"].replace("source: {", "source: {period: 2026-09, ")}
    found = project({**other, "maps/journeys/buy.yml": BASE["maps/journeys/buy.yml"].replace("funnel", "period: 2026-10\nfunnel")})
    assert told(found, "mixed-units") != []


@pytest.mark.parametrize("source", ["{file: ../../secret.csv}", "{file: /etc/passwd}", "{file: 'C:\\\\x.csv'}", "{file: 'https://x.org/a.csv'}"])
def test_no_export_is_read_from_outside(source: str) -> None:
    assert [file for file, _ in told(metric(source), "unknown-export")] == ["maps/metrics/m.yml"]


def test_patterns_name_files_of_one_folder() -> None:
    assert resolve("maps/metrics/a/m.yml", "../x-*.csv") == "maps/metrics/x-*.csv"
    assert resolve("maps/metrics/m.yml", "../../cjmgen.yml") is None
    found = metric("{file: '*.csv', value: x}", a_csv="x\n1\n")
    assert [each.message for each in found.problems if each.code == "unknown-column"] == ["the export has no column “x”"]  # of way.csv


def test_a_hint_names_the_file_that_was_meant() -> None:
    hints = [each.hint for each in metric("{file: wai.csv, value: n}").problems if each.code == "unknown-export"]
    assert hints == ["did you mean 'way.csv'?"]


def test_a_cell_is_pointed_at_whatever_the_letters() -> None:
    content = "месяц;доля;кто\n2026-08;12%;«Пётр; Анна»\n2026-09;\"не; знаю\";Анна\n".encode("cp1251")
    found = metric("{file: m.csv, period: месяц, value: доля}", m_csv=content)
    assert told(found, "export-row-refused") == [("maps/metrics/m.csv", Span(3, 9, 10))]


def test_what_is_typed_and_read_is_told() -> None:
    found = metric("{file: m.csv, period: m, value: s}", more="value: 12%\n", m_csv="m,s\n2026-09,13%\n")
    assert found.value.metrics["m"].value == "13%"
    assert len(told(found, "typed-and-read")) == 1


def test_an_export_that_is_half_there_leaves_the_metric_as_it_was_typed() -> None:
    found = metric("{file: m.json, profile: ga4-funnel}", more="value: 12%\n", m_json='[{"step": "a", "n')
    assert found.value.metrics["m"].value == "12%"
    assert told(found, "export-unreadable") == [("maps/metrics/m.json", Span(1, 1))]


def test_times_are_written_as_people_do() -> None:
    rows = "Ticket ID,Subject,Created at,Solved at\n1,a,2026-09-01 10:00:00,{}\n"
    for end, value in (("2026-09-01 10:03:20", "3:20"), ("2026-09-01 15:30:00", "5.5 h"), ("2026-09-04 10:00:00", "3 days")):
        written = {"maps/metrics/m.yml": "title: M\ntype: time\nsource: {file: m.csv, profile: support-tickets}\n", "maps/metrics/m.csv": rows.format(end)}
        assert project(written).value.metrics["m"].value == value


def test_half_a_minute_is_told_alike_as_a_measured_time_and_as_a_metrics_value() -> None:
    rows = "Ticket ID,Subject,Created at,Solved at\n1,a,2026-09-01 10:00:00,2026-09-01 16:33:30\n"
    written = {"maps/metrics/m.yml": "title: M\ntype: time\nsource: {file: m.csv, profile: support-tickets}\n", "maps/metrics/m.csv": rows}
    atlas = project(written).value
    read, latest = figures(atlas.metrics["m"]).value, atlas.measured["m"].latest
    assert read is not None
    assert latest is not None
    assert read.value == latest.value == 6 * 3600 + 33 * 60 + 30


def test_a_snapshot_goes_by_the_name_of_its_metric_and_a_missing_one_is_to_be_counted() -> None:
    events = "{events: {files: 'data/*.parquet', columns: {user: u, time: t, event: e}, stages: {look: a, own: b}}}"
    missing = [each for each in metric(events).problems if each.code == "unknown-export"]
    assert [(each.message, each.hint) for each in missing] == [("there is no export 'm.csv'", "count it with `cjmgen pull m`")]
    rows = "period,stage,people\n2026-09,look,400\n2026-09,own,90\n"
    assert metric(events, m_csv=rows).value.measured["m"].files[0].file == "maps/metrics/m.csv"


UNCOUNTED: dict[str, str] = {
    "maps/journeys/buy.yml": "title: Buy\nfunnel: way\nstages:\n- {id: look, title: Look, metrics: [way, {metric: m}]}\n- {id: own, title: Own, entry: m}\n",
    "maps/metrics/m.yml": "title: M\ntype: conversion\nsource: {file: gone.csv}\n",
    "maps/metrics/way.csv": "step,n\na,many\n",
}


def test_a_metric_without_a_figure_is_told_where_its_export_is_and_not_where_it_is_named() -> None:
    found = project(UNCOUNTED)
    assert not [each for each in found.problems if each.place.file == "maps/journeys/buy.yml" and each.code in ("unknown-metric", "funnel-without-people")]
    assert {(each.place.file, each.code) for each in found.problems if each.severity == "error"} == {
        ("maps/metrics/m.yml", "unknown-export"),
        ("maps/metrics/way.csv", "export-unreadable"),
    }


@pytest.mark.parametrize(("stem", "named", "goes_by"), [("n", "n", "n-1"), ("repeat_rate", "repeat_rate", "repeat-rate")])
def test_a_metric_that_goes_by_another_name_is_meant(stem: str, named: str, goes_by: str) -> None:
    journey = f"title: Buy\nstages:\n- {{id: look, title: Look, metrics: [{{metric: {named}}}]}}\n"
    found = project({"maps/journeys/buy.yml": journey, f"maps/metrics/{stem}.yml": "title: M\nvalue: 7\n"})
    assert [each.hint for each in found.problems if each.code == "unknown-metric"] == [f"did you mean '{goes_by}'?"]


ORDERS = [
    ["z-2026-10.csv", "z-2026-10 (1).csv", "z-2026-10 (2).csv", "z-2026-10 (10).csv"],
    ["z(1).csv", "z(2).csv"],
    ["z-2026-10.csv", "z-2026-10-v2.csv", "z-2026-10-v2 (1).csv", "z-2026-10_V3.csv", "z-2026-10_new.csv"],
    ["z.csv", "z - копия.csv", "z - копия (2).csv"],
    ["z-2026-09.csv", "z-2026-09 (1).csv", "z-2026-10.csv"],
    ["z (2025).csv", "z (2026).csv", "z.csv"],  # these are years and no copies
    ["z-10.csv", "z-2.csv"],
    ["new.csv", "v2.csv"],
]


@pytest.mark.parametrize("names", ORDERS)
def test_a_newer_download_comes_after_the_plain_name(names: list[str]) -> None:
    for every in (names, names[::-1]):
        found = Exports(Tree.of({f"maps/metrics/{name}": b"n\n1\n" for name in every}))
        assert [path.rpartition("/")[2] for path in found.matching("maps/metrics/*.csv")] == names


def test_the_newer_download_counts() -> None:
    files = {"maps/metrics/m.yml": "title: M\ntype: reach\nsource: {file: 'z*.csv', period: month, value: n}\n"}
    rows = {"maps/metrics/z-2026-10.csv": "month,n\n2026-10,140\n", "maps/metrics/z-2026-10 (1).csv": "month,n\n2026-10,150\n"}
    found = project({**files, **rows})
    assert found.value.metrics["m"].value == 150
    assert told(found, "export-restated") == [("maps/metrics/z-2026-10 (1).csv", Span(2, 9, 3))]
