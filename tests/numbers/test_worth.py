"""What closing a gap is worth, by the table of cases that the script of a page has to agree with."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.share import Count, share
from cjmgen.numbers.worth import supposed, worth

TABLE = json.loads((Path(__file__).parent / "worth.json").read_text("utf-8"))
SHARES = st.floats(0, 1)


def ends(estimate: Estimate | None) -> object:
    if estimate is None:
        return None
    return [None if end is None else pytest.approx(end, rel=1e-12) for end in (estimate.value, estimate.low, estimate.high)]


@pytest.mark.parametrize("case", TABLE["worth"])
def test_the_table_of_gaps(case: dict[str, Any]) -> None:
    value, low, high = case["share"]
    found = worth(case["entered"], Estimate(value, low, high, 100, "wilson"), case["goal"], case["onward"], case["value"])
    assert case["people"] == ends(found.people)
    assert case["carried"] == ends(found.carried)
    assert case["money"] == ends(found.money)


@pytest.mark.parametrize("case", TABLE["supposed"])
def test_the_table_of_supposed_funnels(case: dict[str, Any]) -> None:
    found = supposed(case["entered"], case["shares"], case["value"])
    assert case["people"] == pytest.approx(list(found.people), rel=1e-12)
    assert case["money"] == (found.money if found.money is None else pytest.approx(found.money, rel=1e-12))


@given(st.integers(0, 10**6), st.integers(1, 5000), SHARES, SHARES, st.lists(SHARES, max_size=4))
def test_worth_is_the_difference_of_two_funnels_and_lies_in_its_interval(entered: int, n: int, part: float, goal: float, onward: list[float]) -> None:
    measured = share(Count(int(n * part), n))
    assert measured
    found = worth(entered, measured, goal, onward, 7)
    now, then = supposed(entered, [measured.value, *onward], 7), supposed(entered, [max(goal, measured.value), *onward], 7)
    assert found.money
    assert found.carried.value == pytest.approx(then.people[-1] - now.people[-1], abs=1e-6)
    assert found.money.value == pytest.approx((then.money or 0) - (now.money or 0), abs=1e-5)
    assert found.money.low is not None
    assert found.money.high is not None
    assert 0 <= found.money.low <= found.money.value <= found.money.high


def test_worth_that_cant_be_is_refused() -> None:
    half = Estimate(0.5, 0.4, 0.6, 100, "wilson")
    for wrong in (
        lambda: worth(-1, half, 0.6),
        lambda: worth(math.nan, half, 0.6),
        lambda: worth(1, half, 1.6),
        lambda: worth(1, half, math.nan),
        lambda: worth(1, half, 0.6, [1.2]),
        lambda: worth(1, half, 0.6, value=-1),
        lambda: supposed(1, [math.nan]),
        lambda: supposed(math.inf, []),
    ):
        with pytest.raises(ValueError, match="worth: "):
            wrong()
