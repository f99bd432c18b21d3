"""test_small_charts: the funnel band, sparklines and the order of opportunities."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.charts.spark import spark
from cjmgen.insight.flow.funnel import draw
from cjmgen.insight.ranking import open_and_rated, rank


def test_the_band_is_flat_in_a_stage_and_eases_over_the_border() -> None:
    drawing = draw((100, 25))
    assert drawing
    # half the width each; the height of a quarter of the people is half: 70 · √0.25
    assert drawing.band == "M0 30H300C500 30 500 65 700 65H1000V100H0Z"
    assert drawing.losses == ("M300 30C500 30 500 65 700 65V30Z",)


def test_a_stage_that_nobody_counted_is_bridged_and_none_is_added_at_the_ends() -> None:
    drawing = draw((None, 100, None, 25))
    assert drawing
    assert drawing.band.startswith("M250 30H400C")
    assert drawing.band.endswith("H1000V100H250Z")
    assert len(drawing.losses) == 1


@pytest.mark.parametrize("people", [(), (5,), (None, None), (0, 0), (None, 7, None)])
def test_fewer_than_two_counts_make_no_funnel(people: tuple[int | None, ...]) -> None:
    assert draw(people) is None


def test_a_funnel_that_grows_stays_in_its_box() -> None:
    drawing = draw((10, 1000, 10))
    assert drawing
    assert len(drawing.losses) == 1
    assert min(float(n) for n in re.findall(r"(?<=[ ])[\d.]+", drawing.band)) >= 30


def test_a_sparkline_fills_its_box_and_knows_the_goal() -> None:
    points, goal = spark([1, 3], 2)
    assert points == ((0, 20), (60, 4))
    assert goal == 12


def test_a_sparkline_shows_the_last_eight_values() -> None:
    points, goal = spark(list(range(20)), None)
    assert len(points) == 8
    assert goal is None
    assert points[-1] == (60, 4)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20), st.none() | st.floats(-1e9, 1e9))
def test_sparklines_never_leave_their_box(values: list[float], goal: float | None) -> None:
    points, line = spark(values, goal)
    assert all(0 <= x <= 60 and 4 <= y <= 20 for x, y in points)
    assert line is None or 4 <= line <= 20


@dataclass
class Idea:
    """An opportunity as the ranking sees it."""

    name: str
    impact: float | None = None
    effort: float | None = None
    status: str = "idea"


IDEAS = (
    Idea("done", 5, 1, "done"),
    Idea("unrated"),
    Idea("dear", 5, 5),
    Idea("cheap", 3, 1),
    Idea("small", 2, 2),
    Idea("dropped", 5, 1, "dropped"),
)


def test_impact_for_effort_first_then_impact_closed_last() -> None:
    assert [each.name for each in rank(IDEAS)] == ["cheap", "dear", "small", "unrated", "done", "dropped"]


def test_next_steps_are_open_and_rated() -> None:
    assert [each.name for each in open_and_rated(IDEAS)] == ["cheap", "dear", "small"]
