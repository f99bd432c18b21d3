"""A measured figure is shown with what it leans on, and says no more than that."""

import datetime

import pytest

from cjmgen.model.amount import Amount
from cjmgen.numbers.change.step import Counted
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.measured import Measured, Point
from cjmgen.numbers.share import Count, share
from cjmgen.pages.data.metrics import metrics
from cjmgen.pages.journey.grounds import Open, grounds
from cjmgen.pages.plan import plan
from cjmgen.render.page import render
from pages.atlases import atlas
from pages.changed import theme

FILES: dict[str, str | bytes] = {
    "cjmgen.yml": "title: Shop\n",
    "maps/metrics/way.yml": "title: Way\ntype: funnel\nsource: {file: way.csv, profile: ga4-funnel, stages: {a: look, b: own}}\n",
    "maps/metrics/way.csv": "# 20261001-20261031\nStep,Active users,Completion rate\na,400,25%\nb,100,\n",
    "maps/metrics/booked.yml": "title: Booked\ntype: conversion\ntarget: 15%\nsource: {file: b.csv, period: m, value: k, people: n}\n",
    "maps/metrics/b.csv": "m,k,n\n2026-09,300,4000\n2026-10,410,4200\n",
    "maps/journeys/buy.yml": "title: Buy\nfunnel: way\nstages:\n- {id: look, title: Look, metrics: [booked, {title: T, value: 3}]}\n- {id: own, title: Own}\n",
}


def of(*counts: tuple[int, int]) -> Measured:
    points = []
    for at, (k, n) in enumerate(counts):
        counted = Count(k, n)
        found = share(counted)
        assert found
        points.append(Point(f"2026-{at + 1:02}", found, counted))
    return Measured(tuple(points), (), (), (), "share")


def test_a_figure_has_n_interval_and_whether_it_moved() -> None:
    found = grounds(of((300, 4000), (410, 4200)))
    assert found
    assert (found.n, found.few) == (4200, False)
    assert found.low
    assert found.high
    assert found.low.value < 410 / 4200 < found.high.value
    assert found.move
    assert (found.move.period, found.move.before.value, found.move.noise) == ("2026-01", 0.075, "beyond")


@pytest.mark.parametrize(("counts", "few", "noise"), [(((1, 9), (2, 9)), True, "within"), (((20, 40), (20, 40)), False, "within")])
def test_few_are_marked_and_small_changes_may_be_noise(counts: tuple[tuple[int, int], ...], few: bool, noise: str) -> None:
    found = grounds(of(*counts))
    assert found
    assert found.move
    assert (found.few, found.move.noise) == (few, noise)


def test_what_came_ready_made_has_neither_n_nor_interval() -> None:
    ready = Measured((Point("2026-09", Estimate(3.9, None, None, 0, "given")), Point("2026-10", Estimate(4.1, None, None, 0, "given"))), (), (), ())
    found = grounds(ready)
    assert found
    assert (found.n, found.few, found.low, found.high) == (0, False, None, None)
    assert found.move
    assert found.move.noise == "unknown"


@pytest.mark.parametrize(("low", "high", "shown"), [(30.2, 59.09, (30, 59, 0)), (4.351, 4.449, (4.35, 4.45, 2)), (10.21, 12.3, (10.2, 12.3, 1)), (3.482, 4.0, (3.48, 4.0, 2))])
def test_bounds_have_the_digits_that_say_anything(low: float, high: float, shown: tuple[float, float, int]) -> None:
    counted: Counted = Sample(1, 1, 50)
    found = grounds(Measured((Point("2026-10", Estimate((low + high) / 2, low, high, 50, "student"), counted),), (), (), ()))
    assert found
    assert (found.low, found.high) == tuple(Amount(end, "number", digits=shown[2], even=shown[2] > 0) for end in shown[:2])


def snapshot(*rows: str) -> str:
    """A snapshot whose people of October had no two days to go on after the 29th."""
    head = "# Counted by cjmgen pull. Don't change it by hand: it is written anew\n# A journey may take 172800 seconds; those begun after 2026-10-29 had less"
    return "\n".join((head, "period,segment,stage,people,lost,median_seconds,p90_seconds", *rows)) + "\n"


SEPTEMBER, OCTOBER = ("2026-09,,look,400,300,,", "2026-09,,own,100,,,"), ("2026-10,,look,400,360,,", "2026-10,,own,40,,,")


@pytest.mark.parametrize(("rows", "value", "shown"), [((*SEPTEMBER, *OCTOBER), 0.25, False), (OCTOBER, 0.1, True)])
def test_a_month_whose_people_had_less_time_is_marked_on_the_page_and_in_the_data(rows: tuple[str, ...], value: float, shown: bool) -> None:
    way = "title: Way\ntype: funnel\ntarget: 30%\nsource: {file: way.csv}\n"
    stage = "title: Buy\nfunnel: way\nstages:\n- {id: look, title: Look}\n- {id: own, title: Own, metrics: [way]}\n"
    files = {**FILES, "maps/metrics/way.yml": way, "maps/metrics/way.csv": snapshot(*rows), "maps/journeys/buy.yml": stage}
    made = atlas(files)
    until = {"period": "2026-10", "after": "2026-10-29", "seconds": 172800, "until": "2026-11-03", "shown": shown}
    assert [(each["value"], each["change"], each["immature"]) for each in metrics(made, made.journey("buy"))] == [(value, None, [until])] * 2
    found = grounds(made.measured["way"])
    assert found
    assert found.open == Open("2026-10", datetime.date(2026, 10, 29), Amount(172800, "time"), shown)
    page = next(page for page in plan(made).pages if page.path == "journeys/buy/index.html")
    html = render(page, theme(), theme().speaker("en")).decode()
    told = "not whole yet: those who began after 29 October 2026 had less than 2 days to go on"
    assert html.count(told if shown else told.replace("not whole yet", "left out, with all later")) == 2  # beside the funnel, and the metric
    assert ("n 400, not whole yet</summary>" in html) == shown
    assert ("missed" in html.partition('class="metric"')[2].partition("</details>")[0]) != shown


PARTS = [("20261001-20261031", False), ("20261001-20261005", True)]


@pytest.mark.parametrize(("days", "part"), PARTS)
def test_people_of_a_part_of_a_month_are_said_to_be_so_and_worth_nothing_a_month(days: str, part: bool) -> None:
    stages = "stages:\n- {id: look, title: Look}\n- {id: own, title: Own, entry: {target: 40%}}\n"
    journey = f"title: Buy\nfunnel: way\nvalue: {{per_conversion: 10, currency: EUR, period: month}}\n{stages}"
    way = f"# {days}\nStep,Active users,Completion rate\na,400,25%\nb,100,\n"
    made = atlas({**FILES, "maps/metrics/way.csv": way, "maps/journeys/buy.yml": journey})
    page = next(page for page in plan(made).pages if page.path == "journeys/buy/index.html")
    html = render(page, theme(), theme().speaker("en")).decode()
    assert ("October 2026: not whole yet" in html) == part
    assert (" a month" in html) != part
    value = made.journeys["buy"].value
    assert value
    assert value.period == ("" if part else "month")


def test_nothing_measured_has_no_grounds() -> None:
    assert grounds(None) is None
    assert grounds(Measured((), (("look", 4),), (), ())) is None


def test_the_data_has_the_figures_of_the_page() -> None:
    made = atlas(FILES)
    way, booked, typed = metrics(made, made.journey("buy"))
    assert (way["stage"], way["people"], way["value"], way["until"]) == (None, {"look": 400, "own": 100}, 0.25, "2026-10-31")
    assert (booked["stage"], booked["value"], booked["n"], booked["target"], booked["change"]) == ("look", 0.097619, 4200, 0.15, "beyond")
    assert (booked["low"], booked["high"]) == (0.0890073, 0.106966)
    assert (typed["value"], typed["n"]) == (3, None)


def test_the_last_day_is_that_of_the_newest_file() -> None:
    assert atlas(FILES).measured["way"].as_of == datetime.date(2026, 10, 31)
