"""Ids that a metric maps to and that no map has are told at their own place, with what was probably meant."""

import datetime

import pytest

from cjmgen.memo.store import Shortlived
from cjmgen.pipeline import load
from cjmgen.problem import Problem
from cjmgen.report.spot import find
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 26)
METRIC = """title: Way
type: funnel
source:
  file: way.csv
  events:
    files: data/*.csv
    columns: {user: who, time: at, event: what}
    stages:
      look: look
      find: [find, seek]
      order: {event: buy, where: {paid: true}}
    touchpoints: {guide: help, home: look}
"""
EXPORT = "title: Deals\ntype: conversion\nsource:\n  file: deals.csv\n  profile: hubspot-deals\n  stages:\n    Demo: find\n    Closed won: order\n"
MAP = "title: Buy\nstages:\n- {id: look, title: Look, touchpoints: [{id: home, title: Home}]}\n- {id: find, title: Find, touchpoints: [{id: guide, title: G}]}\n- {id: order, title: Order}\n"
FILES = {"cjmgen.yml": "title: Shop\n", "maps/journeys/buy.yml": MAP, "maps/metrics/way.yml": METRIC, "maps/metrics/deals.yml": EXPORT}


def unknown(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """What is told of ids that are mapped: where, what and the hint."""
    tree = Tree.of({path: text.encode() for path, text in {**FILES, **files}.items() if text})
    store = Shortlived()
    found: list[list[Problem]] = [[each for each in load(tree, TODAY, store).problems if each.code == "unknown-mapped"] for _ in range(2)]
    assert found[0] == found[1]  # what is remembered tells the same
    return [(each.spot.name, each.problem.message, each.problem.hint) for each in find(found[0], tree)]


def test_what_a_map_has_is_not_told() -> None:
    assert unknown({}) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message", "hint"),
    [
        ("way", "find: [find", "fnid: [find", "10:7", "no map has a stage 'fnid'", "did you mean 'find'?"),
        ("way", "order: {event", "shoe: {event", "11:7", "no map has a stage 'shoe'", "the stages are look, find, order"),
        ("way", "{guide: help", "{giude: help", "12:19", "no map has a touchpoint 'giude'", "did you mean 'guide'?"),
        ("way", "home: look}", "order: look}", "12:32", "no map has a touchpoint 'order'", "the touchpoints are home, guide"),
        ("deals", "won: order", "won: oder", "8:17", "no map has a stage 'oder'", "did you mean 'order'?"),
    ],
)
def test_an_id_that_no_map_has_is_told_at_its_place(file: str, old: str, new: str, place: str, message: str, hint: str) -> None:
    path = f"maps/metrics/{file}.yml"
    assert old in FILES[path]
    assert unknown({path: FILES[path].replace(old, new)}) == [(f"{path}:{place}", message, hint)]


def test_a_map_that_says_another_id_by_now_is_noticed() -> None:
    told = unknown({"maps/journeys/buy.yml": MAP.replace("id: guide", "id: manual")})
    assert told == [("maps/metrics/way.yml:12:19", "no map has a touchpoint 'guide'", "the touchpoints are home, manual")]


def test_one_map_of_several_is_enough_and_a_patch_has_what_it_lies_over() -> None:
    other = "extends: buy\ntitle: Soon\nstages:\n- {id: look, title: Look around}\n- {id: find, title: F}\n- {id: order, title: O}\n- {id: again, title: Again}\n"
    metric = METRIC.replace("    touchpoints:", "      again: buy\n    touchpoints:")
    assert unknown({"maps/journeys/soon.yml": other, "maps/metrics/way.yml": metric}) == []


@pytest.mark.parametrize("maps", ["", "title: Buy\nstages: 5\n"])
def test_without_a_map_that_can_be_read_nobody_knows(maps: str) -> None:
    assert unknown({"maps/journeys/buy.yml": maps}) == []
