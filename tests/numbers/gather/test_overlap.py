"""Files that hold parts of one month: people of two halves are no sum, events are; days that are in both files count once or not at all."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

TODAY = datetime.date(2027, 6, 1)
FUNNEL = {"profile": "ga4-funnel", "stages": {"view": "research", "buy": "purchase"}}
VISITS = {"value": "visits"}


def gather(type: str, source: dict[str, Any], *files: str) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(f"{at}.csv", rows.encode()) for at, rows in enumerate(files)], TODAY)


def funnel(days: str, view: int, buy: int) -> str:
    return f"# {days}\nStep,Active users\nview,{view}\nbuy,{buy}\n"


def visits(days: str, count: int) -> str:
    return f"# {days}\nvisits\n{count}\n"


def figures(found: Gathered) -> dict[str, float]:
    return {each.period: each.estimate.value for each in found.measured.series} if found.measured else {}


def told(found: Gathered) -> list[tuple[str, str, str]]:
    every = [each for each in found.complaints if isinstance(each, Misread)]
    return [(each.file, each.code, each.fault.message.partition(": ")[2]) for each in every if each.code != "export-restated"]


SEPTEMBER = funnel("20260901-20260930", 100, 10)
HALF, OTHER = "20261001-20261015", "20261016-20261031"
TWICE, SHARED, NEITHER = "people who came in both would count twice", "some days are in both", "the days between are in neither"

APART = [
    ([funnel(HALF, 50, 9), funnel(OTHER, 60, 6)], "2.csv", TWICE),
    ([funnel(OTHER, 60, 6), funnel(HALF, 50, 9)], "1.csv", TWICE),
    ([funnel(HALF, 50, 9), funnel("20261010-20261031", 60, 6)], "2.csv", SHARED),
    ([funnel(HALF, 50, 9), funnel("20261020-20261031", 60, 6)], "2.csv", NEITHER),
]


@pytest.mark.parametrize(("files", "place", "why"), APART)
def test_people_of_parts_of_a_month_are_no_figure(files: list[str], place: str, why: str) -> None:
    found = gather("funnel", FUNNEL, SEPTEMBER, *files, funnel("20261101-20261130", 100, 20))
    assert figures(found) == {"2026-09": 0.1, "2026-11": 0.2}
    assert told(found) == [(place, "export-unfit", f"{why}, so 2026-10 has no figure")]
    assert not any(each.code in ("export-gap", "export-restated") for each in found.complaints)


def test_where_all_is_in_parts_there_is_nothing_else_to_tell() -> None:
    found = gather("funnel", FUNNEL, funnel(HALF, 50, 9), funnel(OTHER, 60, 6))
    assert found.measured is None
    assert [each.code for each in found.complaints] == ["export-unfit"]


COVERED = [
    ([funnel(HALF, 50, 9), funnel("20261001-20261031", 100, 16)], []),
    ([funnel("20261001-20261031", 100, 16), funnel(HALF, 50, 9)], ["2.csv"]),
    ([funnel(HALF, 50, 9), funnel(OTHER, 60, 6), funnel("20261001-20261031", 100, 16)], []),
    ([funnel("20261001-20261031", 90, 9), funnel("20261001-20261031", 100, 16)], []),
]


@pytest.mark.parametrize(("files", "left"), COVERED)
def test_the_file_that_has_all_days_of_another_counts(files: list[str], left: list[str]) -> None:
    found = gather("funnel", FUNNEL, SEPTEMBER, *files)
    assert figures(found) == {"2026-09": 0.1, "2026-10": 0.16}
    assert [(file, code) for file, code, _ in told(found)] == [(file, "export-assumed") for file in left]


ADDED: list[tuple[list[str], dict[str, float], list[str]]] = [
    ([visits(HALF, 50), visits(OTHER, 60)], {"2026-10": 110}, []),
    ([visits(HALF, 40), visits(HALF, 50), visits(OTHER, 60)], {"2026-10": 110}, []),
    ([visits("20261001-20261010", 20), visits(HALF, 50), visits(OTHER, 60)], {"2026-10": 110}, []),
    ([visits(HALF, 50), visits("20261010-20261031", 60)], {}, [SHARED]),
    ([visits(HALF, 50), visits("20261020-20261031", 60)], {}, [NEITHER]),
]


@pytest.mark.parametrize(("files", "expected", "why"), ADDED)
def test_what_is_no_people_of_a_funnel_is_added_up(files: list[str], expected: dict[str, float], why: list[str]) -> None:
    found = gather("reach", VISITS, *files)
    assert figures(found) == expected
    assert [message for _, code, message in told(found) if code == "export-unfit"] == [f"{each}, so 2026-10 has no figure" for each in why]


@pytest.mark.parametrize(("name", "type", "more"), [("visitors", "reach", {}), ("users", "revenue", {"method": "per-person"})])
def test_people_of_two_halves_are_not_added_in_a_table_either(name: str, type: str, more: dict[str, Any]) -> None:
    source = {"value": name} if type == "reach" else {"value": "money", "people": name}
    metric = Metric.model_validate({"title": "X", "type": type, **more, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    files = [(f"{at}.csv", f"# {days}\nmoney,{name}\n500,50\n".encode()) for at, days in enumerate((HALF, OTHER))]
    found = gathered(metric, metric.source, files, TODAY)
    assert found.measured is None
    (fault,) = [each for each in found.complaints if isinstance(each, Misread)]
    assert (fault.file, fault.code, fault.fault.line, fault.fault.column) == ("1.csv", "export-unfit", 2, 2)
    assert "in two files" in fault.fault.message
