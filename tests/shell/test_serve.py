"""`cjmgen serve`: answers at once, as the built site would, and tells open pages and the terminal of every change."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.shell.clock import today
from cjmgen.shell.look import Lookout
from shell.previewing import number_in, previewed, save, until

Run = Callable[..., Any]
JOURNEY = "journeys/first-pair/index.html"


def edit(place: Path, old: str, new: str) -> None:
    text = place.read_text("utf-8")
    assert old in text
    save(place, text.replace(old, new))


@pytest.fixture
def journey(project: Path) -> Path:
    """The file of the one journey."""
    return project / "maps" / "journeys" / "first-pair.yml"


ANSWERS = [
    ("/", 200, "text/html; charset=utf-8"),
    ("/?a=1", 200, "text/html; charset=utf-8"),
    ("/index.html", 200, "text/html; charset=utf-8"),
    ("/journeys/first-pair/", 200, "text/html; charset=utf-8"),
    ("/journeys/first-pair", 302, "text/plain; charset=utf-8"),
    ("/journeys/first-pair/index.json", 200, "application/json; charset=utf-8"),
    ("/journeys/first-p%61ir/index.html", 200, "text/html; charset=utf-8"),
    ("/ru/", 200, "text/html; charset=utf-8"),
    ("/assets/cjm.css", 200, "text/css; charset=utf-8"),
    ("/assets/cjm.js", 200, "text/javascript; charset=utf-8"),
    ("/assets/icon.svg", 200, "image/svg+xml"),
    ("/search/titles.js", 200, "text/javascript; charset=utf-8"),
    ("/ru/search/titles.js", 200, "text/javascript; charset=utf-8"),
    ("/robots.txt", 200, "text/plain; charset=utf-8"),
    ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
    ("/maps/", 200, "text/html; charset=utf-8"),
    ("/maps", 302, "text/plain; charset=utf-8"),
    ("/maps/journeys/first-pair", 302, "text/plain; charset=utf-8"),
    ("/maps/assets/cjm.css", 200, "text/css; charset=utf-8"),
    ("/nowhere/", 404, "text/html; charset=utf-8"),
    ("/nowhere.png", 404, "text/html; charset=utf-8"),
    ("/_cjmgen/live.js", 200, "text/javascript; charset=utf-8"),
    ("/_cjmgen/live.css", 200, "text/css; charset=utf-8"),
    ("/_cjmgen/nothing", 404, "text/plain; charset=utf-8"),
]


def test_the_preview_answers_as_a_host_of_the_built_site_would(project: Path) -> None:
    (project / "cjmgen.yml").write_text("languages: [en, ru]\nurl: https://example.org/maps/\n", "utf-8")
    with previewed(project) as preview:
        for target, status, kind in ANSWERS:
            got, headers, body = preview.ask(target)
            assert (got, headers["content-type"]) == (status, kind), target
            head = preview.ask(target, "HEAD")
            assert (head[0], head[1]["content-length"], head[2]) == (status, str(len(body)), b""), target
        assert preview.ask("/maps/journeys/first-pair?x=//evil.example")[1]["location"] == "/maps/journeys/first-pair/"
        assert preview.ask("/journeys/first-pair")[1]["location"] == "/journeys/first-pair/"


def test_the_page_for_what_is_missing_holds_at_any_depth(project: Path) -> None:
    with previewed(project) as preview:
        links = re.findall(rb' (?:href|src)="([^"]*)"', preview.ask("/a/b/c/")[2])
        assert links
        assert {link[:1] for link in links} == {b"/", b"#"}


def test_what_is_served_is_the_built_site_and_the_preview_beside_it(project: Path, run: Run) -> None:
    run("-C", "shop", "build")
    built = {place.relative_to(project / "site").as_posix(): place.read_bytes() for place in (project / "site").rglob("*") if place.is_file()}
    assert not [path for path, content in built.items() if b"_cjmgen" in content or b"cjmgen-live" in content or b"live-" in content]
    with previewed(project) as preview:
        for path, content in built.items():
            if path == ".cjmgen-site":
                continue
            served = preview.ask(f"/{path}")[2]
            own = re.sub(rb'<link rel="stylesheet" href="/_cjmgen/live.css">\n<script src="/_cjmgen/live.js"[^>]*></script>\n', b"", served)
            assert own == content, path
            assert (served != own) == path.endswith(".html"), path
            assert served.find(b"/_cjmgen/live.js") <= served.find(b"assets/cjm.js"), path


def test_a_browser_that_has_a_file_is_not_sent_it_again(project: Path) -> None:
    with previewed(project) as preview:
        _, headers, _ = preview.ask("/assets/cjm.css")
        assert preview.ask("/assets/cjm.css", If_None_Match=headers["etag"])[0::2] == (304, b"")
        assert preview.ask("/assets/cjm.css", If_None_Match='"another"')[0] == 200


def test_before_the_first_look_is_through_a_page_waits_and_becomes_the_page(project: Path) -> None:
    with previewed(project, looking=False) as preview:
        status, headers, body = preview.ask("/journeys/first-pair/")
        assert (status, headers["retry-after"]) == (503, "1")
        assert f'data-page="{JOURNEY}" data-shown="" data-number="0"'.encode() in body
        assert preview.ask("/assets/cjm.css")[0] == 503
        assert preview.ask("/_cjmgen/live.js")[0] == 200
        with preview.stream(JOURNEY) as states:
            preview.showing.show(preview.showing.now.after(Lookout(project, today()).look()))
            assert next(states)["files"][JOURNEY]
        assert preview.ask("/journeys/first-pair/")[0] == 200


def test_a_first_look_that_fails_shows_what_to_mend(project: Path, journey: Path) -> None:
    edit(journey, "online-shop", "onlin-shop")
    with previewed(project) as preview:
        assert preview.ask("/")[0] == 500
        with preview.stream("index.html") as states:
            told = next(states)
            assert told["files"] == {"index.html": None}
            (problem,) = told["problems"]["listed"]
            assert problem["label"] == "error[unknown-channel]"
            assert problem["name"] == "maps/journeys/first-pair.yml:6:34"
            assert "did you mean 'online-shop'?" in problem["excerpt"]
            edit(journey, "onlin-shop", "online-shop")
            told = next(states)
            assert told["problems"]["errors"] == 0
            assert told["files"]["index.html"]
        assert preview.ask("/")[0] == 200


def test_the_stream_tells_of_what_a_page_shows_and_of_nothing_else(project: Path, journey: Path) -> None:
    (project / "maps" / "journeys" / "second-pair.yml").write_text("title: Another\nstages: [{title: Look}]\n", "utf-8")
    with previewed(project) as preview, preview.stream(JOURNEY, "journeys/second-pair/index.html", "nowhere.html") as states:
        before = next(states)
        assert before["number"] == 1
        assert before["files"]["nowhere.html"] is None
        edit(journey, "Size guide", "Guide of sizes")
        after = next(states)
        assert after["number"] == 2
        assert after["files"][JOURNEY] != before["files"][JOURNEY]
        assert after["files"]["journeys/second-pair/index.html"] == before["files"]["journeys/second-pair/index.html"]
        page = preview.ask("/journeys/first-pair/")[2]
        assert b"Guide of sizes" in page
        assert number_in(page) == 2
        assert f'data-shown="{after["files"][JOURNEY]}"'.encode() in page
        drawn = preview.showing.now._drawn
        assert set(drawn) == {JOURNEY, "journeys/second-pair/index.html"}


def test_a_page_that_missed_updates_is_up_to_date_at_once(project: Path, journey: Path) -> None:
    with previewed(project) as preview:
        with preview.stream(JOURNEY) as states:
            first = next(states)
        for at in range(3):
            edit(journey, f"Size guide{'!' * at}", f"Size guide{'!' * (at + 1)}")
            preview.newer(at + 1)
        with preview.stream(JOURNEY, Last_Event_ID="1") as states:
            told = next(states)
        assert told["number"] == 4
        assert told["files"] != first["files"]


def test_a_page_is_sent_only_to_whoever_has_another(project: Path, journey: Path) -> None:
    with previewed(project) as preview:
        with preview.stream(JOURNEY) as states:
            shown = next(states)["files"][JOURNEY]
        with preview.stream(JOURNEY, shown="0" * 32) as states:
            assert next(states)["page"].encode() == preview.ask("/journeys/first-pair/")[2]
        with preview.stream(JOURNEY, shown=shown) as states:
            assert next(states)["page"] is None
            edit(project / "maps" / "personas" / "anna.yml", "title: Anna", "title: Anna\ntags: {a: b}")
            assert next(states)["page"] is None
            edit(journey, "Size guide", "Guide of sizes")
            assert "Guide of sizes" in next(states)["page"]
            edit(journey, "title: Buying", "# a comment\ntitle: Buying")
            assert next(states)["page"] is None


def test_problems_come_over_the_last_good_page_and_go(project: Path, journey: Path) -> None:
    with previewed(project) as preview, preview.stream(JOURNEY) as states:
        good = next(states)
        edit(journey, "online-shop", "onlin-shop")
        wrong = next(states)
        assert wrong["files"] == good["files"]
        assert wrong["problems"]["errors"] == 1
        assert b"Size guide" in preview.ask("/journeys/first-pair/")[2]
        edit(journey, "onlin-shop", "online-shop")
        assert next(states)["problems"] == {"errors": 0, "warnings": 0, "more": 0, "listed": []}
        said = "\n".join(preview.said)
    assert "maps/journeys/first-pair.yml:6:34: error[unknown-channel]: there is no channel 'onlin-shop'\n" in said
    assert re.search(r"^maps/journeys/first-pair\.yml: \d+ ms; 1 error in 3 files, the pages stay as they were$", said, re.MULTILINE)
    assert "\n  mended: maps/journeys/first-pair.yml: error[unknown-channel]: there is no channel 'onlin-shop'" in said
    assert len(preview.said) == 5


def test_a_problem_that_only_moves_is_not_told_again(project: Path, journey: Path) -> None:
    edit(journey, "online-shop", "onlin-shop")
    with previewed(project) as preview:
        edit(journey, "title: Buying", "# a line more\ntitle: Buying")
        preview.newer(1)
        until(lambda: len(preview.said) == 3)
        assert [said for said in preview.said if "onlin-shop" in said] == preview.said[:1]


def test_warnings_are_shown_and_notes_are_not(project: Path, journey: Path) -> None:
    edit(journey, "personas: [anna]\n", "")
    with previewed(project) as preview, preview.stream(JOURNEY) as states:
        told = next(states)["problems"]
        assert (told["errors"], told["warnings"]) == (0, 1)
        assert {problem["severity"] for problem in told["listed"]} == {"warning"}


def test_a_project_without_settings_is_trouble_until_they_are_back(project: Path) -> None:
    settings = project / "cjmgen.yml"
    with previewed(project) as preview, preview.stream("index.html") as states:
        good = next(states)
        text = settings.read_text("utf-8")
        settings.unlink()
        told = next(states)
        assert "there is no cjmgen.yml" in told["problems"]["listed"][0]["message"]
        assert told["files"] == good["files"]
        save(settings, text)
        assert until(lambda: next(states)["problems"]["errors"] == 0)


def test_a_page_that_can_not_be_drawn_says_so_in_its_place(project: Path) -> None:
    templates = project / "themes" / "shop" / "templates"
    (project / "cjmgen.yml").write_text("theme: shop\n", "utf-8")
    templates.mkdir(parents=True)
    save(templates / "missing.html", "{% extends 'frame.html' %}{% block main %}<h1>Gone</h1>{% endblock %}")
    with previewed(project) as preview, preview.stream("404.html", "index.html") as states:
        next(states)
        assert b"<h1>Gone</h1>" in preview.ask("/nowhere/")[2]
        save(templates / "missing.html", "{% extends 'frame.html' %}{% block main %}{{ view.nothing }}{% endblock %}")
        told = until(lambda: (state := next(states))["problems"]["errors"] and state)
        assert told["problems"]["listed"][0]["label"] == "error[template-error]"
        assert told["problems"]["listed"][0]["name"].startswith("themes/shop/templates/missing.html:1")
        assert preview.ask("/")[0] == 200


def test_the_answers_of_a_preview_outlive_a_thousand_looks(project: Path, journey: Path) -> None:
    """Nothing of an old state is kept once nobody looks at it."""
    import gc
    import weakref

    with previewed(project) as preview:
        old = weakref.ref(preview.showing.now)
        preview.ask("/")
        edit(journey, "Size guide", "Guide")
        preview.newer(1)
        edit(journey, "Guide", "Size guide")
        preview.newer(2)
        until(lambda: gc.collect() is not None and old() is None)


