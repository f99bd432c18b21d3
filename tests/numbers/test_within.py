"""test_within: amounts of a period are that of the period itself, or of all that it is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.within import MONTHS, parts_of, within

YEAR = {f"2026-{month}": float(at) for at, month in enumerate(MONTHS, start=1)}


@pytest.mark.parametrize(
    ("amounts", "period", "amount"),
    [
        (YEAR, "2026-10", 10),
        (YEAR, "2026-Q4", 33),
        (YEAR, "2026", 78),
        ({**YEAR, "2026-Q4": 30.0}, "2026-Q4", 30),
        ({**YEAR, "2026-Q4": 30.0}, "2026", 75),
        ({"2026-10": 1.0, "2026-11": 2.0}, "2026-Q4", None),
        ({"2026-Q4": 9.0}, "2026-10", None),
        ({"2026": 9.0}, "2026-Q4", None),
        ({"2026-10": 0.0, "2026-11": 0.0, "2026-12": 0.0}, "2026-Q4", 0),
        (YEAR, "2025-10", None),
        ({}, "2026", None),
    ],
)
def test_the_table(amounts: dict[str, float], period: str, amount: float | None) -> None:
    assert within(amounts, period) == amount


@given(st.sets(st.sampled_from(sorted(YEAR))), st.sampled_from([*YEAR, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026"]))
def test_nothing_is_added_up_where_a_month_is_missing(known: set[str], period: str) -> None:
    months = [period] if period in YEAR else [month for part in parts_of(period) for month in (parts_of(part) or (part,))]
    found = within({month: YEAR[month] for month in known}, period)
    assert (found is None) == (not set(months) <= known)
    assert found is None or found == sum(YEAR[month] for month in months)
