"""test_layout: nothing scrolls sideways, nothing is cut off, with script and without; and paper shows every lane."""

import pytest

WIDTHS = [320, 360, 390, 480, 768, 769, 1024, 1152, 1280, 1407, 1408, 1440, 1920]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_no_page_scrolls_sideways(visit, samples, script: bool) -> None:
    visitor = visit(script=script)
    wide = []
    for sample in samples:
        page = visitor.go(sample.path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide += [f"{sample.path} at {width}: {across} px too wide"] if across > 0 else []
        if not script:
            reads(page, sample.path)
    assert wide == []


def reads(page, path: str) -> None:
    """A page says everything without script, and offers nothing that needs one."""
    assert page.locator("h1").is_visible(), path
    assert page.locator(".js-only:visible").count() == 0, f"{path} shows a control that does nothing"
    assert page.locator(".card[hidden]").count() == 0


def test_the_map_scrolls_in_itself_where_it_does_not_fit(visit, journey: str) -> None:
    page = visit(width=390).go(journey)
    assert page.evaluate("(b => b.scrollWidth > b.clientWidth)(document.querySelector('.map'))")


def test_every_lane_is_printed_whatever_the_switch_says(visit, journey: str) -> None:
    page = visit().go(journey)
    page.locator("input[name=lens]").nth(1).check(force=True)
    on_screen = page.locator(".lane:visible").count()
    page.emulate_media(media="print")
    lanes = page.locator(".lane")
    assert 0 < on_screen < lanes.count()
    assert [lanes.nth(n).get_attribute("class") for n in range(lanes.count()) if not lanes.nth(n).is_visible()] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_paper_is_light_and_without_controls(visit, journey: str, dark: bool) -> None:
    page = visit(dark=dark).go(journey)
    page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    assert page.locator("header.top").is_hidden()
    channels = page.evaluate("getComputedStyle(document.querySelector('h1')).color.match(/[\\d.]+/g).map(Number)")
    assert max(channels[:3]) < 128, "ink on paper is dark"


def test_folded_parts_are_printed(visit, journey: str) -> None:
    page = visit().go(journey)
    page.emulate_media(media="print")
    hidden = page.evaluate(
        "[...document.querySelectorAll('.map details')].filter(d => ![...d.children].slice(1).every(c => c.checkVisibility())).length"
    )
    assert hidden == 0
