"""test_search: a few letters find a touchpoint, by keys alone, from disk as from a host; nothing of it shows without script."""

import pytest

HOME = "index.html"


def typed(page, query: str):
    """The page with a query typed after `/`, all files of the search taken in."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_function("() => !/…|so far|Пока/.test(document.querySelector('.finder-said').textContent) && document.querySelector('.finder-said').textContent")
    return page


def titles(page) -> list[str]:
    """The titles of the results that are shown."""
    return page.locator(".find-title").all_inner_texts()


@pytest.mark.parametrize("http", [False, True], ids=["disk", "host"])
def test_four_letters_and_enter_open_the_touchpoint(visit, http: bool) -> None:
    page = typed(visit(http=http).go(HOME), "size")
    assert page.locator(".find-one").first.inner_text().startswith("Size guide")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/first-pair/index.html#t-decision-size-guide")
    assert page.evaluate("document.querySelector(':target').textContent").strip().startswith("Size guide")


def test_enter_waits_for_what_is_still_loading(visit) -> None:
    page = visit().go(HOME)
    page.keyboard.press("/")
    page.keyboard.type("size guide")
    page.keyboard.press("Enter")
    page.wait_for_url("**#t-decision-size-guide")
