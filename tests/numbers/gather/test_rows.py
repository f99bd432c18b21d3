"""Which rows of a table are read, and what their cells are: no sums, no month twice; whole numbers beside people are counts."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

TODAY = datetime.date(2027, 6, 1)


def gather(type: str, source: dict[str, Any], name: str, rows: str) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(name, rows.encode())], TODAY)


OWN = "source;revenue;orders;visits\nads;1 000,50;10;100\nseo;2 000,00;20;300\nИтого;3 000,50;30;400\n"
REPORT = "# 20261001-20261031\nМагазин;Визиты\nМосква;100\nКазань;300\nИтого;400\n"
REVENUE = {"value": "revenue", "period": "2026-10"}

TOTALS: list[tuple[str, dict[str, Any], str, float, int]] = [
    ("revenue", REVENUE, OWN, 3000.5, 1),
    ("revenue", {**REVENUE, "segment": "source"}, OWN, 3000.5, 1),
    ("revenue", {**REVENUE, "where": {"source": "Итого"}}, OWN, 3000.5, 0),
    ("conversion", {"value": "orders", "people": "visits", "period": "2026-10"}, OWN + "Среднее;1500,25;15,5;200,5\n", 30 / 400, 2),
    ("reach", {"profile": "metrica-report"}, REPORT, 400, 1),
    ("reach", {"value": "n", "date": "day"}, "day,n\n2026-10-01,3\n2026-10-02,4\nGrand total,7\n", 7, 1),
    ("reach", {"value": "n", "period": "month"}, "month,n\nTotal:,7\n2026-10,7\n", 7, 1),
    ("reach", {"value": "n", "date": "day"}, "day,source,n\n2026-10-01,ads,3\n2026-10-01,seo,4\n2026-10-01,Total,7\n", 7, 1),
    ("reach", {"value": "n", "period": "2026-10"}, "grade,n\nGood,3\nAverage,4\nPoor,2\n", 9, 0),
    ("reach", {"value": "n", "period": "2026-10"}, "grade,n\nGood,3\nPoor,2\nAverage,2.5\nTotal,5\n", 5, 2),
]  # fmt: skip


@pytest.mark.parametrize(("type", "source", "rows", "value", "left"), TOTALS)
def test_rows_that_sum_up_others_are_left_out_and_told(type: str, source: dict[str, Any], rows: str, value: float, left: int) -> None:
    found = gather(type, source, "2026-10.csv", rows)
    assert found.measured
    assert found.measured.latest
    assert found.measured.latest.value == pytest.approx(value)
    assert found.measured.files[0].totals == left
    assert "Итого" not in [each.name for each in found.measured.segments]
    told = [each.code for each in found.complaints if isinstance(each, Misread) and "sums up" in each.fault.message]
    assert told == ["export-assumed"] * bool(left and "profile" not in source)
    assert "export-row-refused" not in [each.code for each in found.complaints]


ONES = "2026-09-01,0,12\n2026-09-02,1,15\n2026-09-03,0,9\n2026-09-04,1,11\n"
GRADES = "2026-09-01,{},1000\n2026-09-02,{},1000\n"

COUNTS: list[tuple[str, float, int, bool]] = [
    (ONES, 2 / 47, 47, True),
    (ONES + "2026-09-05,abc,20\n", 2 / 47, 47, True),
    (ONES + "2026-09-05,2,13\n", 4 / 60, 60, False),
    (ONES + "2026-09-05,2,13\n2026-09-06,abc,20\n", 4 / 60, 60, False),
    (ONES.replace(",1,", ",0,"), 0, 47, True),
    (ONES.replace(",1,", ",0.5,"), 13 / 47, 47, False),
    (ONES.replace(",0,", ",0%,").replace(",1,", ",1%,"), 0.26 / 47, 47, False),
    (GRADES.format("0.125", "0.135"), 0.13, 2000, False),
    (GRADES.format("0.1252", "0.1348"), 0.13, 2000, False),
    ("2026-09-01,\"1,020\",\"4,000\"\n2026-09-02,980,4000\n", 0.25, 8000, False),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "value", "n", "doubtful"), COUNTS)
def test_whole_numbers_beside_people_are_counts(rows: str, value: float, n: int, doubtful: bool) -> None:
    source = {"date": "day", "value": "orders", "people": "visits"}
    found = gather("conversion", source, "a.csv", "day,orders,visits\n" + rows)
    assert found.measured
    assert found.measured.latest
    assert (found.measured.latest.value, found.measured.latest.n) == (pytest.approx(value), n)
    assert any("no shares" in each.fault.message for each in found.complaints if isinstance(each, Misread)) == doubtful


TWICE: list[tuple[str, float, int, list[int]]] = [
    ("month,orders,visits\n2026-09,90,1000\n2026-09,84,1020\n", 84 / 1020, 1020, [3]),
    ("month,orders,visits\n2026-09,90,1000\n2026-09,84,1020\n2026-09,80,1000\n", 0.08, 1000, [3, 4]),
    ("month,orders,visits\n2026-09,90,1000\n2026-09,90,1000\n", 0.09, 1000, [3]),
    ("month,orders,visits,money\n2026-09,90,1000,700\n2026-09,84,1020,650\n", 84 / 1020, 1020, [3]),
    ("month,orders,visits\n2026-09,90,1000\n2026-09,abc,1020\n", 0.09, 1000, []),
    ("month,orders,visits,channel\n2026-09,90,1000,ads\n2026-09,84,1020,seo\n", 174 / 2020, 2020, []),
    ("shop,month,orders,visits\n1,2026-09,90,1000\n2,2026-09,84,1020\n", 174 / 2020, 2020, []),
    ("month,orders,visits\n2026-08,90,1000\n2026-09,84,1020\n", 84 / 1020, 1020, []),
    # numbers that are names stand on either side of the figures
    ("month,orders,visits,shop_id\n2026-09,90,1000,1\n2026-09,84,1020,2\n", 174 / 2020, 2020, []),
    ("month,orders,visits,№\n2026-09,90,1000,1\n2026-09,84,1020,2\n", 174 / 2020, 2020, []),
    ("month,orders,visits,shopId\n2026-09,90,1000,1\n2026-09,84,1020,2\n", 174 / 2020, 2020, []),
    ("month,orders,visits,shop\n2026-08,9,10,1\n2026-08,9,10,2\n2026-09,90,1000,2\n2026-09,84,1020,1\n", 174 / 2020, 2020, []),
    ("month,orders,visits,paid\n2026-09,90,1000,700\n2026-09,84,1020,650\n", 84 / 1020, 1020, [3]),
    ("month,orders,visits,shop_id\n2026-09,90,1000,1\n2026-09,84,1020,1\n", 84 / 1020, 1020, [3]),
    ("month,orders,visits,money\n2026-08,9,10,5\n2026-08,9,10,5\n2026-09,90,1000,5\n2026-09,84,1020,5\n", 84 / 1020, 1020, [3, 5]),
]


@pytest.mark.parametrize(("rows", "value", "n", "lines"), TWICE)
def test_a_month_that_comes_twice_counts_once_and_is_told(rows: str, value: float, n: int, lines: list[int]) -> None:
    found = gather("conversion", {"period": "month", "value": "orders", "people": "visits"}, "a.csv", rows)
    assert found.measured
    assert found.measured.latest
    assert (found.measured.latest.value, found.measured.latest.n) == (pytest.approx(value), n)
    assert [each.fault.line for each in found.complaints if isinstance(each, Misread) and each.code == "export-restated"] == lines


WRITINGS: list[tuple[str, str, str, list[int]]] = [
    ("сентябрь 2026", "09.2026", "2026-09", [3]),
    ("Sep 2026", "2026-09", "2026-09", [3]),
    ("01.09.2026", "Сентябрь 2026", "2026-09", [3]),
    ("01.09.2026 - 30.09.2026", "2026-09", "2026-09", [3]),
    ("III кв. 2026", "2026-Q3", "2026-Q3", [3]),
    ("2026 г.", "2026", "2026", [3]),
    ("W37 2026", "W38 2026", "2026-09", []),
    ("01.09.2026 - 07.09.2026", "08.09.2026 - 14.09.2026", "2026-09", []),
    ("2026-09-01", "2026-09-08", "2026-09", []),
]


@pytest.mark.parametrize(("one", "other", "period", "lines"), WRITINGS)
def test_a_month_is_the_same_in_any_writing(one: str, other: str, period: str, lines: list[int]) -> None:
    for last in ("9", "3"):
        found = gather("reach", {"period": "month", "value": "n"}, "a.csv", f"month,n\n{one},3\n{other},{last}\n")
        assert found.measured
        total = float(last) if lines else float(last) + 3
        assert [(each.period, each.estimate.value) for each in found.measured.series] == [(period, total)]
        told = [each.fault for each in found.complaints if isinstance(each, Misread) and each.code == "export-restated"]
        assert [each.line for each in told] == lines
        assert all(("as well" if last == "3" else "otherwise") in each.message for each in told)


def test_rows_of_one_day_are_added_up() -> None:
    found = gather("reach", {"date": "day", "value": "n"}, "a.csv", "day,n\n2026-09-01,3\n2026-09-01,4\n")
    assert found.measured
    assert found.measured.latest
    assert (found.measured.latest.value, found.complaints) == (7, ())


def test_a_step_that_comes_twice_in_a_month_counts_once() -> None:
    rows = "month,step,n\n2026-09,view,100\n2026-09,buy,20\n2026-09,buy,30\n"
    found = gather("funnel", {"period": "month", "stage": "step", "value": "n"}, "a.csv", rows)
    assert found.measured
    assert found.measured.stages == (("view", 100), ("buy", 30))


def test_times_of_one_month_are_those_of_single_people() -> None:
    found = gather("time", {"period": "month", "value": "spent"}, "a.csv", "month,spent\n2026-09,0:03:20\n2026-09,0:03:40\n")
    assert found.measured
    assert found.measured.latest
    assert (found.measured.latest.value, found.complaints) == (210, ())


HOLLOW: list[tuple[dict[str, str], list[tuple[str, str, int, str]]]] = [
    ({"a.csv": "month,n\n"}, [("a.csv", "export-unreadable", 1, "this export has a header and nothing below it")]),
    ({"a.csv": "month,n\n2026-09,many\n"}, [
        ("a.csv", "export-row-refused", 2, "“many” is no number"), ("a.csv", "export-unreadable", 1, "no row of this export can be read")]),
    ({"a.csv": "month,n\n2026-09,7\n", "b.csv": "month,n\n"}, [("b.csv", "export-gap", 1, "this export has a header and nothing below it")]),
    ({"a.csv": "month,n\n2026-09,7\n", "b.csv": "month,n\n2026-10,many\n"}, [("b.csv", "export-row-refused", 2, "“many” is no number")]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "told"), HOLLOW)
def test_an_export_without_a_row_says_so_and_nothing_else(files: dict[str, str], told: list[tuple[str, str, int, str]]) -> None:
    metric = Metric.model_validate({"title": "X", "type": "reach", "source": {"file": "*", "period": "month", "value": "n"}})
    assert isinstance(metric.source, Source)
    found = gathered(metric, metric.source, [(name, rows.encode()) for name, rows in files.items()], TODAY)
    assert [(each.file, each.code, each.fault.line, each.fault.message) for each in found.complaints if isinstance(each, Misread)] == told
    assert len(found.complaints) == len(told)


MONTHS = "2026-07,118\n2026-08,122\n2026-09,120\n"
LENGTHS: list[tuple[str, list[str], list[int]]] = [
    (MONTHS + "III квартал 2026,360\n2026-10,125\n", ["2026-07", "2026-08", "2026-09", "2026-10"], [5]),
    (MONTHS + "Q3 2026,360\n2026,1100\n", ["2026-07", "2026-08", "2026-09"], [5, 6]),
    ("2026,1100\n2026-10,125\n", ["2026-10"], [2]),
    ("2025-Q4,360\n2026-Q1,350\n2026,1100\n", ["2025-Q4", "2026-Q1"], [4]),
    ("2024,900\n2025,950\n2026-01,80\n", ["2024", "2025"], [4]),
    ("2024,900\n2025,950\n", ["2024", "2025"], []),
]


@pytest.mark.parametrize(("rows", "periods", "left"), LENGTHS)
def test_periods_of_a_column_are_of_one_length_and_the_others_are_totals(rows: str, periods: list[str], left: list[int]) -> None:
    for header, source in (("month,n\n", {"value": "n", "period": "month"}), ("Период,Визиты\n", {"profile": "metrica-report"})):
        found = gather("reach", source, "t.csv", header + rows)
        assert found.measured
        assert [each.period for each in found.measured.series] == periods
        assert list(found.measured.files[0].summed) == left
        told = [each for each in found.complaints if isinstance(each, Misread) and "another length" in each.fault.message]
        assert [(each.code, each.fault.line, each.fault.column) for each in told] == [("export-assumed", line, 1) for line in left[:1]]
