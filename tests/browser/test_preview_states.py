"""The live preview in the browser: mistakes over the page, pages that come and go, hidden tabs, a preview that ended."""

from pathlib import Path

import pytest

from browser.desk import JOURNEY, PAIR, Desk, Windows, sit, waited
from cjmgen.shell.clock import today
from cjmgen.shell.look import Lookout
from cjmgen.shell.preview import server, stream
from shell.previewing import previewed, until

ROOT = Path(__file__).parent.parent.parent


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(desk: Desk) -> None:
    desk.edit("cjmgen.yml", "period: month", "period: month\neditor: vscode")
    page = desk.go(JOURNEY)
    page.evaluate("scrollTo(0, 640)")
    text = page.evaluate("document.querySelector('main').innerText")
    desk.edit(PAIR, "channel: online-shop", "channel: onlin-shop")
    desk.seen("document.querySelector('.live-open')")
    problem = page.locator(".live-problem").first
    terminal = until(lambda: next((said for said in desk.preview.said if "onlin-shop" in said), None))
    name, _, rest = terminal.rstrip("\n").partition(": ")
    head, _, excerpt = rest.partition("\n")
    assert problem.locator("a").inner_text() == name
    assert problem.locator("a").get_attribute("href") == f"vscode://file{desk.root}/{name}"
    assert " ".join(problem.locator(".live-head").inner_text().split()) == f"{name} {head.replace(']:', ']')}"
    assert problem.locator("pre").inner_text() == excerpt
    assert page.evaluate("document.querySelector('main').innerText") == text
    page.locator("button.live-pill").click()
    assert not page.locator(".live-list").is_visible()
    assert page.locator("button.live-pill").inner_text().endswith("errors")
    desk.edit(PAIR, "channel: onlin-shop", "channel: online-shop")
    desk.seen("document.querySelector('button.live-pill').hidden")
    desk.same()
    assert page.evaluate("scrollY") == 640


def test_a_cell_leads_to_its_line(desk: Desk) -> None:
    desk.edit("cjmgen.yml", "period: month", "period: month\neditor: vscode")
    desk.preview.newer(1)
    page = desk.go(JOURNEY)
    lines = (desk.root / PAIR).read_text("utf-8").splitlines()
    for words in ("Choose a size without", "Thirty-nine, or thirty", "Returns from an e-mail", "Size guide"):
        page.mouse.move(0, 0)
        page.locator("main td", has_text=words).locator("visible=true").first.get_by_text(words).first.hover()
        link = desk.seen(f"(at => at && !at.hidden && decodeURI(at.href).includes({PAIR!r}) && at.href)(document.querySelector('.live-edit'))")
        line = int(link.split(":")[-2])
        assert words.casefold() in lines[line - 1].casefold(), (words, link)
        desk.seen("(document.dispatchEvent(new Event('scroll')), document.querySelector('.live-edit').hidden)")
    whole = page.locator(".live-whole")
    assert whole.get_attribute("href") == f"vscode://file{desk.root}/{PAIR}:1:1"
    assert whole.get_attribute("aria-label") == f"Open {PAIR}:1:1"


def test_a_page_opened_while_the_maps_are_wrong_mends_itself(desk: Desk) -> None:
    desk.edit(PAIR, "channel: online-shop", "channel: onlin-shop")
    desk.preview.newer(1)
    page = desk.go(JOURNEY)
    assert page.locator(".live-open").count() == 1
    desk.edit(PAIR, "channel: onlin-shop", "channel: online-shop")
    desk.seen("document.querySelector('button.live-pill').hidden")


def test_a_page_comes_and_goes_with_its_file(desk: Desk) -> None:
    desk.page.goto(desk.preview.address + "personas/zoe/")
    desk.complaints.clear()  # that it is not there
    waited(desk.page, "window.cjmgenLive && cjmgenLive.heard")
    file = desk.root / "maps" / "personas" / "zoe.yml"
    file.write_text("title: Zoe\n", "utf-8")
    waited(desk.page, "document.title.startsWith('Zoe')")
    waited(desk.page, "cjmgenLive.heard")
    file.unlink()
    waited(desk.page, "!document.title.startsWith('Zoe')")
    desk.complaints.clear()


def test_before_the_first_look_there_is_a_page_that_becomes_the_page(maps: Path, windows: Windows) -> None:
    with previewed(maps, looking=False) as preview:
        page = windows().new_page()
        page.goto(preview.address + JOURNEY)
        assert "Reading the maps" in page.locator("main").inner_text()
        preview.showing.show(preview.showing.now.after(Lookout(maps, today()).look()))
        waited(page, "document.title.startsWith('Buying the first pair')")
        page.close()


def test_a_first_look_that_fails_is_a_page_that_becomes_the_page(maps: Path, windows: Windows) -> None:
    place = maps / PAIR
    text = place.read_text("utf-8")
    place.write_text(text.replace("channel: online-shop", "channel: onlin-shop"), "utf-8")
    with previewed(maps) as preview:
        page = windows().new_page()
        page.goto(preview.address + JOURNEY)
        page.wait_for_selector(".live-problem")
        place.write_text(text, "utf-8")
        waited(page, "document.title.startsWith('Buying the first pair')")
        page.close()


HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_a_hidden_tab_hangs_up_and_catches_up(desk: Desk) -> None:
    page = desk.go(JOURNEY)
    free = desk.preview.server.streams
    until(lambda: free._value == free._initial_value - 1)  # type: ignore[attr-defined]
    page.evaluate(HIDE, True)
    until(lambda: free._value == free._initial_value)  # type: ignore[attr-defined]
    before = desk.preview.showing.now.number
    desk.edit(PAIR, "Size guide", "Guide of sizes")
    desk.preview.newer(before)
    assert "Guide of sizes" not in page.locator("main").inner_text()
    page.evaluate(HIDE, False)
    desk.shows("Guide of sizes")


def test_more_pages_than_a_browser_has_lines(desk: Desk) -> None:
    """Six streams are all that a browser opens to one host: the seventh page would wait for ever."""
    pages = [desk.page.context.new_page() for _ in range(8)]
    for page in pages:
        page.bring_to_front()
        page.goto(desk.preview.address)
        page.evaluate(HIDE, True)
    for page in pages:
        page.close()


def test_a_preview_that_ended_says_so_and_one_that_began_again_is_found(maps: Path, windows: Windows) -> None:
    with previewed(maps) as preview:
        port = preview.port
        desk = sit(preview, windows())
        desk.go(JOURNEY)
    waited(desk.page, "document.querySelector('.live-lost')")
    assert desk.page.locator("button.live-pill").inner_text() == "The preview has ended"
    place = maps / PAIR
    place.write_text(place.read_text("utf-8").replace("Size guide", "Guide of sizes"), "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("shell.previewing.listen", lambda host, _, showing: server.listen(host, port, showing))
        with previewed(maps):
            desk.shows("Guide of sizes")
            waited(desk.page, "document.querySelector('button.live-pill').hidden")
            desk.page.close()


def test_nothing_flashes_for_whoever_asks_for_less_motion(maps: Path, windows: Windows) -> None:
    with previewed(maps) as preview:
        desk = sit(preview, windows(still=True))
        desk.go(JOURNEY)
        desk.edit(PAIR, "Size guide", "Guide of sizes")
        desk.shows("Guide of sizes")
        assert desk.page.evaluate("document.getAnimations().length") == 0
        desk.page.close()


def test_the_panel_is_accessible(desk: Desk) -> None:
    desk.edit("cjmgen.yml", "period: month", "period: month\neditor: vscode")
    page = desk.go(JOURNEY)
    desk.edit(PAIR, "channel: online-shop", "channel: onlin-shop")
    desk.seen("document.querySelector('.live-open')")
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    for scheme in ("light", "dark"):
        page.evaluate(f"document.documentElement.dataset.theme = '{scheme}'")
        found = page.evaluate("axe.run(document.querySelector('.live-panel')).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html)))")
        assert found == []


def test_keep_alive_is_shorter_than_what_proxies_wait() -> None:
    assert stream.TURN * stream.QUIET <= 30
