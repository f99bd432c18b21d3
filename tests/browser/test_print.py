"""test_print: paper: how many sheets a map takes, that stages stand on each, that nothing is cut and no letter too small to read."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cjmgen.render.poster.measure import width

ACROSS = 1512
"""Pixels between the margins of A3 across."""
PAPERS = {"a3": ACROSS, "a4": 1047}
PARTS = 2
"""Maps are looked at in parts, so that workers can share them."""

LEAST = 8 * 96 / 72
SHEETS = {"journeys/first-pair/index.html": 4, "journeys/clinic/first-visit/index.html": 3}
"""Sheets of A3 that a map takes in the widest face: everything unfolded, nothing below 8 points."""

SMALL = """least => {
  const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const box = node.parentElement;
    if (!node.data.trim() || !box.checkVisibility() || box.closest('.sr, script')) continue;
    if (parseFloat(getComputedStyle(box).fontSize) < least - 0.01) found.add(box.tagName + '.' + box.className + ': ' + node.data.trim().slice(0, 40));
  }
  return [...found];
}"""
CUT = """() => [...document.querySelectorAll('.map td, .map th, .map td *, .map th *')].filter(
  box => box.checkVisibility() && !box.closest('svg, .sr, .dots, .tip') && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0
    && getComputedStyle(box).overflowX !== 'visible').map(box => box.tagName + '.' + box.className + ': ' + box.textContent.trim().slice(0, 40))"""


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def test_a_map_takes_few_sheets(visit, site: Path) -> None:
    visitor = visit()
    there = {path: most for path, most in SHEETS.items() if (site / path).is_file()}
    taken = {path: sheets(visitor.go(path).pdf(prefer_css_page_size=True, print_background=True)) for path in there}
    assert {path: count for path, count in taken.items() if count > there[path]} == {}


def test_every_sheet_repeats_the_stages(visit, journey: str) -> None:
    page = visit(width=ACROSS).go(journey)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.map thead')).display") == "table-header-group"
    assert page.evaluate("[...document.querySelectorAll('.map th')].every(th => getComputedStyle(th).position !== 'sticky')")
    assert page.evaluate("document.querySelector('.map thead').offsetHeight") < 250, "a browser repeats no head that takes a quarter of a sheet"


def test_sheets_break_between_lanes(visit, journey: str) -> None:
    page = visit(width=ACROSS).go(journey)
    page.emulate_media(media="print")
    inside = "getComputedStyle(part).breakInside !== 'avoid'"
    assert page.evaluate(f"[...document.querySelectorAll('.map tbody:not(.channels), .map tr')].filter(part => {inside}).length") == 0


def test_pages_print_and_no_letter_on_paper_is_below_eight_points(visit, samples) -> None:
    visitor = visit(width=ACROSS)
    small = {}
    for sample in samples:
        page = visitor.go(sample.path)
        page.emulate_media(media="print")
        if found := page.evaluate(SMALL, LEAST):
            small[sample.path] = found
        page.emulate_media(media="null")
        paper = page.pdf(prefer_css_page_size=True, print_background=True)
        assert paper.startswith(b"%PDF")
        assert len(paper) > 5_000, f"{sample.path} prints almost nothing"
    assert small == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_on_paper_is_cut(visit, pages, part: int) -> None:
    visitor = visit()
    visitor.page.emulate_media(media="print")
    cut = {}
    for sample in [sample for sample in pages if sample.kind.startswith("journeys") and "read" not in sample.kind][part::PARTS]:
        page = visitor.go(sample.path)
        for paper, wide in PAPERS.items():
            page.set_viewport_size({"width": wide, "height": 900})
            if found := page.evaluate(CUT):
                cut[sample.path, paper] = found
    assert cut == {}


def test_words_of_a_poster_are_no_wider_than_was_reckoned(browser, tmp_path: Path) -> None:
    words = ["Переоформление заказа", "Съешь ещё этих мягких французских булок", "Sphinx of black quartz, judge my vow", "1 234,5 % · № 7 — «да»", "WWW mmm"]
    styles = [("", False, False), (' font-weight="600"', True, False), (' font-style="italic" font-family="serif"', False, True)]
    rows = [(text, more, width(text, 13, bold, serif)) for text in words for more, bold, serif in styles]
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": "sans-serif", "font-size": "13", "width": "900", "height": "900"})
    for at, (text, more, _) in enumerate(rows):
        element = ET.SubElement(root, "text", {"y": str(20 * at + 20), **dict(re.findall(r'([a-z-]+)="([^"]*)"', more))})
        element.text = text
    place = tmp_path / "words.svg"
    place.write_bytes(ET.tostring(root))
    page = browser.new_page()
    page.goto(place.as_uri())
    measured = page.evaluate("[...document.querySelectorAll('text')].map(text => text.getComputedTextLength())")
    page.close()
    assert [(text, more) for (text, more, reckoned), real in zip(rows, measured, strict=True) if real > reckoned * 1.005] == []
