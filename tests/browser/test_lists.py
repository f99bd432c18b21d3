"""test_lists: filters of a list work over all of its parts; the heat map and the opportunities are walked by keys."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from browser.axe import findings, window
from browser.invented import site_of
from browser.once import once
from browser.server import serving
from site_check.folder import contents
from site_check.links import broken

JOURNEYS = 130
PAGES = ("page/2/index.html", "heatmap/index.html", "heatmap/by-persona/index.html", "opportunities/index.html", "page/opportunities-2/index.html")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of some invented journeys, enough for three parts, in place of the repository's own."""
    return once(tmp_path_factory, "lists", partial(site_of, JOURNEYS)) / "site"


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of this site."""
    with serving(site) as address:
        yield address


def number(text: str) -> int:
    """The first number in a text."""
    return int(re.search(r"\d+", text.replace(",", ""))[0])


@pytest.mark.parametrize("address", ["%", "%E0%A4%A", "__proto__", "persona=__proto__", "persona=%", "constructor"])
def test_an_address_that_names_nothing_is_read_in_silence(visit, address: str) -> None:
    visitor = visit()
    page = visitor.go(f"index.html#{address}")
    settled(page)
    assert page.locator("[data-list] > *:visible").count()


def settled(page) -> None:
    """Wait until the list shows what was asked for."""
    page.locator("[data-list]:not([aria-busy])").wait_for(state="attached")


def titles(page, what: str = ".card h3") -> list[str]:
    return page.locator(what).all_inner_texts()


@pytest.mark.parametrize("http", [False, True], ids=["from-disk", "below-a-base-path"])
@pytest.mark.parametrize("path", ["index.html", "page/3/index.html", "ru/index.html"])
def test_a_filter_finds_journeys_of_all_parts(visit, path: str, http: bool) -> None:
    visitor = visit(http=http)
    page = visitor.go(path)
    before, full = titles(page), page.locator("#count").inner_text()
    page.locator("select[name=persona]").select_option(index=1)
    settled(page)
    found = titles(page)
    assert len(found) == number(page.locator("#count").inner_text()) > 1
    assert not set(found) <= set(before), "some of them stand on other parts"
    assert not page.locator(".pager").is_visible()
    assert page.evaluate("[...document.querySelectorAll('use')].every(use => document.querySelector(use.getAttribute('href')))")
    again = visitor.go("page/2/index.html" if path != "ru/index.html" else "ru/page/2/index.html", page.evaluate("location.hash"))
    settled(again)
    assert titles(again) == found, "the address holds the choice on every part"
    page.locator("select[name=persona]").select_option(index=0)
    settled(page)
    visitor.go(path)
    assert (titles(page), page.locator("#count").inner_text()) == (before, full)


def test_what_a_filter_brought_leads_where_it_says(visit) -> None:
    page = visit().go("page/3/index.html")
    page.locator("select[name=team]").select_option(index=1)
    settled(page)
    title = titles(page)[0]
    page.locator(".card h3 a").first.click()
    page.wait_for_load_state("load")
    assert page.locator("h1").inner_text().startswith(title)


def test_more_than_a_page_of_matches_is_shown_on_demand(visit) -> None:
    page = visit().go("page/2/index.html")
    page.locator("select[name=status]").select_option("live")
    settled(page)
    total = number(page.locator("#count").inner_text())
    assert page.locator(".card").count() == 60 < total
    more = page.locator("#more")
    more.focus()
    page.keyboard.press("Enter")
    page.locator(".card").nth(60).wait_for()
    assert page.locator(".card").count() == min(total, 120)
    assert page.evaluate("[...document.querySelectorAll('.card')].indexOf(document.activeElement.closest('.card'))") == 60


def test_nothing_found_can_be_cleared(visit) -> None:
    page = visit().go("index.html")
    page.locator("input[name=q]").fill("no such words anywhere")
    settled(page)
    assert page.locator("#none").is_visible()
    assert page.locator(".card").count() == 0
    page.locator("#clear").click()
    settled(page)
    assert page.locator(".card").count() == 60
    assert page.evaluate("location.hash") == ""


def test_an_address_leads_to_the_part_of_its_opportunity(visit, site: Path) -> None:
    spot = re.search(r'<li id="(o-[^"]+)"', (site / "page/opportunities-3/index.html").read_text("utf-8"))[1]
    visitor = visit()
    page = visitor.go("opportunities/index.html", f"#{spot}")
    page.wait_for_url(f"**/page/opportunities-3/index.html#{spot}")
    assert page.locator(f"[id='{spot}']").is_visible()


def test_the_matrix_shows_what_the_list_shows(visit) -> None:
    page = visit().go("opportunities/index.html")
    full = page.locator(".marks").inner_text()
    page.locator("select[name=team]").select_option(index=1)
    settled(page)
    total = number(page.locator("#count").inner_text())
    marks = page.locator(".marks [data-o]:visible").count()
    rest = sum(number(text) for text in page.locator(".marks .rest:visible").all_inner_texts())
    assert marks + rest == total
    page.locator("select[name=team]").select_option(index=0)
    settled(page)
    assert page.locator(".marks").inner_text() == full


def test_the_heat_map_is_one_stop_and_arrows_walk_its_cells(visit) -> None:
    page = visit().go("heatmap/index.html")
    links = page.locator(".heat tbody :is(th, td) > a")
    assert links.evaluate_all("all => all.filter(link => link.tabIndex === 0).length") == 1
    links.first.focus()

    def place() -> list[int]:
        return page.evaluate("(cell => [cell.parentNode.rowIndex, cell.cellIndex])(document.activeElement.parentNode)")

    start = place()
    page.keyboard.press("ArrowDown")
    assert place() == [start[0] + 1, 0]
    page.keyboard.press("ArrowRight")
    right = place()
    assert right[1] > 0
    page.keyboard.press("ArrowUp")
    assert place()[0] == start[0]
    page.keyboard.press("End")
    assert place()[1] >= right[1]
    page.keyboard.press("Home")
    assert place() == start
    page.keyboard.press("ArrowRight")
    goal = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(goal)
    assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_switch_of_the_heat_map_follows_the_arrow_keys(visit, script: bool) -> None:
    visitor = visit(script=script)
    page = visitor.go("heatmap/index.html")
    assert page.locator(".heat .e:visible").count()
    page.locator("#show-emotion").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#show-pains").is_checked()
    assert (page.locator(".heat .e:visible").count(), page.locator(".key.e:visible").count()) == (0, 0)
    assert page.locator(".heat .p:visible").count()
    assert page.locator(".key.p").is_visible()
    if script:
        assert page.evaluate("location.hash") == "#show=pains"
        page.locator("select[name=persona]").select_option(index=1)
        assert "show=pains" in page.evaluate("location.hash")
        again = visitor.go("heatmap/index.html", "#show=pains")
        assert again.locator("#show-pains").is_checked()
        again.locator(".ways-to a").nth(1).click()
        again.wait_for_load_state("load")
        assert again.locator("#show-pains").is_checked(), "the choice goes along to other rows"


def test_the_heat_map_filters_over_all_parts(visit) -> None:
    page = visit().go("page/heatmap-2/index.html")
    page.locator("select[name=persona]").select_option(index=1)
    settled(page)
    assert page.locator("tbody[data-list] > tr").count() == number(page.locator("#count").inner_text())
    stops = page.locator(".heat tbody :is(th, td) > a").evaluate_all("all => all.filter(link => link.tabIndex === 0).length")
    assert stops == 1


@pytest.mark.parametrize("path", PAGES)
def test_long_lists_are_accessible(visit, path: str) -> None:
    found = {}
    page = window(visit).go(path)
    for width, theme in product((1440, 390), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found[width, theme] = findings(page)
    assert {way: problems for way, problems in found.items() if problems} == {}


@pytest.mark.parametrize("lens", ["pains", "evidence", "weight", "conversion"])
def test_every_colour_of_the_heat_map_can_be_read(visit, lens: str) -> None:
    page = window(visit).go("heatmap/index.html", f"#show={lens}")
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    assert broken(contents(site)) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_long_lists_do_not_scroll_sideways(visit, script: bool) -> None:
    visitor = visit(width=320, script=script)
    for path in PAGES:
        page = visitor.go(path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path


def test_without_script_the_pager_leads_through_all_parts(visit) -> None:
    page = visit(script=False).go("heatmap/index.html")
    rows = page.locator("tbody[data-list] > tr").count()
    while (following := page.locator(".pager a[rel=next]")).count():
        following.click()
        page.wait_for_load_state("load")
        rows += page.locator("tbody[data-list] > tr").count()
    assert rows == JOURNEYS
