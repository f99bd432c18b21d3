"""conftest: the repository's own site, built once through the command line, served from disk and below a base path, in Chromium."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from browser.desk import Desk, Windows, sit
from browser.once import once
from browser.server import serving
from browser.visitor import Lobby, Open, Visitor
from shell.previewing import previewed

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = ["--no-sandbox", "--js-flags=--no-opt --no-maglev"]
"""Every page is new, so what a compiler would spend on its script, and on axe-core's above all, never pays."""

LONGEST = ("test_preview_endurance", "test_lighthouse", "test_portfolio", "test_accessibility", "test_circumstances")
"""The files with the longest tests. They come first: at the end of a run only short ones are left to be shared."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished site."""
    if given := request.config.getoption("--site"):
        return Path(given).resolve()
    return once(tmp_path_factory, "own-maps", _built) / "site"


def _built(folder: Path) -> None:
    command = [sys.executable, "-m", "cjmgen", "-C", str(ROOT), "build", "--output", str(folder / "site"), "--today", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    assert done.returncode == 0, done.stdout + done.stderr


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to look at: its path in the site and its kind, as in `journey ru`."""

    path: str
    kind: str


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Sample]:
    """Every page of the site."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [Sample(path, _kind(path)) for path in paths if 'http-equiv="refresh"' not in (site / path).read_text("utf-8")]


def _kind(path: str) -> str:
    parts = path.split("/")
    language = parts.pop(0) if len(parts[0]) == 2 else "default"
    folder = parts[0] if len(parts) > 1 else "home" if parts[0] == "index.html" else "missing"
    return f"{folder}{' read' if parts[-1] == 'read.html' else ''} {language}"


@pytest.fixture(scope="session")
def samples(pages: list[Sample], site: Path) -> list[Sample]:
    """One page of every kind and language: the largest, which has the most to go wrong."""
    largest: dict[str, Sample] = {}
    for page in sorted(pages, key=lambda page: (site / page.path).stat().st_size):
        largest[page.kind] = page
    return [largest[kind] for kind in sorted(largest)]


@pytest.fixture(scope="session")
def journey(samples: list[Sample]) -> str:
    """The largest journey page in the default language."""
    return next(page.path for page in samples if page.kind == "journeys default")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium; nothing is downloaded."""
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if not path:
        pytest.skip("there is no chromium; `make test` says how to get it, CHROMIUM=path names one")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """The address of the site under http. Whoever puts another site in place says so of this one as well: both live as long."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def lobby(browser: Browser) -> Lobby:
    """Where windows are opened."""
    return Lobby(browser)


@pytest.fixture
def visit(lobby: Lobby, site: Path, origin: str) -> Iterator[Open]:
    """Opens windows: `visit(width=390, dark=True, script=False, http=True)`. No page may complain or ask for anything outside."""

    def opening(width: int = 1440, height: int = 900, dark: bool = False, script: bool = True, http: bool = False) -> Visitor:
        return lobby.enter(origin if http else site.as_uri() + "/", width, height, dark, script)

    yield opening
    assert lobby.empty() == []


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """A copy of this repository's maps, to be edited."""
    shutil.copytree(ROOT / "maps", tmp_path / "shop" / "maps")
    shutil.copy(ROOT / "cjmgen.yml", tmp_path / "shop")
    return tmp_path / "shop"


@pytest.fixture
def windows(browser: Browser) -> Iterator[Windows]:
    """Opens windows on a preview: `windows(width=390, still=True)`."""
    made: list[BrowserContext] = []

    def opening(width: int = 1440, still: bool = False) -> BrowserContext:
        motion: Literal["reduce", "no-preference"] = "reduce" if still else "no-preference"
        made.append(browser.new_context(viewport={"width": width, "height": 900}, reduced_motion=motion, service_workers="block"))
        return made[-1]

    yield opening
    for each in made:
        each.close()


@pytest.fixture
def desk(maps: Path, windows: Windows) -> Iterator[Desk]:
    """A preview of the maps and a window on it, which may not complain."""
    with previewed(maps) as preview:
        yield (made := sit(preview, windows()))
        made.page.close()
    assert made.complaints == []
