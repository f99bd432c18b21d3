"""test_compare_any: a reader chooses journeys by the keys, shares the address, and sees what a ready comparison shows."""

import pytest

from browser.axe import findings, window

PAGE = "compare/index.html"
TWO = "#j=first-pair&j=first-pair-next-summer"
READY = "compare/auto--first-pair/index.html"

TABLE = """(() => {
  const seen = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('.sr').forEach(hidden => hidden.remove());
    return copy.textContent.replace(/\\s+/g, '');
  };
  const rows = [...document.querySelectorAll('.compared tbody:not(.overlay, .r-metrics)')];
  const plot = document.querySelector('.overlay .plot');
  return {
    heads: [...document.querySelectorAll('.compared thead th')].map(seen),
    rows: rows.map(row => [row.className, ...[...row.querySelectorAll('th, td')].map(seen)]),
    icons: rows.map(row => [...row.querySelectorAll('use')].map(use => use.getAttribute('href'))),
    links: [...document.querySelectorAll('.compared a')].map(link => link.href),
    curves: [...plot.querySelectorAll('path')].map(path => [path.getAttribute('class'), path.getAttribute('d')]),
    marks: [...plot.querySelectorAll('.mk, .endlab')].map(mark => [mark.className, ['--x', '--y'].map(name => parseFloat(mark.style.getPropertyValue(name)))]),
  };
})()"""
"""Everything that the table of a comparison shows, but for the names of its subjects."""


def chosen(page) -> list[str]:
    """The journeys side by side."""
    return page.locator("#any-chosen b").all_inner_texts()


def add(page, words: str) -> None:
    """Find a journey by some words and choose the first that fits, by the keys alone."""
    before = page.locator("#any-chosen b").count()
    page.keyboard.type(words)
    page.locator("#any-list [aria-selected=true]").wait_for()
    page.keyboard.press("Enter")
    page.locator("#any-chosen b").nth(before).wait_for()


def start(page) -> None:
    """Put the focus where a walk by the keys begins: into the field, coming from the skip link."""
    page.locator("#main").focus() if page.locator("#main[tabindex]").count() else page.locator(".skip").focus()
    for _ in range(20):
        if page.evaluate("document.activeElement.id") == "any-find":
            return
        page.keyboard.press("Tab")
    raise AssertionError("the field can't be reached by Tab")


@pytest.mark.parametrize("http", [False, True], ids=["disk", "http"])
def test_two_and_three_journeys_by_the_keys(visit, http: bool) -> None:
    page = visit(http=http).go(PAGE)
    start(page)
    add(page, "first pair online")
    assert page.locator(".compared").count() == 0
    assert "Choose one more" in page.locator("#any-say").inner_text()
    add(page, "limited")
    page.locator(".compared").wait_for()
    assert page.evaluate("location.hash") == "#j=first-pair&j=limited-drop"
    add(page, "studio")
    page.locator(".curve.s3").first.wait_for(state="attached")
    assert chosen(page) == ["Buying the first pair online", "Catching a limited drop", "From “we need clients” to a digital studio"]
    assert page.locator("#any-say").text_content().startswith(" Side by side: Buying the first pair online")
    assert page.evaluate("document.activeElement.id") == "any-find"


def test_the_list_walks_by_arrows_and_closes_by_escape(visit) -> None:
    page = visit().go(PAGE)
    field = page.locator("#any-find")
    field.focus()
    page.keyboard.press("ArrowDown")
    page.locator("#any-list [data-at]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#any-list [data-at]").nth(1)
    assert field.get_attribute("aria-activedescendant") == second.get_attribute("id")
    assert second.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert not page.locator("#any-list").is_visible()
    page.keyboard.type("zzz")
    page.locator("#any-list [aria-disabled]").wait_for()
    assert page.locator("#any-list [data-at]").count() == 0


def test_an_address_is_shared_restored_and_left(visit) -> None:
    page = visit().go(PAGE, TWO)
    page.locator(".compared").wait_for()
    page.get_by_role("button", name="Remove Buying the first pair online").click()
    page.locator(".compared").wait_for(state="detached")
    assert page.evaluate("location.hash") == "#j=first-pair-next-summer"
    page.go_back()
    page.locator(".compared").wait_for()
    assert chosen(page) == ["Buying the first pair online", "Buying the first pair, next summer"]
    page.go_forward()
    page.locator(".compared").wait_for(state="detached")


def test_another_journey_can_be_the_first(visit) -> None:
    page = visit().go(PAGE, TWO)
    page.locator(".compared").wait_for()
    page.get_by_role("button", name="Make it the first").press("Enter")
    page.locator("#show1:focus").wait_for(state="attached")
    assert page.evaluate("location.hash") == "#j=first-pair-next-summer&j=first-pair"
    assert chosen(page) == ["Buying the first pair, next summer", "Buying the first pair online"]


@pytest.mark.parametrize("folder", ["", "ru/"], ids=["default", "ru"])
def test_it_shows_what_a_ready_comparison_shows(visit, folder: str) -> None:
    ready = visit().go(folder + READY).evaluate(TABLE)
    page = visit().go(folder + PAGE, TWO)
    page.locator(".compared").wait_for()
    made = page.evaluate(TABLE)
    for part in ("heads", "rows", "icons", "links", "curves"):
        assert made[part] == ready[part], part
    assert [name for name, _ in made["marks"]] == [name for name, _ in ready["marks"]]
    for (_, mine), (_, theirs) in zip(made["marks"], ready["marks"], strict=True):
        assert mine == pytest.approx(theirs, abs=0.02), "a place is rounded to hundredths"


def test_only_the_chosen_journeys_are_loaded(visit) -> None:
    visitor = visit(http=True)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url.split("/path/")[-1]))
    page = visitor.go(PAGE, TWO)
    page.locator(".compared").wait_for()
    assert [url for url in asked if url.startswith("journeys/")] == ["journeys/first-pair/compare.js", "journeys/first-pair-next-summer/compare.js"]
    assert "compare/journeys.js" not in asked, "the list is loaded when somebody looks for a journey"


def test_a_bad_choice_is_told_in_a_sentence(visit) -> None:
    page = visit().go(PAGE, "#j=first-pair&j=first-pair&j=..%2F..%2Fassets&j=limited-drop&j=a%20b")
    page.locator(".compared").wait_for()
    said = page.locator("#any-say").inner_text()
    assert "“Buying the first pair online” was asked for twice" in said
    assert "There is no journey “../../assets”." in said
    assert chosen(page) == ["Buying the first pair online", "Catching a limited drop"]
    many = visit().go(PAGE, "#j=first-pair&j=limited-drop&j=wrong-size&j=store-pickup&j=running-club")
    many.locator(".compared").wait_for()
    assert "Only the first four are shown." in many.locator("#any-say").inner_text()
    alone = visit().go(PAGE, "#j=first-pair")
    alone.locator("#any-chosen b").wait_for()
    assert alone.locator("#any-say").inner_text().strip() == "Choose one more, and they stand side by side."


def test_a_journey_that_is_not_there_leaves_the_others(visit) -> None:
    visitor = visit()
    page = visitor.go(PAGE, "#j=nowhere&j=first-pair")
    page.locator("#any-chosen b").wait_for()
    assert "There is no journey “nowhere”." in page.locator("#any-say").inner_text()
    assert all("ERR_FILE_NOT_FOUND" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()


def test_without_script_the_ready_comparisons_are_linked(visit) -> None:
    page = visit(script=False).go(PAGE)
    assert not page.locator("#any").is_visible()
    assert page.locator(".sights a").count() > 2
    page.locator(".sights a").first.click()
    assert page.locator("h1").count() == 1


def test_a_series_is_switched_off_in_the_table_alone(visit) -> None:
    page = visit().go(PAGE, TWO)
    page.locator(".compared .curve.s1").wait_for(state="attached")
    page.locator("#show1").focus()
    page.keyboard.press("Space")
    assert page.locator(".compared .curve.s1").evaluate("path => getComputedStyle(path).display") == "none"
    assert page.locator(".sights .curve.s1").first.evaluate("path => getComputedStyle(path).display") != "none"


@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
def test_the_page_never_scrolls_sideways(visit, width: int) -> None:
    page = visit(width=width).go(PAGE, "#j=first-pair&j=clinic/first-visit&j=studio/first-project")
    page.locator(".compared").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_table_and_the_open_list_are_accessible(visit, width: int, dark: bool) -> None:
    page = window(visit, width=width, dark=dark).go(PAGE, "#j=first-pair&j=clinic/first-visit&j=studio/first-project")
    page.locator(".compared").wait_for()
    page.locator("#any-find").focus()
    page.keyboard.press("ArrowDown")
    page.locator("#any-list [data-at]").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert findings(page) == []
    page.keyboard.type("zzz")
    page.locator("#any-list [aria-disabled]").wait_for()
    assert findings(page) == []
