"""test_changes: the page of changes in a browser: sound in every way it may be met, readable without script, and on paper."""

import gzip
import re
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
from browser.test_markup import STYLE, nu
from browser.test_print import CUT, LEAST, SMALL
from shell.repository import Repo
from site_check.folder import contents
from site_check.links import broken

PAIR = "maps/journeys/first-pair.yml"
EDITS = (
    (r"emotion: \{mean: -1.4, n: 11, sd: 0.6\}", "emotion: -0.6"), (r"severity: critical", "severity: medium"),
    (r"emotion: 0\.6\n", "emotion: -1.2\n"), (r"(  pains:\n)(  - id: two-prices)", r"\1  - {id: sold-out, title: Sold out, severity: critical}\n\2"),
    (r"without a trip to the mall, and without guessing the size", "without a trip to the mall, and knows her size before she pays"),
    (r"\n- id: consideration\n", "\n- id: doubt\n  title: Doubt\n  touchpoints: [{title: A friend shrugs, emotion: -1}]\n\n- id: consideration\n"),
    (r"works: \"?yes\"?", 'works: "no"'), (r"Photos on people instead of a white background", "Photos on feet in the evening light"),
    (r"people: 1990", "people: 1800"),
)  # fmt: skip
PAGE = "changes/pr-42/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own maps as a site that tells what a few edits changed."""
    return once(tmp_path_factory, "changed", _edited) / "site"


def _edited(top: Path) -> None:
    shutil.copytree(ROOT / "maps", top / "maps")
    shutil.copy(ROOT / "cjmgen.yml", top)
    repo = Repo(top, top)
    repo.git("init", "-q", "-b", "main")
    repo.commit()
    text = (top / PAIR).read_text("utf-8")
    for old, new in EDITS:
        text, times = re.subn(old, new, text, count=1)
        assert times == 1, old
    wrong = (top / "maps/journeys/wrong-size.yml").read_text("utf-8")
    repo.write(**{PAIR: text, "maps/journeys/wrong-size.yml": wrong.replace("emotion: -1.4", "emotion: -0.4", 1)})
    command = [sys.executable, "-m", "cjmgen", "-C", str(top), "build", "--since", "main", "--changes", "pr-42", "--today", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    """The address of this site."""
    with serving(site) as address:
        yield address


WAYS = [*product((1440, 1024, 390, 320), ("light", "dark"))]
SOME = [(1440, "light"), (1024, "dark"), (390, "dark"), (320, "light")]


@pytest.mark.parametrize(("path", "script"), [*product((PAGE, f"ru/{PAGE}"), (True, False))])
def test_it_is_sound_however_it_is_met(visit, path: str, script: bool) -> None:
    """Without script at each width in one of the colours: every two of width, colours, script and language meet."""
    visitor = window(visit, script=script)
    page = visitor.go(path)
    wrong = []
    for width, theme in WAYS if script else SOME:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        wrong += [f"{width} {theme}: {found}" for found in findings(page)]
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wrong += [f"{width}: {across} px too wide"] if across > 0 else []
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    assert wrong + findings(page) == []
    assert page.locator(".change").count() >= 2
    assert page.locator("main .js-only:visible").count() == 0


def test_the_nu_checker_finds_nothing_and_all_links_lead_somewhere(site: Path) -> None:
    assert nu(site / PAGE, site / "ru" / PAGE, site / "assets" / "takes.css", site / "assets" / "changes.css") == []
    assert broken(contents(site), [PAGE, f"ru/{PAGE}", "index.html", "journeys/first-pair/index.html"]) == []


def test_its_style_is_light(site: Path) -> None:
    packed = [len(gzip.compress((site / "assets" / name).read_bytes(), 9, mtime=0)) for name in ("cjm.css", "map.css", "takes.css", "changes.css")]
    assert sum(packed) <= STYLE


def test_kinds_of_change_are_switched_off_without_script(visit) -> None:
    page = visit(script=False).go(PAGE)
    assert page.locator(".done > .added:visible").count() > 0
    page.locator("label:has(#k-added)").click()
    assert page.locator(".done > .added:visible").count() == 0
    assert page.locator(".done > .changed:visible").count() > 0


def test_stages_without_a_change_keep_their_columns(visit) -> None:
    page = visit().go(PAGE)
    heads = page.locator(".map.changed thead").first.locator("th")
    tops = heads.evaluate_all("cells => cells.map(cell => Math.round(cell.getBoundingClientRect().top))")
    assert len(tops) > 7
    assert len(set(tops)) == 1
    assert page.locator("th.still").count() > 0


def test_a_line_leads_to_its_place_in_the_map(visit) -> None:
    page = visit().go(PAGE)
    page.get_by_role("link", name="Pain “Sold out”").click()
    assert page.evaluate("document.querySelector(':target').textContent").startswith("+added: Sold out")
    box = page.locator(":target").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900


def test_paper_shows_all_of_it(visit) -> None:
    page = visit(width=1512).go(PAGE)
    page.locator("label:has(#k-changed)").click()
    page.emulate_media(media="print")
    assert page.locator(".done > .changed:visible").count() > 0, "on paper nothing is switched off"
    assert page.evaluate(SMALL, LEAST) == []
    assert page.evaluate(CUT) == []
    assert page.locator("details .lines > li").first.is_visible() == (page.locator("details .lines > li").count() > 0)
