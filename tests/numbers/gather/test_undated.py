"""Rows and files of several times are never taken together, or one for another, because nobody says which is of when."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

MONTHS = "Месяц;Визиты;Заказы\nМай 2026;1000;90\nИюнь 2026;1020;84\nИюль 2026;990;100\n"
SHARE = {"value": "Заказы", "people": "Визиты"}


TODAY = datetime.date(2027, 6, 1)


def gather(type: str, source: dict[str, Any], files: dict[str, str], **more: Any) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}, **more})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(name, rows.encode()) for name, rows in files.items()], TODAY)


def told(of: Gathered, code: str) -> list[tuple[str, int, int, str, str]]:
    faults = [(each.file, each.fault) for each in of.complaints if isinstance(each, Misread) and each.code == code]
    return [(file, fault.line, fault.column, fault.message, fault.hint) for file, fault in faults]


def figures(of: Gathered) -> dict[str, float]:
    assert of.measured, of.complaints
    return {each.period: round(each.estimate.value, 3) for each in of.measured.series}


@pytest.mark.parametrize("key", ["period", "date"])
def test_months_by_name_are_periods_whatever_the_source_calls_the_column(key: str) -> None:
    assert figures(gather("conversion", {**SHARE, key: "Месяц"}, {"a.csv": MONTHS})) == {"2026-05": 0.09, "2026-06": 0.082, "2026-07": 0.101}


def test_what_is_no_period_is_refused_at_its_cell_with_how_to_write_one() -> None:
    found = gather("conversion", {**SHARE, "period": "Месяц"}, {"a.csv": MONTHS + "Авг;1000;90\n;1000;80\n"})
    assert list(figures(found)) == ["2026-05", "2026-06", "2026-07"]
    hint = "write it as `2026-05`, `May 2026` or `2026-Q1`"
    assert told(found, "export-row-refused") == [("a.csv", 5, 1, "“Авг” is no period", hint), ("a.csv", 6, 1, "this cell is empty", "")]


def test_steps_without_a_period_are_refused_where_a_column_of_periods_is_named() -> None:
    rows = "month,step,n\nMay 2026,view,100\nMay 2026,buy,20\n,buy,30\n"
    found = gather("funnel", {"period": "month", "stage": "step", "value": "n", "stages": {"view": "a", "buy": "b"}}, {"a.csv": rows})
    assert figures(found) == {"2026-05": 0.2}
    assert told(found, "export-row-refused") == [("a.csv", 4, 1, "this cell is empty", "")]


ROWS = [
    (MONTHS, "name it in the metric's source: `period: Месяц`"),
    (MONTHS.replace(" 2026", ""), "write each with its year, as `2026-05`, `May 2026` or `2026-Q1`, and name the column as `period` in the metric's source"),
    (MONTHS.replace("Месяц", "Когда"), "name it in the metric's source: `period: Когда`"),
    ("Q,Визиты,Заказы\nQ1,10,1\nQ2,20,2\n", "write each with its year, as `2026-05`, `May 2026` or `2026-Q1`, and name the column as `period` in the metric's source"),
    ("day,Визиты,Заказы\n2026-05-31,10,1\n2026-06-01,20,2\n", "name it in the metric's source: `date: day`"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "hint"), ROWS)
def test_rows_of_several_times_are_no_one_figure(rows: str, hint: str) -> None:
    found = gather("conversion", SHARE, {"a.csv": rows})
    assert found.measured is None
    name = rows.replace(";", ",").partition(",")[0]
    message = f"“{name}” says when, and nobody reads it: rows of several times would become one figure"
    assert told(found, "export-unfit") == [("a.csv", 1, 1, message, hint)]


ONE = [
    ({"period": "2026-10"}, "a.csv", MONTHS),
    ({"date": "2026-10-31"}, "a.csv", MONTHS),
    ({}, "a.csv", "day,Визиты,Заказы\n2026-10-01,10,1\n2026-10-02,20,2\n"),
    ({}, "2026-10.csv", "day,Визиты,Заказы\n2026-10-01,10,1\n2026-10-02,20,2\n"),
    ({}, "2026-10.csv", "week,Визиты,Заказы\n40,10,1\n41,20,2\n"),
    ({}, "a.csv", "day,Визиты,Заказы\nMonday,10,1\nTuesday,20,2\n"),
    ({}, "a.csv", "Year of birth,Визиты,Заказы\n1990,10,1\n1991,20,2\n"),
    ({}, "a.csv", "source,Визиты,Заказы\nads,10,1\nmail,20,2\n"),
    ({}, "a.csv", "shop,Визиты,Заказы,gone\n1,10,1,2025\n2,20,2,2024\n"),
    ({"segment": "shop"}, "a.csv", "shop,month,Визиты,Заказы\nNord,May 2026,10,1\nSüd,June 2026,20,2\n"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "name", "rows"), ONE)
def test_groups_of_one_time_are_added_up_as_ever(source: dict[str, Any], name: str, rows: str) -> None:
    found = gather("conversion", {**SHARE, **source}, {name: rows})
    assert found.measured
    assert told(found, "export-unfit") == []


def test_a_month_outside_of_what_the_file_is_about_is_no_part_of_it() -> None:
    assert gather("conversion", SHARE, {"orders-2026-05.csv": MONTHS}).measured is None


FAMILY = {"visits-a.csv": "n\n10\n", "visits-b.csv": "n\n20\n"}


@pytest.mark.parametrize("more", [{}, {"period": "2026-10"}])
def test_files_that_all_lack_a_period_stand_for_one_another_no_more(more: dict[str, Any]) -> None:
    found = gather("reach", {"value": "n"}, FAMILY, **more)
    assert found.measured is None
    message = "neither this nor visits-a.csv says of which period it is, so that one would stand for the other"
    hint = "name them by their month, such as visits-2026-09.csv, or name the column that says when as `period`"
    assert told(found, "export-unfit") == [("visits-b.csv", 2, 1, message, hint)]
    assert told(found, "export-restated") == []


def test_a_file_without_a_period_is_left_out_beside_others_that_have_one() -> None:
    found = gather("reach", {"value": "n"}, {"visits-2026-09.csv": "n\n10\n", "visits-2026-10.csv": "n\n12\n", "visits.csv": "n\n90\n"})
    assert figures(found) == {"2026-09": 10, "2026-10": 12}
    hint = "name the file by its month, such as visits-2026-09.csv, or name the column that says when as `period`"
    message = "nobody says of which period this is, so it is left out beside what is of one"
    assert told(found, "export-row-refused") == [("visits.csv", 2, 1, message, hint)]


def test_a_row_without_its_month_is_refused_in_a_report_of_a_product_too() -> None:
    found = gather("reach", {"profile": "metrica-report"}, {"a.csv": "Месяц визита;Визиты\nсентябрь 2026;10\n;90\nокт. 2026;12\n"})
    assert figures(found) == {"2026-09": 10, "2026-10": 12}
    assert told(found, "export-row-refused") == [("a.csv", 3, 1, "this cell is empty", "")]


def test_files_of_one_period_that_the_source_names_are_restated_as_ever() -> None:
    found = gather("reach", {"value": "n", "period": "2026-10"}, FAMILY)
    assert figures(found) == {"2026-10": 20}
    assert len(told(found, "export-restated")) == 1
