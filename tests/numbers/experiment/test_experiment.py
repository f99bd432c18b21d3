"""Experiments, against published examples, SciPy, and the exact power of the tests they plan."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.experiment.balance import ALARM, balance
from cjmgen.numbers.experiment.power import people_for_means, people_for_shares, power_for_means, power_for_shares
from cjmgen.numbers.experiment.trial import Plan, Verdict, trial
from cjmgen.numbers.experiment.uplift import mean_ratio, share_ratio, uplift
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.share import Count

CONTROL, FIT = Count(1062, 4100), Count(1190, 4080)


@pytest.mark.parametrize(("control", "variant"), [((27, 122), (44, 120)), ((1062, 4100), (1190, 4080)), ((3, 10), (9, 10))])
def test_the_ratio_of_shares_is_that_of_scipy(control: tuple[int, int], variant: tuple[int, int]) -> None:
    found, known = share_ratio(Count(*control), Count(*variant)), stats.contingency.relative_risk(*variant, *control)
    limits = known.confidence_interval(0.95)
    assert found
    assert (found.value + 1, (found.low or 0) + 1, (found.high or 0) + 1) == pytest.approx((known.relative_risk, limits.low, limits.high))


def test_the_aspirin_trial_of_agresti() -> None:
    """A. Agresti (2013), *Categorical Data Analysis*, 3.1: 189 of 11,034 on placebo, 104 of 11,037 on aspirin; the ratio 1.82, from 1.43 to 2.31."""
    found = share_ratio(Count(104, 11_037), Count(189, 11_034))
    assert found
    assert (found.value + 1, (found.low or 0) + 1, (found.high or 0) + 1) == pytest.approx((1.82, 1.43, 2.31), abs=0.005)


@given(st.floats(1, 100), st.floats(0.1, 30), st.integers(2, 500), st.floats(-50, 150), st.floats(0.1, 30), st.integers(2, 500))
def test_fiellers_bounds_are_where_the_t_test_turns(m1: float, s1: float, n1: int, m2: float, s2: float, n2: int) -> None:
    control, variant = Sample(m1, s1, n1), Sample(m2, s2, n2)
    found = mean_ratio(control, variant)
    assert found
    v1, v2 = s1**2 / n1, s2**2 / n2
    u1, u2 = v1 / m1**2, v2 / m1**2
    t = stats.t.ppf(0.975, (u1 + u2) ** 2 / (u1**2 / (n1 - 1) + u2**2 / (n2 - 1)))
    if found.low is None or found.high is None:
        assert t * math.sqrt(v1) / m1 >= 1 - 1e-9
        return
    assume(t * math.sqrt(v1) / m1 < 0.99)
    for bound in (found.low + 1, found.high + 1):
        assert (m2 - bound * m1) ** 2 == pytest.approx(t**2 * (v2 + bound**2 * v1), rel=1e-5)
    assert found.low <= found.value <= found.high


def test_ratios_that_nobody_can_tell() -> None:
    assert share_ratio(Count(0, 50), Count(3, 50)) is share_ratio(Count(3, 50), Count(0, 0)) is None
    none = share_ratio(Count(3, 50), Count(0, 50))
    assert none
    assert (none.value, none.low) == (-1, None)
    assert mean_ratio(Sample(0, 1, 9), Sample(1, 1, 9)) is mean_ratio(Sample(1, 0, 1), Sample(1, 1, 9)) is None
    wide = mean_ratio(Sample(0.1, 5, 9), Sample(1, 1, 9))
    assert wide
    assert wide.low is None
    alike = mean_ratio(Sample(2, 0, 9), Sample(3, 0, 9))
    assert alike
    assert (alike.value, alike.low) == (0.5, None)


def test_an_uplift_of_nobody_and_of_two_kinds() -> None:
    assert uplift(Count(0, 0), Count(1, 2)) is uplift(Sample(1, 1, 1), Sample(1, 1, 1)) is None
    with pytest.raises(ValueError, match="a share can't be compared with a mean"):
        uplift(Count(1, 2), Sample(1, 1, 2))


def test_of_an_effect_next_to_nothing_no_number_of_people_is_told() -> None:
    assert (people_for_shares(0.5, 1e-311), people_for_means(1.0, 1e-311)) == (None, None)


def test_power_prop_test_of_r() -> None:
    """Its manual: p1 = .50, p2 = .75 needs n = 76.7 for power .90, and n = 50 has power .740."""
    assert people_for_shares(0.5, 0.25, 0.9) == 77
    assert power_for_shares(0.5, 0.25, 50, 50) == pytest.approx(0.740, abs=5e-4)


def test_power_t_test_of_r() -> None:
    """Its manual: delta = 1, sd = 1 needs n = 22.02 for power .90; Guenther's formula gives 21.98."""
    assert people_for_means(1, 1, 0.9) == 22
    assert power_for_means(1, 1, 22, 22) == pytest.approx(0.9, abs=0.02)


@pytest.mark.parametrize(("control", "effect", "power"), [(0.26, 0.1, 0.8), (0.5, -0.15, 0.9), (0.6, 0.2, 0.7)])
def test_the_planned_power_is_reached_exactly_enough(control: float, effect: float, power: float) -> None:
    """The z-test's own power, added up over all results that could come."""
    n = people_for_shares(control, effect, power)
    assert n
    assert (power_for_shares(control, effect, n - 1, n - 1) or 0) < power <= (power_for_shares(control, effect, n, n) or 0)
    law, z = stats.binom, stats.norm.ppf(0.975)
    before, after = np.meshgrid(np.arange(n + 1), np.arange(n + 1), indexing="ij")
    pooled = (before + after) / 2 / n
    seen = np.abs(after - before) > z * np.sqrt(2 * n * pooled * (1 - pooled))
    chances = np.outer(law.pmf(np.arange(n + 1), n, control), law.pmf(np.arange(n + 1), n, control + effect))
    assert chances[seen].sum() == pytest.approx(power, abs=0.02)


@given(st.floats(0.05, 0.9), st.floats(0.01, 0.09), st.floats(0.5, 0.95), st.floats(0.25, 4))
def test_less_is_seen_by_more_people(control: float, effect: float, power: float, ratio: float) -> None:
    large, small = people_for_shares(control, effect, power, ratio=ratio), people_for_shares(control, effect / 2, power, ratio=ratio)
    assert large
    assert small
    assert small > large
    assert (power_for_shares(control, effect, large * 2, large * 2) or 0) > (power_for_shares(control, effect, large, large) or 0)
    assert (people_for_means(1, effect, power) or 0) > (people_for_means(1, effect * 2, power) or 0)


def test_plans_for_nothing_and_impossible_ones() -> None:
    assert people_for_shares(0.3, 0) is people_for_means(1, 0) is power_for_shares(0.3, 0, 5, 5) is power_for_means(1, 1, 0, 5) is None
    for wrong in (
        lambda: people_for_shares(0.9, 0.2),
        lambda: people_for_shares(0.5, 0.1, power=1),
        lambda: people_for_shares(0.5, 0.1, ratio=0),
        lambda: people_for_means(0, 1),
        lambda: people_for_means(1, math.nan),
        lambda: power_for_shares(0.5, 0.1, -5, 5),
        lambda: power_for_means(-1, 1, 5, 5),
    ):
        with pytest.raises(ValueError, match=r"share|level|ratio|deviation|effect|variant"):
            wrong()


def test_the_split_that_kohavi_tang_and_xu_warn_of() -> None:
    """*Trustworthy Online Controlled Experiments*, chapter 21: 821,588 against 815,482 at a planned half has p = 1.8E-6."""
    found = balance((821_588, 815_482))
    assert found
    assert found.p == pytest.approx(1.8e-6, rel=0.03)
    assert found.p < ALARM


@pytest.mark.parametrize(("people", "split"), [((4100, 4080), ()), ((900, 120), (9, 1)), ((300, 330, 290), ()), ((0, 5), ())])
def test_a_split_is_tested_as_scipy_does(people: tuple[int, ...], split: tuple[float, ...]) -> None:
    parts = split or (1,) * len(people)
    known = stats.chisquare(people, [sum(people) * part / sum(parts) for part in parts])
    found = balance(people, split)
    assert found
    assert (found.statistic, found.p) == (pytest.approx(known.statistic), pytest.approx(known.pvalue))


def test_splits_that_cant_be() -> None:
    assert balance((5,)) is balance((0, 0)) is None
    for people, split in (((5, 6), (1,)), ((5, 6), (1, 0)), ((5, -6), ()), ((5, 6), (1, math.nan))):
        with pytest.raises(ValueError, match=r"a split|a variant"):
            balance(people, split)


def test_the_fit_finder_is_better() -> None:
    found = trial((CONTROL, FIT), Plan(8000, 0.03, 0.8, (50, 50)))
    assert found
    (only,) = found.comparisons
    assert only.uplift
    assert only.uplift.signal
    assert (found.verdict, only.verdict, only.p) == (Verdict.BETTER, Verdict.BETTER, only.uplift.signal.p)
    assert only.uplift.absolute.value == pytest.approx(0.0326, abs=1e-4)
    assert found.needed == 2 * (people_for_shares(CONTROL.part, 0.03) or 0)
    assert found.power == pytest.approx(0.86, abs=0.01)
    assert not found.is_early
    assert found.level == 0.95


@pytest.mark.parametrize(
    ("variants", "plan", "looks", "lower", "said"),
    [
        ((CONTROL, FIT), Plan(), 1, True, Verdict.WORSE),
        ((CONTROL, Count(1000, 4700)), Plan(split=(1, 1)), 1, False, Verdict.UNBALANCED),
        ((Count(106, 410), Count(119, 408)), Plan(8000, 0.03), 1, False, Verdict.RUNNING),
        ((Count(106, 410), Count(119, 408)), Plan(800, 0.03), 1, False, Verdict.UNCLEAR),
        ((Count(106, 410), Count(119, 408)), Plan(), 1, False, Verdict.UNCLEAR),
        ((CONTROL, Count(1062, 4110)), Plan(8000, 0.03), 1, False, Verdict.NO_GAIN),
        ((CONTROL, Count(1062, 4110)), Plan(8000, 0.03), 1, True, Verdict.NO_GAIN),
        ((CONTROL, Count(1145, 4080)), Plan(), 1, False, Verdict.BETTER),
        ((CONTROL, Count(1145, 4080)), Plan(), 3, False, Verdict.UNCLEAR),
        ((CONTROL, Count(1145, 4080), Count(1060, 4090), Count(1070, 4100)), Plan(), 1, False, Verdict.UNCLEAR),
        ((CONTROL, Count(0, 0)), Plan(split=(1, 1)), 1, False, Verdict.UNBALANCED),
        ((CONTROL, Count(106, 408)), Plan(split=(10, 1)), 1, False, Verdict.UNCLEAR),
        ((CONTROL, Count(106, 408)), Plan(), 1, False, Verdict.UNCLEAR),
        ((Count(0, 0), Count(0, 0)), Plan(8, 0.1), 1, False, Verdict.RUNNING),
        ((Count(0, 0), Count(0, 0)), Plan(), 1, False, Verdict.UNCLEAR),
        ((Sample(4200, 900, 300), Sample(4500, 950, 310)), Plan(effect=200), 1, False, Verdict.BETTER),
        ((Sample(4200, 0, 300), Sample(4500, 0, 310)), Plan(effect=200), 1, False, Verdict.UNCLEAR),
    ],
)
def test_verdicts(variants: tuple[Count, ...], plan: Plan, looks: int, lower: bool, said: Verdict) -> None:
    found = trial(variants, plan, looks, lower)
    assert found
    assert found.verdict is said


def test_each_look_and_each_variant_raises_p_and_widens_intervals() -> None:
    once, thrice = trial((CONTROL, FIT)), trial((CONTROL, FIT, FIT), looks=3)
    assert once
    assert thrice
    first, (second, third) = once.comparisons[0], thrice.comparisons
    assert thrice.level == pytest.approx(1 - 0.05 / 6)
    assert (second.at, third.at) == (1, 2)
    assert second.p == third.p == pytest.approx(6 * (first.p or 0))
    assert first.uplift
    assert second.uplift
    assert (second.uplift.absolute.low or 0) < (first.uplift.absolute.low or 0)


def test_trials_that_are_none() -> None:
    assert trial(()) is trial((CONTROL,)) is None
    for wrong in (lambda: trial((CONTROL, FIT), looks=0), lambda: trial((CONTROL, FIT), Plan(split=(1, 1, 1))), lambda: Plan(n=-5), lambda: Plan(effect=math.inf)):
        with pytest.raises(ValueError, match=r"a trial|a split|a plan"):
            wrong()


@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 5))
def test_a_difference_that_is_found_is_never_told_the_wrong_way_round(k1: int, k2: int, looks: int) -> None:
    there, lower = trial((Count(k1, 3000), Count(k2, 3000)), looks=looks), trial((Count(k1, 3000), Count(k2, 3000)), looks=looks, is_lower_better=True)
    assert there
    assert lower
    swapped = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert lower.verdict is swapped.get(there.verdict, there.verdict)
    if there.verdict is Verdict.BETTER:
        assert k2 > k1
