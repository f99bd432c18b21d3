"""test_places: every heading and every stage has an address that can be copied; reports name the place they are about."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent.parent
REPORTS = "https://example.org/new?body={url}&title={title}"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's maps with a way to report problems, built."""
    project = tmp_path_factory.mktemp("reported") / "project"
    shutil.copytree(ROOT / "maps", project / "maps")
    settings = (ROOT / "cjmgen.yml").read_text("utf-8")
    (project / "cjmgen.yml").write_text(f"{settings}\nurl: https://maps.example.org/\nissue_url: '{REPORTS}'\n", "utf-8")
    command = [sys.executable, "-m", "cjmgen", "-C", str(project), "build", "--today", "2026-11-21"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    return project / "site"


def test_a_heading_leads_to_itself_without_script(visit, samples) -> None:
    visitor = visit(script=False)
    for sample in samples:
        page = visitor.go(sample.path)
        for link in page.locator(":is(h2, h3) > a.here:visible").all()[:3]:
            where = link.get_attribute("href")
            link.press("Enter")
            assert page.evaluate("[location.hash, document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null]") == [where, True], sample.path


@pytest.mark.parametrize("http", [False, True], ids=["from-disk", "http"])
def test_following_a_place_copies_its_address_and_says_so(visit, journey: str, http: bool) -> None:
    visitor = visit(http=http)
    if http:
        visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.go(journey)
    stage = page.locator(".map thead a.here").nth(1)
    stage.click()
    assert page.evaluate("location.hash") == stage.get_attribute("href")
    if http:
        told = page.locator("#told")
        assert told.get_attribute("role") == "status"
        page.wait_for_function("document.getElementById('told').textContent !== ''")
        assert told.inner_text() == told.get_attribute("data-copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_an_opened_detail_offers_its_place(visit, journey: str) -> None:
    page = visit().go(journey)
    fold = page.locator("details.tp.has").first
    assert fold.locator(".place").count() == 0
    fold.locator("summary").click()
    page.wait_for_function("document.querySelector('details.tp.has[open] .place a.here') !== null")
    assert fold.locator(".place a.here").evaluate("a => a.hash.slice(1)") == fold.get_attribute("id")
    assert fold.locator(".place a.report").count() == 0, "nobody said where reports go"
    fold.locator("summary").click()
    fold.locator("summary").click()
    assert fold.locator(".place").count() == 1


def test_a_report_names_the_place(browser: Browser, reported: Path, journey: str) -> None:
    page = browser.new_page()
    address = "https%3A//maps.example.org/" + journey.removesuffix("index.html")
    page.goto(f"{(reported / journey).as_uri()}")
    foot = page.locator(".foot a.report")
    assert f"body={address}&" in (foot.get_attribute("href") or "")
    page.locator("details.tp.has summary").first.click()
    here = page.locator("details.tp.has[open] .place a.report")
    here.wait_for()
    place = page.locator("details.tp.has[open]").get_attribute("id")
    assert f"body={address.replace('/', '%2F')}%23{place}&title=" in (here.get_attribute("href") or "")
    page.evaluate("location.hash = '#evidence'")
    foot.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    foot.click()
    assert "%23evidence&" in (foot.get_attribute("href") or "")
    page.close()


def test_the_language_switch_keeps_the_place(visit, journey: str) -> None:
    page = visit().go(journey, "#evidence")
    page.locator(".tools a[hreflang=ru]").click()
    page.wait_for_load_state("load")
    assert page.evaluate("location.hash + document.documentElement.lang") == "#evidenceru"
