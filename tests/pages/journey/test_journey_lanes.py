"""test_journey_lanes: a project orders, names and hides the lanes of its maps."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.model.lane import ALIASES, BLUEPRINT, LANES, Lane, lane_named
from cjmgen.pages.journey.lanes import LaneRow, in_order
from cjmgen.pages.journey.page import JourneyView
from cjmgen.pages.view import SILENCE

Tell = Callable[..., JourneyView]

FULL: dict[str, Any] = {
    "title": "A", "goal": "Know", "owner": "shop", "entry": 900, "actions": ["Asks"], "thoughts": ["Hm"], "questions": ["Why?"], "feelings": ["calm"],
    "touchpoints": [{"title": "Desk", "channel": "site", "emotion": 1, "moment": "truth", "wait": "2 days", "backstage": ["Types"]}],
    "pains": [{"title": "Slow", "severity": "high"}], "gains": ["Kind"], "quotes": ["So?"], "metrics": ["nps"], "frontstage": ["Nods"],
    "opportunities": [{"title": "Faster", "impact": 5, "effort": 1}], "personalization": [{"persona": "anna", "text": "Calls"}],
    "lanes": {"legal": ["Consent"]},
}  # fmt: skip
NEXT: dict[str, Any] = {"title": "B", "owner": "service", "entry": 300}
HANDOFF = {"from": "shop", "to": "service", "what": "The order"}
USUAL = [
    "goal", "actions", "emotion", "feelings", "voice", "thoughts", "questions", "gains", "tailored", "channels", "funnel", "metrics",
    "pains", "chances", "teams", "actions", "frontstage", "backstage", "legal",
]  # fmt: skip


def keys(tell: Tell, *lanes: Any) -> list[str]:
    """The lanes of a full map from top to bottom."""
    return [row.key for row in tell([FULL, NEXT], settings={"lanes": list(lanes)}, handoffs=[HANDOFF]).lanes]


def test_the_usual_order(tell: Tell) -> None:
    assert keys(tell) == USUAL


@pytest.mark.parametrize(
    "lanes",
    [
        [{"id": "legal", "title": "Legal"}],
        [{"id": "legal", "title": "Legal"}, {"id": "pictures", "hidden": True}],
    ],
)
def test_a_list_that_names_no_lane_of_the_map_orders_nothing(tell: Tell, lanes: list[Any]) -> None:
    assert keys(tell, *lanes) == USUAL


def test_lanes_listed_come_first_in_the_order_of_the_list(tell: Tell) -> None:
    assert keys(tell, "pains", {"id": "legal", "title": "Legal"}, "quotes")[:4] == ["pains", "legal", "voice", "goal"]


def test_the_blueprint_moves_as_one_and_keeps_its_order(tell: Tell) -> None:
    assert keys(tell, "backstage", "pains", "frontstage")[:4] == ["actions", "frontstage", "backstage", "pains"]


def test_handoffs_stay_below_the_teams(tell: Tell) -> None:
    assert keys(tell, "handoffs", "goal")[:2] == ["teams", "goal"]


def test_doings_right_above_the_blueprint_are_shown_once(tell: Tell) -> None:
    assert keys(tell, "actions", "support")[:3] == ["actions", "frontstage", "backstage"]
    rows = tell([FULL], settings={"lanes": ["actions", "support"]}).lanes
    assert [row.leads for row in rows[:2]] == [True, False]


@pytest.mark.parametrize("hidden", sorted({*USUAL} - {"legal"}))
def test_every_lane_can_be_hidden(tell: Tell, hidden: str) -> None:
    assert keys(tell, {"id": hidden, "hidden": True}, {"id": "handoffs", "hidden": True}) == [key for key in USUAL if key != hidden]


@pytest.mark.parametrize(("alias", "key"), [*ALIASES.items(), ("physical-evidence", "physical_evidence"), ("legal", "")])
def test_lanes_go_by_the_names_of_fields_too(alias: str, key: str) -> None:
    assert lane_named(alias) == key


def test_what_stands_in_hidden_lanes_is_still_arrived_at(tell: Tell) -> None:
    hidden = [{"id": key, "hidden": True} for key in ("touchpoints", "pains", "opportunities", "gains", "quotes")]
    view = tell([FULL, NEXT], settings={"lanes": hidden})
    assert [stage.anchors for stage in view.stages] == [("t-a-desk", "p-a-slow", "o-a-faster", "g-a", "v-a"), ()]
    assert tell([FULL]).stages[0].anchors == ()


def test_what_is_said_of_hidden_lanes_goes_with_them(tell: Tell) -> None:
    view = tell([FULL, NEXT], settings={"lanes": [{"id": key, "hidden": True} for key in ("channels", "chances", "goal", "teams")]})
    assert view.next == ()
    assert "wait" not in view.legend
    assert "effort" not in view.legend
    assert "truth" in view.legend  # the curve has that mark too
    assert (view.stages[0].goal, view.stages[0].owner) == (SILENCE, SILENCE)


def test_handoffs_without_the_team_lane_name_both_ends(tell: Tell) -> None:
    view = tell([FULL, NEXT], settings={"lanes": [{"id": "owner", "hidden": True}, {"id": "handoffs", "title": "Passed on"}]}, handoffs=[HANDOFF])
    assert view.teams
    assert (view.teams.bars, view.teams.passing.text) == ((), "Passed on")
    assert [(border.stage, [each.named for each in border.handovers]) for border in view.teams.borders] == [(1, [True])]


def test_teams_without_their_handoffs(tell: Tell) -> None:
    view = tell([FULL, NEXT], settings={"lanes": [{"id": "handoffs", "hidden": True}]}, handoffs=[HANDOFF])
    assert view.teams
    assert (len(view.teams.bars), view.teams.borders) == (2, ())


def test_a_lane_of_the_map_takes_the_projects_name_and_icon(tell: Tell) -> None:
    view = tell([FULL], settings={"languages": ["en", "ru"], "lanes": [{"id": "pains", "title": {"en": "Hurts", "ru": "Болит"}, "icon": "star"}]})
    assert (view.lanes[0].title.text, view.lanes[0].icon) == ("Hurts", "star")


@given(st.lists(st.sampled_from([*LANES, "legal"]), unique=True), st.lists(st.sampled_from([*LANES, "legal", "tools"]), unique=True))
def test_ordering_loses_and_invents_nothing(listed: list[str], shown: list[str]) -> None:
    rows = [LaneRow(key, SILENCE, "", behind=key in BLUEPRINT) for key in shown if key != "handoffs"]
    found = in_order([Lane(id=key) for key in listed], rows)
    assert sorted(row.key for row in found) == sorted(row.key for row in rows)
    assert [row for row in found if row.behind] == [row for row in rows if row.behind]
    if any(key in LANES for key in listed):
        plain = [row.key for row in found if row.key in listed and not row.behind and row.key != "teams"]
        assert plain == [key for key in listed if key in plain]
