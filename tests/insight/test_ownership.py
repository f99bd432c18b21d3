"""test_ownership: what each team answers for, what channels reach, and what leans on what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import TouchpointCard
from cjmgen.insight.leaning import gaps, leanings
from cjmgen.insight.portfolio.asking import asked
from cjmgen.insight.portfolio.feel import feel
from cjmgen.insight.portfolio.ownership import Estate, estates, team_finding
from cjmgen.insight.portfolio.placement import loose, placed
from cjmgen.insight.portfolio.reach import reaches
from pages.atlases import project

TEAMS = "a: {title: A}\nb: {title: B}\nc: {title: C}\n"


def told(*journeys: str, **others: str) -> Atlas:
    return project({f"j{at}": f"title: J{at}\n{text}" for at, text in enumerate(journeys)}, teams=TEAMS, **others)


def owned(*journeys: str, **others: str) -> dict[str, Estate]:
    shown = told(*journeys, **others)
    return estates(shown.journeys.values(), shown.teams, {actor.key: actor.team for actor in shown.actors.values()})


MAP = """stages:
- id: decision
  title: Decision
  owner: a
  touchpoints:
  - {id: one, title: One, owner: a, emotion: -1.4}
  - {id: two, title: Two, owner: b, emotion: 0.6}
  - {id: three, title: Three, emotion: -2}
  pains:
  - {id: low, title: Low, severity: low, touchpoint: one}
  - {id: high, title: High, severity: high}
  - {id: other, title: Other, severity: critical, touchpoint: two}
  opportunities:
  - {id: mine, title: Mine, owner: a, impact: 5, effort: 1}
  - {id: stage, title: Of the stage, impact: 5, effort: 5}
  - {id: theirs, title: Theirs, owner: b, impact: 1, effort: 1}
  - {id: gone, title: Gone, owner: a, status: dropped}
"""


def test_a_team_owns_what_names_it() -> None:
    found = owned(MAP)
    assert [[point.id for point in held.points] for held in found["a"].holdings] == [["one"]]
    assert [[stage.id for stage in held.stages] for held in found["a"].holdings] == [["decision"]]
    assert [[point.id for point in held.points] for held in found["b"].holdings] == [["two"]]
    assert found["c"].holdings == []


def test_pains_belong_to_the_owner_of_their_touchpoint_else_of_their_stage() -> None:
    found = owned(MAP)
    assert [pain.id for _, pain in found["a"].pains] == ["high", "low"]
    assert [pain.id for _, pain in found["b"].pains] == ["other"]


def test_opportunities_belong_to_their_owner_else_to_that_of_their_stage() -> None:
    found = owned(MAP)
    assert [chance.id for _, chance in found["a"].chances] == ["mine", "stage"]
    assert [chance.id for _, chance in found["b"].chances] == ["theirs"]


def test_a_team_leads_with_the_touchpoint_that_hurts_most() -> None:
    found = team_finding(owned(MAP)["a"])
    assert found.low is not None
    assert (found.owns, found.n, found.journeys, found.low[1].id) == ("touchpoints", 1, 1, "one")


@pytest.mark.parametrize(
    ("text", "owns", "n"),
    [
        ("stages: [{title: Decision, owner: a, actions: [x]}, {title: Purchase, owner: a, actions: [x]}]\n", "stages", 2),
        ("owner: a\nstages: []\n", "journeys", 1),
        ("stages: [{title: Decision, actions: [x]}]\n", "nothing", 0),
    ],
)
def test_a_team_may_own_stages_or_journeys_alone_or_nothing(text: str, owns: str, n: int) -> None:
    found = team_finding(owned(text)["a"])
    assert (found.owns, found.n, found.low) == (owns, n, None)


def test_handoffs_come_worst_first_and_actors_speak_for_their_team() -> None:
    handoffs = """handoffs:
- {from: a, to: b, works: yes}
- {from: a, to: b}
- {from: post, to: a, works: "no"}
- {from: a, to: b, works: partly}
- {from: b, to: stranger, works: partly}
"""
    actors = "post: {title: The post, kind: partner, team: b}\nstranger: {title: A stranger, kind: partner}\n"
    found = owned(MAP + handoffs, actors=actors)
    assert [each.handoff.works for each in found["a"].outward] == ["partly", "", "yes"]
    assert [(each.start, each.handoff.works) for each in found["a"].inward] == [("b", "no")]
    assert len(found["b"].outward) == 2
    assert (team_finding(found["a"]).handoffs, team_finding(found["a"]).halting) == (4, 2)


def test_drafts_are_owned_but_not_counted() -> None:
    found = owned(MAP, "status: draft\n" + MAP)["a"]
    assert [held.journey.id for held in found.holdings] == ["j0", "j1"]
    assert (len(found.pains), team_finding(found).n) == (2, 1)


@given(st.lists(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.booleans()), max_size=4), min_size=1, max_size=4))
def test_every_touchpoint_with_an_owner_is_owned_once(told_owners: list[list[tuple[str, bool]]]) -> None:
    texts = []
    for points in told_owners:
        lines = [f"  - {{id: p{at}, title: P{at}{f', owner: {owner}' if owner else ''}}}" for at, (owner, _) in enumerate(points)]
        draft = any(drafted for _, drafted in points)
        body = "  touchpoints:\n" + "\n".join(lines) + "\n" if lines else "  actions: [x]\n"
        texts.append(f"{'status: draft' if draft else ''}\nstages:\n- title: Decision\n{body}")
    found = owned(*texts)
    places = [(held.journey.id, point.id, team) for team, estate in found.items() for held in estate.holdings for point in held.points]
    wanted = [(f"j{n}", f"p{at}", owner) for n, points in enumerate(told_owners) for at, (owner, _) in enumerate(points) if owner]
    assert sorted(places) == sorted(wanted)


def test_a_range_of_many_leaves_out_the_outermost() -> None:
    few, many = feel([-2, 0, 1, None]), feel([*[0.0] * 20, 2.0])
    assert few is not None
    assert many is not None
    assert (few.mean, few.low, few.high, few.n) == (-1 / 3, -2, 1, 3)
    assert (many.low, many.high) == (0, 0)
    assert feel([None]) is None


def test_a_channel_reaches_journeys_and_is_run_by_owners() -> None:
    text = """owner: c
stages:
- title: Decision
  touchpoints:
  - {id: a, title: A, channel: sms, owner: a, emotion: -1}
  - {id: b, title: B, channel: sms, emotion: 1}
  - {id: x, title: X, channel: chat}
  pains: [{id: p, title: P, severity: high, touchpoint: a}, {id: q, title: Q}]
"""
    shown = told(text, "state: future\n" + text)
    found = reaches(shown.journeys.values(), shown.channels)
    sms = found["sms"]
    ends = sms.ends()
    assert list(found) == ["chat", "sms"]
    assert ends is not None
    assert (list(sms.contacts), len(sms.counted), ends[0][1].id, ends[1][1].id) == (["j0", "j1"], 2, "a", "b")
    assert (dict(sms.owners), [pain.id for _, pain in sms.pains]) == ({"a": 2}, ["p"])
    assert found["chat"].ends() is None


def test_evidence_is_leaned_on_and_gaps_are_found() -> None:
    text = """stages:
- title: Decision
  emotion: -1
  emotion_evidence: [talks]
  pains:
  - {title: P, severity: high, evidence: [talks]}
  - {title: Q, severity: critical}
  - {title: R, severity: low}
"""
    shown = told(text, "status: draft\n" + text, evidence__talks="title: Talks\n", personas__anna="title: Anna\nevidence: [talks]\n")
    talks = leanings(shown.journeys.values(), shown.personas.values(), shown.evidence)["talks"]
    assert (talks.of_claims, talks.others, talks.personas, talks.weight) == (2, {"j0": 1, "j1": 1}, ["anna"], 5)
    (gap,) = gaps(shown.journeys.values(), shown.evidence)
    assert (gap.journey.id, gap.bare, gap.total, [pain.severity for pain in gap.severe]) == ("j0", 2, 3, [4])


def test_stages_stand_in_phases_or_in_none() -> None:
    text = """stages:
- {title: Awareness, emotion: 1}
- {title: Unboxing, emotion: -1}
- {title: Purchase, emotion: 0}
"""
    shown = told(text, text, "stages: [{title: Wearing, actions: [x]}]\n")
    standing = placed(shown.journeys.values(), shown.phases)
    assert {id: len(found) for id, found in standing.items() if found} == {"awareness": 2, "purchase": 2}
    found = loose(shown.journeys.values(), shown.phases)
    assert [(id, len(each.standings), each.after, each.before) for id, each in found.items()] == [
        ("unboxing", 2, "awareness", "purchase"),
        ("wearing", 1, None, None),
    ]


def test_decisions_are_asked_for_with_a_reason_and_before_they_are_taken() -> None:
    text = """stages:
- title: Decision
  pains: [{id: p, title: P, severity: high}, {id: q, title: Q, severity: critical}]
  opportunities:
  - {id: running, title: Running, impact: 5, effort: 1, pains: [q], status: in-progress}
  - {id: plain, title: Plain, impact: 5, effort: 1}
  - {id: high, title: High, impact: 4, effort: 2, pains: [p]}
  - {id: critical, title: Critical, impact: 4, effort: 2, pains: [p, q]}
  - {id: unrated, title: Unrated, pains: [q]}
  - {id: done, title: Done, impact: 5, effort: 1, status: done}
"""
    shown = told(text, "state: future\n" + text)
    found = asked(shown.journeys.values(), 9)
    assert [each.chance.id for each in found] == ["critical", "high", "plain", "running"]
    assert [each.pain.id if each.pain else "" for each in found] == ["q", "p", "", "q"]
    assert len(asked(shown.journeys.values(), 3)) == 3


def test_a_claim_may_name_a_touchpoint_of_another_stage() -> None:
    text = """stages:
- {title: Decision, touchpoints: [{id: a, title: A, owner: a}, {id: same, title: S, owner: a}]}
- title: Purchase
  touchpoints: [{id: same, title: S, owner: b}]
  pains: [{id: far, title: Far, touchpoint: a}, {id: near, title: Near, touchpoint: purchase/same}, {id: full, title: Full, touchpoint: decision/same}]
"""
    found = owned(text)
    assert [pain.id for _, pain in found["a"].pains] == ["far", "full"]
    assert [pain.id for _, pain in found["b"].pains] == ["near"]
    assert all(isinstance(point, TouchpointCard) for held in found["a"].holdings for point in held.points)
