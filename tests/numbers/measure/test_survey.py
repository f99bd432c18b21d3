"""Scores of surveys, against published examples and what they say of themselves."""

import math
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, stats

from cjmgen.numbers.estimate import Noise, noise
from cjmgen.numbers.measure.nps import Groups, groups, nps, nps_apart, nps_test
from cjmgen.numbers.measure.survey import FIVE, SEVEN, Scale, answered, ces, csat
from cjmgen.numbers.share import Count, share

GROUPS = st.builds(Groups, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))


def test_the_interval_of_tango_1998_as_fagerland_lydersen_and_laake_2014_have_it() -> None:
    """*Recommended tests and confidence intervals for paired binomial proportions*, table of airway hyper-responsiveness: -0.517 to -0.026."""
    found = nps(Groups(1, 13, 7))
    assert found
    assert (found.score.low, found.score.high) == (pytest.approx(-51.7, abs=0.05), pytest.approx(-2.6, abs=0.05))


def test_a_bound_is_the_difference_whose_likeliest_shares_are_z_errors_away() -> None:
    promoters, passives, detractors = 30, 15, 5
    found = nps(Groups(promoters, passives, detractors))
    assert found
    for bound in (found.score.low, found.score.high):
        d = (bound or 0) / 100

        def unlikely(q: float, d: float = d) -> float:
            return -(promoters * math.log(q + d) + detractors * math.log(q) + passives * math.log(1 - 2 * q - d))

        q = optimize.minimize_scalar(unlikely, bounds=(max(0, -d) + 1e-9, (1 - d) / 2 - 1e-9), method="bounded", options={"xatol": 1e-10}).x
        variance = (2 * q + d - d * d) / 50
        assert abs(0.5 - d) / math.sqrt(variance) == pytest.approx(stats.norm.ppf(0.975), abs=1e-5)


def test_reichhelds_groups() -> None:
    assert groups(range(11)) == Groups(2, 2, 7)
    assert groups([]) == Groups(0, 0, 0)
    with pytest.raises(ValueError, match="0 to 10, not 11"):
        groups([11])


def test_the_variance_is_that_of_scores_of_100_0_and_minus_100() -> None:
    of = Groups(30, 15, 5)
    scores = [100] * 30 + [0] * 15 + [-100] * 5
    assert of.variance == pytest.approx(stats.moment(scores, 2) / 50)


def test_scores_of_nobody_and_of_all_alike() -> None:
    assert nps(Groups(0, 0, 0)) is None
    assert nps_apart(Groups(0, 0, 0), Groups(1, 0, 0)) is nps_test(Groups(0, 0, 0), Groups(1, 0, 0)) is None
    assert nps_test(Groups(9, 0, 0), Groups(0, 0, 9)) is None
    found = nps(Groups(10, 0, 0))
    assert found
    assert found.score.value == found.score.high == 100
    assert found.score.low == pytest.approx(44.5, abs=0.1)
    none = nps(Groups(0, 10, 0))
    assert none
    assert (none.score.low, none.score.high) == (pytest.approx(-27.75, abs=0.01), pytest.approx(27.75, abs=0.01))


def test_a_change_of_score_is_tested() -> None:
    assert noise(nps_test(Groups(40, 30, 30), Groups(44, 30, 26))) is Noise.WITHIN
    assert noise(nps_test(Groups(400, 300, 300), Groups(500, 300, 200))) is Noise.BEYOND
    signal = nps_test(Groups(40, 30, 30), Groups(50, 30, 20))
    assert signal
    assert signal.statistic == pytest.approx(20 / math.sqrt(69 + 61))


@pytest.mark.parametrize("wrong", [(-1, 2, 3), (1, 2.5, 3), (1, 2, math.nan)])
def test_impossible_groups_are_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="a net promoter score: "):
        Groups(*wrong)


@given(GROUPS)
def test_a_score_lies_in_its_interval_and_turns_round_with_its_groups(of: Groups) -> None:
    assume(of.n)
    found, mirrored = nps(of), nps(Groups(of.detractors, of.passives, of.promoters))
    assert found
    assert mirrored
    score, back = found.score, mirrored.score
    assert score.low is not None
    assert score.high is not None
    assert -100 <= score.low <= score.value <= score.high <= 100
    assert (back.low, back.high) == (pytest.approx(-score.high, abs=1e-9), pytest.approx(-score.low, abs=1e-9))
    assert found.promoters.value + found.passives.value + found.detractors.value == pytest.approx(1)
    ten = nps(Groups(of.promoters * 10, of.passives * 10, of.detractors * 10))
    assert ten
    assert (ten.score.high or 0) - (ten.score.low or 0) < score.high - score.low


def test_satisfaction_both_ways() -> None:
    """Sauro and Lewis score the same answers both ways: here 2, 3, 5, 20 and 10 answers from 1 to 5."""
    answers = {1: 2, 2: 3, 3: 5, 4: 20, 5: 10}
    listed = [answer for answer, count in answers.items() for _ in range(count)]
    mean, top = csat(answers), csat(answers, "top2box")
    known = stats.t.interval(0.95, 39, 3.825, stats.sem(listed))
    assert mean
    assert (mean.value, mean.low, mean.high) == (3.825, pytest.approx(known[0]), pytest.approx(known[1]))
    assert top == share(Count(30, 40))


def test_ease_is_five_and_more_of_seven() -> None:
    answers = {1: 1, 4: 2, 5: 3, 6: 4, 7: 10}
    assert ces(answers, "top3box") == share(Count(17, 20))
    mean = ces(answers)
    assert mean
    assert mean.value == pytest.approx(5.9)
    assert (mean.high or 9) <= 7


def test_answers_that_are_none_or_not_on_the_scale() -> None:
    assert csat({}) is csat({5: 0}) is csat({}, "top2box") is None
    alone = csat({5: 1})
    assert alone
    assert (alone.value, alone.low) == (5, None)
    for wrong in ({0: 1}, {6: 1}, {3: -1}, {math.nan: 1}):
        with pytest.raises(ValueError, match="answers: "):
            csat(wrong)
    with pytest.raises(ValueError, match="a scale goes up"):
        Scale(5, 1)


@given(st.dictionaries(st.integers(1, 7), st.integers(0, 50)))
def test_the_order_of_answers_doesnt_matter(answers: dict[int, int]) -> None:
    shuffled = list(answers.items())
    random.Random(7).shuffle(shuffled)
    assert answered(dict(shuffled), SEVEN) == answered(answers, SEVEN)
    found = ces(answers)
    if found and found.low is not None and found.high is not None:
        assert 1 <= found.low <= found.value <= found.high <= 7


def test_five_is_the_usual_scale() -> None:
    assert csat({1: 1, 5: 1}, scale=FIVE) == csat({1: 1, 5: 1})
