"""test_accessibility: every page opens from disk in silence, and axe-core finds nothing on it; nor in what unfolds."""

import pytest

from browser.axe import findings, window

NARROW, WIDE = (390, "dark"), (1440, "light")
WAYS = (NARROW, WIDE, (390, "light"), (1440, "dark"))
"""Pages of one kind hold the same parts, so that each way meets every part: `test_circumstances` meets them with more."""

SHARES = 8
"""All pages are looked at in so many tests, so that several processes can share the work."""


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_accessible(visit, pages, samples, share: int) -> None:
    """Every page in one of the ways, in turn; the largest of each kind narrow and dark, and wide and light with all that folds open."""
    visitor = window(visit)
    found = {}
    for turn, sample in list(enumerate(pages))[share::SHARES]:
        way = NARROW if sample in samples else WAYS[turn // SHARES % len(WAYS)]
        turned(visitor.page, *way)
        page = visitor.go(sample.path)
        assert page.title(), sample.path
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", f"{sample.path} has no style"
        found[sample.path, way] = findings(page)
        if sample in samples:
            turned(page, *WIDE)
            page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
            found[sample.path, "unfolded"] = findings(page)
    assert {where: problems for where, problems in found.items() if problems} == {}


def turned(page, width: int, theme: str) -> None:
    """Give a window another width and other colours."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)


def test_axe_would_find_a_mistake(visit, samples) -> None:
    page = window(visit).go(samples[0].path)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    assert {found.split(":")[0] for found in findings(page)} >= {"image-alt", "button-name"}


def test_axe_would_find_a_mistake_without_script(visit, samples) -> None:
    page = window(visit, script=False).go(samples[0].path)
    assert not page.evaluate("document.documentElement.classList.contains('js')")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert "image-alt" in {found.split(":")[0] for found in findings(page)}


@pytest.mark.parametrize("path", ["index.html", "ru/index.html"])
def test_the_menus_of_the_bar_are_accessible(visit, path) -> None:
    """They lie over the page when they are open, so they have a test of their own."""
    page = window(visit).go(path)
    page.evaluate("document.querySelector('main').remove(); document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.locator("details[open]").count() > 0
    rules = ("landmark-one-main", "region", "page-has-heading-one", "skip-link")
    assert [each for each in findings(page) if not each.startswith(rules)] == []
