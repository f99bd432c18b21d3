"""test_priorities: every model scores what it has the figures for, and says how far its order can be trusted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.atlas.cards.card import OpportunityCard
from cjmgen.insight.priorities import MODELS, score, standings

BARE = OpportunityCard("o", "s", "O", None, None, "idea", None, None, "", ())
FULL = replace(BARE, impact=4, effort=2, rice=(3000, 2, 0.8, 1.5), importance=8, satisfaction=3)


@pytest.mark.parametrize(("model", "value"), [("impact-effort", 2), ("rice", 3200), ("ice", 8 * 8 * 8), ("ulwick", 13)])
def test_the_score_of_each_model(model: str, value: float) -> None:
    found = score(model, FULL)
    assert found
    assert found.value == pytest.approx(value)
    assert found.low < found.value < found.high


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_scored_that_was_not_stated(model: str) -> None:
    assert score(model, BARE) is None
    assert standings([BARE, FULL], model)[0] is None


@pytest.mark.parametrize(("confidence", "is_scored"), [(0.8, True), (1, True), (0, True), (-0.5, False)])
def test_a_confidence_that_cannot_be_is_none(confidence: float, is_scored: bool) -> None:
    assert (score("rice", replace(FULL, rice=(3000, 2, confidence, 1.5))) is not None) == is_scored


def test_a_rank_is_as_sure_as_its_figures_lie_apart() -> None:
    near = standings([FULL, replace(FULL, impact=3), replace(FULL, impact=1, effort=5)], "impact-effort")
    assert [each and (each.rank, each.best, each.worst) for each in near] == [(1, 1, 2), (2, 1, 2), (3, 3, 3)]
    assert near[0]
    assert 0.5 < near[0].first < 1


rices = st.none() | st.tuples(st.floats(0, 1e12), st.floats(0, 3), st.floats(-1, 1), st.floats(0.01, 1e6))
cards = st.builds(
    lambda impact, effort, rice, importance, satisfaction: replace(
        BARE, impact=impact, effort=effort, rice=rice, importance=importance, satisfaction=satisfaction
    ),
    *(st.none() | st.floats(1, 5),) * 2,
    rices,
    *(st.none() | st.floats(0, 10),) * 2,
)


@given(st.lists(cards, max_size=12), st.sampled_from(MODELS))
def test_ranks_are_all_of_1_to_n_and_lie_in_their_bounds(given_cards: list[OpportunityCard], model: str) -> None:
    found = [each for each in standings(given_cards, model) if each]
    assert sorted(each.rank for each in found) == list(range(1, len(found) + 1))
    assert all(each.best <= each.rank <= each.worst for each in found)
    assert sum(each.first for each in found) == pytest.approx(1) or not found
