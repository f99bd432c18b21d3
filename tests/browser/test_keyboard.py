"""test_keyboard: everything on a page can be reached and done with the keys alone."""

import re

import pytest

HOME = "index.html"

RINGED = """(() => {
  const focused = document.activeElement, ringed = (e, part) => e && getComputedStyle(e, part).outlineStyle !== 'none';
  return focused === document.body || ringed(focused) || ringed(focused, '::after') || ringed(focused.closest('label, .card'));
})()"""
"""Whether an outline is drawn around what has the focus, or around the label or card it fills."""


def focused(page, what: str) -> object:
    """A property of the element that has the focus."""
    return page.evaluate(f"document.activeElement.{what}")


def test_the_first_stop_skips_to_the_content(visit, journey: str) -> None:
    page = visit().go(journey)
    page.keyboard.press("Tab")
    assert focused(page, "getAttribute('href')") == "#main"
    assert page.locator("a.skip").bounding_box()["y"] >= 0, "the skip link shows itself when it has the focus"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_lane_switch_follows_the_arrow_keys(visit, journey: str, script: bool) -> None:
    page = visit(script=script).go(journey)
    everything = page.locator(".lane:visible").count()
    page.locator("input[name=lens]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=lens]").nth(1).is_checked()
    assert 0 < page.locator(".lane:visible").count() < everything
    page.keyboard.press("ArrowLeft")
    assert page.locator(".lane:visible").count() == everything


def test_the_map_steps_by_stage(visit, journey: str) -> None:
    page = visit(width=1024).go(journey)
    box = page.locator(".map")
    box.focus()

    def scrolled() -> float:
        return box.evaluate("b => b.scrollLeft")

    page.keyboard.press("End")
    end = scrolled()
    page.keyboard.press("Home")
    assert scrolled() == 0 < end
    page.keyboard.press("ArrowRight")
    assert 0 < scrolled() <= end
    page.keyboard.press("1")
    assert scrolled() == 0


def test_the_curve_is_one_stop_and_walks_by_arrows(visit, journey: str) -> None:
    page = visit().go(journey)
    dots = page.locator(".dots").first.locator("a.dot")
    assert dots.count() > 2
    assert [dots.nth(n).get_attribute("tabindex") for n in range(dots.count())].count("0") == 1
    dots.first.focus()
    page.keyboard.press("ArrowRight")
    assert focused(page, "href") == dots.nth(1).evaluate("a => a.href")
    page.keyboard.press("End")
    assert focused(page, "href") == dots.last.evaluate("a => a.href")
    page.keyboard.press("Home")
    assert focused(page, "href") == dots.first.evaluate("a => a.href")


def test_enter_on_the_curve_leads_to_the_touchpoint(visit, journey: str) -> None:
    page = visit().go(journey)
    page.locator(".dots a.dot").first.focus()
    page.keyboard.press("Enter")
    goal = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert goal
    assert page.evaluate("id => document.getElementById(id) !== null", goal)


def test_the_theme_button_says_and_remembers_its_state(visit) -> None:
    visitor = visit(http=True)
    page = visitor.go(HOME)
    button = page.locator("#theme")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page = visitor.go(HOME)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_typing_filters_the_cards(visit) -> None:
    page = visit().go(HOME)
    cards = page.locator(".card:visible")
    before, title = cards.count(), page.locator(".card:visible h3").last.inner_text()
    page.locator("input[name=q]").focus()
    page.keyboard.type(title)
    assert 0 < cards.count() < before
    count = page.locator("#count")
    assert count.get_attribute("aria-live") == "polite"
    assert re.search(rf"\b{cards.count()}\b", count.inner_text())
    page.keyboard.type("/")
    assert page.locator("input[name=q]").input_value().endswith("/"), "a slash in a field is a letter"


def test_the_filter_is_kept_in_the_address(visit) -> None:
    visitor = visit()
    page = visitor.go(HOME)
    choice = page.locator("#filters select").first
    choice.select_option(index=1)
    shown, fragment = page.locator(".card:visible").count(), page.evaluate("location.hash")
    assert "=" in fragment
    page = visitor.go(HOME, fragment)
    assert page.locator(".card:visible").count() == shown
    assert page.locator("#filters select").first.input_value() != ""


def test_what_has_the_focus_is_seen(visit, samples) -> None:
    visitor = visit()
    for sample in samples:
        page = visitor.go(sample.path)
        for _ in range(12):
            page.keyboard.press("Tab")
            ringed, who = page.evaluate(f"[{RINGED}, document.activeElement.outerHTML.slice(0, 120)]")
            assert ringed, f"{sample.path}: {who}"


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_mark_and_its_line_light_up_together(visit, by: str) -> None:
    page = visit().go("opportunities/index.html")
    mark = page.locator(".marks [data-o]").first
    if by == "mouse":
        mark.hover()
    else:
        mark.focus()
    assert "hot" in mark.get_attribute("class")
    assert page.locator(".oppl .hot").get_attribute("id") == mark.get_attribute("data-o")
    page.locator(".oppl > li a:visible").nth(8).focus()
    assert page.locator(".oppl .hot").count() == 1
    assert page.locator(".oppl .hot").get_attribute("id") != mark.get_attribute("data-o")
