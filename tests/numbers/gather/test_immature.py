"""Periods whose people had less time than a journey may take are left out of a snapshot's series, and told at their first row."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.model.metric import Metric
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered
from cjmgen.numbers.gather.immature import Late, late_of
from cjmgen.numbers.measured import Immature
from cjmgen.numbers.sheet import Sheet, sheet

DAY = datetime.date
METRIC = Metric.model_validate({"title": "Way", "type": "funnel", "source": {"file": "way.csv"}})


def said(seconds: int, after: datetime.date | None) -> str:
    """As `cjmgen pull` says it; tests/shell/test_pull_checked.py has it say so itself."""
    return f"# A journey may take {seconds} seconds" + (f"; those begun after {after} had less" if after else "")


def counted(line: str, *months: tuple[str, int, int]) -> Gathered:
    """A snapshot with these months, each with those who begin and those who come to the end."""
    assert METRIC.source
    rows = "".join(f"{month},desk,look,{first},,,\n{month},desk,buy,{last},,,\n" for month, first, last in months)
    text = f"# Days: 2026-08-01 - 2026-10-31\n{line}\nperiod,segment,stage,people,lost,median_seconds,p90_seconds\n{rows}"
    return gathered(METRIC, METRIC.source, [("way.csv", text.encode())], TODAY)


TODAY = datetime.date(2027, 6, 1)


def told(found: Gathered) -> list[tuple[int, str, str]]:
    return [(each.fault.line, each.fault.message, each.fault.hint) for each in found.complaints if isinstance(each, Misread)]


MONTHS = (("2026-08", 400, 100), ("2026-09", 400, 110), ("2026-10", 400, 60))


@pytest.mark.parametrize(
    ("after", "days", "series", "immature"),
    [
        ("2026-10-17", 14, ["2026-08", "2026-09"], ["2026-10"]),
        ("2026-10-01", 30, ["2026-08", "2026-09"], ["2026-10"]),
        ("2026-09-30", 31, ["2026-08"], ["2026-09", "2026-10"]),  # who began late on the 30th had less as well
        ("2026-08-31", 61, ["2026-08"], ["2026-08", "2026-09", "2026-10"]),
        ("2026-05-01", 183, ["2026-08"], ["2026-08", "2026-09", "2026-10"]),
        (None, 14, ["2026-08", "2026-09", "2026-10"], []),
    ],
)
def test_only_whole_months_make_the_series(after: str | None, days: int, series: list[str], immature: list[str]) -> None:
    found = counted(said(days * 86400, DAY.fromisoformat(after) if after else None), *MONTHS).measured
    assert found
    assert [each.period for each in found.series] == series
    assert [each.period for each in found.immature] == immature
    assert found.stages == (("look", 400), ("buy", {"2026-08": 100, "2026-09": 110, "2026-10": 60}[series[-1]]))
    assert (found.censored is not None) == (series[-1] in immature)
    assert found.change is None or {each.period for each in found.immature}.isdisjoint({each.period for each in found.series[-2:]})


def test_a_month_that_is_left_out_is_told_at_its_first_row_with_the_day_it_is_whole() -> None:
    found = counted(said(14 * 86400, DAY(2026, 10, 17)), *MONTHS)
    message = "those who began in 2026-10 after 2026-10-17 had less than 14 days to go on; it is left out"
    assert told(found) == [(8, message, "2026-10 is whole once events up to 2026-11-15 are counted")]
    assert found.measured
    assert found.measured.immature == (Immature("2026-10", DAY(2026, 10, 17), 14 * 86400, DAY(2026, 11, 15), False),)


def test_where_no_month_is_whole_the_oldest_is_shown_and_marked_and_nothing_is_beside_it() -> None:
    found = counted(said(90 * 86400, DAY(2026, 8, 2)), *MONTHS)
    assert [(line, message.partition("; ")[2]) for line, message, _ in told(found)] == [
        (4, "no other had more, so it is shown and marked"),
        (6, "it is left out, as is the one after it"),
    ]
    assert found.measured
    assert found.measured.censored == found.measured.immature[0]
    assert (len(found.measured.series), found.measured.change) == (1, None)


def test_a_funnel_without_a_figure_shows_the_people_of_a_whole_month() -> None:
    found = counted(said(86400, DAY(2026, 10, 30)), ("2026-09", 40, 50), ("2026-10", 40, 60)).measured
    assert found
    assert (found.series, found.stages) == ((), (("look", 40), ("buy", 50)))


@pytest.mark.parametrize("line", ["# A journey may take 9 seconds; those begun after 2026-13-40 had less", "# A journey may take many seconds", "#"])
def test_a_line_that_says_no_day_says_nothing(line: str) -> None:
    found = counted(line, *MONTHS)
    assert found.measured
    assert (len(found.measured.series), found.measured.immature) == (3, ())


@given(seconds=st.integers(1, 366 * 86400 * 10), after=st.dates())
def test_any_window_and_any_day_is_read(seconds: int, after: datetime.date) -> None:
    for text in (f"{said(seconds, after)}\nperiod,stage\na,b\n", f"# X\r\n{said(seconds, after)}\r\nperiod,stage\r\na,b\r\n"):
        found = sheet(text.encode())
        assert isinstance(found, Sheet)
        assert late_of(found) == Late(seconds, after)
