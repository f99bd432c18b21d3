"""test_judged: the same goal is judged alike on the metric's page, in the list, on the journey, in its reading version and in the data."""

import datetime
import json
import re

import pytest

from cjmgen import pipeline
from cjmgen.shell import bundled
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 26)
MONTHS = "m,k,n\n2026-08,300,1000\n2026-09,310,1000\n2026-10,420,1000\n"
SOURCE = "source: {file: orders.csv, period: m, value: k, people: n}"


def site(metric: str, months: str = MONTHS) -> dict[str, str]:
    """The pages and data of a journey with this metric, as text without tags."""
    files = {
        "cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n",
        "maps/journeys/buying.yml": "title: Buying\nstages:\n- {id: see, title: See, metrics: [orders]}\n- {title: Buy}\n",
        "maps/metrics/orders.yml": f"title: Orders\ntype: conversion\n{metric}\n",
        **({"maps/metrics/orders.csv": months} if "orders.csv" in metric else {}),
    }
    made = pipeline.build(Tree.of({path: text.encode() for path, text in files.items()}), bundled.themes().under("default"), TODAY)
    assert [each for each in made.problems if each.severity == "error"] == []
    wanted = ("metrics/orders/index", "metrics/index", "journeys/buying/index", "journeys/buying/read")
    pages = {name: made.value[name].decode() for name in (f"{lang}{page}.html" for lang in ("", "ru/") for page in wanted)}
    data = {"twin": made.value["metrics/orders/index.json"].decode(), "journey": made.value["journeys/buying/index.json"].decode()}
    return {**{name: re.sub(r"(<[^>]+>|\s)+", " ", text) for name, text in pages.items()}, **data}


def test_a_goal_that_was_missed_on_its_day_stays_so_after_a_better_month() -> None:
    shown = site(f"target: 36%\ndue: 2026-09-30\n{SOURCE}")
    for name, text in shown.items():
        if name.endswith(".html"):
            said = "не достигнута к сроку, 30 сентября 2026 г. (31 %)" if name.startswith("ru/") else "missed on 30 September 2026 (31%)"
            assert said in text.replace("Missed on", "missed on").replace("Не дост", "не дост"), name
            assert "42 %" in text or "42%" in text, "what it is now stands beside it"
    assert "Missed missed" not in shown["metrics/index.html"]
    told = json.loads(shown["twin"])["computed"]
    (figure,) = json.loads(shown["journey"])["computed"]["metrics"]
    for each in (told, figure):
        assert (each["standing"], each["value"], each["due"]) == ("missed", 0.42, "2026-09-30")
        assert (each["judged"]["period"], each["judged"]["value"], each["judged"]["older"]) == ("2026-09", 0.31, False)


def test_figures_that_are_older_than_the_day_of_the_goal_miss_nothing() -> None:
    shown = site(f"target: 50%\ndue: 2026-11-20\n{SOURCE}")
    english = "20 November 2026 has passed, and no whole period reaches so far"
    assert all(english in shown[name] for name in ("metrics/orders/index.html", "journeys/buying/index.html"))
    assert "срок (20 ноября 2026 г.) прошёл, а полного периода до него нет" in shown["ru/journeys/buying/read.html"]
    assert json.loads(shown["twin"])["computed"]["standing"] == "short"


@pytest.mark.parametrize(
    ("metric", "standing", "said"),
    [
        (f"target: 36%\n{SOURCE}", "met", "goal 36%, met"),
        (f"target: 41%\n{SOURCE}", "close", "goal 41%, not for sure"),
        (f"target: 50%\n{SOURCE}", "short", "goal 50%, missed"),
        ("value: 42%\ntarget: 36%", "close", "goal 36%, as good, without an interval"),
    ],
)
def test_what_the_interval_leaves_open_is_met_nowhere(metric: str, standing: str, said: str) -> None:
    shown = site(metric)
    assert json.loads(shown["twin"])["computed"]["standing"] == standing
    assert said in shown["journeys/buying/read.html"]
    assert ("1 met for sure" in shown["metrics/index.html"]) is (standing == "met")
    for page in ("metrics/index.html", "metrics/orders/index.html"):
        assert ("Reached, no interval" in shown[page]) is ("interval" in said), page


def test_a_goal_is_told_with_the_decimals_that_it_was_written_with() -> None:
    shown = site(f"target: 36.5%\n{SOURCE}")
    for name, text in shown.items():
        if name.endswith(".html"):
            assert ("36,5 %" if name.startswith("ru/") else "36.5%") in text, name
            assert not re.search(r"\b3[67]\s?%", text), name


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("2026-10,300,1000,a\n2026-10,420,1000,b\n", "a and b differ by more than noise, all pairs considered"),
        ("2026-10,300,1000,a\n2026-10,310,1000,b\n", "No two differ by more than noise, all pairs considered"),
        ("2026-10,300,1000,a\n2026-10,300,1000,b\n", "No two differ by more than noise, all pairs considered"),
        ("2026-10,300,,a\n2026-10,310,,b\n", "Whether any two differ by more than noise can’t be told"),
    ],
)
def test_segments_that_nobody_can_test_are_not_said_to_be_alike(rows: str, said: str) -> None:
    source = "people: n, segment: s}" if ",1000," in rows else "segment: s}"
    shown = site(f"{SOURCE.replace('people: n}', source)}", "m,k,n,s\n" + rows)
    assert said in shown["metrics/orders/index.html"]


@pytest.mark.parametrize(("rows", "said"), [("2026-10,300,1000\n", "30% (n 1,000)"), ("2026-10,3,12\n", "25% (n 12, which is few)")])
def test_the_reading_version_tells_of_how_many_a_figure_is(rows: str, said: str) -> None:
    assert said in site(SOURCE, "m,k,n\n" + rows)["journeys/buying/read.html"]
