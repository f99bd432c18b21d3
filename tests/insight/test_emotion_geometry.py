"""test_emotion_geometry: places on the emotion chart, and notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.charts.callout import OVER, PLOT, UNDER, Spot, box_of, narrowest, outside, place, slope
from cjmgen.insight.charts.curve import across, along, height, tone


def test_touchpoints_lie_where_the_formula_says() -> None:
    # stage 2 of 7 with three touchpoints: 1000 · (2 + (j + 0.5) / 3) / 7
    assert [across(2, 7, at, 3) for at in range(3)] == [309.5, 357.1, 404.8]
    assert across(0, 1) == 500


@pytest.mark.parametrize(("emotion", "y"), [(2, 34), (0, 104), (-2, 174), (-1.4, 153)])
def test_the_scale_leaves_margins_for_the_notes(emotion: float, y: float) -> None:
    assert height(emotion) == y


@pytest.mark.parametrize(("score", "word"), [(None, ""), (0, ""), (0.19, ""), (-0.19, ""), (0.2, "pos"), (-0.2, "neg")])
def test_near_zero_is_neutral(score: float | None, word: str) -> None:
    assert tone(score) == word


@pytest.mark.parametrize(
    ("before", "here", "after", "kind"),
    [
        (9, 1, 9, "peak"),
        (1, 9, 1, "valley"),
        (9, 5, 1, "rise"),
        (1, 5, 9, "fall"),
        (None, 1, 9, "peak"),
        (9, 9, None, "peak"),
        (1, 9, None, "valley"),
        (None, 5, None, "peak"),
        (None, 174, 174, "valley"),
        (174, 174, 174, "valley"),
    ],
)
def test_slopes(before: float | None, here: float, after: float | None, kind: str) -> None:
    assert slope(before, here, after) == kind


def test_a_note_goes_over_a_peak_and_under_a_valley() -> None:
    spots = [Spot(357.1, 153, "valley", (15, 18)), Spot(607.1, 51.5, "peak", (20, 15)), Spot(964.3, 48, "peak", (21, 15))]
    assert place(spots, [[(spot.x, spot.y)] for spot in spots], 7) == ("", "over", "over end")


def test_a_note_that_would_touch_another_is_dropped() -> None:
    twins = [Spot(500, 100, "peak", (24, 18))] * 6
    places = place(twins, [[(500, 100)]], 7)
    assert places[0] == "over"
    assert None in places


def test_at_most_one_note_per_column_and_a_fifth() -> None:
    spots = [Spot(50 + 100 * at, 60 if at % 2 else 140, "peak" if at % 2 else "valley", (4, 4)) for at in range(10)]
    assert sum(found is not None for found in place(spots, [], 3)) == 2


spots = st.builds(
    Spot,
    st.floats(0, 1000),
    st.floats(34, 174),
    st.sampled_from(("peak", "valley", "rise", "fall")),
    st.tuples(st.integers(1, 60), st.integers(0, 30)),
)


@given(st.lists(spots, max_size=12), st.integers(1, 14))
def test_notes_stay_inside_their_room_and_off_the_curves(wanted: list[Spot], stages: int) -> None:
    width = narrowest(stages)
    curve = sorted({spot.x: spot.y for spot in wanted}.items())
    drawn = [(x / 1000 * width, y / 200 * PLOT) for x, y in along(curve, 5)]
    found = [(spot, where) for spot, where in zip(wanted, place(wanted, [curve], stages), strict=True) if where is not None]
    boxes = [box_of(spot, where, width) for spot, where in found]
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert right <= width
        assert top >= -OVER
        assert bottom <= PLOT + UNDER
        assert not any(left < x < right and top < y < bottom for x, y in drawn)
        assert not any(left < r and west < right and top < b and north < bottom for west, north, r, b in boxes[at + 1 :])
    rises, hangs = outside([spot for spot, _ in found], [where for _, where in found])
    assert (rises, hangs) == (any(box[1] < 0 for box in boxes), any(box[3] > PLOT for box in boxes))


ends = st.sampled_from((-2.0, 0.0, 2.0))


@given(st.lists(st.lists(ends, min_size=7, max_size=7), min_size=1, max_size=2), st.integers(2, 7), st.integers(1, 40))
def test_the_lowest_and_the_highest_point_are_always_named(felt: list[list[float]], stages: int, letters: int) -> None:
    curves = [[(across(at, stages), height(value)) for at, value in enumerate(values[:stages])] for values in felt]
    spots = []
    for pick in (max, min):  # y grows downwards: the lowest point first
        x, y, way = pick(((x, y, _way(curve, at)) for curve in curves for at, (x, y) in enumerate(curve)), key=lambda point: point[1])
        spots.append(Spot(x, y, way, (letters, 18)))
    if spots[0].y > spots[1].y:
        assert None not in place(spots, curves, stages)


def _way(curve: list[tuple[float, float]], at: int) -> str:
    return slope(curve[at - 1][1] if at else None, curve[at][1], curve[at + 1][1] if at + 1 < len(curve) else None)


def test_a_note_at_an_end_of_the_scale_asks_for_room() -> None:
    peak, valley = Spot(500, 34, "peak", (20, 18)), Spot(500, 174, "valley", (20, 18))
    assert outside([peak, valley], ["over", ""]) == (True, True)
    assert outside([peak, valley], ["side", "side up"]) == (False, False)
    assert outside([peak], [None]) == (False, False)


def test_points_along_a_curve_are_on_it_and_near_one_another() -> None:
    points = list(along([(0, 0), (100, 50), (200, 0)], 10))
    assert {(0, 0), (100, 50), (200, 0)} <= {(round(x, 9), round(y, 9)) for x, y in points}
    assert all(0 <= y <= 50 for _, y in points)
    assert len(points) == 21
    assert list(along([], 10)) == []
    assert list(along([(1, 1)], 10)) == [(1, 1)]
