"""Times, rates, money, customers and funnels, against published examples, SciPy and what they say of themselves."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.mean import Sample, mean, sample
from cjmgen.numbers.measure.custom import churn, reach, repeat_rate
from cjmgen.numbers.measure.funnel import funnel, overall
from cjmgen.numbers.measure.money import cost_per, per_unit, per_visitor
from cjmgen.numbers.measure.rate import Events, rate, rates_test
from cjmgen.numbers.measure.time import beside_longer, quantile, ranks, times
from cjmgen.numbers.share import Count, share


@pytest.mark.parametrize(("n", "places"), [(5, (None, None)), (6, (1, 6)), (10, (2, 9)), (20, (6, 15)), (25, (8, 18)), (30, (10, 21)), (50, (18, 33)), (100, (40, 61))])
def test_ranks_for_the_median_as_in_tables_of_the_sign_test(n: int, places: tuple[int | None, int | None]) -> None:
    """Dixon and Massey (1969), *Introduction to Statistical Analysis*, table A-25, at 95 % and more."""
    assert ranks(n, 0.5) == places


@pytest.mark.parametrize("n", [1, 7, 29, 36, 100, 2500])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_ranks_are_the_closest_that_hold_their_level(n: int, part: float) -> None:
    low, high = ranks(n, part)
    law = stats.binom(n, part)
    if low is not None:
        assert law.cdf(low - 1) <= 0.025 < law.cdf(low)
    if high is not None:
        assert law.sf(high - 1) <= 0.025 < law.sf(high - 2)


def test_scipys_interval_of_a_quantile() -> None:
    rising = [float(at * at) for at in range(1, 41)]
    found = times(rising)
    assert found
    for mine, part in ((found.median, 0.5), (found.p90, 0.9)):
        low = stats.quantile_test(rising, p=part, alternative="greater").confidence_interval(0.975).low
        high = stats.quantile_test(rising, p=part, alternative="less").confidence_interval(0.975).high
        assert (mine.low, mine.high) == (low, None if math.isnan(high) else high)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=60))
def test_times_lie_in_their_intervals_in_any_order(measured: list[float]) -> None:
    found = times(measured)
    assert found == times(measured[::-1])
    assert found
    for each in (found.median, found.p90):
        assert each.low is None or each.low <= each.value
        assert each.high is None or each.value <= each.high
    assert found.median.value <= found.p90.value
    assert found.median.value == pytest.approx(stats.scoreatpercentile(measured, 50))


def test_times_that_are_none_or_impossible() -> None:
    assert times([]) is None
    for wrong in ([1, -1], [math.nan], [math.inf, 2]):
        with pytest.raises(ValueError, match="a time: "):
            times(wrong)


def test_garwood_1936_limits_for_a_count() -> None:
    """Pearson and Hartley, *Biometrika Tables*, table 40, at 95 %: of 0 events 0 to 3.689, of 10 events 4.795 to 18.39, of 50 events 37.11 to 65.92."""
    for count, low, high in ((0, 0, 3.689), (10, 4.795, 18.39), (50, 37.11, 65.92)):
        found = rate(Events(count, 1))
        assert (found.low, found.high) == (pytest.approx(low, rel=5e-4), pytest.approx(high, rel=5e-4))
    per_day = rate(Events(50, 25))
    assert (per_day.value, per_day.low) == (2, pytest.approx(37.11 / 25, rel=5e-4))


@pytest.mark.parametrize(("one", "two"), [((11, 800), (23, 3011)), ((60, 51477.5), (30, 54308.7)), ((0, 10), (5, 10)), ((7, 10), (7, 10))])
def test_two_rates(one: tuple[int, float], two: tuple[int, float]) -> None:
    """Gu, Ng, Tang and Schucany (2008), *Testing the ratio of two Poisson rates*, use the first two."""
    found, back = rates_test(Events(*one), Events(*two)), rates_test(Events(*two), Events(*one))
    law = stats.binom(one[0] + two[0], two[1] / (one[1] + two[1]))
    assert found
    assert back
    assert found.p == pytest.approx(min(1, 2 * min(law.cdf(two[0]), law.sf(two[0] - 1))))
    assert found.p == pytest.approx(back.p)


def test_rates_that_are_none_or_impossible() -> None:
    assert rates_test(Events(0, 5), Events(0, 6)) is None
    for wrong in ((-1, 5), (1.5, 5), (3, 0), (3, math.nan), (3, -1)):
        with pytest.raises(ValueError, match="a rate"):
            Events(*wrong)


def test_customers_who_leave_come_again_and_are_reached() -> None:
    assert churn(50, 1000) == share(Count(50, 1000))
    assert repeat_rate(270, 900) == share(Count(270, 900))
    assert reach(7900, 100_000) == share(Count(7900, 100_000))
    assert churn(0, 0) is None
    with pytest.raises(ValueError, match="more than all"):
        churn(11, 10)


def test_revenue_per_visitor_is_the_mean_over_all_of_them() -> None:
    bought = [4200.0, 3900.0, 5100.0, 8800.0, 2500.0]
    orders, everybody = sample(bought), sample([*bought, *[0.0] * 95])
    assert orders
    assert everybody
    found, known = per_visitor(orders, 100), mean(everybody)
    assert found
    assert known
    assert found.value == pytest.approx(known.value)
    error = math.sqrt(((4 / 5) * orders.sd**2 * 0.05 + orders.mean**2 * 0.05 - 245**2) / 100)
    assert found.high == pytest.approx(245 + 1.96 * error, rel=0.01)
    assert found.high == pytest.approx(known.high or 0, rel=0.03)


def test_money_of_nobody_and_impossible_money() -> None:
    assert per_unit(100, 0) is None
    assert per_unit(100, 8) == Estimate(12.5, None, None, 8, "ratio")
    assert per_visitor(Sample(0, 0, 0), 0) is None
    assert per_visitor(Sample(50, 0, 1), 10) == Estimate(5, None, None, 10, "compound")
    assert cost_per(100, Count(0, 50)) is cost_per(100, Count(0, 0)) is None
    for wrong in (lambda: per_unit(math.nan, 3), lambda: per_unit(3, -3), lambda: cost_per(-1, Count(1, 2)), lambda: per_visitor(Sample(1, 1, 3), 2)):
        with pytest.raises(ValueError, match=r"an amount|a cost|a share"):
            wrong()


def test_the_cost_of_a_conversion_is_dearer_the_fewer_there_are() -> None:
    found, part = cost_per(7900, Count(79, 7900)), share(Count(79, 7900))
    assert found
    assert part
    assert found.value == 100
    assert (found.low, found.high) == (1 / (part.high or 1), 1 / (part.low or 1))


def test_a_funnel_with_a_gap_and_one_that_grows() -> None:
    first, second, third = funnel([8000, None, 2000, 500, 600])
    assert (first.before, first.at, first.conversion, first.reach) == (0, 2, share(Count(2000, 8000)), share(Count(2000, 8000)))
    assert (second.conversion, second.reach) == (share(Count(500, 2000)), share(Count(500, 8000)))
    assert second.drop_off
    assert second.drop_off.value == 0.75
    assert (third.grows, third.conversion, third.drop_off, third.reach) == (True, None, None, share(Count(600, 8000)))
    assert overall([8000, None, 2000, 500]) == share(Count(500, 8000))


def test_funnels_of_nothing() -> None:
    assert funnel([]) == funnel([None, 5, None]) == ()
    assert overall([5]) is None
    (step,) = funnel([0, 0])
    assert (step.grows, step.conversion, step.reach) == (False, None, None)
    for wrong in ([5, -1], [5, 2.5], [math.nan, 3]):
        with pytest.raises(ValueError, match="a funnel: "):
            funnel(wrong)


@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=8).map(lambda counts: sorted(counts, reverse=True)))
def test_conversions_multiply_to_the_reach(people: list[int]) -> None:
    steps = funnel(people)
    assert math.prod(step.conversion.value for step in steps if step.conversion) == pytest.approx(people[-1] / people[0])
    assert all(step.conversion and step.drop_off and step.conversion.value + step.drop_off.value == pytest.approx(1) for step in steps)


@pytest.mark.parametrize(("part", "done", "longer"), [(0.5, 5, 5), (0.5, 6, 7), (0.9, 20, 4), (0.5, 1, 1)])
def test_a_quantile_among_those_that_have_not_ended_is_known_to_nobody(part: float, done: int, longer: int) -> None:
    assert beside_longer([float(each) for each in range(done)], part, longer) is None


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=60), st.integers(0, 40), st.lists(st.floats(0, 1e6), min_size=40, max_size=40))
def test_the_upper_bound_holds_whatever_those_still_open_may_take(done: list[float], longer: int, more: list[float]) -> None:
    """However long they take from the longest on, the bound is that of all."""
    rising = sorted(done)
    found, ended = beside_longer(rising, 0.5, longer), quantile([*rising, *(rising[-1] + each for each in sorted(more[:longer]))], 0.5)
    assume(found is not None)
    assert found
    assert (found.value, found.low, found.n) == (quantile(rising, 0.5).value, quantile(rising, 0.5).low, len(done))
    assert found.high is None or (ended.high is not None and found.high >= ended.high)
