"""test_search: the files that the search looks through: complete, in each language, in blocks, with addresses that hold."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from cjmgen.pages.plan import plan
from cjmgen.pages.search import BLOCK, Steps, Titles, Voices
from cjmgen.pages.view import Said
from cjmgen.render.page import render
from cjmgen.render.spoken import spoken
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree
from pages.atlases import journey, project

THEME = Path(__file__).parent.parent.parent / "themes" / "default"
LANES = """
- title: Choice
  emotion: -1
  touchpoints:
  - {id: c, title: Later, channel: site}
  pains: [{id: p, title: 'A **hard** choice', severity: high}]
  gains: [Nice shop]
  quotes: [{text: I wait, speaker: I-1}]
  opportunities: [{id: o, title: Choose for them, status: planned}]
"""
TOLD = f"title: {{en: First pair, ru: Первая пара}}\nsummary: Only in English\nstate: future\nstages:\n- {{id: a, title: A, touchpoints: [{{id: b-c, title: One}}]}}\n- {{id: a-b, title: B, touchpoints: [{{id: c, title: Two}}]}}{LANES}"


def files(atlas) -> dict[str, object]:
    """The views of the search by path."""
    return {page.path: page.view() for page in plan(atlas).pages if page.subject.kind == "search"}


@pytest.fixture(scope="module")
def theme() -> Theme:
    """The theme that ships."""
    return Theme.read(Tree.of({path.relative_to(THEME).as_posix(): path.read_bytes() for path in THEME.rglob("*") if path.is_file()})).value


def test_titles_come_first_and_name_the_other_files() -> None:
    made = files(project({"pair": TOLD}, "languages: [en, ru]\n", personas__anna="title: Anna\nrole: buyer\n"))
    titles = made["ru/search/titles.js"]
    assert isinstance(titles, Titles)
    assert titles.files == ("ru/search/steps-1.js", "ru/search/voices-1.js")
    (row,) = titles.journeys
    assert row == ("ru/journeys/pair/index.html", Said("Первая пара"), Said("Only in English", "en"), "future", "live")
    assert titles.things[0] == ("persona", "ru/personas/anna/index.html", Said("Anna", "en"), Said("buyer", "en"))


def test_addresses_of_touchpoints_hold_even_where_ids_meet() -> None:
    steps = files(project({"pair": TOLD}))["search/steps-1.js"]
    assert isinstance(steps, Steps)
    ((stages, contacts),) = steps.steps
    assert [f"t-{stages[each.stage].key}-{each.key}" for each in contacts] == ["t-a-b-c", "t-a-b-c-2", "t-choice-c"]


def test_voices_are_pains_gains_quotes_and_opportunities() -> None:
    voices = files(project({"pair": TOLD}))["search/voices-1.js"]
    assert isinstance(voices, Voices)
    assert [(each.kind, each.stage, each.key, each.title.text, each.mark) for each in voices.voices[0]] == [
        ("pain", 2, "p", "A **hard** choice", 3),
        ("gain", 2, "", "Nice shop", 0),
        ("quote", 2, "", "I wait", 0),
        ("opportunity", 2, "o", "Choose for them", "planned"),
    ]


def test_journeys_come_in_blocks() -> None:
    made = files(project({f"j{at:04}": journey("J", 1) for at in range(BLOCK + 1)}))
    assert list(made) == [f"search/{name}.js" for name in ("titles", "steps-1", "steps-2", "voices-1", "voices-2")]
    last = made["search/steps-2.js"]
    assert isinstance(last, Steps)
    assert (last.first, len(last.steps)) == (BLOCK, 1)
    assert list(files(project({}))) == ["search/titles.js"]


def test_a_script_holds_plain_words_and_names_their_language(theme: Theme) -> None:
    atlas = project({"pair": TOLD}, "languages: [en, ru]\n")
    (page,) = (page for page in plan(atlas).pages if page.path == "ru/search/voices-1.js")
    text = render(page, theme, theme.speaker("ru")).decode()
    said = re.fullmatch(r'cjm\.take\("ru/search/voices-1\.js",(.*)\);\n', text)
    assert said
    assert json.loads(said[1])["voices"][0][0] == ["pain", 2, "p", ["A hard choice", "en"], 3]


def test_spoken_keeps_figures_and_order() -> None:
    assert spoken((Said("*a*"), Said("b", "ru"), 1.5, None, (Said(""),))) == ["a", ("b", "ru"), 1.5, None, [""]]


def test_every_cell_that_a_result_leads_to_has_its_address(theme: Theme) -> None:
    atlas = project({"pair": TOLD})
    (page,) = (page for page in plan(atlas).pages if page.subject.kind == "journey")
    ids = set(re.findall(r'\sid="([^"]*)"', render(page, theme, theme.speaker("en")).decode()))
    assert {"s-a", "s-a-b", "s-choice", "t-a-b-c", "t-a-b-c-2", "t-choice-c", "p-choice-p", "o-choice-o", "g-choice", "v-choice"} <= ids


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("minisearch.js", "4e02b9fa52f244c377d737c7d06cda6bce967d137254e8532d6c79f68469bef3"),
        ("snowball.js", "96ec0bbe6596492002401ef38359b3db17dcbbdbfed44f00e3270b70ef042b45"),
    ],
)
def test_what_others_wrote_is_as_they_published_it(name: str, digest: str) -> None:
    text = (THEME / "assets" / "vendor" / name).read_text("utf-8")
    assert text.startswith("/*\n")
    assert "Copyright" in text[: text.index("*/")]
    body = text.split("*/\n", 1)[1]
    assert hashlib.sha256(body.encode()).hexdigest() == digest


def test_scripts_of_the_search_run_nothing_they_read() -> None:
    for path in (THEME / "assets" / "search").glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|https?:", path.read_text("utf-8")), path
