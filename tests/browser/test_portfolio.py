"""test_portfolio: a thousand invented journeys make a site whose pages stay small, whose links hold and whose lists can be walked."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from browser.axe import findings, window
from browser.invented import site_of
from browser.once import once
from browser.server import serving
from site_check.folder import contents
from site_check.links import broken

JOURNEYS = 1000
ALIKE = re.compile(r"(?:^|/)(?:journeys|compare|page)/")
FEW = re.compile(r"journeys/00/j0000|compare/who--00[1-9]|/page/[a-z-]*[23]/")
PAGE = 300_000
WAYS = 12
"""Entries of the bar at most, folded ones included, however many journeys there are."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a thousand journeys, in place of the repository's own.

    In Russian alone, whose letters take two bytes each, so that no page is heavier in another language: the links between languages hold
    wherever there are several parts of a list, as in `test_lists`, and a thousand journeys take their time.
    """
    return once(tmp_path_factory, "portfolio", partial(site_of, JOURNEYS, languages="ru")) / "site"


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of this site."""
    with serving(site) as address:
        yield address


def test_every_journey_has_its_page(site: Path) -> None:
    assert len(list(site.glob("journeys/*/*/index.html"))) == JOURNEYS


def test_no_page_is_heavy(site: Path) -> None:
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert {path: size for path, size in sizes.items() if size > PAGE} == {}


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    """Pages of journeys, of comparisons and of later parts of lists are alike, so a share of them speaks for all; every other page is read."""
    whole = contents(site)
    read = [path for path in whole if path.endswith(".html") and (not ALIKE.search(path) or FEW.search(path))]
    assert 50 < len(read) < 1000
    assert broken(whole, read) == []


def test_the_bar_stays_usable(visit) -> None:
    visitor = window(visit, width=1024)
    page = visitor.go("index.html")
    assert 2 <= page.locator(".nav a").count() <= WAYS
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert findings(page) == []


def test_a_long_list_is_walked_by_its_pager(visit) -> None:
    page = visit().go("index.html")
    first = page.locator(".cards h3 a").first.inner_text()
    page.locator(".pager a[rel=next]").click()
    page.wait_for_load_state("load")
    assert page.url.endswith("page/2/index.html")
    assert page.locator(".cards h3 a").first.inner_text() != first
