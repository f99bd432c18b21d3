"""test_backing: how well claims are backed is one pair of figures, under one name and in one order, wherever a project is told."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Number
from cjmgen.insight.kinds import insights
from cjmgen.insight.portfolio.pulse import counted, coverage_of
from cjmgen.pages.plan import plan
from cjmgen.pipeline import site
from cjmgen.render.poster.poster import poster
from cjmgen.render.theme import Theme
from cjmgen.report.as_json import as_json
from cjmgen.report.text import text
from cjmgen.tree import Tree
from pages.atlases import project
from render.conftest import files, theme

__all__ = ["files", "theme"]

BUYING = """title: Buying
status: live
stages:
- title: Awareness
  emotion: 1
  pains: [{title: P, evidence: [{id: talks, n: 5}]}, {title: Q, evidence: [talks]}, {title: R, evidence: [talks]}]
- title: Decision
  emotion: -1
  gains: [{title: G, evidence: [talks]}, {title: H, evidence: [visits]}]
  pains: [{title: S}]
"""
RETURNING = """title: Returning
status: live
stages:
- {title: Awareness, emotion: 1, pains: [{title: P, evidence: [{id: talks, n: 1}]}, {title: Q}]}
- {title: Decision, emotion: 0}
"""
ONE, ALL = (0.833333, 0.462266), (0.75, 0.38545)
"""By hand: (0.8436 + 3 × 0.31 + 1) / 6 of five validated claims of six, and with 0.31 / 2 of one of two."""

SHOWN = {
    "index.html": ["Claims validated 75% 39% by weight", "claims validated, 46% by weight 83%", "claims validated, 16% by weight 50%"],
    "journeys/buying/index.html": ["claims validated, 46% by weight 83% 5 of 6"],
    "journeys/buying/read.html": ["5 of 6 claims are validated (83%); by weight it is 46%"],
    "brief/index.html": ["75% of claims validated 6 of 8, 39% by weight"],
    "evidence/index.html": [
        "75% of claims are validated; by weight it is 39%.",
        "claims validated 75% 6 of 8 by weight 39%",
        "Buying 5 of 6 validated · 46% by weight",
        "Awareness 3 of 3 49%",
        "3 claims do not say how many said so and count as one person each",
    ],
    "evidence.svg": ["75% validated, 39% by weight"],
    "journeys/buying/evidence.svg": ["83% validated, 46% by weight"],
    "compare/both/index.html": ["83% validated, 46% by weight", "100% 3 of 3, 49% by weight"],
    "journeys/buying/compare.js": ["83% validated, 46% by weight"],
    "heatmap/index.html": ["83% 46%", "75% 39%"],
}


@pytest.fixture(scope="module")
def shop() -> Atlas:
    return project(
        {"buying": BUYING, "returning": RETURNING},
        evidence__talks="title: Talks\nkind: interview\nn: 9\n",
        evidence__visits="title: Visits\nkind: analytics\nn: 900\n",
        comparisons__both="title: Both\njourneys: [buying, returning]\nshow: [emotion, evidence]\n",
    )


def words(page: bytes) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]*>|\\u003c.*?\\u003e", " ", page.decode()).split())


@pytest.mark.parametrize("path", SHOWN)
def test_pages_say_the_same(path: str, shop: Atlas, theme: Theme) -> None:
    said = words(bytes(site(shop, theme, Tree({}))[path]))
    assert [phrase for phrase in SHOWN[path] if phrase not in said] == []


def test_the_poster_says_the_same(shop: Atlas, theme: Theme) -> None:
    view = plan(shop).by_path["journeys/buying/index.html"].view()
    said = words(poster(view, theme, theme.speaker("en")))  # type: ignore[arg-type]
    assert "83% 5 of 6 claims validated, 46% by weight" in said


def pairs(data: Any) -> Iterator[tuple[Any, Any]]:
    """All pairs of figures in some data, however deep."""
    if isinstance(data, dict):
        if "evidence_by_weight" in data and not isinstance(data["evidence_by_weight"], list):
            yield data["evidence"], data["evidence_by_weight"]
        assert "claims" not in data or "validated" not in str(data["claims"]) or "evidence_by_weight" in data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from pairs(each)


@pytest.mark.parametrize("path", ["index.json", "evidence/index.json", "heatmap/index.json", "compare/both/index.json", "journeys/buying/index.json"])
def test_data_says_the_same(path: str, shop: Atlas) -> None:
    data = json.loads(json.dumps(plan(shop).by_path[path].view()))
    found = set(pairs(data))
    whole = {"index.json": {ONE, ALL}, "evidence/index.json": {ONE, ALL}, "heatmap/index.json": {ONE, ALL}}
    assert found >= whole.get(path, {ONE})
    parts = {ONE, ALL, (0.5, 0.155), (1.0, 0.487866), (0.666667, 0.436667), (None, None)}
    assert found <= parts, "a figure that no stage, journey or portfolio has"


def test_insights_and_the_check_say_the_same(shop: Atlas) -> None:
    (light,) = [each for each in insights(shop, "buying") if each.said.key == "insight.proof.light"]
    figures = dict(light.numbers)
    assert tuple(round(figures[name].value, 6) for name in ("share", "weight")) == ONE
    claims = coverage_of(counted(shop.journeys.values()))
    assert text([], 2, claims=claims) == "no problems in 2 files; of 8 claims, 75% validated, 39% by weight\n"
    told = json.loads(as_json([], 2, claims=claims))
    assert (told["evidence"], told["evidence_by_weight"], told["claims"]) == (*ALL, {"validated": 6, "reasoned": 0, "assumed": 2})
    (promised,) = [dict(clue.said.values)["most"] for clue in light.why]
    assert isinstance(promised, Number)
    assert promised.value == pytest.approx((0.8436 + 3 * (1 - 0.69**9) + 1) / 6, abs=1e-4)
