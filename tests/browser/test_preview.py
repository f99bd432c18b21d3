"""The live preview in the browser: an edit is seen without a reload, and whatever the reader did to the page stays."""

from browser.desk import JOURNEY, MORE, PAIR, Desk


def test_an_edit_is_seen_and_everything_else_stays(desk: Desk) -> None:
    page = desk.go(JOURNEY)
    page.evaluate("document.querySelector('main details').open = true")
    page.locator("label:has(input[type=radio])").nth(2).click()
    page.evaluate("scrollTo(0, 640)")
    page.evaluate("document.querySelector('a[href^=\"#o-\"], main td a').focus({ preventScroll: true })")
    before = "[scrollY, document.activeElement.outerHTML, document.querySelector('main details').open, document.querySelector('input[type=radio]:checked').id]"
    kept = page.evaluate(before)
    desk.edit(PAIR, "Size guide", "Guide of sizes")
    desk.shows("Guide of sizes")
    assert page.evaluate(before) == kept
    assert page.locator(".live-changed").count() > 0
    desk.seen("!document.querySelector('.live-changed')")


def test_a_touchpoint_more_is_wired_like_the_others(desk: Desk) -> None:
    """Scripts walk along the curve: they have to know of the new point."""
    page = desk.go(JOURNEY)
    page.evaluate("document.querySelector('main details').open = true; scrollTo(0, 640)")
    points = page.locator(".dots a.dot").count()
    desk.edit(PAIR, MORE, "- {title: Shelf, channel: online-shop, emotion: 1}\n  " + MORE)
    desk.shows("Shelf")
    assert page.evaluate("document.querySelector('main details').open")
    assert abs(page.evaluate("scrollY") - 640) < 200
    dots = page.locator(".dots a.dot")
    assert dots.count() == points + 1
    assert page.locator(".dots a.dot[tabindex='0']").count() == page.locator(".dots").count()
    page.locator(".dots a.dot[tabindex='0']").first.focus()
    names = []
    for _ in range(page.locator(".dots").first.locator("a.dot").count()):
        names.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("ArrowRight")
    assert len(set(names)) == len(names)
    assert any("Shelf" in name for name in names)


def test_a_stage_that_is_renamed_is_renamed_in_the_copy_of_the_header_too(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 1000, "height": 800})
    page = desk.go(JOURNEY)
    page.evaluate("scrollTo(0, 900)")
    desk.edit(PAIR, "title: {en: Decision,", "title: {en: Choice,")
    desk.shows("Choice")
    assert page.locator(".stagebar").count() == page.locator(".map").count()
    assert "Choice" in page.evaluate("document.querySelector('.stagebar').textContent")


def test_the_title_and_the_bar_follow(desk: Desk) -> None:
    page = desk.go("")
    desk.edit("cjmgen.yml", "en: Northstep journeys", "en: Southstep journeys")
    desk.seen("document.title.includes('Southstep')")
    assert page.locator(".brand").inner_text() == "Southstep journeys"
    desk.same()


def test_styles_are_swapped_in_place(desk: Desk) -> None:
    page = desk.go(JOURNEY)
    page.evaluate("scrollTo(0, 500)")
    sheets = page.locator("link[rel=stylesheet]").count()
    desk.edit("cjmgen.yml", "period: month", "period: month\ntheme: shop")
    style = desk.root / "themes" / "shop" / "assets" / "style" / "99-shop.css"
    style.parent.mkdir(parents=True)
    style.write_text("/* shop */\n:root { --paper: rgb(1, 2, 3) }\n", "utf-8")
    desk.seen("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    style.write_text("/* shop */\n:root { --paper: rgb(4, 5, 6) }\n", "utf-8")
    desk.seen("getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")
    desk.seen(f"document.querySelectorAll('link[rel=stylesheet]').length === {sheets}")
    assert page.evaluate("scrollY") == 500
    desk.same()


def test_a_filter_stays_and_knows_the_new_journey(desk: Desk) -> None:
    page = desk.go("")
    page.locator("#filters input[name=q]").fill("pair")
    shown = page.locator("[data-list] > :visible").count()
    page.locator("#filters input[name=q]").focus()
    (desk.root / "maps" / "journeys" / "third-pair.yml").write_text("title: A third pair\npersonas: [anna]\nstages: [{title: Look}]\n", "utf-8")
    desk.shows("A third pair")
    assert page.locator("#filters input[name=q]").input_value() == "pair"
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.locator("[data-list] > :visible").count() == shown + 1
    page.locator("#filters input[name=q]").fill("")
    desk.shows("A third pair")


def test_compared_journeys_stay_chosen_and_follow(desk: Desk) -> None:
    page = desk.go("compare/#j=first-pair&j=wrong-size")
    desk.seen("document.querySelector('#any-result table')")
    desk.edit(PAIR, "Size guide", "Guide of sizes")
    desk.shows("Guide of sizes")
    assert page.evaluate("location.hash") == "#j=first-pair&j=wrong-size"
    assert page.locator("#any-chosen input").count() == 2


def test_search_finds_what_was_written_since(desk: Desk) -> None:
    page = desk.go(JOURNEY)
    page.keyboard.press("/")
    page.keyboard.type("marsupial")
    desk.seen("document.querySelector('.finder-said').textContent.trim()")
    page.keyboard.press("Escape")
    desk.edit(PAIR, "Size guide", "Marsupial guide")
    desk.shows("Marsupial guide")
    page.keyboard.press("/")
    page.keyboard.press("Control+A")
    page.keyboard.type("marsupial")
    desk.seen("document.querySelector('.finder').textContent.includes('Marsupial guide')")
    desk.same()
