"""test_search: a few letters find a touchpoint, by keys alone, from disk as from a host; nothing of it shows without script."""

import re

import pytest
from playwright.sync_api import expect

from browser.axe import findings, window

HOME = "index.html"
DONE = re.compile(r"^(Results: |Nothing found|Найдено: |По запросу)")
CHOSEN = ".find-one[aria-selected=true]"


def typed(page, query: str):
    """The page with a query typed after `/`, once everything has been looked through."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator(".finder-said")).to_have_text(DONE)
    return page


def titles(page) -> list[str]:
    """The titles of the results that are shown."""
    return page.locator(".find-title").all_inner_texts()


@pytest.mark.parametrize("http", [False, True], ids=["disk", "host"])
def test_four_letters_and_enter_open_the_touchpoint(visit, http: bool) -> None:
    page = typed(visit(http=http).go(HOME), "size")
    assert titles(page)[0] == "Size guide"
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/first-pair/index.html#t-decision-size-guide")
    assert page.evaluate("document.querySelector(':target').textContent").strip().startswith("Size guide")


def test_enter_waits_for_what_is_still_loading(visit) -> None:
    page = visit().go(HOME)
    page.keyboard.press("/")
    page.keyboard.type("size guide")
    page.keyboard.press("Enter")
    page.wait_for_url("**#t-decision-size-guide")


def test_enter_waits_for_the_panel_itself(visit) -> None:
    page = visit().go(HOME)
    held = []
    page.route("**/assets/search/panel.js", lambda route: held.append(route))
    page.keyboard.press("/")
    page.keyboard.type("size guide")
    page.keyboard.press("Enter")
    while not held:
        page.evaluate("0")
    held[0].continue_()
    page.wait_for_url("**#t-decision-size-guide")


def test_results_are_walked_by_keys(visit) -> None:
    page = typed(visit().go(HOME), "size")
    field, options = page.locator("#search"), page.locator(".find-one")
    last = options.count() - 1
    assert last > 5

    def chosen() -> int:
        assert page.locator(CHOSEN).count() == 1
        assert field.get_attribute("aria-activedescendant") == page.locator(CHOSEN).get_attribute("id")
        return [options.nth(at).get_attribute("aria-selected") for at in range(last + 1)].index("true")

    assert chosen() == 0
    for key, at in (("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", last), ("ArrowDown", 0), ("End", last), ("Home", 0)):
        page.keyboard.press(key)
        assert chosen() == at, key
    assert page.evaluate("document.activeElement.id") == "search", "the field keeps the focus"
    more = page.locator(".find-more").first
    kind = more.get_attribute("data-kind")
    before = options.count()
    while page.locator(CHOSEN).get_attribute("data-kind") != kind:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert options.count() > before
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert not page.locator(".find-list").is_visible()


def test_escape_leads_back_to_where_the_reader_was(visit) -> None:
    page = visit().go(HOME)
    page.locator("a.brand").focus()
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "brand"


def test_a_slash_in_a_field_is_a_letter(visit) -> None:
    page = visit().go(HOME)
    page.locator("input[name=q]").focus()
    page.keyboard.type("a/b")
    assert page.locator("input[name=q]").input_value() == "a/b"


def test_the_pattern_of_a_combobox_holds(visit) -> None:
    page = typed(visit().go(HOME), "size")
    field = page.locator("#search")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    box = page.locator(f"#{field.get_attribute('aria-controls')}")
    assert box.get_attribute("role") == "listbox"
    groups = box.locator("[role=group]")
    assert groups.count() > 2
    for at in range(groups.count()):
        assert page.locator(f"#{groups.nth(at).get_attribute('aria-labelledby')}").inner_text()
    status = page.locator(".finder-said")
    assert status.get_attribute("role") == "status"
    shown = int(status.inner_text().split()[-1])
    assert shown >= box.locator("a[role=option]").count() > 0
    assert box.locator("mark").first.inner_text().lower() == "size"


def test_nothing_found_says_so_and_what_to_try(visit) -> None:
    page = typed(visit().go(HOME), 'zzz <img src=x onerror="x">')
    assert page.locator(".finder-said").inner_text() == 'Nothing found for “zzz <img src=x onerror="x">”.'
    assert page.locator(".find-note").is_visible()
    assert page.locator(".find-one").count() == 0


@pytest.mark.parametrize(("query", "title"), [("доставкой", "Доставка"), ("РАЗМЕРОМ", "Размеры"), ("рамзер", "Размеры")])
def test_russian_finds_other_forms_and_forgives_slips(visit, query: str, title: str) -> None:
    page = typed(visit().go("ru/index.html"), query)
    assert title in titles(page)
    assert page.locator(".find-one").first.get_attribute("href").split("/site")[-1].count("ru/journeys/") == 1


def test_a_place_in_a_hidden_lane_is_shown(visit, journey: str) -> None:
    page = visit().go(journey)
    page.locator("#lens-numbers").check()
    typed_title = page.locator(".tp:not(details)").first
    assert not typed_title.is_visible()
    page.evaluate("document.activeElement.blur()")
    page = typed(page, "size guide")
    page.keyboard.press("Enter")
    expect(page.locator("#lens-all")).to_be_checked()
    expect(page.locator(":target")).to_be_in_viewport()


def test_without_script_there_is_no_search_field(visit) -> None:
    page = visit(script=False).go(HOME)
    assert page.locator(".finder").count() == 1
    assert not page.locator(".finder").is_visible()


@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_open_panel_is_accessible_and_fits(visit, width: int, dark: bool) -> None:
    page = typed(window(visit, width, dark).go(HOME), "size")
    assert findings(page) == []
    box = page.locator(".finder-box").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_on_a_phone_it_fills_the_window_and_a_button_closes_it(visit) -> None:
    page = typed(visit(width=390, height=800).go(HOME), "size")
    assert page.locator(".finder-box").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 800}
    page.locator(".finder-close").click()
    assert page.locator(".finder-box").bounding_box()["height"] < 100
