"""Scores of opportunities and their ranks, against published examples, SciPy and what they say of themselves."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.priority.models import Guess, guess, ice, impact_effort, measured, rated, rice, ulwick
from cjmgen.numbers.priority.rank import ahead, ranked
from cjmgen.numbers.share import Count

GUESSES = st.tuples(st.floats(0, 100), st.floats(0, 20), st.floats(0, 20)).map(lambda of: Guess(of[0], of[0] - of[1], of[0] + of[2]))


def exactly(*values: float) -> tuple[Guess, ...]:
    return tuple(guess(value) for value in values)


@pytest.mark.parametrize(("importance", "satisfaction", "score"), [(9.5, 3.2, 15.8), (8.0, 6.0, 10.0), (5.0, 9.0, 5.0), (10, 0, 20), (0, 0, 0)])
def test_ulwicks_algorithm(importance: float, satisfaction: float, score: float) -> None:
    """*What Customers Want* (2005), chapter 3: importance 9.5 and satisfaction 3.2 make 15.8."""
    assert ulwick(*exactly(importance, satisfaction)).value == pytest.approx(score)


def test_the_other_models() -> None:
    """McBride's scales: 500 customers a month, an impact of 3, a confidence of 80 %, two person-months make 600."""
    assert rice(*exactly(500, 3, 0.8, 2)) == guess(600)
    assert ice(*exactly(8, 5, 6)) == guess(240)
    assert impact_effort(*exactly(5, 2)) == guess(2.5)


def test_doubts_are_added_up_as_independent() -> None:
    found = ice(guess(8, 1), guess(5, 1), guess(6, 0))
    assert (found.low, found.high) == (240 - math.hypot(30, 48), 240 + math.hypot(30, 48))
    fraction = impact_effort(guess(5, 1, 1, 5), guess(2, 1, 1, 5))
    assert (fraction.low, fraction.high) == (2.5 - math.hypot(0.5, 2.5 - 5 / 3), 5)


def test_ratings_and_measured_figures_bring_their_own_doubt() -> None:
    importance, satisfaction = rated(Count(95, 100)), rated(Count(32, 100))
    assert importance
    assert satisfaction
    found = ulwick(importance, satisfaction)
    assert found.value == pytest.approx(15.8)
    assert found.low < 15 < found.high
    assert rated(Count(0, 0)) is None
    assert measured(Estimate(3, 2, 5, 9, "wilson")) == Guess(3, 2, 5)
    assert measured(Estimate(3, None, None, 9, "ratio")) == Guess(3, 3, 3)


def test_figures_that_cant_be_are_refused() -> None:
    for wrong in (
        lambda: Guess(1, 2, 3),
        lambda: Guess(1, 0, math.nan),
        lambda: impact_effort(guess(5), guess(0)),
        lambda: impact_effort(guess(5), guess(1, 1)),
        lambda: rice(*exactly(5, 5, 80, 2)),
        lambda: ulwick(*exactly(11, 2)),
        lambda: ulwick(*exactly(5, -1)),
    ):
        with pytest.raises(ValueError, match=r"a guess|an effort|a confidence|a rating"):
            wrong()


@given(GUESSES, GUESSES)
def test_a_score_lies_in_its_range_and_more_doubt_widens_it(one: Guess, two: Guess) -> None:
    found, sure = ice(one, two, guess(2)), ice(one, guess(two.value), guess(2))
    assert found.low <= found.value <= found.high
    assert found.low <= sure.low
    assert sure.high <= found.high


@pytest.mark.parametrize("scores", [((5, 1), (4, 1), (3, 1)), ((5, 0.1), (4.9, 3), (1, 8)), ((2, 1),), ((7, 2), (7, 2)), tuple((at % 7 / 2, 0.2 + at % 3) for at in range(40)), tuple((at % 90 / 30, 0.5) for at in range(200))])
def test_chances_to_be_first_are_those_of_integration(scores: tuple[tuple[float, float], ...]) -> None:
    found = ranked([guess(value, 1.959964 * spread) for value, spread in scores])
    x = np.linspace(-60, 60, 12_001)
    below = np.array([stats.norm.cdf(x, *score) for score in scores])
    whole = np.ones((1, len(x)))
    before, after = np.cumprod([*whole, *below], axis=0), np.cumprod([*whole, *below[::-1]], axis=0)[::-1]
    for place in found:
        value, spread = scores[place.at]
        others = before[place.at] * after[place.at + 1]
        chance = np.trapezoid(stats.norm.pdf(x, value, spread) * others, x)
        assert place.first == pytest.approx(chance, abs=0.004)


def test_ranks_say_how_far_they_hold() -> None:
    first, second, third, fourth = ranked([guess(3, 1), guess(9, 1), guess(8.5, 1), guess(0.5, 0.1)])
    assert [place.at for place in (first, second, third, fourth)] == [1, 2, 0, 3]
    assert [(place.rank, place.best, place.worst) for place in (first, second, third, fourth)] == [(1, 1, 2), (2, 1, 2), (3, 3, 3), (4, 4, 4)]
    assert first.holds == pytest.approx(stats.norm.cdf(0.5 / math.hypot(1, 1) * 1.959964))
    assert fourth.holds is None
    assert third.first == pytest.approx(0, abs=1e-9)


def test_ranks_of_none_of_one_and_of_what_is_known_exactly() -> None:
    assert ranked([]) == ()
    (only,) = ranked([guess(3, 1)])
    assert (only.rank, only.best, only.worst, only.first, only.holds) == (1, 1, 1, 1, None)
    two, one, same = ranked(exactly(1, 2, 1))
    assert [place.at for place in (two, one, same)] == [1, 0, 2]
    assert [(place.best, place.worst, place.holds) for place in (two, one, same)] == [(1, 1, 1), (2, 3, 0.5), (2, 3, None)]


@given(st.lists(GUESSES, min_size=1, max_size=9), st.integers(0, 9))
def test_the_first_few_of_all_are_what_they_are_among_all(scores: list[Guess], most: int) -> None:
    assert ranked(scores, most) == ranked(scores)[:most]


@given(st.lists(GUESSES, min_size=1, max_size=8))
def test_ranks_lie_between_best_and_worst_and_chances_make_a_whole(scores: list[Guess]) -> None:
    found = ranked(scores)
    assert found == ranked(scores)
    assert sorted(place.at for place in found) == list(range(len(scores)))
    assert all(1 <= place.best <= place.rank <= place.worst <= len(scores) for place in found)
    assert math.fsum(place.first for place in found) == pytest.approx(1)


@given(GUESSES, GUESSES)
def test_one_is_ahead_or_the_other(one: Guess, two: Guess) -> None:
    assert ahead(one, two) + ahead(two, one) == pytest.approx(1)
    assert ahead(one, one) == 0.5
