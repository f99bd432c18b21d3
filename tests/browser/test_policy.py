"""test_policy: what a page's policy forbids does not run, were it ever to get into a page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from browser.server import serving

INJECTED = """
<p id="target">x</p>
<script>window.ran = 'an inline script';</script>
<script src="data:text/javascript,window.ran='a script as data'"></script>
<script src="https://example.org/foreign.js"></script>
<img src="none.png" alt="" onerror="window.ran = 'a handler'">
<style>#target { font-size: 99px; }</style>
<iframe src="index.html" title="x"></iframe>
<object data="assets/icon.svg"></object>
<base href="https://example.org/">
<a id="script" href="javascript:window.ran='an address'">x</a>
"""


@pytest.fixture(scope="module")
def injected(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the home page into which somebody got everything that must not be."""
    folder = tmp_path_factory.mktemp("injected")
    shutil.copytree(site / "assets", folder / "assets")
    page = (site / "index.html").read_text("utf-8")
    (folder / "index.html").write_text(page.replace("</main>", f"{INJECTED}</main>"), "utf-8")
    return folder


@pytest.fixture(params=["disk", "http"])
def address(request: pytest.FixtureRequest, injected: Path) -> Iterator[str]:
    if request.param == "disk":
        yield (injected / "index.html").as_uri()
        return
    with serving(injected) as served:
        yield f"{served}index.html"


def test_nothing_injected_runs(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    blocked: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None)


    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="window.ran = 'a foreign script'", content_type="text/javascript")

    context.route("https://example.org/**", answer)
    page.goto(address, wait_until="load")
    page.evaluate("document.getElementById('script').click()")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.getElementById('target')).fontSize") != "99px"
    assert page.evaluate("document.documentElement.classList.contains('js')"), "the site's own script runs"
    assert page.evaluate("new URL('x', document.baseURI).host") != "example.org"
    assert asked == []
    assert [frame.url for frame in page.frames[1:] if frame.url.endswith("index.html")] == []
    assert len(blocked) >= 6
    context.close()
