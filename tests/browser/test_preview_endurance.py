"""The live preview in the browser, edited by script: no update is missed, no page is stale, nothing grows."""

import os
import random
import threading
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.desk import JOURNEY, MORE, PAIR, Desk, Windows, sit
from long import LONG
from shell.previewing import previewed, until

EDITS = int(os.environ.get("CJMGEN_EDITS") or (10_000 if LONG else 250))
"""How many times a file is saved."""

SMALL = """\
title: Buying the first pair
personas: [anna]
stages:
- title: Awareness
  actions: [Sees a pair in the feed]
  touchpoints:
  - {title: Feed, channel: instagram, emotion: 1}
- title: Decision
  goal: Choose a size
  touchpoints:
  - id: size-guide
    title: Size guide
    channel: online-shop
    emotion: -1.4
  pains:
  - {title: The size guide does not match, severity: high, confidence: assumed}
  opportunities:
  - {title: Fit finder, impact: 5, effort: 3, pains: [the-size-guide-does-not-match]}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one journey, which is looked at in no time."""
    root = tmp_path / "small"
    for path, text in {"cjmgen.yml": "title: Small\n", PAIR: SMALL, "maps/personas/anna.yml": "title: Anna\n"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.mark.long
def test_edited_again_and_again_it_misses_nothing_and_grows_nowhere(small: Path, windows: Windows) -> None:
    """Texts change, touchpoints come and go, mistakes are made and mended: after each the page is what a fresh one would be."""
    with previewed(small) as preview:
        desk = sit(preview, windows())
        _endure(desk)
        desk.page.close()
    assert desk.complaints == []


def _endure(desk: Desk) -> None:
    page = desk.go(JOURNEY)
    chance = random.Random(4)
    place = desk.root / PAIR
    text = place.read_text("utf-8")
    nodes = counted(page)
    threads = 0
    for turn in range(1, EDITS + 1):
        number = desk.preview.showing.now.number
        more = "".join(f"- {{title: Extra {turn} {n}, channel: online-shop, emotion: 1}}\n  " for n in range(turn % 3 // 2))
        wrong = turn % 10 == 9
        now = text.replace(MORE, more + MORE).replace("title: Size guide\n", f"title: Guide number {turn}\n")
        now = now.replace("title: Decision", f"title: Decision {turn}") if turn % 7 == 0 else now
        now = now.replace("channel: online-shop", "channel: onlin-shop") if wrong else now
        save(place, now, chance.random() < 0.5)
        if wrong:
            desk.seen("document.querySelector('.live-open')")
            assert f"Guide number {turn - 1}" in page.evaluate("document.querySelector('main').textContent")
        else:
            desk.shows(f"Guide number {turn}")
        assert desk.preview.showing.now.number > number
        if turn % 50 == 0:
            assert stale(page) == []
        if turn == min(60, EDITS // 2):
            threads = threading.active_count()
    place.write_text(text, "utf-8")
    desk.seen("document.querySelector('button.live-pill').hidden && cjmgenLive.updates && !document.querySelector('main').textContent.includes('Guide number')")
    assert stale(page) == []
    assert threading.active_count() <= threads + 3
    assert desk.preview.server.streams._value >= desk.preview.server.streams._initial_value - 2  # type: ignore[attr-defined]
    # what lit up is held until it no longer does
    until(lambda: counted(page) <= nodes * 1.05)
    assert page.locator("script").count() <= 6


def save(place: Path, text: str, atomically: bool) -> None:
    """Save as this or that editor does."""
    if not atomically:
        place.write_text(text, "utf-8")
        return
    beside = place.with_name(".saving")
    beside.write_text(text, "utf-8")
    os.replace(beside, place)


def counted(page: Page) -> int:
    """Nodes that the browser holds for the page, in the document and out of it, once what nobody needs is gone."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    held = session.send("Memory.getDOMCounters")["nodes"]
    session.detach()
    return int(held)


STALE = """() => fetch(location.href).then(r => r.text()).then(text => {
  const plain = root => [...root.querySelectorAll('main *')].filter(node => !node.closest('.stagebar, .place, template'))
    .map(node => node.tagName + (node.id && '#' + node.id) + ' ' + [...node.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(''));
  const fresh = plain(new DOMParser().parseFromString(text, 'text/html')), here = plain(document);
  return fresh.length === here.length ? fresh.filter((line, at) => line !== here[at]).slice(0, 3) : [fresh.length + ' and ' + here.length];
})"""


def stale(page: Page) -> Any:
    """Where the page is not what a fresh one would be."""
    return page.evaluate(STALE)
