"""Shares and their differences, against the examples their authors published and SciPy."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.estimate import Noise, noise
from cjmgen.numbers.share import Count, share, shares_apart, shares_test

COUNTS = st.integers(0, 5000).flatmap(lambda n: st.integers(0, n).map(lambda k: Count(k, n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"), [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)]
)
def test_newcombe_1998_two_sided_confidence_intervals_for_the_single_proportion_table_1(k: int, n: int, low: float, high: float) -> None:
    found = share(Count(k, n))
    assert found
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_1998_interval_estimation_for_the_difference_table_2(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    found = shares_apart(Count(*second), Count(*first))
    assert found
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    assert found.method == "newcombe"


@pytest.mark.parametrize(("k", "n"), [(0, 1), (1, 1), (3, 7), (26, 100), (2054, 7900), (8139, 8140), (5, 10**9)])
@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_wilsons_interval_is_that_of_scipy(k: int, n: int, level: float) -> None:
    found, known = share(Count(k, n), level), stats.binomtest(k, n).proportion_ci(level, "wilson")
    assert found
    assert (found.low, found.high) == (pytest.approx(known.low, abs=1e-12), pytest.approx(known.high, abs=1e-12))


@pytest.mark.parametrize(("first", "second"), [((60, 200), (90, 210)), ((2054, 7900), (1872, 8140)), ((30, 60), (31, 60)), ((4000, 4010), (4000, 4040))])
def test_the_z_test_is_chi_square_without_correction(first: tuple[int, int], second: tuple[int, int]) -> None:
    found = shares_test(Count(*first), Count(*second))
    table = [[k, n - k] for k, n in (first, second)]
    known = stats.chi2_contingency(table, correction=False)
    assert found
    assert (found.statistic**2, found.p) == (pytest.approx(known.statistic), pytest.approx(known.pvalue, rel=1e-9))
    assert found.method == "z"


def test_few_cases_are_tested_exactly() -> None:
    found = shares_test(Count(1, 9), Count(11, 12))
    assert found
    assert (found.method, found.p) == ("fisher", pytest.approx(stats.fisher_exact([[1, 8], [11, 1]]).pvalue))


def test_five_expected_are_enough_for_the_normal_law() -> None:
    five, fewer = shares_test(Count(2, 10), Count(8, 10)), shares_test(Count(2, 10), Count(7, 10))
    assert five
    assert fewer
    assert (five.method, fewer.method) == ("z", "fisher")


def test_nobody_has_no_share() -> None:
    assert share(Count(0, 0)) is None
    assert shares_apart(Count(0, 0), Count(1, 2)) is None
    assert shares_test(Count(1, 2), Count(0, 0)) is None
    assert noise(shares_test(Count(1, 2), Count(0, 0))) is Noise.UNKNOWN


def test_all_or_none_on_both_sides_is_no_difference() -> None:
    assert noise(shares_test(Count(0, 50), Count(0, 60))) is Noise.WITHIN
    assert noise(shares_test(Count(50, 50), Count(60, 60))) is Noise.WITHIN
    assert noise(shares_test(Count(0, 50), Count(60, 60))) is Noise.BEYOND


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5), (1, -5), (math.nan, 5), (1, math.inf), (1.5, 5), (1, math.nan), (1, 10**400)])
def test_impossible_counts_are_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="a share: "):
        Count(k, n)


@pytest.mark.parametrize("level", [0, 1, 95, math.nan])
def test_an_impossible_level_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="level of confidence"):
        share(Count(1, 2), level)


@given(COUNTS)
def test_an_interval_contains_its_share_and_mirrors_the_rest(of: Count) -> None:
    found, others = share(of), share(Count(of.n - of.k, of.n))
    if not of.n:
        assert found is others is None
        return
    assert found
    assert others
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert (found.rest().low, found.rest().high) == (pytest.approx(others.low), pytest.approx(others.high))
    assert found.is_small == (of.n < 30)


@given(COUNTS, st.integers(2, 50))
def test_more_answers_of_the_same_share_say_it_more_closely(of: Count, times: int) -> None:
    few, many = share(of), share(Count(of.k * times, of.n * times))
    if few and many:
        assert (many.high or 0) - (many.low or 0) < (few.high or 0) - (few.low or 0)


@given(COUNTS, COUNTS)
def test_a_difference_turns_round_with_its_sides(one: Count, two: Count) -> None:
    assume(one.n and two.n)
    there, back = shares_apart(one, two), shares_apart(two, one)
    assert there
    assert back
    assert there.low is not None
    assert there.high is not None
    assert there.low <= there.value <= there.high
    assert -1 - 1e-12 <= there.low <= there.high <= 1 + 1e-12
    assert (back.low, back.high) == (pytest.approx(-there.high), pytest.approx(-there.low))
    first, second = shares_test(one, two), shares_test(two, one)
    assert first
    assert second
    assert (first.p, first.statistic) == (pytest.approx(second.p, rel=1e-6), pytest.approx(-second.statistic))
    assert 0 <= first.p <= 1
