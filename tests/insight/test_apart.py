"""test_apart: labels keep their distance and their order, and stay where they are when nobody is near."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.charts.apart import apart


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], ()),
        ([50], (50,)),
        ([20, 60], (20, 60)),
        ([50, 52], (46, 56)),
        ([52, 50], (56, 46)),
        ([50, 50, 50], (40, 50, 60)),
        ([1, 2], (0, 10)),
        ([99, 98], (100, 90)),
        ([40, 49, 58], (39, 49, 59)),
    ],
)
def test_labels(places: list[float], expected: tuple[float, ...]) -> None:
    assert apart(places, 10, 0, 100) == expected


@given(st.lists(st.floats(0, 100), max_size=4))
def test_no_two_are_nearer_than_the_gap(places: list[float]) -> None:
    moved = apart(places, 8, 0, 100)
    order = sorted(range(len(places)), key=lambda at: (places[at], at))
    for before, after in pairwise(order):
        assert moved[after] - moved[before] >= 8 - 0.02
    assert all(-0.02 <= place <= 100.02 for place in moved)
