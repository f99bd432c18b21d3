"""test_gate: the evidence that a project asks for behind its pains: enough people, young enough, in journeys that are in use."""

import datetime

import pytest

from cjmgen import pipeline
from cjmgen.memo.store import Shortlived
from cjmgen.tree import Tree

GATE = "critical: {n: 5, max_age: 365d}, high: {n: 2}, low: {max_age: 12 months}"
DATED = "title: Talks\nkind: interview\ndate: 2026-01-01\n"


def told(pain: str, today: str = "2026-06-01", gate: str = GATE, head: str = "", rules: str = "{}") -> list[tuple[str, str]]:
    """What the gate says of a journey with one pain."""
    files = {
        "cjmgen.yml": f"title: Shop\nevidence: {{{gate}}}\nrules: {rules}\n",
        "maps/evidence/talks.yml": DATED,
        "maps/evidence/undated.yml": "title: Undated\nkind: support\n",
        "maps/journeys/buying.yml": f"title: Buying\n{head}stages:\n- title: Choose\n  pains:\n  - {{title: It is slow, {pain}}}\n",
    }
    tree = Tree.of({path: text.encode() for path, text in files.items()})
    problems = pipeline.load(tree, datetime.date.fromisoformat(today), Shortlived()).problems
    return [(each.severity, each.message) for each in problems if each.code in ("evidence-below-gate", "bad-setting", "wrong-type")]


@pytest.mark.parametrize(
    ("pain", "message"),
    [
        ("severity: critical, evidence: [{id: talks, n: 5}]", ""),
        ("severity: critical, evidence: [{id: talks, n: 4}]", "4 people are behind this critical pain within 365d, the project asks for 5"),
        ("severity: critical, evidence: [{id: talks, n: 1}]", "1 person is behind this critical pain within 365d, the project asks for 5"),
        ("severity: critical, evidence: [talks]", "0 people are behind this critical pain within 365d, the project asks for 5"),
        ("severity: critical", "0 people are behind this critical pain within 365d, the project asks for 5"),
        ("severity: critical, evidence: [{id: talks, n: 3}, {id: undated, n: 9}]", "3 people are behind this critical pain within 365d, the project asks for 5: 'undated' has no date"),
        ("severity: high, evidence: [{id: talks, n: 1}, {id: undated, n: 1}]", ""),
        ("severity: high, evidence: [{id: undated, n: 1}]", "1 person is behind this high pain, the project asks for 2"),
        ("severity: medium", ""),
        ("severity: low, evidence: [talks]", ""),
        ("severity: low, evidence: [undated]", "no evidence within 12 months is behind this low pain: 'undated' has no date"),
        ("title: x", ""),
    ],
)  # fmt: skip
def test_what_is_asked_for(pain: str, message: str) -> None:
    pain = "who: []" if pain == "title: x" else pain
    assert told(pain) == ([("error", message)] if message else [])


def test_evidence_is_too_old_on_the_day_after() -> None:
    pain = "severity: critical, evidence: [{id: talks, n: 7}]"
    assert told(pain, "2027-01-01") == []
    assert told(pain, "2027-01-02") == [("error", "0 people are behind this critical pain within 365d, the project asks for 5: 'talks' is older")]


def test_drafts_and_plans_without_a_gate_pass() -> None:
    assert told("severity: critical", head="status: draft\n") == []
    assert told("severity: critical", gate="") == []


def test_a_project_may_only_want_to_know() -> None:
    assert [severity for severity, _ in told("severity: critical", rules="{evidence-below-gate: warning}")] == ["warning"]


@pytest.mark.parametrize("gate", ["critical: {max_age: soon}", "critical: {n: 0}", "critical: {n: -5}", "critical: {n: many}", "critical: 5", "urgent: {n: 5}"])
def test_a_gate_that_can_t_be_read_is_told(gate: str) -> None:
    files = {"cjmgen.yml": f"title: Shop\nevidence: {{{gate}}}\n", "maps/journeys/a.yml": "title: A\nstages: [B]\n"}
    tree = Tree.of({path: text.encode() for path, text in files.items()})
    problems = pipeline.load(tree, datetime.date(2026, 6, 1), Shortlived()).problems
    assert [each.place.file for each in problems if each.severity == "error"] == ["cjmgen.yml"]
    assert not any("something else" in each.message for each in problems)
