"""Numbers, shares, times and days as exports write them; what decides is the column."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.cell import Style, read_clock, read_number, style
from cjmgen.numbers.column import Cells, opened
from cjmgen.numbers.days import Calendar, calendar, read_day, read_period
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.profile import Kind

POINT, COMMA = Style("."), Style(",")

NUMBERS = [
    ("20,000", POINT, 20000, False),
    ("1,234,567.5", POINT, 1234567.5, False),
    ("1.234.567,5", COMMA, 1234567.5, False),
    ("1 650", COMMA, 1650, False),
    ("1\u00a0650,25", COMMA, 1650.25, False),
    ("1\u202f650", POINT, 1650, False),
    ("1’650", POINT, 1650, False),
    ("12.1%", POINT, 0.121, True),
    ("12,1 %", COMMA, 0.121, True),
    ("41.2%", POINT, 0.412, True),
    ("$12,000.00", POINT, 12000, False),
    ("120 000,50 ₽", COMMA, 120000.5, False),
    ("85 руб.", COMMA, 85, False),
    ("−3", POINT, -3, False),
    ("(3.5)", POINT, -3.5, False),
    ("1.2K", POINT, 1200, False),
    ("14,5 тыс.", COMMA, 14500, False),
    ("2e3", POINT, 2000, False),
    (".5", POINT, 0.5, False),
    ("007", POINT, 7, False),
]


@pytest.mark.parametrize(("text", "how", "value", "percent"), NUMBERS)
def test_a_number_is_read(text: str, how: Style, value: float, percent: bool) -> None:
    found = read_number(text, how)
    assert found
    assert (found.value, found.percent) == (value, percent)


@pytest.mark.parametrize("text", ["", "NaN", "inf", "1.2.3", "1,23,4.5", "12,34", "abc", "=1+1", "3 apples", "1e99", "--3", "0x10", "1_000"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text, POINT) is None


STYLES = [
    (["20,000", "7,900"], Style(".", False)),
    (["20,000", "7,900.5"], Style(".")),
    (["20.000", "7,5"], Style(",")),
    (["0,123"], Style(",")),
    (["12,5"], Style(",")),
    (["1,234,567"], Style(".")),
    (["1.234.567"], Style(",")),
    (["20000", "", "n/a"], Style(".")),
    (["12,5", "12.5"], None),
]


@pytest.mark.parametrize(("texts", "how"), STYLES)
def test_a_column_says_how_it_writes_numbers(texts: list[str], how: Style | None) -> None:
    assert style(texts) == how


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_whatever_a_program_writes_in_its_own_way_is_read_back(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    european = english.translate(str.maketrans(",.", ".,"))
    russian = english.replace(",", "\u00a0").replace(".", ",")
    value = float(f"{whole}.{cents:02}")
    assert [found.value if (found := read_number(text, how)) else None for text, how in ((english, POINT), (european, COMMA), (russian, COMMA))] == [
        value
    ] * 3


@given(st.text(max_size=30), st.sampled_from([POINT, COMMA]))
def test_no_cell_is_too_much(text: str, how: Style) -> None:
    found = read_number(text, how)
    assert found is None or abs(found.value) <= 1e15
    read_clock(text)
    read_day(text, Calendar("dmy"))
    read_period(text, Calendar("dmy"))


@pytest.mark.parametrize(
    ("text", "seconds"), [("0:03:20", 200), ("3:20", 200), ("00:00:05.5", 5), ("26:00:00", 93600), ("3:99", None), ("1:75:00", None), ("3", None)]
)
def test_a_clock_is_seconds(text: str, seconds: float | None) -> None:
    assert read_clock(text) == seconds


DAYS = [
    "2026-09-03", "2026-09-03 11:20:00", "2026-09-03T11:20:00+03:00", "2026/09/03", "20260903", "2026090311", "03.09.2026", "3.9.26 8:05",
    "03/09/2026", "Sep 3, 2026", "3 September 2026", "Thu, Sep 3, 2026", "3 сентября 2026", "1788393600", "1788393600000", "1788393600000000",
]  # fmt: skip


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text, Calendar("dmy")) == datetime.date(2026, 9, 3)


PERIODS = {
    "2026-05": (
        "Май 2026", "мая 2026", "май 2026 г.", "за май 2026", "в мае 2026 года", "2026 г., май", "2026 May", "MAY 2026", "May, 2026", "May-2026", "май.26",
        "May-26", "May'26", "may '26", "05.2026", "5/2026", "202605", "2026-05", "01.05.2026 - 31.05.2026", "2026-05-01..2026-05-31", "1 мая 2026",
        "W19 2026", "2026-W19", "2026W19", "неделя 19 2026", "19 нед. 2026", "week 19, 2026", "04.05.2026–10.05.2026", "28.04.2026 по 04.05.2026",
    ),
    "2026-09": ("сент. 2026", "сен 2026", "сентября 2026", "Sept 2026", "Sep. 2026", "September 2026"),
    "2026-10": ("Oct 2026", "October 2026", "окт. 2026", "окт 2026", "Октябрь 2026", "октябрём 2026", "октябре\u00a02026\u00a0г."),
    "2026-03": ("март 2026", "марта 2026", "мар. 2026", "мартом 2026"),
    "2026-Q1": (
        "Q1 2026", "2026 Q1", "2026Q1", "2026-Q1", "1Q26", "Q1'26", "1Q 2026", "I кв. 2026", "1 кв. 2026 г.", "1-й квартал 2026", "1 квартал 2026",
        "первый квартал 2026", "2026, I квартал", "1 кв. 26", "First quarter of 2026", "1st quarter 2026", "01.01.2026 — 31.03.2026",
    ),
    "2026": ("2026", "2026 г.", "2026 год", "01.01.2026 - 31.12.2026"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "period"), [(text, period) for period, texts in PERIODS.items() for text in texts])
def test_a_period_is_read_as_people_write_it(text: str, period: str) -> None:
    how = calendar([text])
    assert how
    assert read_period(text, how) == period


NO_PERIODS = [
    "Май", "Q1", "W12", "Jan 26", "Jan. 26", "26 Jan", "Market 2026", "Maybe 2026", "Мария 2026", "May 2026 to June 2026", "Май Июнь 2026", "Q5 2026", "Q 2026",
    "W54 2026", "W0 2026", "2026-13", "I 2026", "1 полугодие 2026", "May 2026 2025", "2026-01-01 - 2026-02-11", "31.05.2026 - 01.05.2026", "May 2026 (part)",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period_is_none(text: str) -> None:
    assert read_period(text, Calendar("dmy", short=True)) is None


def test_two_digits_after_months_are_years_where_they_are_no_days() -> None:
    year = calendar(["Dec-25", "Jan-26", "Feb-26"])
    days = calendar(["May-25", "May-26", "May-27"])
    assert year
    assert days
    assert [read_period(text, year) for text in ("Dec-25", "Jan-26")] == ["2025-12", "2026-01"]
    assert read_period("May-26", days) is None


def test_the_column_says_what_comes_first() -> None:
    assert calendar(["09/03/2026", "09/14/2026"]) == Calendar("mdy")
    assert calendar(["03/09/2026", "14/09/2026"]) == Calendar("dmy")
    assert calendar(["03/09/2026"], "mdy") == Calendar("mdy", False)
    assert calendar(["03.09.2026"], "mdy") == Calendar("dmy")
    assert calendar(["14/09/2026", "09/14/2026"]) is None
    assert read_day("09/03/2026", Calendar("mdy")) == datetime.date(2026, 9, 3)


@pytest.mark.parametrize("text", ["2026-02-30", "31.31.2026", "0000-01-01", "yesterday", "2026", "99999999", "1", "3 Foo 2026"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, Calendar("dmy")) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-09", "2026-09"), ("09.2026", "2026-09"), ("202609", "2026-09"), ("2026", "2026"), ("Q3 2026", "2026-Q3"), ("2026-Q3", "2026-Q3"),
        ("2026-W36", "2026-09"), ("2026-09-03", "2026-09"), ("someday", None), ("2026-W60", None),
    ],
)  # fmt: skip
def test_a_period_is_read(text: str, period: str | None) -> None:
    assert read_period(text, Calendar("dmy")) == period


COLUMNS: list[tuple[Kind, list[str], list[object], dict[int, str], str]] = [
    ("count", ["20,000", "1.234"], [], {}, "a point between others"),
    ("count", ["20,000", "–"], [20000.0, None], {}, ""),
    ("count", ["20.000", "1.234"], [20000.0, 1234.0], {}, ""),
    ("count", ["12.0", "3.5"], [12.0, 3.5], {1: "“3.5” is no whole number"}, ""),
    ("count", ["-4"], [-4.0], {0: "-4 is below zero"}, ""),
    ("number", ["1,234"], [1234.0], {}, "commas between thousands"),
    ("number", ["NaN", "x"], [None, None], {1: "“x” is no number"}, ""),
    ("share", ["12%", "8 %"], [0.12, 0.08], {}, ""),
    ("share", ["0.12", "0.5"], [0.12, 0.5], {}, ""),
    ("share", ["12", "50"], [0.12, 0.5], {}, "percent"),
    ("share", ["12%", "0.5"], [], {}, "percent sign"),
    ("time", ["3:20", "n/a"], [200.0, None], {}, ""),
    ("time", ["64.2", "58"], [64.2, 58.0], {}, ""),
    ("time", ["3:20", "slow"], [200.0, None], {1: "“slow” is no time"}, ""),
    ("date", ["03/04/2026"], [datetime.date(2026, 4, 3)], {}, "the day first"),
    ("date", ["14/09/2026", "09/14/2026"], [], {}, "month first"),
    ("date", ["soon"], [None], {0: "“soon” is no date"}, ""),
    ("period", ["2026-09"], ["2026-09"], {}, ""),
    ("text", ["a", ""], ["a", None], {}, ""),
]


@pytest.mark.parametrize(("kind", "texts", "values", "wrong", "told"), COLUMNS)
def test_a_column_is_read_as_a_whole(kind: Kind, texts: list[str], values: list[object], wrong: dict[int, str], told: str) -> None:
    found = opened(kind, texts, "dmy", comma=False)
    if not values:
        assert isinstance(found, Fault)
        assert told in found.message
    else:
        assert isinstance(found, Cells)
        assert list(found.values) == values
        assert {at: reason.message for at, reason in found.wrong.items()} == wrong
        assert told in found.assumed if told else not found.assumed
