"""test_journey_map: the lanes of the map, a cell a stage, and what they are made of."""

from collections.abc import Callable

import pytest

from cjmgen.pages.journey.page import JourneyView
from cjmgen.pages.view import Said

Tell = Callable[..., JourneyView]


def test_the_smallest_map_has_stages_and_nothing_else(tell: Tell) -> None:
    view = tell(["A", "B"])
    assert [(stage.spot, stage.number, stage.score) for stage in view.stages] == [("s-a", 1, None), ("s-b", 2, None)]
    assert view.lanes == view.legend == view.evidence == view.lenses == ()
    assert view.vitals.score is view.vitals.conversion is view.vitals.coverage is None
    assert view.emotion is view.channels is view.funnel is view.metrics is view.pains is view.teams is None


def test_every_lane_has_a_cell_for_every_stage(tell: Tell) -> None:
    view = tell([{"title": "A", "actions": ["Looks", "Asks"], "goal": "Know", "feelings": ["curious"]}, {"title": "B", "thoughts": ["Hm"]}])
    assert [(row.key, [len(cell) for cell in row.notes.cells]) for row in view.lanes if row.notes] == [
        ("goal", [1, 0]),
        ("actions", [2, 0]),
        ("feelings", [1, 0]),
        ("thoughts", [0, 1]),
    ]


def test_pains_stand_worst_first_with_their_proof(tell: Tell) -> None:
    pains = [
        {"title": "Low", "severity": "low", "evidence": ["old"]},
        {"title": "Worst", "severity": "critical", "evidence": [{"id": "interviews", "n": 11}]},
        {"title": "Unrated"},
        {"title": "High", "severity": "workaround", "evidence": ["report"]},
    ]
    view = tell([{"title": "A", "pains": pains}])
    assert view.pains
    found = [(pain.spot, pain.severity, pain.proof.level) for pain in view.pains.cells[0]]
    assert found == [("p-a-worst", 4, "validated"), ("p-a-high", 3, "reasoned"), ("p-a-low", 1, "reasoned"), ("p-a-unrated", 0, "assumed")]
    source = view.pains.cells[0][0].proof.sources[0]
    assert (source.kind, source.said, source.asked) == ("interview", 11, 14)
    assert (view.vitals.severe, view.vitals.pains, view.vitals.validated, view.vitals.coverage) == (2, 4, 1, 0.25)
    assert view.legend == ("severity", "validated", "reasoned", "assumed")


def test_the_evidence_list_follows_first_use_and_tells_its_freshness(tell: Tell) -> None:
    view = tell([{"title": "A", "pains": [{"title": "p", "evidence": ["old"]}], "quotes": [{"text": "q", "evidence": "interviews"}]}])
    assert [(item.spot, item.freshness) for item in view.evidence] == [("e-old", "expired"), ("e-interviews", "fresh")]


@pytest.mark.parametrize(
    ("who", "shown"), [([], []), (["anna"], ["anna"]), (["anna", "maxim"], []), (["olga"], ["olga"]), (["olga", "anna"], ["olga", "anna"])]
)
def test_an_item_names_whom_it_is_about_unless_these_are_all_personas(tell: Tell, who: list[str], shown: list[str]) -> None:
    view = tell(
        [{"title": "A", "actions": [{"title": "x", "who": who}]}],
        personas=["anna", "maxim"],
        actors=[{"id": "olga", "title": "Olga, the daughter"}],
    )
    assert view.lanes[0].notes
    assert [badge.id for badge in view.lanes[0].notes.cells[0][0].who] == shown
    assert [(badge.initial, badge.name.text) for badge in view.actors] == [("O", "Olga, the daughter")]


def test_a_rail_joins_first_and_last_contact_of_a_channel(tell: Tell) -> None:
    def at(*channels: str) -> list[dict[str, str]]:
        return [{"title": f"{channel} {n}", "channel": channel} for n, channel in enumerate(channels)]

    view = tell(
        [
            {"title": "A", "touchpoints": at("site")},
            {"title": "B", "touchpoints": at("chat", "chat")},
            {"title": "C", "touchpoints": [*at("site"), "loose"]},
        ]
    )
    assert view.channels
    assert [(row.id, [cell.rail for cell in row.cells], [len(cell.contacts) for cell in row.cells]) for row in view.channels.rows] == [
        ("site", ["rail from", "rail", "rail to"], [1, 0, 1]),
        ("chat", ["", "", ""], [0, 2, 0]),
        ("", ["", "", ""], [0, 0, 1]),
    ]
    assert (view.channels.contacts, view.channels.channels) == (5, 2)


def test_ways_lead_to_touchpoints_stages_and_out(tell: Tell) -> None:
    ways = [{"to": "b", "share": "26%"}, {"to": "c", "share": 0.4}, {"to": "c/b"}, {"to": "leave", "when": "no size"}]
    view = tell(
        [
            {"title": "A", "touchpoints": [{"title": "a1", "next": ways}, {"title": "b"}]},
            {"title": "C", "touchpoints": [{"title": "c1"}, {"title": "b"}]},
        ]
    )
    shown = view.stages[0].contacts[0].ways
    assert [(way.anchor.href if way.anchor else None, way.share, way.when.text) for way in shown] == [
        ("#t-a-b", 0.26, ""),
        ("#s-c", 0.4, ""),
        ("#t-c-b", None, ""),
        (None, None, "no size"),
    ]
    assert view.channels
    assert [arc.back for arc in view.channels.arcs] == [False, False]


def test_a_loop_is_drawn_backwards(tell: Tell) -> None:
    view = tell([{"title": "A", "touchpoints": ["x", {"title": "y", "next": ["x"]}]}])
    assert view.channels
    assert [(arc.path.split("C")[0], arc.back) for arc in view.channels.arcs] == [("M750 100", True)]


def test_the_funnel_measures_each_step_against_its_goal(tell: Tell) -> None:
    view = tell(
        [
            {"title": "A", "entry": 1000},
            {"title": "B", "entry": {"metric": "visits"}},
            {"title": "C"},
            {"title": "Purchase", "entry": {"people": 100, "target": "50%"}},
            {"title": "D", "entry": {"people": 30, "target": "40%"}},
        ],
        target="20%",
    )
    assert view.funnel
    assert [count.people if count else None for count in view.funnel.counts] == [1000, 400, None, 100, 30]
    # the goal of `purchase` is a share of the stage before, which nobody counted
    assert [(step.x, step.share, step.target, step.below) for step in view.funnel.steps] == [
        (20, 0.4, None, False),
        (50, 0.25, None, False),
        (80, 0.3, 0.4, True),
    ]
    assert view.funnel.worst is view.funnel.steps[2]
    assert (view.vitals.conversion, view.vitals.outcome.text, view.vitals.missed) == (0.1, "Purchase", True)


@pytest.mark.parametrize(("goal", "missed"), [("60%", False), ("50%", False), ("70%", True), (None, False)])
def test_a_step_misses_its_goal_only_where_all_of_its_interval_does(tell: Tell, goal: str | None, missed: bool) -> None:
    """As insights say it: 55 of 100 may be 60 %."""
    view = tell([{"title": "A", "entry": 100}, {"title": "B", "entry": {"people": 55, "target": goal}, "outcome": True}], target=goal)
    assert view.funnel
    assert [step.below for step in view.funnel.steps] == [missed]
    assert view.vitals.missed is missed


def test_metrics_know_whether_the_goal_is_met_in_either_direction(tell: Tell) -> None:
    metrics = [
        "nps",
        {"title": "Exits", "value": "41%", "target": "25%", "better": "lower"},
        {"title": "Time", "type": "time", "value": "3:40", "target": "4 min"},
        {"title": "Odd", "value": 5, "target": "25%"},
        {"title": "Trend", "series": [1, 2]},
    ]
    view = tell([{"title": "A", "metrics": metrics}])
    assert view.metrics
    figures = view.metrics.cells[0]
    assert [(figure.said.text, figure.stands, figure.lower) for figure in figures] == [
        ("NPS", "bare", False), ("Exits", "short", True), ("Time", "bare", True), ("Odd", "", False), ("Trend", "", False),
    ]  # fmt: skip
    assert figures[0].spark
    assert figures[0].spark.values == 3
    assert figures[4].value
    assert figures[4].value.value == 2


def test_neighbouring_stages_of_one_team_merge_and_handoffs_stand_on_their_border(tell: Tell) -> None:
    view = tell(
        [{"title": "A", "owner": "shop"}, {"title": "B", "owner": "shop"}, {"title": "C", "owner": "service"}, "D"],
        handoffs=[
            {"from": "shop", "to": "service", "what": "The order"},
            {"from": "service", "to": "shop", "at": "d"},
            {"from": "shop", "to": "courier"},
        ],
    )
    assert view.teams
    assert [(bar.id, bar.span) for bar in view.teams.bars] == [("shop", 2), ("service", 1), ("", 1)]
    assert [(border.stage, [pass_.what.text for pass_ in border.handovers]) for border in view.teams.borders] == [
        (2, ["The order"]),
        (3, [""]),
        (None, [""]),
    ]
    assert [pass_.named for border in view.teams.borders for pass_ in border.handovers] == [False, True, True]


def test_handoffs_alone_show_no_owners(tell: Tell) -> None:
    view = tell(["A"], handoffs=[{"from": "shop", "to": "service"}])
    assert view.teams
    assert view.teams.bars == ()


def test_the_blueprint_draws_a_line_before_each_deeper_lane(tell: Tell) -> None:
    contact = {"title": "Desk", "backstage": [{"title": "Types it in", "who": "clerk", "system": "mis", "wait": "2 days"}]}
    view = tell(
        [{"title": "A", "actions": ["Asks"], "physical_evidence": ["A form"], "touchpoints": [contact], "policies": ["By law"]}],
        actors=[{"id": "clerk", "title": "Clerk", "kind": "staff"}],
    )
    behind = [row for row in view.lanes if row.behind]
    assert [(row.key, row.lines) for row in behind] == [
        ("physical_evidence", ()),
        ("actions", ()),
        ("backstage", ("interaction", "visibility")),
        ("policies", ("internal",)),
    ]
    assert behind[2].notes
    typed = behind[2].notes.cells[0][0]
    assert (typed.at.text, typed.system.text, typed.wait.text, typed.who[0].id) == ("Desk", "mis", "2 days", "clerk")
    assert view.lenses == ("all", "experience", "blueprint")


def test_actions_alone_are_no_blueprint(tell: Tell) -> None:
    assert not any(row.behind for row in tell([{"title": "A", "actions": ["Asks"]}]).lanes)


def test_free_lanes_come_in_the_projects_order_and_may_be_hidden(tell: Tell) -> None:
    lanes = {"legal": ["Consent"], "tools": ["CRM"], "secret": ["No"]}
    settings = {"lanes": [{"id": "tools", "title": "Tools we use"}, {"id": "secret", "title": "S", "hidden": True}]}
    view = tell([{"title": "A", "lanes": lanes}], settings=settings)
    assert [(row.key, row.title.text) for row in view.lanes] == [("tools", "Tools we use"), ("legal", "Legal")]


def test_next_steps_and_their_glyphs(tell: Tell) -> None:
    chances = [
        {"title": "Dear", "impact": 5, "effort": 5},
        {"title": "Cheap", "impact": 4, "effort": 1, "pains": ["hurts"], "owner": "shop"},
        {"title": "Done", "impact": 5, "effort": 1, "status": "done"},
        {"title": "Vague"},
    ]
    view = tell([{"title": "A", "pains": [{"id": "hurts", "title": "It hurts"}], "opportunities": chances}])
    assert [(step.spot, step.x, step.y, step.owner.text) for step in view.next] == [
        ("o-a-cheap", 4, 7, "The shop"),
        ("o-a-dear", 16, 4, ""),
    ]
    assert view.next[0].pains[0].href == "#p-a-hurts"
    assert "effort" in view.legend


def test_texts_speak_the_editions_language_and_say_where_they_do_not(tell: Tell) -> None:
    view = tell(
        [{"title": {"en": "A", "ru": "Б"}, "actions": ["Asks"], "owner": "shop"}], language="ru", title={"en": "Buying"}, tags={"n": 5}
    )
    assert view.title == Said("Buying", "en")
    assert view.frame.fallback
    assert view.frame.path == "ru/journeys/buying/index.html"
    assert view.stages[0].said == Said("Б")
    assert view.stages[0].owner == Said("Магазин")
    assert view.lanes[0].notes
    assert view.lanes[0].notes.cells[0][0].said == Said("Asks", "en")
    assert view.tags == (("n", "5"),)


def test_people_stand_above_the_map_with_links_to_their_pages(tell: Tell) -> None:
    view = tell(["A"], personas=["anna", "nobody"])
    [strip] = view.strips
    assert (strip.anchor.href, strip.portrait.initials, strip.role.text) == ("../../personas/anna/index.html", "A", "buyer")
    assert [(part.key, [line.text for line in part.lines]) for part in strip.empathy] == [("says", ["Show me"])]


def test_parents_and_details_link_to_their_journeys(tell: Tell) -> None:
    view = tell(
        [{"title": "A", "touchpoints": [{"title": "x", "journey": "detail"}, {"title": "y", "journey": "gone"}]}], parent="detail#one"
    )
    assert view.parent
    assert view.parent.href == "../detail/index.html#s-one"
    assert [contact.detail.href if contact.detail else None for contact in view.stages[0].contacts] == ["../detail/index.html", ""]


def test_more_than_nine_stages_get_an_overview(tell: Tell) -> None:
    stages = [{"title": str(at), "pains": ["p"]} for at in range(10)]
    assert tell(stages).lenses == ("all", "experience", "insights", "overview")
    assert tell(stages[:9]).lenses == ("all", "experience", "insights")
