"""test_families: a change is tested among all metrics of its journey wherever the journey is told; the metric's page tells both."""

import json
import re

import pytest

from cjmgen.insight.kinds import insights
from cjmgen.insight.record import record
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.heading import heading
from cjmgen.numbers.measured import Measured, Point
from cjmgen.pages.plan import Plan, plan
from cjmgen.pages.site.sitemap import Subject
from diff.test_table import side
from pages.atlases import atlas
from pages.changed import html, laid

SOURCE = "type: conversion\nsource: {{file: {id}.csv, period: m, value: k, people: n}}\n"


def files(last: int, *others: str) -> dict[str, str]:
    """A journey with a metric that went from 31 % to `last` of 1,000, and with others that stay as they are."""
    known = {"orders": last, **dict.fromkeys(others, 310)}
    metrics = {f"maps/metrics/{id}.yml": f"title: {id.capitalize()}\n" + SOURCE.format(id=id) for id in known}
    tables = {f"maps/metrics/{id}.csv": f"m,k,n\n2026-09,310,1000\n2026-10,{k},1000\n" for id, k in known.items()}
    told = f"title: Buying\nstages:\n- {{title: See, metrics: [{', '.join(known)}]}}\n- {{title: Buy}}\n"
    return {"cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n", "maps/journeys/buying.yml": told, **metrics, **tables}


OTHERS = ("calls", "visits", "returns", "clicks", "chats", "mails")


def view(found: Plan, kind: str, id: str):
    return next(page for page in found.pages if page.subject == Subject(kind, id) and page.language == "en").view()


@pytest.mark.parametrize(
    ("last", "others", "lane", "page", "doubts"),
    [
        (265, (), "beyond", "beyond", []),
        (265, OTHERS, "within", "beyond", [("Buying", 7)]),
        (200, OTHERS, "beyond", "beyond", []),
        (300, OTHERS, "within", "within", []),
    ],
)
def test_the_journey_tests_all_its_metrics_together(
    last: int, others: tuple[str, ...], lane: str, page: str, doubts: list[tuple[str, int]]
) -> None:
    project = atlas(files(last, *others))
    found = plan(project)
    orders = view(found, "journey", "buying").metrics.cells[0][0]
    metric = view(found, "metric", "orders")
    assert (orders.grounds.move.noise, metric.newest.change.noise) == (lane, page)
    assert [(each.journey.said.text, each.tested) for each in metric.doubts] == doubts
    told = [insight.said.key for insight in insights(project, "buying")]
    assert ("insight.metric.fell" in told) is (lane == "beyond")


@pytest.mark.parametrize("last", [265, 200])
def test_an_insight_of_a_metric_is_the_same_on_its_page_and_of_the_journey(last: int) -> None:
    project = atlas(files(last, *OTHERS))
    twin = json.loads(json.dumps(plan(project).by_path["metrics/orders/index.json"].view()))["insights"]
    of_journey = [record(each) for each in insights(project, "buying") if each.kind == "metric"]
    assert twin == json.loads(json.dumps(of_journey))


def test_the_data_tell_the_family_and_its_raised_p() -> None:
    computed = plan(atlas(files(265, *OTHERS))).by_path["metrics/orders/index.json"].view()["computed"]
    assert computed["step"]["noise"] == "beyond"
    (family,) = computed["families"]
    assert (family["journey"], family["tested"], family["noise"]) == ("buying", 7, "within")
    assert family["p"] == pytest.approx(7 * computed["step"]["p"])


def test_months_that_are_missing_are_heeded_wherever_a_trend_is_told() -> None:
    points = tuple(Point(f"2026-{month:02}", Estimate(month, None, None, 100, "given")) for month in (1, 2, 8, 9, 10))
    gapped, periods = heading(Measured(points, (), (), ()), ())
    close, _ = heading(None, (1, 2, 8, 9, 10))
    assert gapped
    assert close
    assert (gapped.slope.value, periods) == (1, 5)
    assert close.slope.value > 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2 figures were tested together for what is more than noise."),
        ("ru", "2 числа проверены вместе, больше ли разница, чем шум."),
    ],
)
def test_the_page_of_changes_says_among_how_many_figures(language: str, said: str) -> None:
    calls = "maps/metrics/calls.csv"
    settings = {"cjmgen.yml": f"languages: [{language}]\n"}
    old, new = (side({**files(k, "calls"), **settings, calls: f"m,k,n\n2026-10,{k - 5},1000\n"}) for k in (310, 265))
    assert said in re.sub(r"<[^>]+>|\s+", " ", html(laid(new, old=old)[0]))
