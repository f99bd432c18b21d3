"""How a metric stands to its goal; a goal that was due is judged by the figure of its day, whatever came later."""

import datetime

import pytest

from cjmgen.model.metric import Metric
from cjmgen.numbers.aim import aim
from cjmgen.numbers.measured import Immature, Measured, Part, Point
from cjmgen.numbers.share import Count, share

TODAY = datetime.date(2026, 11, 26)


def point(period: str, k: int) -> Point:
    counted = Count(k, 1000)
    figure = share(counted)
    assert figure
    return Point(period, figure, counted)


def measured(*months: tuple[str, int], **more: object) -> Measured:
    return Measured(tuple(point(*each) for each in months), (), (), (), "share", **more)  # type: ignore[arg-type]


def metric(due: str | None, **more: object) -> Metric:
    return Metric.model_validate({"id": "orders", "type": "conversion", "value": "37%", "target": "36%", "due": due, **more})


def judged(of: Metric, by: Measured | None) -> tuple[str, float, str, bool]:
    found = aim(of, by, TODAY)
    assert found
    return str(found.standing), found.figure.value, found.period, found.is_older


MISSED_THEN_MET = ("2026-05", 300), ("2026-06", 310), ("2026-07", 420)
MET_THEN_SHORT = ("2026-05", 300), ("2026-06", 420), ("2026-07", 310)


@pytest.mark.parametrize(
    ("due", "months", "said"),
    [
        (None, MISSED_THEN_MET, ("met", 0.42, "", False)),
        ("2026-11-26", MET_THEN_SHORT, ("short", 0.31, "", False)),  # the day itself is not over
        ("2026-06-30", MISSED_THEN_MET, ("missed", 0.31, "2026-06", False)),
        ("2026-06-02", MISSED_THEN_MET, ("missed", 0.31, "2026-06", False)),
        ("2026-06-30", MET_THEN_SHORT, ("met", 0.42, "2026-06", False)),
        ("2026-07-31", MET_THEN_SHORT, ("missed", 0.31, "", False)),
        ("2026-08-01", MET_THEN_SHORT, ("short", 0.31, "", True)),  # August has no figure
        ("2026-06-30", (("2026-05", 300), ("2026-07", 420)), ("short", 0.3, "2026-05", True)),  # nor has June
        ("2026-01-31", MISSED_THEN_MET, ("met", 0.42, "", False)),  # all that is known came later
        ("2026-06-30", (("2026-Q1", 300), ("2026-Q2", 310), ("2026-Q3", 420)), ("missed", 0.31, "2026-Q2", False)),
        ("2026-06-30", (("2026-06", 355), ("2026-07", 420)), ("close", 0.355, "2026-06", False)),
    ],
)
def test_the_figure_of_the_day_is_judged(due: str | None, months: tuple[tuple[str, int], ...], said: tuple[str, float, str, bool]) -> None:
    assert judged(metric(due), measured(*months)) == said


def test_a_period_that_is_not_whole_misses_nothing_yet() -> None:
    part = Part("2026-07", point("2026-07", 310).estimate, (datetime.date(2026, 7, 1), datetime.date(2026, 7, 9)))
    young = Immature("2026-07", datetime.date(2026, 7, 2), 86400, datetime.date(2026, 8, 30), shown=True)
    assert judged(metric("2026-07-05"), measured(("2026-07", 310), parts=(part,))) == ("short", 0.31, "", True)
    assert judged(metric("2026-07-05"), measured(("2026-07", 310), immature=(young,))) == ("open", 0.31, "", False)
    assert judged(metric(None), measured(("2026-07", 310), immature=(young,)))[0] == "open"


def part(period: str) -> Part:
    return Part(period, point(period, 1).estimate, None)


@pytest.mark.parametrize(
    ("due", "months", "said"),
    [
        ("2026-07-31", (("2026-06", 310), ("2026-07", 420)), ("short", 0.31, "2026-06", True)),
        ("2026-07-31", (("2026-06", 420), ("2026-07", 310)), ("met", 0.42, "2026-06", True)),
        ("2026-07-31", (("2026-07", 420),), ("open", 0.42, "", True)),
        ("2026-07-31", (("2026-07", 310),), ("short", 0.31, "", True)),
        ("2026-12-31", (("2026-06", 310), ("2026-07", 420)), ("open", 0.42, "", False)),
        (None, (("2026-06", 310), ("2026-07", 420)), ("open", 0.42, "", False)),
        (None, (("2026-06", 310), ("2026-07", 365)), ("close", 0.365, "", False)),
    ],
)
def test_a_month_that_is_not_whole_meets_no_goal(due: str | None, months: tuple[tuple[str, int], ...], said: tuple[str, float, str, bool]) -> None:
    assert judged(metric(due), measured(*months, parts=(part("2026-07"),))) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"value": "30%"}, ("missed", 0.3, "", False)),
        ({"value": "30%", "period": "2026-05"}, ("short", 0.3, "", True)),
        ({"value": "30%", "period": "2026-06"}, ("missed", 0.3, "", False)),
        ({"value": "30%", "updated": "2026-06-01"}, ("short", 0.3, "", True)),
        ({"value": "30%", "updated": "2026-07-01"}, ("missed", 0.3, "", False)),
        ({}, ("close", 0.37, "", False)),
    ],
)
def test_a_typed_figure_counts_if_it_reaches_up_to_the_day(more: dict[str, object], said: tuple[str, float, str, bool]) -> None:
    assert judged(metric("2026-06-30", **more), None) == said


def test_without_a_goal_of_its_kind_there_is_nothing_to_judge() -> None:
    assert aim(metric(None, target=None), None, TODAY) is None
    assert aim(metric(None, target=5), None, TODAY) is None
