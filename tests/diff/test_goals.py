"""test_goals: goals of metrics that are plain numbers are told as numbers, and those that are shares in percent, in all forms of a difference."""

import json
import re
from typing import Any

import pytest

from cjmgen.diff.changes import changes
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from diff.test_table import side
from pages.changed import html, laid

Files = dict[str, Any]
CSAT = "title: CSAT\ntype: csat\ntarget: {target}\nsource: {{file: c.csv, period: m, value: mean, people: n}}\n"


def measured(target: str, *means: float) -> Files:
    rows = "".join(f"2026-{at + 8:02},{mean},400\n" for at, mean in enumerate(means))
    return {"maps/metrics/csat.yml": CSAT.format(target=target), "maps/metrics/c.csv": f"m,mean,n\n{rows}"}


def kept(target: str) -> Files:
    return {"maps/metrics/csat.yml": f"title: CSAT\ntype: csat\nvalue: 4.1\ntarget: {target}\n"}


def on_stage(target: str, entry: str = "40%") -> Files:
    metrics = f"[{{id: csat, title: CSAT, value: 4.1, target: {target}}}]"
    stages = (
        f"stages:\n- {{id: a, title: A, entry: 100}}\n- {{id: b, title: B, entry: {{people: 50, target: {entry}}}, metrics: {metrics}}}\n"
    )
    return {"maps/journeys/buying.yml": f"title: Buying\n{stages}"}


@pytest.mark.parametrize(
    ("old", "new", "line", "page"),
    [
        (measured("4.5", 4.1), measured("4.5", 4.1, 4.3), r"goal 4\.5", "goal 4.5"),
        (kept("4.5"), kept("4.7"), r"target 4\.5 → 4\.7", "4.5 → now 4.7"),
        (kept("1"), kept("0.5"), r"target 1 → 0\.5", "1 → now 0.5"),
        (kept("45%"), kept("47%"), r"target 45% → 47%", "45% → now 47%"),
        (on_stage("4.5"), on_stage("4.7"), r"target 4\.5 → 4\.7", "4.5 → now 4.7"),
        (on_stage("4.5"), on_stage("4.5", "45%"), r"entry target 40% → 45%", "40% → now 45%"),
    ],
)
def test_a_goal_is_told_in_the_unit_of_its_metric(old: Files, new: Files, line: str, page: str) -> None:
    before, after = side(old), side(new)
    shown = Review(changes(before, after), "before", "after", "en")
    for text in (terminal(shown), markdown(shown).replace("**", "").replace("~~", "").replace("\\", "")):
        assert re.search(line, re.sub(r"\s+", " ", text)), text
    read = from_json(as_json(shown).encode())
    assert (terminal(read), markdown(read)) == (terminal(shown), markdown(shown))
    assert page in re.sub(r"(<[^>]+>|\s)+", " ", html(laid(after, old=before)[0]))


def test_programs_get_the_goal_as_it_is_written() -> None:
    told = json.loads(as_json(Review(changes(side(measured("4.5", 4.1)), side(measured("4.5", 4.1, 4.3))), "before", "after", "en")))
    assert [each["measured"]["goal"] for each in told["changes"] if "measured" in each] == [4.5]
