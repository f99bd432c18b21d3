"""test_load: documents in any order become one atlas; settings, collections, earlier ids, severities."""

import datetime
import random

import pytest

from atlas.told import JOURNEY, PROJECT, TODAY, document, linked, path_of, told
from cjmgen.atlas.atlas import Media
from cjmgen.atlas.load import load
from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.syntax.document import Document
from cjmgen.tree import Tree

PLAIN = "title: Buying\npersonas: [anna]\nowner: shop\nstages: [{title: Search, touchpoints: [{title: Site, channel: site, emotion: 1}]}]\n"
FILES = {**PROJECT, JOURNEY: PLAIN}


def test_a_sound_project_becomes_an_atlas_without_a_word() -> None:
    found = linked(FILES)
    assert found.problems == ()
    card = found.value.journeys["buying"]
    assert (card.file, card.title, card.personas, card.score, card.owner) == (JOURNEY, "Buying", ("anna",), 1.0, "shop")
    assert found.value.journey("buying").stages[0].touchpoints[0].channel == "site"
    assert found.value.persona("anna").title == "Anna"
    assert list(found.value.channels) == sorted(found.value.channels)
    assert found.value.metrics["exits"].id == "exits"


def test_an_id_that_is_not_there_is_a_bug_and_raises() -> None:
    with pytest.raises(KeyError):
        linked(FILES).value.journey("selling")


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_files_makes_no_difference(seed: int) -> None:
    files = {**FILES, "maps/journeys/next.yml": "extends: buying\ntitle: Next", "maps/personas/max.yml": "title: Max\nphoto: max.png"}
    order = list(files)
    random.Random(seed).shuffle(order)
    shuffled = linked({path: files[path] for path in order})
    assert shuffled.problems == linked(files).problems
    assert shuffled.value.journeys == linked(files).value.journeys
    assert list(shuffled.value.journeys) == ["buying", "next"]


def test_problems_come_by_file_and_place() -> None:
    found = linked({**FILES, JOURNEY: PLAIN + "parent: nowhere\n", "maps/journeys/a.yml": "titel: A\nstages: []"}).problems
    assert [(p.place.file, p.code) for p in found] == [("maps/journeys/a.yml", "unknown-key"), (JOURNEY, "unknown-journey")]


def test_rules_set_severities_and_switch_codes_off() -> None:
    text = PLAIN + "handoffs: [{from: shop, to: shop}]\n"
    assert [p.severity for p in told(text)] == ["warning"]
    assert [p.severity for p in told(text, {"cjmgen.yml": "rules: {handoff-to-same-team: error}"})] == ["error"]
    assert told(text, {"cjmgen.yml": 'rules: {handoff-to-same-team: "off"}'}) == ()


def test_an_unknown_code_in_rules_is_told_with_what_was_meant() -> None:
    found = told(PLAIN, {"cjmgen.yml": "rules: {emtpy-stage: error}"})
    assert [(p.code, path_of(p), p.hint) for p in found] == [("bad-setting", ("rules", "emtpy-stage"), "did you mean 'empty-stage'?")]


def test_an_undeclared_lane_is_never_taken_for_one_of_the_map() -> None:
    files = {"cjmgen.yml": "lanes: [pains, {id: legal, title: Legal}]"}
    hints = {lane: [p.hint for p in told(f"title: A\nstages: [{{title: A, lanes: {{{lane}: [x]}}}}]\n", files) if p.code == "undeclared-lane"]
             for lane in ("pain", "legall")}  # fmt: skip
    assert hints == {"pain": ["declare it in cjmgen.yml: `lanes: [{id: pain, title: …}]`"], "legall": ["did you mean 'legal'?"]}


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ('requires: ">=9"', "wrong-cjmgen-version"),
        ("requires: newest", "bad-setting"),
        ("emotion_words: [Bad, Good]", "bad-setting"),
        ("edit_url: https://example.org/edit", "bad-setting"),
        ("review_every: 3 moons", "unread-quantity"),
        ("logo: ../logo.png", "image-outside"),
        ("logo: logo.png", "image-missing"),
        ("languages: []", "wrong-type"),
        ("titel: A", "unknown-key"),
    ],
)
def test_a_wrong_setting_leaves_the_others_standing(setting: str, code: str) -> None:
    found = linked({**FILES, "cjmgen.yml": f"accent: '#123456'\n{setting}\n"})
    assert [p.code for p in found.problems] == [code]
    assert found.value.settings.accent == "#123456"
    assert found.value.settings.languages == ("en",)


@pytest.mark.parametrize("requires", [">=0.1,<0.2", "~=0.1.0", "==0.1", "!=0.2"])
def test_a_version_that_fits_is_passed_over(requires: str) -> None:
    assert told(PLAIN, {"cjmgen.yml": f'requires: "{requires}"'}) == ()


@pytest.mark.parametrize(
    "teams",
    ["shop: The shop\n", "shop: {title: The shop}\n", "shop: {en: The shop}\nx-note: 1\n", "[{id: shop, title: The shop}]", "[Shop]"],
)
def test_a_collection_is_a_mapping_or_a_list(teams: str) -> None:
    found = linked({**FILES, "maps/teams.yml": teams})
    assert found.problems == ()
    assert list(found.value.teams) == ["shop"]


def test_mistakes_in_a_collection_point_into_it() -> None:
    found = told(PLAIN, {"maps/teams.yml": "shop: {titel: The shop}\nBig Team: Big\n"})
    assert [(p.code, p.place.file, path_of(p), p.hint) for p in found] == [
        ("bad-id", "maps/teams.yml", ("Big Team",), "did you mean 'big-team'?"),
        ("unknown-key", "maps/teams.yml", ("shop", "titel"), "did you mean 'title'?"),
    ]
    twice = told(PLAIN, {"maps/teams.yml": "[Shop, {id: shop, title: Again}]"})
    assert [(p.code, path_of(p), len(p.related)) for p in twice] == [("duplicate-id", (1,), 1)]


def test_a_file_that_cannot_be_read_causes_no_other_problem() -> None:
    tree = Tree.of({path: text.encode() for path, text in {**FILES, "maps/journeys/b.yml": PLAIN + "parent: buying#search\n"}.items()})
    for broken in ("maps/teams.yml", "maps/personas/anna.yml", JOURNEY):
        wrong = problem("bad-yaml", "no", Place(broken, Span(1, 1)))

        def read(path: str, broken: str = broken, wrong: Problem = wrong) -> Checked[Document]:
            return Checked(Document(path, None, "yaml"), (wrong,)) if path == broken else document(path, tree[path])

        assert load(read, tree, TODAY, "0.1.0").problems == (wrong,)


def test_several_journeys_of_a_file_have_ids_of_their_own() -> None:
    text = "journeys:\n- {title: Buying, personas: [anna], stages: [{title: A, touchpoints: [S]}]}\n- {title: Buying, stages: [{title: A, touchpoints: [S], owner: x}]}\n"
    found = linked({**PROJECT, "maps/journeys/all.yml": text})
    assert list(found.value.journeys) == ["all/buying", "all/buying-2"]
    assert [(p.code, path_of(p)) for p in found.problems] == [
        ("journey-without-persona", ("journeys", 1)),
        ("unknown-team", ("journeys", 1, "stages", 0, "owner")),
    ]


def test_earlier_ids_lead_to_what_took_their_place() -> None:
    files = {
        **FILES,
        "maps/personas/anna.yml": "title: Anna\nwas: [ann]\n",
        "maps/teams.yml": "shop: {title: Shop, was: [store]}\n",
        JOURNEY: PLAIN.replace("[anna]", "[ann]").replace("owner: shop", "owner: store\nwas: [purchase]"),
        "maps/journeys/b.yml": PLAIN + "parent: purchase#search\n",
    }
    found = linked(files)
    assert found.problems == ()
    assert found.value.journeys["buying"].personas == ("anna",)
    assert found.value.journey("buying").owner == "shop"
    assert found.value.journeys["b"].parent == "buying#search"
    assert found.value.journey("b").parent == "buying#search"


def test_earlier_ids_of_stages_touchpoints_pains_and_actors_lead_on() -> None:
    text = (
        "title: A\npersonas: [anna]\nactors: [{id: olga, title: Olga, was: [mother], kind: partner}]\n"
        "handoffs: [{from: mother, to: shop, at: look}]\nstages:\n"
        "- {id: search, title: Search, was: [look], actions: [{title: Asks, who: mother}],"
        " touchpoints: [{id: site, title: Site, was: [page], next: [paid, look/page]}],"
        " pains: [{id: slow, title: Slow, was: [page], touchpoint: page}], opportunities: [{title: Cache, pains: [page]}]}\n"
        "- {id: pay, title: Pay, was: [paid], touchpoints: [Till]}\n"
    )
    found = linked({**PROJECT, JOURNEY: text, "maps/journeys/b.yml": PLAIN + "parent: buying#paid\n"})
    assert [p.code for p in found.problems if p.severity != "info"] == []
    journey = found.value.journey("buying")
    search = journey.stages[0]
    assert (journey.handoffs[0].from_, journey.handoffs[0].at, search.actions[0].who) == ("olga", "search", ("olga",))
    assert [way.to for way in search.touchpoints[0].next] == ["pay", "search/site"]
    assert (search.pains[0].touchpoint, search.opportunities[0].pains) == ("site", ("slow",))
    assert found.value.journeys["b"].parent == found.value.journey("b").parent == "buying#pay"


def test_an_earlier_id_that_two_touchpoints_go_by_today_is_not_guessed() -> None:
    text = (
        "title: A\npersonas: [anna]\nstages:\n- {id: a, title: A, touchpoints: [{id: x, title: X, was: [old]}]}\n"
        "- {id: b, title: B, touchpoints: [{id: x, title: X}]}\n- {id: c, title: C, touchpoints: [Y], pains: [{title: P, touchpoint: old}]}\n"
    )
    assert [(p.code, path_of(p)) for p in told(text) if p.severity == "error"] == [
        ("unknown-touchpoint", ("stages", 2, "pains", 0, "touchpoint"))
    ]


def test_a_sidecar_gives_texts_in_another_language() -> None:
    files = {
        **PROJECT,
        "cjmgen.yml": "title: {en: A, ru: А}\nlanguages: [en, ru]\nrules: {missing-translation: 'off'}\n",
        JOURNEY: "title: Buying\npersonas: [anna]\nstages:\n- {id: s, title: Search, actions: [Looks, Asks], touchpoints: [{title: Site, emotion: 1}]}\n",
        "maps/journeys/buying.ru.yml": "title: Покупка\nstages:\n- id: s\n  title: Поиск\n  actions: [Смотрит, Спрашивает]\n  touchpoints: [{id: site, title: Сайт}]\n",
        "maps/teams.ru.yml": "shop: Магазин\n",
    }
    found = linked(files)
    assert found.problems == ()
    stage = found.value.journey("buying").stages[0]
    assert stage.title == {"en": "Search", "ru": "Поиск"}
    assert [(action.key, action.title) for action in stage.actions] == [("looks", {"en": "Looks", "ru": "Смотрит"}), ("asks", {"en": "Asks", "ru": "Спрашивает"})]
    assert stage.touchpoints[0].title == {"en": "Site", "ru": "Сайт"}
    assert found.value.teams["shop"].title == {"en": "The shop", "ru": "Магазин"}


def test_what_a_sidecar_cannot_translate_is_told_there() -> None:
    side = "maps/journeys/buying.ru.yml"
    found = linked({**FILES, side: "title: Покупка\nowner: marketing\nstages: [{id: serch, title: Поиск}]"}).problems
    assert [(p.code, p.place.file, path_of(p), p.hint) for p in found] == [
        ("unknown-key", side, ("owner",), "say it in the map itself"),
        ("patch-unknown-id", side, ("stages", 0), "did you mean 'search'?"),
    ]


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def test_pictures_get_a_name_of_their_content() -> None:
    text = PLAIN.replace("title: Site,", "title: Site, image: {file: ../a.png, alt: A},")
    found = linked({**FILES, JOURNEY: text, "maps/a.png": PNG, "maps/personas/anna.yml": "title: Anna\nphoto: {file: ../a.png, alt: B}\n"})
    assert found.problems == ()
    assert list(found.value.media) == ["a.png"]
    media = found.value.media["a.png"]
    assert isinstance(media, Media)
    assert (media.file, media.name[:6], media.name[-4:], len(media.name)) == ("maps/a.png", "media/", ".png", 42)
    assert found.value.personas["anna"].photo == "a.png"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", b"<svg onload='x'>", "image-not-allowed"),
        ("a.jpg", PNG, "image-not-allowed"),
        ("a.png", PNG + b"0" * 2 * 1024 * 1024, "image-not-allowed"),
        ("a.svg", b"<svg/>", "image-not-allowed"),
    ],
)
def test_a_picture_is_what_its_bytes_say(name: str, content: bytes, code: str) -> None:
    text = PLAIN.replace("title: Site,", f"title: Site, image: {{file: {name}, alt: A}},")
    assert [p.code for p in told(text, {f"maps/journeys/{name}": content})] == [code]


def test_a_picture_without_words_is_a_warning() -> None:
    text = PLAIN.replace("title: Site,", "title: Site, image: a.png,")
    found = told(text, {"maps/journeys/a.png": PNG})
    assert [(p.code, p.severity) for p in found] == [("image-without-alt", "warning")]


@pytest.mark.parametrize("file", ["/etc/a.png", "..\\a.png", "../../a.png", "C:/a.png", "a/../../../a.png", "https://example.org/a.png"])
def test_a_picture_outside_the_maps_is_refused(file: str) -> None:
    text = PLAIN.replace("title: Site,", f"title: Site, image: {{file: '{file}', alt: A}},")
    assert [p.code for p in told(text)] == ["image-outside"]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("title: Site,", "title: Site, image: 'pictures\\a.png',", "paths have slashes: 'pictures/a.png'"),
        ("title: Site,", "title: Site, image: '..\\..\\..\\a.png',", "copy the picture into maps/ and name it relative to this file"),
        ("title: Site,", "title: Site, next: ['search\\site'],", "write 'search/site'"),
    ],
)
def test_a_path_as_windows_has_it_is_told_with_slashes(old: str, new: str, hint: str) -> None:
    assert [problem.hint for problem in told(PLAIN.replace(old, new))] == [hint]


def test_a_logo_as_windows_has_it_is_told_with_slashes() -> None:
    found = linked({**FILES, "cjmgen.yml": "title: Shop\nlogo: pictures\\logo.svg\n"}).problems
    assert [(problem.code, problem.hint) for problem in found] == [("image-outside", "paths have slashes: 'pictures/logo.svg'")]


def test_line_ends_of_windows_change_nothing() -> None:
    ours, theirs = (linked({path: text.replace("\n", end) for path, text in FILES.items()}) for end in ("\n", "\r\n"))
    assert theirs.value.journey("buying") == ours.value.journey("buying")
    assert theirs.problems == ours.problems


def test_a_comparison_names_journeys_and_their_stages() -> None:
    files = {**FILES, "maps/journeys/b.yml": PLAIN, "maps/comparisons/c.yml": "title: C\njourneys: [buying, b]\nalign:\n- {id: find, title: Find, buying: search, b: [serch], d: x}\n"}
    found = linked(files).problems
    assert [(p.code, path_of(p)) for p in found] == [("unknown-stage", ("align", 0, "b", 0)), ("unknown-journey", ("align", 0, "d"))]


def test_the_date_is_an_argument() -> None:
    assert linked(FILES, datetime.date(2030, 1, 1)).value.today == datetime.date(2030, 1, 1)
