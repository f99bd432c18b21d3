"""The laws of chance, against SciPy over a grid."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from cjmgen.numbers.law import binomial, chi_square, normal, student
from cjmgen.numbers.law.hypergeometric import fisher
from cjmgen.numbers.law.parts import beta, gamma

PARTS = [1e-12, 1e-6, 0.001, 0.025, 0.1, 0.3, 0.499, 0.501, 0.7, 0.9, 0.975, 0.999, 1 - 1e-6]
FREEDOMS = [0.3, 0.5, 1, 1.5, 2, 3, 4, 4.7, 10, 30, 100, 1000, 1e5, 1e7, 1e9]


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-300)


@pytest.mark.parametrize("p", [1e-300, 1e-50, *PARTS])
def test_quantiles_of_the_normal_law(p: float) -> None:
    assert normal.quantile(p) == close(stats.norm.ppf(p))


@pytest.mark.parametrize("x", [-37, -8, -3, -1.96, -0.5, -1e-9, 0, 1e-9, 0.5, 1.96, 3, 8])
def test_the_normal_law(x: float) -> None:
    assert normal.below(x) == close(stats.norm.cdf(x))
    assert normal.beyond(x) == close(2 * stats.norm.sf(abs(x)))
    assert normal.density(x) == close(stats.norm.pdf(x))


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_students_law(freedom: float) -> None:
    for t in (-1e4, -300, -40, -5, -2, -1, -0.1, 0, 1e-5, 0.5, 1, 3, 10):
        assert student.below(t, freedom) == close(stats.t.cdf(t, freedom))
        assert student.density(t, freedom) == pytest.approx(stats.t.pdf(t, freedom), rel=1e-7, abs=1e-300)
    for p in PARTS:
        assert student.quantile(p, freedom) == close(stats.t.ppf(p, freedom))


def test_students_law_without_end_is_the_normal_one() -> None:
    assert student.quantile(0.975, math.inf) == normal.quantile(0.975)
    assert student.beyond(1.96, math.inf) == normal.beyond(1.96)
    assert student.quantile(0.5, 3) == 0
    assert student.beyond(1e200, 3) == 0


@pytest.mark.parametrize("freedom", [freedom for freedom in FREEDOMS if freedom <= 1e5])
def test_the_chi_square_law(freedom: float) -> None:
    for times in (1e-9, 1e-3, 0.1, 0.5, 0.9, 1, 1.1, 1.5, 2, 5):
        assert chi_square.below(times * freedom, freedom) == close(stats.chi2.cdf(times * freedom, freedom))
        assert chi_square.above(times * freedom, freedom) == close(stats.chi2.sf(times * freedom, freedom))
    for p in PARTS:
        assert chi_square.quantile(p, freedom) == close(stats.chi2.ppf(p, freedom))


@pytest.mark.parametrize("n", [1, 2, 10, 100, 10_000, 1_000_000])
@pytest.mark.parametrize("p", [1e-6, 0.01, 0.3, 0.5, 0.9])
def test_the_binomial_law(n: int, p: float) -> None:
    spread = math.sqrt(n * p * (1 - p))
    for k in {0, 1, n // 2, n - 1, n, *(min(n, max(0, round(n * p + by * spread))) for by in (-3, -1, 0, 1, 3))}:
        assert binomial.at_most(k, n, p) == close(stats.binom.cdf(k, n, p))
        assert binomial.at_least(k, n, p) == close(stats.binom.sf(k - 1, n, p))
    assert (binomial.at_most(-1, n, p), binomial.at_least(n + 1, n, p)) == (0, 0)


@pytest.mark.parametrize("table", [(1, 9, 11, 12), (8, 10, 1, 6), (0, 5, 5, 5), (3, 3, 0, 3), (10, 30, 30, 40), (2, 4000, 9, 4100)])
def test_fishers_test(table: tuple[int, int, int, int]) -> None:
    k1, n1, k2, n2 = table
    assert fisher(*table) == close(stats.fisher_exact([[k1, n1 - k1], [k2, n2 - k2]]).pvalue)


def test_fishers_lady_tasting_tea() -> None:
    """Fisher (1935), *The Design of Experiments*: three of four cups right, one-sided 17/70."""
    assert fisher(3, 4, 1, 4) == close(34 / 70)
    assert fisher(0, 4, 0, 9) == fisher(0, 0, 3, 4) == 1


@pytest.mark.parametrize("wrong", [0, 1, -0.1, 1.1, math.nan])
def test_a_part_outside_of_the_law_has_no_quantile(wrong: float) -> None:
    for ask in (normal.quantile, lambda p: student.quantile(p, 5), lambda p: chi_square.quantile(p, 5)):
        with pytest.raises(ValueError, match="between 0 and 1"):
            ask(wrong)


@pytest.mark.parametrize("wrong", [0, -1, math.nan])
def test_degrees_of_freedom_are_above_nothing(wrong: float) -> None:
    for ask in (student.quantile, chi_square.quantile):
        with pytest.raises(ValueError, match="degrees of freedom"):
            ask(0.3, wrong)


@given(st.floats(0.1, 500), st.floats(0.1, 500), st.floats(0, 1))
@example(3, 0.25, 5e-324)
def test_the_parts_of_beta_mirror_each_other(a: float, b: float, x: float) -> None:
    assert beta(a, b, x, 1 - x) + beta(b, a, 1 - x, x) == pytest.approx(1, abs=1e-9)


@given(st.floats(0.1, 500), st.floats(0, 2000))
def test_the_parts_of_gamma_make_a_whole(a: float, x: float) -> None:
    below, above = gamma(a, x)
    assert 0 <= below <= 1
    assert 0 <= above <= 1
    assert below + above == pytest.approx(1, abs=1e-12)


@given(st.floats(1e-9, 0.999999), st.floats(0.5, 1e6))
def test_quantiles_lead_back(p: float, freedom: float) -> None:
    assert student.below(student.quantile(p, freedom), freedom) == pytest.approx(p, rel=1e-8)
    assert normal.below(normal.quantile(p)) == pytest.approx(p, rel=1e-9)


def test_what_has_no_part_is_refused_and_never_searched_for() -> None:
    for wrong in (lambda: beta(2, 3, math.nan), lambda: beta(math.inf, 3, 0.5), lambda: gamma(2, math.nan), lambda: gamma(math.inf, 2), lambda: student.below(math.nan, 3)):
        with pytest.raises(ValueError, match="no part of"):
            wrong()
    assert gamma(3, math.inf) == (1, 0)
    assert (beta(2, 3, 0), beta(2, 3, 1)) == (0, 1)
    with pytest.raises(ValueError, match="degrees of freedom"):
        chi_square.above(3, math.inf)
