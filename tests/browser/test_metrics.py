"""test_metrics: the pages of metrics in a browser: readable at every width, in the dark and on paper, found by the search, and without script."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from browser.axe import findings, window

PAGES = (
    "metrics/index.html", "metrics/nps/index.html", "metrics/first-pair-funnel/index.html", "metrics/csat/index.html",
    "ru/metrics/decision-to-purchase/index.html",
)  # fmt: skip


@pytest.mark.parametrize("width", [390, 1024])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_a_metric_is_readable_at_every_width(visit, path: str, width: int) -> None:
    page = window(visit, width=width).go(path)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert findings(page) == []


def test_names_below_the_drawing_do_not_touch(visit) -> None:
    for width in (390, 1440):
        page = window(visit, width=width).go("ru/metrics/nps/index.html")
        boxes = [each.bounding_box() for each in page.locator(".ticks li").all() if each.is_visible()]
        assert len(boxes) > 3
        assert all(one["x"] + one["width"] < other["x"] for one, other in pairwise(boxes))


def test_the_table_tells_what_the_drawing_shows(visit) -> None:
    page = visit(script=False).go("metrics/nps/index.html")
    assert page.locator(".series svg[role=img]").get_attribute("aria-label").startswith("NPS from March 2026 to October 2026: first 38, last 46")
    page.locator(".series summary").click()
    assert page.locator(".values tbody tr").count() == 8
    assert page.locator(".values tbody tr").first.inner_text().split() == ["October", "2026", "46", "30–59", "100"]


def test_on_paper_all_periods_are_told(visit) -> None:
    page = visit().go("metrics/decision-to-purchase/index.html")
    page.emulate_media(media="print")
    assert page.locator(".values").bounding_box()["height"] > 0
    assert not page.locator(".nav").is_visible()


def test_a_journey_leads_to_a_metric_and_the_metric_back(visit) -> None:
    page = visit().go("journeys/first-pair/index.html")
    page.locator(".metric a.name", has_text="NPS").click()
    page.wait_for_load_state("load")
    assert page.url.endswith("metrics/nps/index.html")
    page.locator(".used a", has_text="Advocacy").click()
    page.wait_for_load_state("load")
    assert page.url.endswith("journeys/first-pair/index.html#s-advocacy")


def test_metrics_are_narrowed_down_by_their_goal(visit) -> None:
    page = visit().go("metrics/index.html")
    page.locator("select[name=standing]").select_option("short")
    rows = page.locator(".measures tbody tr")
    assert 0 < rows.count() < 10
    assert all("Behind" in row.inner_text() for row in rows.all())


def test_the_search_finds_a_metric_by_its_title(visit) -> None:
    page = visit().go("index.html")
    page.keyboard.press("/")
    page.keyboard.type("exits at size guide")
    expect(page.locator(".finder-said")).to_have_text(re.compile("^Results: "))
    ways = [each.get_attribute("href") for each in page.locator("a.find-one").all()]
    assert any(way.endswith("metrics/exits-at-size-guide/index.html") for way in ways)


@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("language", ["", "ru/"])
def test_large_sums_stay_in_one_line_and_inside_of_the_drawing(visit, width: int, language: str) -> None:
    page = window(visit, width=width).go(f"{language}metrics/ad-spend/index.html")
    figure = page.locator(".big-one b")
    high = figure.evaluate("each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight)")
    assert high < 1.5
    frame = page.locator("figure.series").bounding_box()
    for label in page.locator(".scale li").all():
        box = label.bounding_box()
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= page.locator(".series .plot").bounding_box()["x"]


def test_the_words_on_a_goal_stand_below_it_where_both_have_no_room(visit) -> None:
    page = window(visit, width=320).go("ru/metrics/index.html")
    lines = "every => every.map(each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight))"
    assert 1.5 < max(page.locator(".measures .stand").evaluate_all(lines)) < 4.5
