"""The story from end to end, on projects written as dicts."""

import datetime
import posixpath
from pathlib import Path

import pytest

from cjmgen import Tree, pipeline
from cjmgen.pipeline import loading
from cjmgen.shell import bundled, disk
from site_check.links import broken

CASES = Path(__file__).parent / "cases"
TODAY = datetime.date(2026, 11, 21)
JOURNEY = """title: Buying
personas: [anna]
was: [old/first-pair, shopping]
stages:
- title: Decision
  touchpoints: [{title: Size guide, channel: site, emotion: -1}]
"""
PROJECT = {
    "cjmgen.yml": b"title: Shop\nlanguages: [en, ru]\n",
    "maps/journeys/buying.yml": JOURNEY.encode(),
    "maps/personas/anna.yml": b"title: Anna\nwas: [ann]\n",
}


def built(**more: bytes) -> dict[str, bytes]:
    files = Tree.of({**PROJECT, **more})
    atlas = pipeline.load(files, TODAY).value
    return dict(pipeline.site(atlas, pipeline.dress(atlas, bundled.themes(), files).value, files))


def test_an_earlier_address_leads_to_the_page_in_every_language() -> None:
    site = built()
    for old, new in {
        "journeys/old/first-pair": "../../../journeys/buying/index.html",
        "journeys/shopping": "../../journeys/buying/index.html",
        "personas/ann": "../../personas/anna/index.html",
        "ru/journeys/shopping": "../../../ru/journeys/buying/index.html",
    }.items():
        page = site[f"{old}/index.html"].decode()
        here = f"{old}/index.html".rsplit("/", 1)[0]
        target = page.split("url=")[1].split('"')[0]
        assert resolved(here, target) == resolved(here, new)


MORE = """title: Paying
personas: [anna]
actors: [{id: courier, title: Courier, kind: partner}]
handoffs: [{from: shop, to: courier, at: pay, what: The parcel}]
stages:
- {id: visit, title: Visit, owner: shop, entry: 90, touchpoints: [Shelf]}
- id: pay
  title: Pay
  owner: shop
  entry: {people: 40, of: parcels}
  touchpoints: [{title: Till, moment: barrier, link: "https://example.org/till"}]
  pains: [{title: Slow, evidence: [talks]}]
  opportunities: [{title: Cache, description: Keeps the basket}]
  metrics: [{title: Paid, value: 58%, description: Of all baskets}]
"""


def test_what_is_written_stands_on_the_page_and_in_the_reading_version() -> None:
    talks = b"title: Talks\nkind: interview\nn: 4\npopulation: first buyers\n"
    site = built(**{"maps/journeys/pay.yml": MORE.encode(), "maps/evidence/talks.yml": talks, "maps/teams.yml": b"shop: The shop\n"})
    page, text = site["journeys/pay/index.html"].decode(), site["journeys/pay/read.html"].decode()
    for words in ("parcels", "Barrier", "https://example.org/till", "Keeps the basket", "first buyers", "The shop → Courier"):
        assert words in page
        assert words in text
    assert "Of all baskets" in text


def test_a_hidden_lane_of_notes_is_on_no_page() -> None:
    journey = JOURNEY.replace("- title: Decision", "- title: Decision\n  thoughts: [Secretly]\n  questions: [Openly]")
    settings = b"title: Shop\nlanes: [{id: thoughts, title: Thoughts, hidden: true}]\n"
    site = built(**{"cjmgen.yml": settings, "maps/journeys/buying.yml": journey.encode()})
    for page in ("index.html", "read.html"):
        assert b"Openly" in site[f"journeys/buying/{page}"]
        assert b"Secretly" not in site[f"journeys/buying/{page}"]


def test_links_into_hidden_lanes_arrive_at_their_stage() -> None:
    case = disk.project(CASES / "lanes-ordered").value
    hidden = b"title: Shop\nlanes: [{id: channels, hidden: true}, {id: pains, hidden: true}, {id: opportunities, hidden: true}]\n"
    site = built(**{path: hidden if path == "cjmgen.yml" else case[path] for path in case})
    page = site["journeys/loan/index.html"].decode()
    for spot in ("t-ask-form", "p-ask-forty-fields", "o-ask-ask-less"):
        assert f'<span id="{spot}"></span>' in page
    for told in ("Forty fields", "Ask for ten fields"):
        assert told not in page
        assert told not in site["journeys/loan/read.html"].decode()
    assert broken(site) == []


def test_an_icon_stands_beside_the_name_of_a_lane() -> None:
    case = disk.project(CASES / "lanes-ordered").value
    page = built(**{path: case[path] for path in case})["journeys/loan/index.html"].decode()
    assert '<use href="#i-paper"/></svg><span>What the law says</span>' in page
    assert '<symbol id="i-paper"' in page


def resolved(folder: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(folder, link))


def test_an_earlier_address_that_is_taken_again_stays_with_its_new_owner() -> None:
    site = built(
        **{"maps/journeys/shopping.yml": JOURNEY.replace("Buying", "Shopping").replace("was: [old/first-pair, shopping]\n", "").encode()}
    )
    assert b"Shopping" in site["journeys/shopping/index.html"]
    assert b'http-equiv="refresh"' not in site["journeys/shopping/index.html"]


@pytest.mark.parametrize("path", ["templates/home.html", "assets/cjm.js", "assets/more.js", "assets/logo.svg", "assets/page.html"])
def test_code_is_not_taken_from_a_project(path: str) -> None:
    files = Tree.of({**PROJECT, f"themes/default/{path}": b"<script>alert(1)</script>"})
    atlas = pipeline.load(files, TODAY).value
    dressed = pipeline.dress(atlas, bundled.themes(), files)
    assert [(problem.code, problem.place.file) for problem in dressed.problems] == [("file-not-read", f"themes/default/{path}")]
    assert not any(b"alert(1)" in content for content in pipeline.site(atlas, dressed.value, files).values())


def test_words_styles_and_icons_are_taken_from_a_project() -> None:
    site = built(
        **{"themes/default/assets/style/99-own.css": b"h1 { color: red }", "themes/default/words/en.own.yml": b"nav: {home: Our maps}"}
    )
    assert b"h1 { color: red }" in site["assets/cjm.css"]
    assert b"Our maps" in site["index.html"]


def test_a_slow_parser_is_told_once_and_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "HAS_LIBYAML", False)
    assert [problem.code for problem in pipeline.load(Tree.of(PROJECT), TODAY).problems].count("no-libyaml") == 1
    quiet = Tree.of({**PROJECT, "cjmgen.yml": PROJECT["cjmgen.yml"] + b"rules: {no-libyaml: off}\n"})
    assert "no-libyaml" not in [problem.code for problem in pipeline.load(quiet, TODAY).problems]
