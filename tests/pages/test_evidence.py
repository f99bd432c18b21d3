"""test_evidence: the page of all evidence says how well journeys are backed, how far the loop is closed, and what nobody answers."""

import json
from typing import Any

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.evidence.page import EvidenceView
from cjmgen.pages.plan import plan
from pages.atlases import project

PIECES = """
  - {id: a, title: Told, evidence: [{id: told, n: 9}]}
  - {id: b, title: Heard, evidence: [{id: heard, n: 9}]}
  - {id: c, title: Acted, evidence: [{id: acted, n: 9}]}
"""
STEPS = {"told": "told", "heard": "heard", "acted": "acted", "asked": "asked", "none": ""}
EVIDENCE = {
    f"evidence/{id}": f"title: {id.capitalize()} by us\nkind: interview\n" + (f"status: {status}\n" if status else "") for id, status in STEPS.items()
}


def text(title: str, done: str = "", quotes: int = 0, more: str = "") -> str:
    chances = f"  opportunities: [{{title: New cart, pains: [{done}], status: done}}]\n" if done else ""
    said = "".join(f"  - {{text: 'Quote {at} of {title}', evidence: told}}\n" for at in range(quotes))
    bare = f"- id: bare\n  title: Bare\n  quotes:\n{said}" if quotes else ""
    return f"title: {title}\nstatus: live\n{more}stages:\n- id: choose\n  title: Choose\n  pains:{PIECES}{chances}{bare}"


def shop(**journeys: str) -> Atlas:
    return project(journeys, **EVIDENCE)


def page(atlas: Atlas) -> EvidenceView:
    (view,) = [page.view() for page in plan(atlas).pages if page.subject.kind == "evidence"]
    assert isinstance(view, EvidenceView)
    return view


def data(atlas: Atlas) -> dict[str, Any]:
    (found,) = [page.view() for page in plan(atlas).pages if page.path == "evidence/index.json"]
    told: dict[str, Any] = json.loads(json.dumps(found))
    return told


def test_the_steps_of_the_loop_add_up_to_all_evidence() -> None:
    loop = page(shop(a=text("A"))).loop
    assert loop
    assert dict(loop.steps) == {"asked": 1, "heard": 1, "acted": 1, "told": 1}
    assert (loop.unnoted, sum(n for _, n in loop.steps) + loop.unnoted) == (1, len(STEPS))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", {"acted": "acted_anywhere", "heard": "heard_open", "asked": "asked"}),
        ("", "b", {"acted": "acted_anywhere", "heard": "heard_open", "asked": "asked"}),
        ("b", "b", {"acted": "acted_anywhere", "heard": "heard_done", "asked": "asked"}),
        ("", "c", {"acted": "acted_done", "heard": "heard_open", "asked": "asked"}),
    ],
)
def test_what_is_next_is_what_all_journeys_make_of_it_and_what_cant_be_true_comes_first(one: str, other: str, expected: dict[str, str]) -> None:
    """What is done in one journey is done for the people who were asked, and what waits in one waits; a competitor's deeds are not ours."""
    atlas = shop(a=text("A", one), b=text("B", other), rival=text("R", "bc", more="state: competitor\n").replace("[bc]", "[b, c]"))
    told = data(atlas)["loop"]["next"]
    assert {each["evidence"]: each["key"].removeprefix("feedback.") for each in told} == expected
    assert [each["untrue"] for each in told] == sorted((each["untrue"] for each in told), reverse=True)
    loop = page(atlas).loop
    assert loop
    assert [each.told.phrase.removeprefix("insight.") for each in loop.next] == [each["key"] for each in told]
    assert [each.href for each in loop.next] == [f"index.html#e-{each['evidence']}" for each in told]


@pytest.mark.parametrize(("quotes", "shown", "folded", "more"), [(1, 1, 0, 0), (4, 4, 0, 0), (5, 4, 1, 0), (30, 4, 26, 0), (33, 4, 26, 3)])
def test_what_nobody_answers_is_shown_folded_or_counted(quotes: int, shown: int, folded: int, more: int) -> None:
    atlas = shop(a=text("A", quotes=quotes), draft=text("D", quotes=3, more="status: draft\n").replace("status: live\n", "", 1))
    loop, told = page(atlas).loop, data(atlas)["loop"]
    assert loop
    assert (loop.bare, loop.quotes, len(loop.unanswered), len(loop.folded), loop.more) == (quotes, quotes, shown, folded, more)
    assert (loop.unanswered[0].words.text, loop.unanswered[0].stage.href) == ("Quote 0 of A", "../journeys/a/index.html#s-bare")
    assert [each["text"] for each in told["unanswered"]] == [f"Quote {at} of A" for at in range(quotes)]


def test_the_weakest_journey_comes_first_with_its_stages() -> None:
    bare = "title: Z\nstatus: live\nstages:\n- {id: s, title: S, pains: [{title: P}, {title: Q, evidence: [{id: told, n: 1}]}]}\n- {id: t, title: T}\n"
    atlas = shop(a=text("A"), z=bare)
    view, told = page(atlas), data(atlas)
    assert [each.whole.anchor.said.text for each in view.backed] == ["Z", "A"]
    weak = view.backed[0]
    assert (weak.whole.validated, weak.whole.claims, weak.whole.share, round(weak.whole.weight, 3)) == (1, 2, 0.5, 0.155)
    assert [each.anchor.href for each in weak.stages] == ["../journeys/z/index.html#s-s"]
    assert [(each["journey"], each["evidence_by_weight"]) for each in told["journeys"]] == [("z", 0.155), ("a", 0.964548)]
    assert view.lead.coverage.by_weight == pytest.approx((2 * 0.155 + 3 * 0.96454) / 5, abs=1e-4)
    assert told["trust"]["evidence_by_weight"] == round(view.lead.coverage.by_weight or 0, 6)


def test_of_each_kind_of_insight_the_one_that_concerns_the_most_leads() -> None:
    severe = "title: S\nstatus: live\nstages: [{title: S, pains: [{title: P, severity: high, evidence: [{id: told, n: 1}]}]}]\n"
    view = page(shop(a=text("A", quotes=2), b=text("B", quotes=3), s=severe))
    assert [(each.told.phrase, each.journey.said.text if each.journey else "") for each in view.follows] == [
        ("insight.proof.few_sole", "S"),
        ("insight.feedback.unanswered", "B"),
        ("insight.contradiction.silent", "S"),
    ]


def test_nothing_is_said_of_a_loop_that_nobody_noted() -> None:
    assert page(project({"a": "title: A\nstatus: live\nstages: [{title: S, pains: [{title: P}]}]\n"})).loop is None
