"""test_history: the pages of a past in a browser: sound in every way they may be met, linked with one another, readable without script."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from browser.axe import findings, window
from browser.conftest import ROOT
from browser.once import once
from browser.server import serving
from browser.test_markup import nu
from shell.repository import Repo
from site_check.folder import contents
from site_check.links import broken

MAP = "maps/journeys/first-pair.yml"
EDITS = (("severity: critical", "severity: medium"), ("emotion: 0.6\n", "emotion: -1.2\n"), ("- id: consideration\n  title:", "- id: consideration\n  optional: true\n  title:"))
PAST, LIST = "journeys/first-pair/history.html", "history/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own maps as a site with a past of a few edits, the last of them not committed."""
    return once(tmp_path_factory, "past", _edited) / "site"


def _edited(top: Path) -> None:
    shutil.copytree(ROOT / "maps", top / "maps")
    shutil.copy(ROOT / "cjmgen.yml", top)
    repo = Repo(top, top)
    repo.git("init", "-q", "-b", "main")
    repo.commit()
    repo.git("tag", "v1")
    text = (top / MAP).read_text("utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
        repo.commit(**{MAP: text})
    repo.write(**{MAP: text.replace("severity: high", "severity: low", 1)})
    command = [sys.executable, "-m", "cjmgen", "-C", str(top), "build", "--history", "--today", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def pages(site: Path) -> list[str]:
    """The past of a journey, the list of revisions, and two revisions that are compared."""
    across = sorted(path.relative_to(site).as_posix() for path in site.glob("history/*-*/index.html"))
    return [f"{language}{path}" for language in ("", "ru/") for path in (PAST, LIST, across[0])]


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """The address of this site."""
    with serving(site) as address:
        yield address


WAYS = [*product((1440, 390), ("light", "dark"))]


@pytest.mark.parametrize(("script", "ways"), [(True, WAYS), (False, [WAYS[0], WAYS[3]])], ids=["script", "no-script"])
def test_they_are_sound_however_they_are_met(visit, pages: list[str], script: bool, ways: list[tuple[int, str]]) -> None:
    """Every two of width, colours and script meet."""
    visitor, wrong = window(visit, script=script), []
    for path in pages:
        page = visitor.go(path)
        for width, theme in ways:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=theme)
            wrong += [f"{path} {width} {theme}: {found}" for found in findings(page)]
            across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wrong += [f"{path} {width}: {across} px too wide"] if across > 0 else []
    assert wrong == []


def test_the_nu_checker_finds_nothing_and_all_links_lead_somewhere(site: Path, pages: list[str]) -> None:
    assert nu(*(site / path for path in pages), site / "assets" / "history.css") == []
    assert broken(contents(site), [*pages, "journeys/first-pair/index.html"]) == []


def test_the_way_from_a_map_to_two_of_its_revisions(visit) -> None:
    page = visit(script=False).go("journeys/first-pair/index.html")
    page.get_by_role("link", name="History", exact=True).click()
    assert page.locator("tbody tr").first.inner_text().startswith("5")
    assert "Not committed yet" in page.locator("main").inner_text()
    page.get_by_role("link", name="All revisions of the project").click()
    page.get_by_role("link", name="From v1 to").first.click()
    assert "From v1 to" in page.title()
