"""test_extend: a journey as a patch over another, and places that lead to the file each part came from."""

from atlas.told import PROJECT, linked, path_of
from cjmgen.model.journey import Journey
from cjmgen.problem import Checked, Problem

BASE = """
title: Now
personas: [anna]
owner: shop
was: [before]
tags: {product: shoes, country: ru}
stages:
- id: search
  title: Search
  goal: Find
  touchpoints: [{id: site, title: Site, emotion: -1, channel: site}, {id: ad, title: Ad, emotion: 1}]
  pains: [{id: slow, title: Slow, severity: low, confidence: assumed}]
- {id: pay, title: Pay, touchpoints: [Till]}
- {id: use, title: Use, touchpoints: [Shoe]}
"""
ROOT = "maps/journeys/now.yml"
NEXT = "maps/journeys/plans/next.yml"


def laid(patch: str, **more: str) -> tuple[Journey, tuple[Problem, ...]]:
    """The whole journey that a patch over BASE makes, with everything wrong in the project."""
    found = linked({**PROJECT, ROOT: BASE, NEXT: f"extends: now\nstate: future\ntitle: Next\n{patch}", **more})
    return found.value.journey("plans/next"), found.problems


def ids(journey: Journey, stage: int, lane: str) -> list[str]:
    return [item.key for item in getattr(journey.stages[stage], lane)]


def test_what_a_patch_does_not_say_stays() -> None:
    journey, problems = laid("")
    assert (journey.title, journey.personas, journey.state, journey.extends) == ("Next", ("anna",), "future", "now")
    assert [stage.key for stage in journey.stages] == ["search", "pay", "use"]
    assert journey.was == ()
    assert problems == ()


def test_mappings_merge_key_by_key_and_null_unsets() -> None:
    journey, _ = laid("tags: {product: boots, country: null}\nstages: [{id: search, goal: null}]")
    assert journey.tags == {"product": "boots"}
    assert journey.stages[0].goal is None


def test_items_merge_by_id_and_can_be_taken_away() -> None:
    journey, problems = laid("stages: [{id: search, touchpoints: [{id: site, emotion: 1}, {id: ad, remove: true}]}, {id: use, remove: true}]")
    assert ids(journey, 0, "touchpoints") == ["site"]
    assert journey.stages[0].touchpoints[0].channel == "site"
    assert journey.stages[0].touchpoints[0].emotion is not None
    assert [stage.key for stage in journey.stages] == ["search", "pay"]
    assert problems == ()


def test_a_new_item_follows_the_one_before_it_in_the_patch_else_goes_last() -> None:
    journey, _ = laid("stages: [{id: search, touchpoints: [{id: site}, Chat]}, {id: try, title: Try, touchpoints: [Mirror]}]")
    assert [stage.key for stage in journey.stages] == ["search", "try", "pay", "use"]
    assert ids(journey, 0, "touchpoints") == ["site", "chat", "ad"]
    journey, _ = laid("stages: [{id: return, title: Return, touchpoints: [Box]}]")
    assert [stage.key for stage in journey.stages] == ["search", "pay", "use", "return"]


def test_a_new_item_follows_one_that_is_taken_away_as_well() -> None:
    journey, _ = laid("stages: [{id: search, touchpoints: [{id: site, remove: true}, App]}]")
    assert ids(journey, 0, "touchpoints") == ["app", "ad"]


def test_other_lists_are_replaced() -> None:
    journey, _ = laid("personas: [anna]\nstages: [{id: search, pains: [{id: slow, evidence: [interviews]}]}]")
    assert [use.id for use in journey.stages[0].pains[0].evidence] == ["interviews"]


def test_an_item_that_is_not_there_is_told_with_what_was_meant() -> None:
    _, problems = laid("stages: [{id: serch, goal: Found}, {id: search, pains: [{id: slo, remove: true}]}]")
    assert [(p.code, p.message, p.place.file, path_of(p), p.hint) for p in problems] == [
        ("patch-unknown-id", "this changes 'serch', which the journey it extends does not have", NEXT, ("stages", 0, "id"), "did you mean 'search'?"),
        ("patch-unknown-id", "this takes away 'slo', which the journey it extends does not have", NEXT, ("stages", 1, "pains", 0, "id"),
         "did you mean 'slow'?"),
    ]  # fmt: skip


def test_a_mistake_points_into_the_file_it_stands_in() -> None:
    _, problems = laid("stages: [{id: search, touchpoints: [{id: new, title: New, channel: sitte}, {id: site, owner: shpo}]}]")
    assert [(p.code, p.place.file, path_of(p)) for p in problems] == [
        ("unknown-channel", NEXT, ("stages", 0, "touchpoints", 0, "channel")),
        ("unknown-team", NEXT, ("stages", 0, "touchpoints", 1, "owner")),
    ]


def test_what_a_patch_breaks_in_its_base_is_told_where_it_extends() -> None:
    base = BASE.replace("severity: low", "severity: high").replace("- {id: pay", "  opportunities: [{id: fix, title: Fix, pains: [slow]}]\n- {id: pay")
    _, problems = laid("stages: [{id: search, opportunities: [{id: fix, remove: true}]}]", **{ROOT: base})
    assert [(p.code, p.place.file, path_of(p)) for p in problems] == [("severe-pain-without-opportunity", NEXT, ("extends",))]
    assert [(related.place.file, related.message) for related in problems[0].related] == [(ROOT, "what it takes over")]


def test_a_mistake_of_the_base_is_not_told_twice() -> None:
    _, problems = laid("", **{ROOT: BASE.replace("channel: site", "channel: sitte")})
    assert [(p.code, p.place.file) for p in problems] == [("unknown-channel", ROOT)]


def test_patches_stack() -> None:
    far = {"maps/journeys/far.yml": "extends: plans/next\ntitle: Far\nstages: [{id: search, title: Find}]"}
    found = linked({**PROJECT, ROOT: BASE, NEXT: "extends: now\ntitle: Next\nstages: [{id: pay, remove: true}]", **far})
    journey = found.value.journey("far")
    assert [(stage.key, stage.title) for stage in journey.stages] == [("search", "Find"), ("use", "Use")]
    assert found.problems == ()


def codes(found: Checked[object]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in found.problems]


def test_a_circle_is_one_problem() -> None:
    a, b = "title: A\nextends: b", "title: B\nextends: a"
    assert codes(linked({**PROJECT, "maps/journeys/a.yml": a, "maps/journeys/b.yml": b})) == [("circular-extends", "maps/journeys/a.yml")]
    assert codes(linked({**PROJECT, "maps/journeys/a.yml": "title: A\nextends: a"})) == [("circular-extends", "maps/journeys/a.yml")]


def test_a_base_that_is_not_there_is_told_with_what_was_meant() -> None:
    found = linked({**PROJECT, ROOT: BASE, NEXT: "title: A\nextends: nov"})
    assert [(p.code, p.message, p.hint) for p in found.problems] == [("unknown-journey", "there is no journey 'nov'", "did you mean 'now'?")]


def test_a_base_by_an_earlier_id_is_found() -> None:
    found = linked({**PROJECT, ROOT: BASE, NEXT: "title: Next\nextends: before"})
    assert found.problems == ()
    assert found.value.journeys["plans/next"].extends == "now"
