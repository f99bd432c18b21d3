"""test_series: a series as a drawing: everything lies in the box, the grid is round, and a gap breaks the line."""

from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.charts.series import HEIGHT, WIDTH, Measure, across, draw

VALUES = st.floats(-1e15, 1e15, allow_nan=False).map(lambda value: value if abs(value) > 1e-9 else 0.0)


@given(st.lists(st.none() | VALUES, min_size=1, max_size=30).filter(any), st.none() | VALUES)
def test_all_figures_and_the_goal_lie_in_the_box(values: list[float | None], goal: float | None) -> None:
    drawn = draw([None if value is None else Measure(value, value, value) for value in values], goal)
    assert [point is None for point in drawn.points] == [value is None for value in values]
    for x, y in (point for point in drawn.points if point):
        assert (0 <= x <= WIDTH, 0 <= y <= HEIGHT) == (True, True)
    assert drawn.goal is None or 0 <= drawn.goal <= HEIGHT
    assert 1 <= len(drawn.lines) <= 12
    assert sum(map(len, drawn.runs)) <= sum(value is not None for value in values)


def test_the_grid_is_round() -> None:
    assert [value for value, _ in draw([Measure(0.259, 0.25, 0.27)], 0.36, bounds=(0, 1)).lines] == [0.25, 0.3, 0.35, 0.4]
    assert [value for value, _ in draw([Measure(168, None, None), Measure(220, None, None)], 180, is_time=True).lines] == [165, 180, 195, 210, 225]
    assert [value for value, _ in draw([Measure(3, None, None)], None).lines] == [2, 3, 4]


def test_a_share_is_never_drawn_beyond_all() -> None:
    drawn = draw([Measure(0.97, 0.93, 1.0), Measure(0.5, 0.4, 0.6)], None, bounds=(0.0, 1.0))
    assert (drawn.lines[-1][0], min(y for _, y in drawn.lines)) == (1.0, 10)


def test_a_gap_breaks_line_and_band_and_is_bridged() -> None:
    figures = [Measure(1, 0, 2), Measure(2, 1, 3), None, Measure(3, 2, 4), Measure(9, None, None, loose=True)]
    drawn = draw(figures, None)
    assert [len(run) for run in drawn.runs] == [2]
    assert [(len(upper), len(lower)) for upper, lower in drawn.bands] == [(2, 2)]
    assert [(before[0], after[0]) for before, after in drawn.bridges] == [(300, 700)]
    assert drawn.points[4] is not None


def test_across_is_in_percent_and_in_the_middle_of_nothing() -> None:
    assert (across(5, 0, 20), across(3, 3, 3)) == (25, 50)
