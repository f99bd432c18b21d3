"""test_heat: where the colours of the heat map change, and what several places are together."""

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.axis import axis
from cjmgen.insight.portfolio.heat import Heat, aim_of, by_step, lowest, of_journey, of_journeys, of_stages, proof, together, warmth
from cjmgen.numbers.change.target import Standing
from pages.atlases import journey, project

FUNNEL = """
title: Buy
state: current
target: 50%
stages:
- {title: Awareness, emotion: 1, entry: 1000}
- {title: Research, emotion: -1, pains: [{title: Slow, severity: high}, Dear], entry: {people: 400, target: 30%}}
- {title: Decision}
- {title: Purchase, emotion: -0.5, entry: {people: 100, target: 40%}}
- {title: Loyalty, entry: {people: 60, target: 70%}}
"""


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (None, None), (0, 0), (0.14, 0), (0.15, 1), (0.2, 1), (0.54, 1), (0.55, 2), (0.6, 2), (1.14, 2), (1.15, 3), (2, 3),
        (-0.14, 0), (-0.15, -1), (-0.2, -1), (-0.6, -2), (-1.14, -2), (-1.15, -3), (-2, -3),
    ],
)  # fmt: skip
def test_warmth_follows_the_figure_that_is_shown(score: float | None, level: int | None) -> None:
    assert warmth(score) == level


@pytest.mark.parametrize(
    ("share", "level"),
    [(None, None), (0, 0), (0.294, 0), (0.295, 1), (0.3, 1), (0.49, 1), (0.5, 2), (0.699, 3), (0.7, 3), (0.89, 3), (0.9, 4), (1, 4)],
)
def test_proof_follows_the_percentage_that_is_shown(share: float | None, level: int | None) -> None:
    assert proof(share) == level


@pytest.mark.parametrize(
    ("entered", "came", "goal", "told"),
    [
        (1000, 600, "", ""), (1000, 600, "50%", "met"), (1000, 500, "50%", "close"), (1000, 490, "50%", "close"), (10, 6, "50%", "close"),
        (10, 3, "50%", "close"), (10000, 4800, "50%", "short"), (10000, 3000, "40%", "short"), (10000, 2900, "40%", "far"), (100, 120, "50%", "close"),
    ],
)  # fmt: skip
def test_the_interval_of_a_conversion_is_held_against_its_goal(entered: int, came: int, goal: str, told: str) -> None:
    target = f", target: {goal}" if goal else ""
    text = f"title: A\nstages:\n- {{title: Awareness, entry: {entered}}}\n- {{title: Purchase, entry: {{people: {came}{target}}}}}\n"
    assert aim_of(of_stages(card(text))[1]) == told
    whole = f"title: A\n{f'target: {goal}' if goal else ''}\nstages:\n- {{title: Awareness, entry: {entered}}}\n- {{title: Purchase, entry: {came}}}\n"
    assert aim_of(of_journey(card(whole))) == told


def card(text: str = FUNNEL):
    return project({"a": text}).journeys["a"]


def test_the_stages_of_a_journey() -> None:
    heats = of_stages(card())
    assert [heat.score for heat in heats] == [1, -1, None, -0.5, None]
    assert [(heat.pains, heat.worst) for heat in heats] == [(0, 0), (2, 3), (0, 0), (0, 0), (0, 0)]
    shares = [heat.share for heat in heats]
    assert shares == [None, 0.4, None, 0.25, 0.6]
    assert [heat.goal for heat in heats] == [None, 0.3, None, None, 0.7], "a goal is one for the stage right before"
    assert [aim_of(heat) for heat in heats] == ["", "met", "", "", "short"]


def test_pains_are_unknown_where_none_is_noted_at_all() -> None:
    assert [heat.pains for heat in of_stages(card(journey("A", 1, -1)))] == [None, None]


def test_a_journey_as_a_whole() -> None:
    whole = of_journey(card())
    assert (whole.pains, whole.worst, whole.share, whole.goal, whole.met, whole.goals) == (2, 3, 0.1, 0.5, 0, 1)


def test_stages_on_one_step_are_taken_together() -> None:
    told = "title: A\nstages:\n- {id: x, title: X, phase: decision, emotion: -1}\n- {id: y, title: Y, phase: decision, emotion: 0}\n"
    atlas: Atlas = project({"a": told, "b": journey("B", 1)})
    cards = tuple(atlas.journeys.values())
    step = by_step(of_stages(cards[0]), axis(cards, atlas.phases))["decision"]
    assert step.score == -0.5
    assert step.stage is not None
    assert step.stage.id == "x", "a cell leads to the lowest of its stages"


def test_conversions_of_several_journeys_have_no_mean() -> None:
    reached = Heat(share=0.5, goal=0.4, stands=Standing.MET, met=1, goals=1)
    missed = Heat(share=0.1, goal=0.4, stands=Standing.SHORT, missed=1, goals=1)
    perhaps = Heat(share=0.41, goal=0.4, stands=Standing.CLOSE, goals=1)
    both = of_journeys([reached, missed])
    assert (both.share, both.goal, both.met, both.goals, aim_of(both)) == (None, None, 1, 2, "short")
    assert aim_of(of_journeys([reached, reached])) == "met"
    assert [aim_of(of_journeys([reached, perhaps])), aim_of(perhaps), aim_of(missed)] == ["close", "close", "far"]
    assert of_journeys([missed]) == missed
    assert together([reached, missed]).share == 0.1, "within a journey the place furthest below its goal speaks"


def test_the_lowest_place_has_the_lowest_score_else_the_worst_pain() -> None:
    calm, sad, sore = Heat(score=1, worst=4), Heat(score=-1), Heat(worst=3)
    assert lowest([calm, sad, sore]) == sad
    assert lowest([Heat(worst=1), sore]) == sore
    assert lowest([]) is None
