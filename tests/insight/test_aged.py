"""test_aged: insights name the period of a figure after whose period three whole ones have passed."""

import datetime

import pytest

from cjmgen.insight.insight import Period
from cjmgen.insight.kinds import insights
from cjmgen.pipeline import load
from cjmgen.tree import Tree


@pytest.mark.parametrize(
    ("period", "aged"), [("2026-07", True), ("2026-08", False), ("2026-Q1", False), ("2025-Q4", True), ("2025", False), ("2022", True)]
)
@pytest.mark.parametrize("goal", ["36%", "25%"])
def test_a_figure_is_told_with_its_period_once_three_have_passed(period: str, aged: bool, goal: str) -> None:
    files = {
        "cjmgen.yml": "title: Shop\n",
        "maps/journeys/buying.yml": "title: Buying\nstages:\n- {id: see, title: See, metrics: [orders]}\n- {title: Buy}\n",
        "maps/metrics/orders.yml": f"title: Orders\ntype: conversion\ntarget: {goal}\nsource: {{file: orders.csv, period: m, value: k, people: n}}\n",
        "maps/metrics/orders.csv": f"m,k,n\n{period},300,1000\n",
    }
    atlas = load(Tree.of({path: text.encode() for path, text in files.items()}), datetime.date(2026, 11, 26)).value
    (found,) = [each for each in insights(atlas, "buying") if each.kind == "metric"]
    told = [dict(clue.said.values)["period"] for clue in found.why if clue.said.key == "insight.metric.aged"]
    assert told == ([Period(period)] if aged else [])
