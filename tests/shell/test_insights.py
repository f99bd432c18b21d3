"""`cjmgen insights`: what follows from the maps, for a terminal, a comment and a program, whatever the maps say."""

import json
from pathlib import Path
from typing import Any

import pytest

from shell.conftest import Run

HOSTILE = "\x1b[31mred\x1b[0m \u202e | **bold** <b>x</b> @somebody `code` $(rm)"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A project whose texts come from a stranger."""
    journeys = tmp_path / "maps" / "journeys"
    journeys.mkdir(parents=True)
    (tmp_path / "cjmgen.yml").write_text("title: Shop\ncurrency: EUR\n", "utf-8")
    stages = [
        {"id": "see", "title": HOSTILE, "entry": 1000},
        {"id": "buy", "title": "Buy", "outcome": True, "entry": {"people": 200, "target": 0.4}},
    ]
    map = {"title": "Buying", "value": {"per_conversion": 50, "period": "month"}, "stages": stages}
    (journeys / "buying.yml").write_text(json.dumps(map), "utf-8")
    (journeys / "later.yml").write_text("title: Later\nextends: buying\nstages:\n- {id: buy, entry: {people: 300}}\n", "utf-8")
    return tmp_path


def test_text_shows_what_a_terminal_would_obey(shop: Path, run: Run) -> None:
    ran = run("-C", str(shop), "insights", "buying")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "20% go on, the goal is 40%" in ran.out
    assert "200 more would reach “Buy”: €10,000 a month" in ran.out
    assert "maps/journeys/buying.yml:1:" in ran.out
    assert ran.out.endswith("1 insight\n")


def test_markdown_holds_no_markup_of_a_map(shop: Path, run: Run) -> None:
    ran = run("-C", str(shop), "insights", "buying", "--format", "markdown")
    assert ran.code == 0
    assert "<b>" not in ran.out
    assert "@somebody" not in ran.out
    assert "\\*\\*bold\\*\\*" in ran.out
    assert "\x1b" not in ran.out


def test_json_has_figures_places_and_reasons(shop: Path, run: Run) -> None:
    ran = run("-C", str(shop), "insights", "buying", "--format", "json")
    told = json.loads(ran.out)
    assert (told["version"], told["language"], told["left_out"]) == (1, "en", 0)
    leak = told["insights"][0]
    assert leak["key"] == "leak.goal"
    assert leak["worth"]["value"] == 10000
    assert leak["worth"]["code"] == "EUR"
    assert leak["worth"]["low"] < 10000 < leak["worth"]["high"]
    assert leak["people"]["value"] == 200
    assert leak["numbers"]["share"] == {**leak["numbers"]["share"], "value": 0.2, "unit": "share", "n": 1000}
    assert leak["places"][0] == {**leak["places"][0], "journey": "buying", "stage": "buy", "file": "maps/journeys/buying.yml", "line": 1}
    assert HOSTILE in leak["text"]
    assert leak["why"][0]["numbers"]["money"] == leak["worth"]


def test_a_patch_is_told_where_it_is_written(shop: Path, run: Run) -> None:
    told = json.loads(run("-C", str(shop), "insights", "later", "--format", "json").out)["insights"]
    places = [place for insight in told for place in insight["places"]]
    assert {(place["stage"], place["file"], place["line"]) for place in places} >= {("buy", "maps/journeys/later.yml", 4)}


def test_all_journeys_together_name_theirs(shop: Path, run: Run) -> None:
    ran = run("-C", str(shop), "insights")
    assert "the goal is 40%.  Buying" in ran.out
    assert run("-C", str(shop), "insights", "--all").out == ran.out


def test_twice_is_the_same(shop: Path, run: Run) -> None:
    first, second = (run("-C", str(shop), "insights", "--format", "json").out for _ in range(2))
    assert first == second


def test_what_it_refuses(shop: Path, run: Run) -> None:
    wrong = run("-C", str(shop), "insights", "buyng")
    assert (wrong.code, wrong.err) == (2, "Error: there is no journey 'buyng'; did you mean 'buying'?\n")
    assert "the theme has no words in 'xx'" in run("-C", str(shop), "insights", "--language", "xx").err
    (shop / "maps" / "journeys" / "bad.yml").write_text("title: 7\n", "utf-8")
    assert "the maps have errors" in run("-C", str(shop), "insights").err


def test_the_site_and_the_command_have_the_same_figures(shop: Path, run: Run) -> None:
    """What the data beside the page says is what the command says, but for words and lines; the page shows them in its words."""
    assert run("-C", str(shop), "build", "--output", str(shop / "out")).code == 0
    told = json.loads(run("-C", str(shop), "insights", "buying", "--format", "json").out)["insights"]
    page = shop / "out" / "journeys" / "buying"
    beside = json.loads((page / "index.json").read_text("utf-8"))["insights"]
    assert [_bare(each) for each in told] == [_bare(each) for each in beside]
    assert json.loads((shop / "out" / "index.json").read_text("utf-8"))["insights"][0] == beside[0]
    for file in (page / "index.html", page / "insights.html", shop / "out" / "index.html"):
        assert "€10,000 a month" in file.read_text("utf-8"), file
    assert "<b>x</b>" not in (page / "insights.html").read_text("utf-8")


def _bare(insight: dict[str, Any]) -> dict[str, Any]:
    """An insight without its words, and without the lines of files."""
    lines = ("file", "line", "column")

    def names(place: dict[str, Any] | None) -> dict[str, Any] | None:
        return place and {key: value for key, value in place.items() if key not in lines}

    why = [{**{key: value for key, value in each.items() if key != "text"}, "place": names(each["place"])} for each in insight["why"]]
    return {**{key: value for key, value in insight.items() if key != "text"}, "places": [*map(names, insight["places"])], "why": why}
