"""test_changes: the page of changes: everything told in its place or counted, whatever is edited; and nothing without a base."""

import copy
import random
import re

import pytest

from cjmgen import pipeline
from cjmgen.diff.change import Added, Removed
from cjmgen.diff.news import Gap
from cjmgen.pages.journey.page import JourneyView
from diff.edits import EDITS, START, Draft
from diff.test_table import side
from pages.changed import BUYING, PAGE, Files, before, entries, html, laid, left_out, news, theme, view
from site_check.links import broken


@pytest.mark.parametrize("seed", range(24))
def test_every_change_stands_in_its_place_or_is_counted(seed: int) -> None:
    draft, fate = Draft(), random.Random(seed)
    for _ in range(6):
        EDITS[fate.choice(sorted(EDITS))](draft, fate)
    new, found = laid(side(draft.files))
    told = view(new)
    whole = (each.place for each in found.told if isinstance(each.change, Added | Removed) and not each.place.steps)
    came = {place.id for place in whole if place.kind == "journey"}
    things = {(each.place.kind, each.place.id, each.place.way) for each in found.told if each.place.id not in came}
    assert len(entries(told)) + left_out(told) == len(things)
    assert told.counts.total == len(found.told) == sum(team.counts.total for team in told.teams)
    site = pipeline.site(new.atlas, theme(), new.files)
    assert broken(site, [PAGE, f"ru/{PAGE}"]) == []


def test_without_news_there_is_no_page_and_no_word_of_one() -> None:
    site = pipeline.site(before().atlas, theme(), before().files)
    assert not [path for path in site if "changes/" in path]
    assert [path for path in site if path.endswith(".html") and b"changes/" in site[path]] == []


def test_the_changed_journeys_and_the_home_page_lead_to_it() -> None:
    new, _ = news(lambda files: files[BUYING]["stages"][0]["touchpoints"][0].update(emotion=-1))
    buying: JourneyView = view(new, "journeys/buying/index.html")
    assert buying.changed is not None
    assert (buying.changed.base, buying.changed.href) == ("main", "../../changes/pr-42/index.html#j-buying")
    assert view(new, "journeys/renting/index.html").changed is None
    assert [(line.field, line.fact.old.number, line.fact.new.number) for line in view(new).teams[0].lines] == [("emotion", 1.0, -1.0)]
    assert [each.href for each in view(new, "ru/index.html").changed] == ["changes/pr-42/index.html"]
    assert 'id="j-buying"' in html(new)


def test_what_is_shown_of_an_edit() -> None:
    def edit(files: Files) -> None:
        seek, pay = files[BUYING]["stages"]
        seek["touchpoints"][0]["emotion"] = -1
        seek["goal"] = "Find a pair that will last two muddy winters"
        seek["pains"][0]["severity"] = "critical"
        pay["gains"] = [{"id": "fast", "title": "Fast"}]
        pay["quotes"] = []
        files["maps/teams.yml"]["care"] = {"title": "Care", "contact": "the help desk"}

    told = view(news(edit)[0])
    (section,) = told.sections
    assert [(each.felt.old, each.felt.new) for each in section.grid.columns] == [(0.5, -0.5), (-1.5, -1.5)]
    assert section.grid.chart.even
    assert [spot.by for spot in section.grid.chart.spots] == [-1.0]
    cells = {lane.key: [[entry.mark for entry in cell.entries] for cell in lane.cells] for lane in section.grid.lanes}
    assert cells == {
        "stage": [["changed"], []], "touchpoints": [["changed", ""], [""]], "quotes": [[], ["removed"]], "gains": [[], ["added"]],
        "pains": [["changed"], []],
    }  # fmt: skip
    page = html(news(edit)[0])
    assert "Find a pair that will last <del>a winter</del><ins>two muddy winters</ins>" in page
    assert "<del>+1.0</del>" in page
    assert "<ins>−1.0</ins>" in page
    assert ">2 changes for the worse, 1 for the better</h1>" in page


def test_a_team_without_a_change_for_the_customer_has_one_line_and_comes_last() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"][0]["touchpoints"][0]["emotion"] = -1
        files[BUYING]["stages"][1]["touchpoints"][0]["description"] = "Six fields"

    told = view(news(edit)[0])
    assert [(team.anchor.said.text, team.quiet, len(team.lines)) for team in told.teams] == [("The shop", False, 1), ("Care", True, 0)]
    assert told.teams[0].github == "@a/shop"
    assert "1 change, not felt by the customer" in html(news(edit)[0])


def test_what_moved_stands_in_both_places() -> None:
    def edit(files: Files) -> None:
        seek, pay = files[BUYING]["stages"]
        pay["pains"] = [seek["pains"].pop()]
        del seek["opportunities"]

    grid = view(news(edit)[0]).sections[0].grid
    (pains,) = [lane for lane in grid.lanes if lane.key == "pains"]
    assert [[(entry.mark, entry.where.text) for entry in cell.entries] for cell in pains.cells] == [[("left", "Pay")], [("moved", "Search")]]


def test_a_stage_that_is_gone_keeps_its_column() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"].insert(0, {"id": "dream", "title": "Dream", "emotion": 2})

    new, old = news(edit)[0], before()
    assert [(each.mark, each.number) for each in view(new).sections[0].grid.columns] == [("added", 1), ("", 2), ("", 3)]
    back, _ = laid(old, (), new)
    assert [(each.mark, each.number) for each in view(back).sections[0].grid.columns] == [("removed", 0), ("", 1), ("", 2)]


def test_many_journeys_are_told_in_lines() -> None:
    def many(score: int) -> Files:
        journey = {"title": "J", "stages": [{"id": "s", "title": "S", "touchpoints": [{"id": "t", "title": "T", "emotion": score}]}]}
        return {"cjmgen.yml": {"title": "Shop"}, **{f"maps/journeys/j{at}.yml": {**journey, "title": f"J{at}"} for at in range(140)}}

    new, _ = laid(side(many(-1)), (), side(many(1)))
    told = view(new)
    assert (len(told.sections), len(told.rows), told.more_rows) == (16, 100, 24)
    assert "and 24 more" in html(new)
    assert view(new, "journeys/j99/index.html").changed is not None


def test_what_one_side_could_not_read_is_named() -> None:
    old = side({**START, "maps/personas/anna.yml": "title: [\n"})
    gaps = (Gap("main", "maps/personas/anna.yml", "unclosed-bracket", "a bracket is not closed"),)
    page = html(laid(before(), gaps, old)[0])
    assert "Could not be read in full" in page
    assert "<code>maps/personas/anna.yml</code>" in page
    assert ">Nothing changed since main</h1>" in page


def test_what_breaks_leads() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"][0]["pains"] = []
        files["cjmgen.yml"]["rules"] = {"unknown-pain": "warning"}

    told = view(news(edit)[0])
    assert [(each.line.anchor.said.text, each.files) for each in told.broken] == [("Too much noise", (BUYING,))]
    assert "still referred to in <code>maps/journeys/buying.yml</code>" in html(news(edit)[0])


@pytest.mark.parametrize("state", ["added", "removed"])
def test_a_whole_journey_that_comes_or_goes_has_its_curve(state: str) -> None:
    def edit(files: Files) -> None:
        del files["maps/journeys/renting.yml"], files["maps/comparisons/both.yml"]

    less, _ = news(edit)
    new = less if state == "removed" else laid(before(), (), less)[0]
    (section,) = view(new).sections
    assert (section.mark, section.grid, section.chart.old == (), section.chart.new == ()) == (state, None, state == "added", state == "removed")
    assert ("This journey is new." in html(new)) == (state == "added")


def test_what_is_internal_is_marked_where_it_is_shown() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"][0]["pains"].append({"id": "margin", "title": "The margin is known", "audience": "internal"})
        files[BUYING]["stages"][0]["touchpoints"][0].update(audience="internal", title="Banner")

    (section,) = view(news(edit)[0]).sections
    marked = [entry.anchor.said.text for lane in section.grid.lanes for cell in lane.cells for entry in cell.entries if entry.internal]
    assert marked == ["Banner", "The margin is known"]
    assert html(news(edit)[0]).count('class="kept"') == 2


def test_a_reference_to_what_is_gone_goes_by_its_title() -> None:
    def edit(files: Files) -> None:
        seek = files[BUYING]["stages"][0]
        seek["pains"] = [{"id": "clutter", "title": "Clutter", "severity": "low"}]
        seek["opportunities"][0]["pains"] = ["clutter"]
        del files["maps/teams.yml"]["care"]
        files[BUYING]["handoffs"] = []
        files[BUYING]["stages"][1]["touchpoints"][0]["owner"] = seek["opportunities"][0]["owner"] = "shop"
        files["maps/metrics/exits.yml"]["owner"] = "shop"

    page = html(news(edit)[0])
    assert "<del>Care</del>" in page
    assert "<ins>The shop</ins>" in page


EXPORT = "m,k,n\n2026-08,2100,8000\n2026-09,2054,7900\n"
ORDERS = "title: Orders\ntype: conversion\ntarget: 36%\nsource: {file: orders.csv, period: m, value: k, people: n}\n"


def test_a_new_export_tells_what_its_value_leans_on() -> None:
    def version(more: str) -> Files:
        return {**START, "maps/metrics/orders.yml": ORDERS, "maps/metrics/orders.csv": EXPORT + more}

    new, _ = laid(side(version("2026-07,2000,8000\n2026-10,1872,8140\n")), old=side(version("")))
    shown = " ".join(re.sub(r"<[^>]+>", " ", html(new)).split())
    assert "26% → now 23% ▼ −3 pp September 2026 → October 2026 n 7,900 → 8,140 the change is more than noise goal 36%" in shown
    assert "Came late: July 2026" in shown
    assert "New period" not in shown
    assert "value: 26% → , now 23% · the change is more than noise" in shown


def test_the_steps_of_a_funnel_stand_in_their_journey() -> None:
    def version(seek: int, pay: int) -> Files:
        files = copy.deepcopy(START)
        for stage, people in zip(files[BUYING]["stages"], (seek, pay), strict=True):
            stage["entry"] = {"people": people}
        return files

    new, _ = laid(side(version(8140, 1872)), old=side(version(7900, 2050)))
    shown = " ".join(re.sub(r"<[^>]+>", " ", html(new)).split())
    assert "Search → Pay : was 26% → , now 23% ▼ −3 pp n 7,900 → 8,140 · the change is more than noise" in shown
    assert "Search → Pay falls by 3 points" in shown
    assert "1 change for the worse" in shown
    [section] = view(new).sections
    assert [(each.sign, each.noise, each.people) for each in section.steps] == [("worse", "beyond", (7900, 8140))]
    assert next(each for each in section.figures if each.key == "conversion").noise == "beyond"
    quiet = html(laid(side(version(81, 19)), old=side(version(79, 21)))[0])
    assert "Nothing changes for the customer" in quiet
    assert "the change may be noise" in quiet
