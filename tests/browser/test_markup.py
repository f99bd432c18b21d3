"""test_markup: the Nu checker finds nothing in any page or style, every link leads somewhere, and pages stay small."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from site_check.folder import contents
from site_check.links import broken

ROOT = Path(__file__).parent.parent.parent
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

NO_MISTAKES = re.compile(r"“vector-effect”|light-dark\(|Content Security Policy .* “(?!https?:|//)[^”]*” blocked")
"""CSS the checker's style part hasn't learnt yet; and files of the site itself that it takes for foreign, because a page
read from disk has no origin for it. What a policy really blocks, the browser says, and test_silence hears."""

PAGE, STYLE, SCRIPT, JOURNEY = 300_000, 12_000, 8_000, 60_000


def nu(*paths: Path) -> list[str]:
    """What the Nu checker says against files, in one run of it."""
    if not CHECKER.is_file() or not shutil.which("java"):
        pytest.skip("the Nu checker is missing: it needs java and `npm ci --ignore-scripts`")
    command = ["java", "-Xss8m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    meant = [said for said in messages if said["type"] != "info" or "subType" in said]
    told = [f"{said.get('url', '')}:{said.get('lastLine', '')}: {said['message']}" for said in meant]
    return [line for line in told if not NO_MISTAKES.search(line)]


def test_the_nu_checker_finds_nothing(site: Path) -> None:
    assert nu(*sorted(path for path in site.rglob("*") if path.suffix in (".html", ".css", ".svg"))) == []


def test_the_nu_checker_would_find_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p><div></p><img src='a.png'>", "utf-8")
    assert nu(page)


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    assert broken(contents(site)) == []


def test_every_page_says_its_language(site: Path, pages) -> None:
    for page in pages:
        language = re.search(r'<html[^>]* lang="([^"]+)"', (site / page.path).read_text("utf-8"))
        assert language, page.path
        assert language[1] == (page.path.split("/")[0] if page.kind.split()[-1] != "default" else language[1])


def test_no_page_is_heavy(site: Path) -> None:
    sizes = {path: len(content) for path, content in contents(site).items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size > PAGE} == {}


@pytest.mark.parametrize(("linked", "most"), [(r'<link rel="stylesheet" href="([^"]+)"', STYLE), (r'<script src="([^"]+)"', SCRIPT)])
def test_the_style_and_the_script_of_a_page_are_light(site: Path, samples, linked: str, most: int) -> None:
    for sample in samples:
        file = site / sample.path
        found = [(file.parent / href).read_bytes() for href in re.findall(linked, file.read_text("utf-8"))]
        packed = sum(len(gzip.compress(content, 9, mtime=0)) for content in found)
        assert 0 < packed <= most, sample.path


def test_a_journey_of_fifteen_touchpoints_is_light(site: Path) -> None:
    usual = {path: content for path, content in contents(site).items() if re.fullmatch(r"journeys/.*index\.html", path)}
    heavy = {path: len(content) for path, content in usual.items() if len(content) > JOURNEY and content.count(b'id="t-') <= 15}
    assert heavy == {}
