"""test_pseudo_language: one file of words makes a language; with words 40 % longer nothing is cut off and nothing stays English."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browser.once import once
from pseudo import ACCENTS, LANGUAGE, LONGER, catalogue, pseudo

ROOT = Path(__file__).parent.parent.parent
WIDTHS = [320, 390, 1024, 1440]

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec"
SEGMENTS = re.compile("mobile|desktop|tablet")
FIGURES = re.compile(rf"\{{\w+\}}|\b(?:{MONTHS}|Q[1-4]|RUB|A[34]|NPS|CSAT)\b|https?:\S+")
"""What a script fills in, what Babel writes, names of formats and of figures."""

WORD = re.compile(r"[^\W\d_]{3,}")
VOWEL = re.compile("[aeiouyAEIOUY]")
"""A word of the pseudo-language has none of these: all of its vowels have an accent."""

CUT = """() => {
  const cut = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('.sr, svg, [hidden], template, .stagebar, .brand') || !e.checkVisibility({ checkVisibilityCSS: true })) continue;
    const style = getComputedStyle(e), own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const hides = axis => ['hidden', 'clip'].includes(style['overflow' + axis]);
    const outgrown = (hides('X') && e.scrollWidth > e.clientWidth + 1) || (hides('Y') && e.scrollHeight > e.clientHeight + 1);
    if (outgrown && e.textContent.trim()) cut.push('cut off: ' + e.outerHTML.slice(0, 160));
    if (!own || e.closest('.axis')) continue;
    for (let box = e.parentElement; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) break;
      if (box.matches('.panel, td, th, .wrap, main') && e.getBoundingClientRect().width
          && (e.getBoundingClientRect().right > box.getBoundingClientRect().right + 2
              || e.getBoundingClientRect().left < box.getBoundingClientRect().left - 2)) {
        cut.push('sticks out of ' + box.tagName + '.' + box.className + ': ' + e.outerHTML.slice(0, 160));
        break;
      }
    }
  }
  return cut;
}"""
"""Texts that their element hides, or that stick out of their panel, cell or page; the site's name may end in an ellipsis."""

ENGLISH = """() => {
  const texts = [], labels = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const foreign = e => e.closest('[lang]') !== document.documentElement;
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!foreign(e) && !e.closest('script, style, kbd, code, option, .pairs dt, .langs, .ledger tbody th') && node.data.trim()) texts.push(node.data.trim());
  }
  for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [data-some]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'data-some'])
      if (e.hasAttribute(name) && !foreign(e)) labels.push(e.getAttribute(name));
  return [texts, labels];
}"""
"""Everything that the page says in its own language: authors' texts carry the language they fell back to, apart from values of tags
and demographics, which have none. A label of a chart names what stands in it, and can have one language only: labels come apart."""


@pytest.fixture(scope="module")
def stretched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's maps in a third language that is one file of words, built."""
    return once(tmp_path_factory, "pseudo", _stretched) / "project" / "site"


def _stretched(folder: Path) -> None:
    project = folder / "project"
    shutil.copytree(ROOT / "maps", project / "maps")
    settings = (ROOT / "cjmgen.yml").read_text("utf-8").replace("languages: [en, ru]", f"languages: [en, ru, {LANGUAGE}]")
    more = "issue_url: 'https://example.org/new?body={url}'\nedit_url: 'https://example.org/{path}'\nurl: https://maps.example.org/\n"
    (project / "cjmgen.yml").write_text(f"{settings}\n{more}", "utf-8")
    words = project / "themes" / "default" / "words" / f"{LANGUAGE}.yml"
    words.parent.mkdir(parents=True)
    english = yaml.safe_load((ROOT / "themes" / "default" / "words" / "en.yml").read_text("utf-8"))
    words.write_text(yaml.safe_dump(catalogue(english), allow_unicode=True), "utf-8")
    command = [sys.executable, "-m", "cjmgen", "-C", str(project), "build", "--today", "2026-11-21"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def kinds(stretched: Path) -> list[str]:
    """The largest page of every kind in the pseudo-language, the kind being the template's first folders."""
    largest: dict[str, tuple[int, str]] = {}
    for page in sorted((stretched / LANGUAGE).rglob("*.html")):
        path = page.relative_to(stretched).as_posix()
        parts = path.split("/")
        kind = f"{parts[1]} {parts[-1]} {len(parts) > 3}"
        largest[kind] = max(largest.get(kind, (0, "")), (page.stat().st_size, path))
    return [path for _, path in largest.values()]


@pytest.fixture(scope="module")
def page(browser: Browser, stretched: Path) -> Page:
    context = browser.new_context(reduced_motion="reduce")
    return context.new_page()


def opened(page: Page, stretched: Path, path: str, width: int) -> Page:
    """A page at a width, all its folds open."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((stretched / path).as_uri())
    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")
    return page


def test_the_words_are_longer_and_keep_their_names() -> None:
    assert pseudo("Skip to {place}, {n} times") == "Šķíííp ţóó {place}, {n} ţíímééš"
    told = "Some texts on this page are not translated yet."
    assert len(pseudo(told)) == round(len(told) * LONGER)


def test_what_is_cut_off_would_be_noticed(page: Page, stretched: Path) -> None:
    opened(page, stretched, f"{LANGUAGE}/index.html", 1024)
    assert page.evaluate(CUT) == []
    page.evaluate("document.querySelector('.card h3').style.cssText = 'overflow: hidden; width: 2rem; white-space: nowrap'")
    page.evaluate("document.querySelector('.lead').style.cssText = 'position: relative; left: -9rem'")
    found = page.evaluate(CUT)
    assert any(told.startswith("cut off") for told in found)
    assert any(told.startswith("sticks out") for told in found)


@pytest.mark.parametrize("width", WIDTHS)
def test_longer_words_fit(page: Page, stretched: Path, kinds: list[str], width: int) -> None:
    found = []
    for path in kinds:
        opened(page, stretched, path, width)
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path}: {across} px too wide"] if across > 0 else []
        found += [f"{path}: {told}" for told in page.evaluate(CUT)]
    assert found == []


def test_nothing_stays_english(page: Page, stretched: Path, kinds: list[str]) -> None:
    english = []
    for path in kinds:
        texts, labels = opened(page, stretched, path, 1440).evaluate(ENGLISH)
        for said in texts:
            if "/tags/" in path and re.fullmatch(r"[a-z-]+", said):
                continue  # a tag's value is no text: it is the same in every language
            # so is the name of a segment, which is told as an export has it
            english += [f"{path}: {word} in {said}" for word in foreign(SEGMENTS.sub("", said))]
        english += [f"{path}: label {said}" for said in labels if foreign(said) and not ACCENTS.intersection(said)]
    assert sorted(set(english)) == []


def foreign(said: str) -> list[str]:
    """The words of a text that are not in the pseudo-language."""
    return [word for word in WORD.findall(FIGURES.sub("", said)) if VOWEL.search(word)]


def test_a_word_that_stays_english_would_be_noticed() -> None:
    assert foreign(pseudo("Skip to the map of all journeys")) == []
    assert foreign(f"{pseudo('hurts most in')} Decision, 3 {pseudo('of')} {{total}}, Q3, NPS") == ["Decision"]


def test_more_than_two_languages_fold_and_lead_to_the_same_page(page: Page, stretched: Path) -> None:
    opened(page, stretched, f"{LANGUAGE}/journeys/first-pair/index.html", 390)
    fold = page.locator("details.langs")
    fold.locator("summary").press("Enter")
    ways = fold.locator("a")
    assert ways.evaluate_all("links => links.map(link => link.lang)") == ["en", "ru", LANGUAGE]
    boxes = [ways.nth(n).bounding_box() for n in range(3)]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] >= 24 for box in boxes)
    page.keyboard.press("Escape")
    assert fold.get_attribute("open") is None
    fold.locator("summary").press("Enter")
    ways.nth(1).click()
    page.wait_for_load_state("load")
    assert page.url == (stretched / "ru/journeys/first-pair/index.html").as_uri()
