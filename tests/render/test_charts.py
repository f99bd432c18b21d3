"""test_charts: curves pass every point and never overshoot; bands are flat inside a stage."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cjmgen.render import charts

HEIGHTS = st.lists(st.integers(0, 200), min_size=2, max_size=12)


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def points_of(heights: list[int]) -> list[tuple[float, float]]:
    return [(at * 100.0, float(height)) for at, height in enumerate(heights)]


def pieces(path: str) -> list[list[tuple[float, float]]]:
    """The four control points of every Bézier piece."""
    flat = numbers(path)
    pairs = list(zip(flat[::2], flat[1::2], strict=True))
    return [pairs[at : at + 4] for at in range(0, len(pairs) - 1, 3)]


@given(HEIGHTS)
def test_a_line_passes_every_point(heights: list[int]) -> None:
    found = pieces(charts.line(points_of(heights)))
    assert [found[0][0], *(piece[3] for piece in found)] == points_of(heights)


@given(HEIGHTS)
def test_a_line_never_overshoots(heights: list[int]) -> None:
    for (_, start), (_, first), (_, second), (_, end) in pieces(charts.line(points_of(heights))):
        for step in range(21):
            t = step / 20
            y = (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3 * end
            assert min(start, end) - 0.2 <= y <= max(start, end) + 0.2


def test_a_line_is_flat_at_its_extremes() -> None:
    (_, _, before, top), (_, after, _, _) = pieces(charts.line([(0, 100), (100, 20), (200, 90)]))
    assert before[1] == top[1] == after[1] == 20


def test_the_curve_of_the_design() -> None:
    points = [(71.4, 72.5), (214.3, 100.5), (357.1, 132), (500, 100.5)]
    assert charts.line(points).startswith("M71.4 72.5C119 81.8 166.7 90.6 214.3 100.5C261.9 110.4 309.5 132 357.1 132C404.7 132")


def test_an_area_closes_along_zero() -> None:
    assert charts.area([(0, 10), (10, 20)], 104).endswith("L10 104L0 104Z")


def test_few_points() -> None:
    assert (charts.line([]), charts.line([(1, 2)]), charts.area([(1, 2)], 5), charts.straight([])) == ("", "M1 2", "", "")


def test_between_two_lines() -> None:
    assert charts.between([(0, 1), (10, 2)], [(0, 5), (10, 6)]) == "M0 1C3.3 1.3 6.7 1.7 10 2L10 6C6.7 5.7 3.3 5.3 0 5Z"
