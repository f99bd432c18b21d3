"""Means and their differences, against published examples and SciPy."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.mean import Sample, mean, means_apart, means_test, sample

FIGURES = st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1, max_size=30)
SLEEP = ((0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0), (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4))


def test_student_1908_hours_of_sleep_by_welch() -> None:
    """The sleep data, as R's t.test(extra ~ group) has them: t = -1.8608, df = 17.776, p = 0.07939, from -3.3654832 to 0.2054832."""
    before, after = sample(SLEEP[1]), sample(SLEEP[0])
    assert before
    assert after
    signal, apart = means_test(before, after), means_apart(before, after)
    assert signal
    assert apart
    assert (signal.statistic, signal.p) == (pytest.approx(-1.8608, abs=5e-5), pytest.approx(0.07939, abs=5e-6))
    assert (apart.low, apart.high) == (pytest.approx(-3.3654832, abs=5e-8), pytest.approx(0.2054832, abs=5e-8))


def test_nist_handbook_1_3_5_2_heat_flow_meter() -> None:
    """ZARR13.DAT: n 195, mean 9.261460, deviation 0.022789: from 9.258242 to 9.264679."""
    found = mean(Sample(9.261460, 0.022789, 195))
    assert found
    assert (found.low, found.high) == (pytest.approx(9.258242, abs=2e-6), pytest.approx(9.264679, abs=2e-6))


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@pytest.mark.parametrize("n", [2, 3, 11, 500])
def test_the_t_interval_is_that_of_scipy(n: int, level: float) -> None:
    found, known = mean(Sample(4.4, 0.8, n), level), stats.t.interval(level, n - 1, 4.4, 0.8 / math.sqrt(n))
    assert found
    assert (found.low, found.high) == (pytest.approx(known[0], rel=1e-9), pytest.approx(known[1], rel=1e-9))


@given(FIGURES, FIGURES)
def test_welchs_test_is_that_of_scipy(one: list[float], two: list[float]) -> None:
    before, after = sample(one), sample(two)
    assert before
    assert after
    assume(min(before.sd, after.sd) > 0.001)
    found, known = means_test(before, after), stats.ttest_ind(two, one, equal_var=False)
    assert found
    assert found.p == pytest.approx(known.pvalue, rel=1e-6, abs=1e-12)
    back = means_test(after, before)
    assert back
    assert (back.p, back.statistic) == (pytest.approx(found.p), -found.statistic)


def test_a_single_figure_has_no_interval_and_none_no_mean() -> None:
    found = mean(Sample(4, 0, 1))
    assert found
    assert (found.value, found.low, found.high, found.n) == (4, None, None, 1)
    assert mean(Sample(0, 0, 0)) is None
    assert sample(()) is None
    assert means_test(Sample(1, 1, 1), Sample(2, 1, 9)) is means_apart(Sample(1, 1, 1), Sample(2, 1, 9)) is None
    assert means_test(Sample(1, 0, 8), Sample(2, 0, 9)) is None, "figures that are all alike show no spread to compare with"


def test_the_scale_cuts_an_interval() -> None:
    found = mean(Sample(4.9, 0.5, 4), low=1, high=5)
    assert found
    assert (found.low, found.high) == (pytest.approx(4.104, abs=0.001), 5)


@pytest.mark.parametrize("wrong", [(math.nan, 1, 3), (1, math.inf, 3), (1, -0.5, 3), (1, 1, -3), (1, 1, 2.5)])
def test_impossible_figures_are_refused(wrong: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match="a mean: "):
        Sample(*wrong)


def test_a_figure_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="nan is no number"):
        sample((1.0, math.nan))


def test_huge_and_tiny_spreads_are_compared_too() -> None:
    for size in (1e-200, 1e200):
        found = means_test(Sample(0, size, 9), Sample(size, size, 9))
        assert found
        assert found.p == pytest.approx(stats.ttest_ind_from_stats(0, 1, 9, 1, 1, 9, equal_var=False).pvalue)


@given(FIGURES.filter(lambda figures: max(figures) - min(figures) > 1e-3), st.floats(-100, 100), st.floats(0.1, 10))
def test_moving_and_stretching_moves_and_stretches_the_interval(figures: list[float], by: float, times: float) -> None:
    first, second = sample(figures), sample([each * times + by for each in figures])
    assert first
    assert second
    before, after = mean(first), mean(second)
    assert before
    assert after
    assert before.low is not None
    assert before.high is not None
    assert before.low <= before.value <= before.high
    size = max(1.0, *(abs(each) for each in figures)) * times
    assert after.low == pytest.approx(before.low * times + by, abs=1e-8 * size)
    assert after.high == pytest.approx(before.high * times + by, abs=1e-8 * size)


@pytest.mark.parametrize("alike", [[5.0] * 3, [0.1] * 7, [5.0] * 400, [0.0, 0.0]])
def test_figures_that_are_all_alike_have_no_interval_and_are_tested_against_nothing(alike: list[float]) -> None:
    """Three fives don't tell how the fourth answers; by their spread of 0 they would be sure."""
    found, varied = sample(alike), sample([3.0, 4.0, 5.0, 4.0, 4.5])
    assert found
    assert varied
    estimate = mean(found, low=0, high=5)
    assert estimate
    assert (estimate.low, estimate.high, estimate.n) == (None, None, len(alike))
    for pair in ((found, varied), (varied, found), (found, found)):
        assert (means_test(*pair), means_apart(*pair)) == (None, None)
