"""test_digits: figures that differ look apart, and none is told with more decimals than its interval makes worth telling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.model.amount import Kind
from cjmgen.numbers.digits import alike, apart, both, shown, worth, written
from cjmgen.numbers.estimate import Estimate

APART: list[tuple[tuple[float, ...], Kind, int | None, int | None]] = [
    ((0.58, 0.7), "share", None, None),
    ((0.181, 0.18), "share", None, 1),
    ((0.286, 0.29), "share", None, 1),
    ((0.0412, 0.0409), "share", None, 2),
    ((0.18, 0.18), "share", None, None),
    ((0.18, 0.180001), "share", None, 2),
    ((0.281, 0.284, 0.3), "share", None, 1),
    ((0.58, 0.7), "share", 0, 0),
    ((18.1, 18.0), "number", 0, 1),
    ((-19.23, -15.4), "number", 0, 0),
    ((4.4, 4.5), "number", None, None),
    ((130.0, 130.2), "time", None, None),
]


@pytest.mark.parametrize(("figures", "kind", "usual", "digits"), APART)
def test_as_many_decimals_as_it_takes(figures: tuple[float, ...], kind: Kind, usual: int | None, digits: int | None) -> None:
    assert apart(figures, kind, usual) == digits


GOALS: list[tuple[float, Kind, int | None, int | None]] = [
    (0.125, "share", None, 1), (0.405, "share", 0, 1), (0.0225, "share", None, 2), (0.022, "share", None, None), (0.022, "share", 0, 1),
    (0.13, "share", None, None), (0.13, "share", 0, 0), (0.125, "share", 2, 2), (1 / 3, "share", None, None), (12.5, "number", 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "kind", "usual", "digits"), GOALS)
def test_a_goal_has_the_decimals_that_it_was_written_with(goal: float, kind: Kind, usual: int | None, digits: int | None) -> None:
    assert written(goal, kind, usual) == digits


def test_figures_have_the_decimals_of_the_goal_beside_them() -> None:
    assert [apart((value,), "share", goal=0.125) for value in (0.163, 0.125, 0.12503)] == [1, 1, 2]
    assert apart((0.163,), "share", goal=0.13) is None


def test_both_ends_of_an_interval_have_the_same_decimals() -> None:
    shares = [((0.0207, 0.023), 2), ((0.047, 0.121), None), ((0.2, 0.3), None), ((0.2, 0.3), 1)]
    assert [alike(ends, "share", digits) for ends, digits in shares] == [2, 1, 0, 0]
    assert [alike(ends, "number") for ends in ((3.48, 4.0), (15.0, 49.0), (3.5, 4.0))] == [2, 0, 1]
    assert alike((60.0, 90.5), "time") is None


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_what_differs_by_a_hundredth_of_a_percent_never_looks_the_same(one: float, other: float) -> None:
    digits = apart((one, other), "share")
    assert (shown(one, "share", digits) != shown(other, "share", digits)) or abs(one - other) < 0.000101


WORTH: list[tuple[float, Kind, bool, int | None]] = [
    (0.2, "share", False, 0), (0.05, "share", False, 1), (0.001, "share", False, 2),
    (20, "number", False, 0), (5, "number", False, 1), (0.5, "number", False, 2),
    (20, "number", True, 0), (9.9, "number", True, 1), (0.5, "number", True, 1), (20, "time", False, None),
]  # fmt: skip


@pytest.mark.parametrize(("width", "kind", "is_score", "digits"), WORTH)
def test_an_interval_says_which_decimals_are_worth_telling(width: float, kind: Kind, is_score: bool, digits: int | None) -> None:
    assert worth(Estimate(0, -width / 2, width / 2, 50, "any"), kind, is_score) == digits


def test_without_an_interval_a_score_is_whole_and_a_share_as_usual() -> None:
    ready = Estimate(41.26, None, None, 0, "given")
    assert (worth(ready, "number", True), worth(ready, "number"), worth(ready, "share"), worth(None, "number")) == (0, 2, None, None)


@pytest.mark.parametrize(
    ("figures", "kind", "told"),
    [
        ((15710, 15230), "number", "15,710 → 15,230"), ((0.18, 0.181), "share", "18% → 18.1%"), ((-19.2, 4), "number", "−19.2 → 4"),
        ((220, 190), "time", "3:40 → 3:10"), ((4 * 3600, 3 * 86400), "time", "4 h → 3 days"),
    ],
)  # fmt: skip
def test_two_figures_as_problems_tell_them(figures: tuple[float, float], kind: Kind, told: str) -> None:
    assert both(*figures, kind) == told
