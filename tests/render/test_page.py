"""test_page: whole pages of the theme that ships: safe, complete, small, and the same bytes every time."""

import re
from itertools import pairwise

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.plan import plan
from cjmgen.pages.site.pager import MOST
from cjmgen.render.page import render
from cjmgen.render.theme import Theme
from pages.atlases import journey, project

NASTY = "</title><script>alert(1)</script><!--symbols--><b onclick=x>\" ' {{ 7*7 }} {% raw %}"
QUOTED = NASTY.replace("'", "''")
PERSON = f"""
title: '{QUOTED}'
role: '{QUOTED}'
summary: '{QUOTED}'
quote: '{QUOTED}'
demographics: {{age: '{QUOTED}'}}
goals: ['{QUOTED}']
traits: [{{title: '{QUOTED}', score: 3}}]
empathy: {{says: ['{QUOTED}']}}
"""
LANES = f"""  description: '{QUOTED}'
  actions: ['{QUOTED}']
  touchpoints: [{{title: '{QUOTED}', channel: site, emotion: -1, description: '{QUOTED}'}}]
  pains: [{{title: '{QUOTED}', severity: high}}]
  opportunities: [{{title: '{QUOTED}', impact: 3, effort: 2}}]
"""


def pages(atlas: Atlas, theme: Theme) -> dict[str, str]:
    speakers = {language: theme.speaker(language) for language in atlas.settings.languages}
    return {page.path: render(page, theme, speakers[page.language]).decode() for page in plan(atlas).pages}


@pytest.fixture(scope="module")
def nasty(theme: Theme) -> dict[str, str]:
    settings = f"languages: [en, ru]\nsummary: '{QUOTED}'\nnotice: '{QUOTED}'\n"
    told = journey(f"'{QUOTED}'", -1, more=f"personas: [anna]\nsummary: '{QUOTED}'\ntags: {{kind: '{QUOTED}'}}\n") + LANES
    other = journey("B", 1, more="personas: [anna]\ntags: {kind: b}\nextends: a\nstate: future\n")
    return pages(project({"a": told, "b": other}, settings, personas__anna=PERSON), theme)


def test_no_text_of_an_author_becomes_markup(nasty: dict[str, str]) -> None:
    html = {path: page for path, page in nasty.items() if path.endswith(".html")}
    assert len(html) == 41
    for path, page in html.items():
        scripts = re.findall(r"<script\b([^>]*)>([^<]*)<", page)
        assert 1 <= len(scripts) == len(re.findall(r"<script\b", page)) <= 5, path
        assert all(re.fullmatch(r' src="(\.\./)*assets/[a-z/]+\.js"', source) and not code for source, code in scripts), path
        assert page.count("</title>") == 1, path
        assert "<!--symbols-->" not in page, path
        assert not re.search(r"<[^>&]* on[a-z]+=", page), path
        assert "49" not in re.sub(r'\d*[.-]?49[.\d]*[ L%C"]', "", re.sub(r"<[^>]*>", "", page)), path


def test_a_page_allows_no_foreign_host_and_no_inline_script(nasty: dict[str, str]) -> None:
    for path, page in nasty.items():
        if path.endswith(".html"):
            policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
            assert policy, path
            scripts = re.search(r"script-src ([^;]*);", policy[1])
            assert policy[1].startswith("default-src 'none';")
            assert scripts
            assert "unsafe" not in scripts[1]
            assert not re.search(r'(?:src|href)="(?:https?:)?//', page), path


def test_every_page_has_one_heading_its_landmarks_and_its_language(nasty: dict[str, str]) -> None:
    for path, page in nasty.items():
        if path.endswith(".html"):
            assert len(re.findall(r"<h1\b", page)) == 1, path
            assert all(page.count(f"<{tag}") == 1 for tag in ("main ", 'header class="top"', "footer ", 'nav class="nav"')), path
            assert page.startswith(f'<!DOCTYPE html>\n<html lang="{"ru" if path.startswith("ru/") else "en"}">'), path
            levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
            assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
            ids = re.findall(r'\sid="([^"]*)"', page)
            assert len(ids) == len(set(ids)), path


def test_a_text_that_fell_back_carries_its_language(nasty: dict[str, str]) -> None:
    russian, english = nasty["ru/personas/anna/index.html"], nasty["personas/anna/index.html"]
    assert russian.count('class="notice"') == 1
    assert 'class="notice"' not in english
    assert '<h1><span lang="en">' in russian


def test_links_lead_to_pages_that_are_there(theme: Theme) -> None:
    people = {"personas__anna": "title: Anna\n", "personas__boris": "title: Boris\n"}
    journeys = {f"b2b/j{at}": journey("J", at / 80, more="personas: [anna]\n") for at in range(MOST + 5)}
    made = pages(project(journeys, "languages: [en, ru]\n", **people), theme)
    for path, page in made.items():
        for address in re.findall(r'href="([^"#]+)', page):
            if address.startswith(("data:", "https:")) or "/assets/" in f"/{address}":
                continue
            steps: list[str] = path.split("/")[:-1]
            for step in address.split("/"):
                steps = steps[:-1] if step == ".." else [*steps, step]
            assert "/".join(steps) in made, (path, address)


def test_no_page_grows_past_its_budget(theme: Theme) -> None:
    more = "personas: [anna]\ntags: {product: shoes}\n"
    journeys = {f"j{at:04}": journey(f"A journey with a longer title, number {at}", 0.5, -1, 0, 1, 0.2, more=more) for at in range(1000)}
    atlas = project(journeys, personas__anna="title: Anna\nrole: first-time online buyer\n")
    speaker = theme.speaker("en")
    lists = [page for page in plan(atlas).pages if page.subject.kind in ("home", "persona", "personas")]
    assert len(lists) == 17 + 2
    assert max(len(render(page, theme, speaker)) for page in lists) < 300_000


def test_the_same_bytes_twice(theme: Theme) -> None:
    def once() -> dict[str, str]:
        return pages(project({"a": journey("A", 1, -1, more="personas: [anna]\n")}, personas__anna="title: Anna\n"), theme)

    assert once() == once()
