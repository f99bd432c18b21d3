"""Changes, trends and goals, against published tables, SciPy and what they say of themselves."""

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.change.several import holm, together
from cjmgen.numbers.change.step import interval_step, step
from cjmgen.numbers.change.target import Standing, standing
from cjmgen.numbers.change.trend import trend
from cjmgen.numbers.estimate import Estimate, Noise
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.measure.nps import Groups
from cjmgen.numbers.measure.rate import Events
from cjmgen.numbers.measure.time import times
from cjmgen.numbers.share import Count


@pytest.mark.parametrize(("s", "one_sided"), [(1, 0.500), (5, 0.364), (9, 0.242), (13, 0.146), (17, 0.078), (19, 0.054), (21, 0.036), (23, 0.023), (25, 0.014)])
def test_gilbert_1987_table_a18_chances_of_ten_periods(s: int, one_sided: float) -> None:
    values = next(order for order in _orders_of_ten() if _s(order) == s)
    found = trend(values)
    assert found
    assert (found.signal.statistic, found.signal.p) == (s, pytest.approx(min(1, 2 * one_sided), abs=0.0011))


def _orders_of_ten() -> list[tuple[float, ...]]:
    """Orders of ten values, by moving the last ones down step by step."""
    orders, order = [tuple(float(each) for each in range(10))], list(range(10))
    for _ in range(45):
        at = next(at for at in range(9) if order[at] < order[at + 1])
        order[at], order[at + 1] = order[at + 1], order[at]
        orders.append(tuple(float(each) for each in order))
    return orders


def _s(values: tuple[float, ...]) -> int:
    return sum((b > a) - (b < a) for at, a in enumerate(values) for b in values[at + 1 :])


@given(st.lists(st.integers(-50, 50), min_size=3, max_size=30, unique=True))
def test_the_exact_test_and_the_slope_are_those_of_scipy(values: list[int]) -> None:
    found = trend([float(each) for each in values])
    assert found
    assert found.signal.p == pytest.approx(stats.kendalltau(range(len(values)), values, method="exact").pvalue)
    slope, _, low, high = stats.theilslopes(values, range(len(values)))
    assert found.slope.value == pytest.approx(slope)
    if found.slope.low is not None and found.slope.high is not None:
        assert found.slope.low <= low <= high <= found.slope.high, "SciPy rounds the places of the bounds, we take the outer ones"


@pytest.mark.parametrize("values", [(1, 1, 2, 3, 3), (2, 2, 1, 1), (5, 4, 4, 4, 2, 1), (1, 2, 1, 2, 3, 3)])
def test_ties_are_counted_out(values: tuple[float, ...]) -> None:
    orders = [abs(_s(order)) for order in permutations(values)]
    found = trend(values)
    assert found
    assert found.signal.p == pytest.approx(sum(each >= abs(_s(values)) for each in orders) / len(orders))


def test_long_series_are_tested_by_the_normal_law_with_nearly_the_same_result() -> None:
    values = [math.sin(at * 12.9898) * 10 + at * 0.12 for at in range(41)]
    found, known = trend(values), stats.kendalltau(range(41), values, method="exact")
    assert found
    assert found.signal.p == pytest.approx(known.pvalue, rel=0.02)


def test_trends_of_few_and_of_equal_values() -> None:
    assert trend([]) is trend([1.0, None, 2.0]) is None
    same = trend([5.0] * 6)
    assert same
    assert (same.slope.value, same.signal.p, same.signal.noise) == (0, 1, Noise.WITHIN)
    four, five = trend([1.0, 2.0, 3.0, 4.0]), trend([1.0, 2.0, 3.0, 4.0, 5.0])
    assert four
    assert five
    assert (four.signal.noise, five.signal.noise) == (Noise.WITHIN, Noise.BEYOND)
    with pytest.raises(ValueError, match="a trend: nan"):
        trend([1.0, math.nan, 2.0])


def test_a_missing_period_is_bridged_and_keeps_its_place() -> None:
    found = trend([1.0, 2.0, None, 4.0, 5.0, 6.0])
    assert found
    assert found.slope.value == 1
    assert found.slope.n == 5


@given(st.lists(st.integers(-99, 99).map(float), min_size=3, max_size=15))
def test_a_trend_turns_round_with_its_series(values: list[float]) -> None:
    found, back, down = trend(values), trend(values[::-1]), trend([-each for each in values])
    assert found
    assert back
    assert down
    assert found.signal.p == back.signal.p == down.signal.p
    assert found.signal.statistic == -back.signal.statistic == -down.signal.statistic
    assert found.slope.value == -back.slope.value == -down.slope.value


def test_holm_1979() -> None:
    """p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R: 0.03, 0.06, 0.06, 0.02."""
    assert holm((0.01, 0.04, 0.03, 0.005)) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm((None, 0.02, None)) == (None, 0.02, None)
    assert holm(()) == ()
    with pytest.raises(ValueError, match="a p-value"):
        holm((0.2, 1.2))
    with pytest.raises(ValueError, match="a p-value"):
        holm((math.nan,))


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_raises_without_changing_the_order(ps: list[float]) -> None:
    raised = [each for each in holm(ps) if each is not None]
    assert all(p <= after <= 1 for p, after in zip(ps, raised, strict=True))
    assert [p for _, p in sorted(zip(ps, raised, strict=True))] == sorted(raised)


def test_the_change_that_the_issue_of_numbers_began_with() -> None:
    found = step(Count(2054, 7900), Count(1872, 8140))
    assert found
    assert (round(found.before.value, 2), round(found.after.value, 2), found.noise) == (0.26, 0.23, Noise.BEYOND)
    assert found.relative == pytest.approx(0.23 / 0.26 - 1, abs=1e-4)
    assert found.apart.method == "newcombe"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Count(26, 100), Count(23, 100), Noise.WITHIN),
        (Sample(4.1, 0.9, 400), Sample(4.4, 0.9, 380), Noise.BEYOND),
        (Sample(4.1, 0, 1), Sample(4.4, 0.9, 380), Noise.UNKNOWN),
        (Groups(50, 30, 20), Groups(48, 30, 22), Noise.WITHIN),
        (Events(500, 31), Events(380, 30), Noise.BEYOND),
        (Events(5, 31), Events(6, 30), Noise.WITHIN),
    ],
)
def test_a_change_of_each_kind_of_figure(before: Count, after: Count, said: Noise) -> None:
    found, back = step(before, after), step(after, before)
    assert found
    assert back
    assert found.noise == back.noise == said
    assert found.apart.value == pytest.approx(found.after.value - found.before.value)
    assert back.apart.value == pytest.approx(-found.apart.value)


def test_changes_of_nobody_and_of_two_kinds() -> None:
    assert step(Count(0, 0), Count(1, 2)) is None
    assert step(Groups(0, 0, 0), Groups(1, 2, 3)) is None
    nothing = step(Count(0, 20), Count(1, 20))
    assert nothing
    assert nothing.relative is None
    with pytest.raises(ValueError, match="Count and Sample are figures of two kinds"):
        step(Count(1, 2), Sample(1, 1, 2))


def test_medians_are_compared_by_their_intervals() -> None:
    slow, quick, few = times([float(at) for at in range(100, 200)]), times([float(at) for at in range(50, 120)]), times([1.0, 2.0])
    assert slow
    assert quick
    assert few
    assert interval_step(slow.median, quick.median).noise is Noise.BEYOND
    assert interval_step(slow.median, slow.median).noise is Noise.WITHIN
    assert interval_step(slow.median, few.median).noise is Noise.UNKNOWN


@pytest.mark.parametrize(
    ("value", "low", "high", "lower", "due", "said"),
    [
        (0.40, 0.37, 0.43, False, False, Standing.MET),
        (0.37, 0.34, 0.40, False, True, Standing.CLOSE),
        (0.35, 0.34, 0.37, False, True, Standing.CLOSE),
        (0.34, 0.32, 0.36, False, True, Standing.CLOSE),
        (0.38, 0.36, 0.40, False, True, Standing.MET),
        (0.23, 0.22, 0.24, False, False, Standing.SHORT),
        (0.23, 0.22, 0.24, False, True, Standing.MISSED),
        (0.23, 0.22, 0.24, True, True, Standing.MET),
        (0.40, 0.37, 0.43, True, False, Standing.SHORT),
        (0.40, None, None, False, True, Standing.CLOSE),
        (0.20, None, None, False, True, Standing.MISSED),
    ],
)
def test_how_a_figure_stands_to_36_percent(value: float, low: float | None, high: float | None, lower: bool, due: bool, said: Standing) -> None:
    assert standing(Estimate(value, low, high, 100, "wilson"), 0.36, lower, due) is said


def test_a_period_of_which_more_may_come_is_not_behind_yet() -> None:
    told = [standing(Estimate(value, value - 0.02, value + 0.02, 100, "wilson"), 0.36, False, True, True) for value in (0.23, 0.35, 0.37, 0.40)]
    assert told == [Standing.OPEN, Standing.OPEN, Standing.CLOSE, Standing.MET]


def test_a_goal_is_a_number() -> None:
    with pytest.raises(ValueError, match="a goal"):
        standing(Estimate(1, None, None, 1, "ratio"), math.nan, False, False)


def test_changes_side_by_side_have_to_be_larger() -> None:
    stages = [step(Count(200, 1000), Count(after, 1000)) for after in (240, 203, 199, 260)]
    alone = [each.noise for each in stages if each]
    beside = together([*stages, None, step(Sample(1, 0, 1), Sample(2, 1, 9))])
    assert alone == [Noise.BEYOND, Noise.WITHIN, Noise.WITHIN, Noise.BEYOND]
    assert [each and each.noise for each in beside] == [Noise.WITHIN, Noise.WITHIN, Noise.WITHIN, Noise.BEYOND, None, Noise.UNKNOWN]
    assert [each and each.apart for each in beside[:4]] == [each and each.apart for each in stages]


def test_a_score_has_no_relative_change() -> None:
    found = step(Groups(50, 30, 20), Groups(60, 30, 10))
    assert found
    assert found.relative is None
