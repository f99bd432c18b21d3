"""People counted by the day are no people of a month when they are added up: whoever comes twice is one."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

DAYS = "{day},{column},Доход\n2026-09-01,100,7\n2026-09-02,110,8\n"


def gather(rows: str, type: str = "reach", method: str | None = None, **source: Any) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "method": method, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [("a.csv", rows.encode())], datetime.date(2027, 6, 1))


def told(of: Gathered) -> list[tuple[int, int, str]]:
    return [(each.fault.line, each.fault.column, each.fault.message) for each in of.complaints if isinstance(each, Misread) and each.code == "export-unfit"]


@pytest.mark.parametrize("column", ["Visitors", "Active users", "Посетители", "Уникальные пользователи", "Unique visitors"])
def test_people_by_the_day_are_not_added_up(column: str) -> None:
    found = gather(DAYS.format(day="Day", column=column), date="Day", value=column)
    assert found.measured is None
    message = f"“{column}” counts people by the day, and who comes on two days would be two people of 2026-09"
    assert told(found) == [(1, 2, message)]


@pytest.mark.parametrize("column", ["Visits", "Клики", "Sessions", "Orders", "Просмотры", "Sessions per user"])
def test_what_people_do_is_added_up(column: str) -> None:
    found = gather(DAYS.format(day="Day", column=column), date="Day", value=column)
    assert found.measured
    assert found.measured.series[0].estimate.value == 210
    assert not told(found)


def test_money_for_each_person_takes_no_sum_of_them_either_and_money_alone_does() -> None:
    rows = DAYS.format(day="Day", column="Visitors")
    assert told(gather(rows, "revenue", "per-person", date="Day", value="Доход", people="Visitors"))
    assert gather(rows, "revenue", None, date="Day", value="Доход").measured


def test_a_row_a_month_and_groups_of_one_day_have_their_people() -> None:
    assert gather("Month,Visitors\n2026-09,100\n2026-10,110\n", period="Month", value="Visitors").measured
    assert gather("Day,Source,Visitors\n2026-09-01,ads,100\n2026-09-01,seo,50\n", date="Day", value="Visitors", segment="Source").measured


def test_a_report_of_metrica_by_the_day_names_the_column_and_takes_visits_where_they_are_named() -> None:
    rows = "Дата визита;Визиты;Посетители\n01.09.2026;120;100\n02.09.2026;130;110\n"
    assert told(gather(rows, profile="metrica-report"))
    found = gather(rows, profile="metrica-report", value="Визиты")
    assert found.measured
    assert found.measured.series[0].estimate.value == 250
