"""A month that isn't over, by the day, by the stamp of an export or by its rows, is no whole one: its sum would look like a loss."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.span import Span, span

LATER = "2027-06-01"


def gather(type: str, source: dict[str, Any], files: dict[str, str], today: str = LATER) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(name, rows.encode()) for name, rows in files.items()], datetime.date.fromisoformat(today))


def measured(*of: Any, **more: Any) -> Measured:
    found = gather(*of, **more).measured
    assert found
    return found


def figures(of: Measured) -> dict[str, float]:
    return {each.period: each.estimate.value for each in of.series}


def told(of: Gathered) -> list[str]:
    return [each.message for each in of.complaints if isinstance(each, Misnamed) and each.code == "export-unfinished"]


MONTHS = {"a.csv": "month,n\n2026-09,300\n2026-10,310\n2026-11,250\n2026-12,9\n"}
SOURCE = {"period": "month", "value": "n"}

DAYS = [
    ("2026-11-26", ["2026-09", "2026-10"], ["2026-11"], "2026-11-01"),
    ("2026-11-30", ["2026-09", "2026-10"], ["2026-11"], "2026-11-01"),
    ("2026-12-01", ["2026-09", "2026-10", "2026-11"], ["2026-12"], "2026-12-01"),
    ("2027-01-01", ["2026-09", "2026-10", "2026-11", "2026-12"], [], "2026-12-31"),
]


@pytest.mark.parametrize(("today", "whole", "parts", "known"), DAYS)
def test_a_period_that_ends_after_today_is_not_over(today: str, whole: list[str], parts: list[str], known: str) -> None:
    found = gather("revenue", SOURCE, MONTHS, today)
    assert found.measured
    assert (list(figures(found.measured)), [each.period for each in found.measured.parts]) == (whole, parts)
    assert told(found) == [f"{period} is not over, so it is left out until it is whole" for period in parts]
    assert str(found.measured.as_of) == known


AHEAD: list[tuple[str, dict[str, Any], str, str]] = [
    ("conversion", {"value": "n", "people": "all"}, "n,all\n2026-09,5,10\n2026-10,6,10\n{},9,10\n", "2026-12"),
    ("conversion", {"value": "n", "people": "all"}, "n,all\n2026-09,5,10\n2026-10,6,10\n{},9,10\n", "2062-10"),
    ("conversion", {"value": "n"}, "n\n2026-09,50%\n2026-10,60%\n{},90%\n", "2026-12"),
    ("time", {"value": "n"}, "n\n2026-09,0:03:20\n2026-10,0:03:40\n{},0:09:00\n", "2027-01"),
    ("custom", {"value": "n"}, "n\n2026-09,4.5\n2026-10,4.4\n{},9.5\n", "2027-03"),
    ("revenue", {"value": "n"}, "n\n2026-09,300\n2026-10,310\n{},900\n", "2026-12"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "source", "rows", "period"), AHEAD)
def test_a_period_that_has_not_begun_is_no_figure_and_told_at_its_row(type: str, source: dict[str, Any], rows: str, period: str) -> None:
    files = {"a.csv": "month," + rows.format(period)}
    found = gather(type, {"period": "month", **source}, files, "2026-11-26")
    assert found.measured
    assert (list(figures(found.measured)), found.measured.parts) == (["2026-09", "2026-10"], ())
    here = [each for each in found.complaints if isinstance(each, Misread) and each.code == "export-unfinished"]
    assert [(each.file, each.fault.line, each.fault.column, each.fault.message) for each in here] == [
        ("a.csv", 4, 1, f"{period} has not begun, so it is left out")
    ]
    assert not any(each.code == "export-gap" for each in found.complaints), "what is missing before it is not missing"
    begun = gather(type, {"period": "month", **source}, files, "2063-01-01").measured
    assert begun
    assert period in figures(begun)


def test_a_month_that_goes_on_is_better_than_one_to_come() -> None:
    found = gather("reach", SOURCE, {"a.csv": "month,n\n2026-11,5\n2026-12,9\n"}, "2026-11-26")
    assert found.measured
    assert list(figures(found.measured)) == ["2026-11"]
    assert told(found) == ["2026-11 is not over, and this is shown all the same, as there is nothing better"]


def test_a_quarter_and_a_year_are_not_over_either_and_a_share_takes_what_there_is() -> None:
    assert list(figures(measured("reach", SOURCE, {"a.csv": "month,n\n2026-Q2,5\n2026-Q3,9\n2026-Q4,3\n"}, today="2026-11-26"))) == ["2026-Q2", "2026-Q3"]
    assert list(figures(measured("reach", SOURCE, {"a.csv": "month,n\n2025,5\n2026,9\n"}, today="2026-11-26"))) == ["2025"]
    share = measured("conversion", {**SOURCE, "people": "all"}, {"a.csv": "month,n,all\n2026-10,5,10\n2026-11,2,5\n"}, today="2026-11-26")
    assert list(figures(share)) == ["2026-10", "2026-11"]
    assert str(share.as_of) == "2026-11-01"


def test_a_month_to_come_is_known_to_nobody() -> None:
    found = measured("reach", SOURCE, {"visits-2026-12.csv": "month,n\n2026-12,5\n"}, today="2026-11-26")
    assert (figures(found), found.as_of) == ({"2026-12": 5}, datetime.date(2026, 11, 1)), "as there is nothing better"


SPANS = [
    ("deals-2026-10-31.csv", "2026-10-01", "2026-10-31", "stamp"),
    ("deals_20261015_1530.csv", "2026-10-01", "2026-10-15", "stamp"),
    ("Сделки 15.10.2026.csv", "2026-10-01", "2026-10-15", "stamp"),
    ("visits-2026-10-05_2026-10-18.csv", "2026-10-05", "2026-10-18", "range"),
    ("visits 20261001-20261231.csv", "2026-10-01", "2026-12-31", "range"),
    ("visits-2026-10.csv", "2026-10-01", "2026-10-31", "name"),
    ("visits-2026-Q4.csv", "2026-10-01", "2026-12-31", "name"),
]


@pytest.mark.parametrize(("name", "first", "last", "how"), SPANS)
def test_a_name_says_of_which_days_an_export_is_or_until_when(name: str, first: str, last: str, how: str) -> None:
    assert span(f"maps/metrics/{name}", [], []) == Span(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last), how)


def test_the_days_of_rows_win_over_a_stamp_and_no_name_without_a_day_does() -> None:
    days = [datetime.date(2026, 8, 3), datetime.date(2026, 9, 30)]
    assert span("a-2026-10-31.csv", [], days) == Span(*days, "rows")
    assert span("a-2026-13-45.csv", [], []) is None
    assert span("a-4512026103199.csv", [], []) is None


STAMPS = [
    ("visits-2026-10-15.csv", {"2026-10": 7.0}, "from 2026-10-01 to 2026-10-15 only, and this is shown"),
    ("visits-2026-10-31.csv", {"2026-10": 7.0}, ""),
]


@pytest.mark.parametrize(("name", "series", "part"), STAMPS)
def test_a_stamp_says_until_when_a_file_knows_of_its_month(name: str, series: dict[str, float], part: str) -> None:
    found = gather("reach", {"value": "n"}, {name: "n\n7\n"})
    assert found.measured
    assert figures(found.measured) == series
    assert len(told(found)) == bool(part)
    assert part in "".join(told(found))


HEAD = "Deal - ID,Deal - Status,Deal - Stage,Deal - Value,Deal - Deal created,Deal - Won time\n"


def deals(*won: str) -> str:
    rows = (f"{at},won,Contract,100,{day} 09:00:00,{day} 18:00:00\n" for at, day in enumerate(won))
    return HEAD + "".join(rows)


OFTEN = [f"2026-{month:02}-{day:02}" for month in (8, 9, 10) for day in (2, 7, 11, 16, 20, 25, 29)]
PIPEDRIVE = {"profile": "pipedrive-deals"}


def test_money_of_deals_of_a_month_that_an_export_holds_a_part_of_is_no_whole_one() -> None:
    found = gather("revenue", PIPEDRIVE, {"deals.csv": deals(*OFTEN, "2026-11-03", "2026-11-06")})
    assert found.measured
    assert figures(found.measured) == {"2026-08": 700, "2026-09": 700, "2026-10": 700}
    assert told(found) == ["the exports hold 2026-11 from 2026-11-01 to 2026-11-06 only, so it is left out until it is whole"]
    assert [(each.period, str(each.days and each.days[1])) for each in found.measured.parts] == [("2026-11", "2026-11-06")]


def test_days_without_deals_as_often_as_ever_are_no_end() -> None:
    assert list(figures(measured("revenue", PIPEDRIVE, {"deals.csv": deals(*OFTEN)}))) == ["2026-08", "2026-09", "2026-10"]
    assert list(figures(measured("revenue", PIPEDRIVE, {"deals.csv": deals("2026-08-02", "2026-10-02")}))) == ["2026-08", "2026-10"]


def test_a_stamp_after_the_last_deal_says_that_there_were_none() -> None:
    often = deals(*OFTEN, "2026-11-03", "2026-11-06")
    assert list(figures(measured("revenue", PIPEDRIVE, {"deals-2026-11-30.csv": often}))) == ["2026-08", "2026-09", "2026-10", "2026-11"]
    found = gather("revenue", PIPEDRIVE, {"deals-2026-11-20.csv": often})
    assert told(found) == ["the exports hold 2026-11 from 2026-11-01 to 2026-11-20 only, so it is left out until it is whole"]
    assert list(figures(measured("revenue", PIPEDRIVE, {"deals-2026-10-31.csv": often}))) == ["2026-08", "2026-09", "2026-10"], "it is no stamp"


def test_deals_of_the_month_that_today_lies_in_are_not_over_however_late_the_last_was() -> None:
    rows = deals(*OFTEN, "2026-11-03", "2026-11-10", "2026-11-26")
    found = gather("revenue", PIPEDRIVE, {"deals.csv": rows}, "2026-11-26")
    assert told(found) == ["2026-11 is not over, so it is left out until it is whole"]
    assert list(figures(measured("revenue", PIPEDRIVE, {"deals.csv": rows}))) == ["2026-08", "2026-09", "2026-10", "2026-11"]


STEPS = {"way-2026-09.csv": "Step,Active users\na,400\nb,100\n", "way-2026-10.csv": "Step,Active users\na,420\nb,110\n"}
WAY = {"profile": "ga4-funnel", "stages": {"a": "look", "b": "own"}}
FIVE_DAYS = {"way.csv": "# 20261101-20261105\nStep,Active users\na,60\nb,30\n"}


def test_a_funnel_counts_people_so_that_a_part_of_a_month_gives_way_to_the_last_whole_one() -> None:
    found = gather("funnel", WAY, {**STEPS, **FIVE_DAYS})
    assert found.measured
    assert found.measured.stages == (("look", 420), ("own", 110))
    assert list(figures(found.measured)) == ["2026-09", "2026-10"]
    assert told(found) == ["the exports hold 2026-11 from 2026-11-01 to 2026-11-05 only, so it is left out until it is whole"]
    assert found.measured.partial is None


def test_a_funnel_of_a_month_that_is_not_over_gives_way_to_the_last_whole_one() -> None:
    assert measured("funnel", WAY, STEPS, "2026-10-20").stages == (("look", 400), ("own", 100))
    assert measured("funnel", WAY, STEPS, "2026-11-01").stages == (("look", 420), ("own", 110))


def test_a_part_of_a_funnel_stands_where_no_month_is_whole_and_is_known_as_one() -> None:
    found = measured("funnel", WAY, FIVE_DAYS)
    assert found.stages == (("look", 60), ("own", 30))
    assert found.partial
    assert found.partial.period == "2026-11"


SHARES = "month,k,n\n2026-09,80,1000\n2026-10,90,1000\n2026-11,140,600\n"
RATE = {"period": "month", "value": "k", "people": "n"}


@pytest.mark.parametrize(("name", "today", "part"), [("a.csv", "2026-11-02", True), ("a-2026-11-10.csv", LATER, True), ("a.csv", LATER, False)])
def test_a_share_of_a_month_that_is_not_whole_is_shown_and_known_as_one_of_a_part(name: str, today: str, part: bool) -> None:
    found = gather("conversion", RATE, {name: SHARES}, today)
    assert found.measured
    assert list(figures(found.measured)) == ["2026-09", "2026-10", "2026-11"]
    assert [each.period for each in found.measured.parts] == ["2026-11"] * part
    assert (found.measured.partial is not None) == part
    assert not told(found)


def test_a_survey_that_was_answered_on_some_days_is_whole_unless_its_file_says_of_which_days_it_is() -> None:
    rows = "Submitted At,Rate us\n" + "".join(f"2026-10-{day:02},{answer}\n" for day in range(3, 11) for answer in (4, 5))
    asked = {"date": "Submitted At", "value": "Rate us"}
    assert measured("csat", asked, {"survey.csv": rows}).partial is None
    assert measured("csat", asked, {"survey-2026-10-10.csv": rows}).partial
