"""test_silence: pages make no error and no request to the outside, from disk and below a base path."""

import pytest

PARTS = 4
"""Every page is opened; in parts, so that workers can share them."""


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_open_in_silence_below_a_base_path(visit, pages, part: int) -> None:
    """From disk `test_accessibility` opens every page, with the same ears."""
    visitor = visit(http=True)
    for page in pages[part::PARTS]:
        assert visitor.go(page.path).title(), page.path
        assert visitor.page.evaluate("getComputedStyle(document.body).margin") == "0px", f"{page.path} has no style"


def test_the_visitor_would_notice(visit, samples) -> None:
    visitor = visit()
    page = visitor.go(samples[0].path)
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))")
    page.evaluate("setTimeout(() => { throw new Error('on purpose') })")
    page.wait_for_function("performance.now() > 0")
    page.evaluate("new Promise(done => setTimeout(done))")
    assert len(visitor.complaints) >= 2
    visitor.complaints.clear()


STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


@pytest.mark.parametrize("turn", ["first", "second"])
@pytest.mark.parametrize("http", [False, True], ids=["from-disk", "below-a-base-path"])
def test_a_visitor_leaves_nothing_to_the_next(visit, http: bool, turn: str) -> None:
    page = visit(http=http).go("index.html")
    assert page.evaluate(STORED) == [0, 0, ""], turn
    page.evaluate("localStorage.x = sessionStorage.x = 1")
    page.evaluate("location.protocol.startsWith('http') && (document.cookie = 'x=1')")
    assert page.evaluate(STORED)[:2] == [1, 1]
    assert page.evaluate("history.length") == 2


def test_links_work_from_disk(visit, samples) -> None:
    visitor = visit()
    page = visitor.go("index.html")
    page.locator(".card h3 a").first.click()
    page.wait_for_load_state("load")
    assert page.url.endswith("index.html")
    assert page.locator("h1").count() == 1
    page.locator("a.brand").click()
    page.wait_for_load_state("load")
    assert page.url == f"{visitor.start}index.html"
