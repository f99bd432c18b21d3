"""The interval of a mean, against tables of Student's t."""

import pytest

from cjmgen.numbers.interval import interval


@pytest.mark.parametrize(("n", "quantile"), [(2, 12.706), (3, 4.303), (4, 3.182), (6, 2.571), (11, 2.228), (31, 2.042), (1001, 1.962)])
def test_the_interval_follows_student(n: int, quantile: float) -> None:
    low, high = interval(0, n, 1, -100, 100) or (0, 0)
    assert high == pytest.approx(quantile / n**0.5, rel=0.004)
    assert low == -high


def test_one_answer_has_no_interval_and_the_scale_cuts() -> None:
    assert interval(1, 1, 0.5, -2, 2) is None
    assert interval(1.9, 4, 1, -2, 2) == (pytest.approx(0.31, abs=0.01), 2)
