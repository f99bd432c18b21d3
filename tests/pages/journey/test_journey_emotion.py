"""test_journey_emotion: whose curves are drawn, through which points, with which notes."""

from collections.abc import Callable

from cjmgen.pages.journey.page import JourneyView

Tell = Callable[..., JourneyView]


def test_one_curve_runs_through_the_touchpoints(tell: Tell) -> None:
    view = tell(
        [
            {"title": "A", "touchpoints": [{"title": "x", "emotion": 1}, "y"]},
            {"title": "B", "touchpoints": [{"title": "z", "emotion": -1, "moment": "truth"}]},
        ]
    )
    assert view.emotion
    [series] = view.emotion.series
    assert series.points == ((125.0, 69.0), (750.0, 139.0))
    assert [(dot.href, dot.tone, dot.moment) for dot in series.dots] == [("#t-a-x", "pos", ""), ("#t-b-z", "neg", "truth")]
    assert (view.emotion.first.value, view.emotion.lowest.value, view.emotion.highest.value, view.emotion.last.value) == (1, -1, 1, -1)


def test_a_stage_stands_for_itself_only_without_felt_touchpoints(tell: Tell) -> None:
    view = tell(
        [{"title": "A", "emotion": -2, "touchpoints": [{"title": "x", "emotion": 1}]}, {"title": "B", "emotion": -1, "touchpoints": ["y"]}]
    )
    assert view.emotion
    assert [(dot.href, dot.value) for dot in view.emotion.series[0].dots] == [("#t-a-x", 1), ("#s-b", -1)]


def test_no_feeling_no_lane(tell: Tell) -> None:
    assert tell([{"title": "A", "touchpoints": ["x"]}]).emotion is None


def test_personas_and_actors_with_values_of_their_own_get_curves(tell: Tell) -> None:
    view = tell(
        [
            {"title": "A", "touchpoints": [{"title": "x", "emotion": {"anna": 1, "olga": -1}}]},
            {"title": "B", "touchpoints": [{"title": "y", "emotion": 0.5}, {"title": "z", "who": "olga", "emotion": -2}]},
        ],
        personas=["anna"],
        actors=[{"id": "olga", "title": "Olga, the daughter"}],
    )
    assert view.emotion
    assert [(series.who[0].id, series.style, [dot.value for dot in series.dots]) for series in view.emotion.series] == [
        ("anna", 1, [1, 0.5]),
        ("olga", 2, [-1, -2]),
    ]


def test_a_common_value_that_is_nobodys_own_is_everybodys(tell: Tell) -> None:
    view = tell(
        [{"title": "A", "touchpoints": [{"title": "x", "emotion": {"olga": -1}}, {"title": "y", "emotion": 1}]}],
        personas=["anna"],
        actors=[{"id": "olga", "title": "Olga"}],
    )
    assert view.emotion
    assert [([badge.id for badge in series.who], [dot.value for dot in series.dots]) for series in view.emotion.series] == [
        (["anna"], [1]),
        (["olga"], [-1]),
    ]


def test_a_band_only_where_something_was_measured(tell: Tell) -> None:
    measured = {"mean": 0, "n": 16, "sd": 0.8}
    view = tell([{"title": str(at), "emotion": measured if at in (1, 2, 4) else 1} for at in range(6)])
    assert view.emotion
    bands = view.emotion.series[0].bands
    assert [len(band.upper) for band in bands] == [2, 2]
    assert all(top < 104 < bottom for band in bands for (_, top), (_, bottom) in zip(band.upper, band.lower, strict=True))
    assert "band" in view.legend


def test_a_flat_curve_says_nothing_extreme(tell: Tell) -> None:
    view = tell([{"title": "A", "emotion": 1}, {"title": "B", "emotion": 1}])
    assert view.emotion
    assert view.emotion.callouts == ()


def test_lowest_comes_before_highest_before_moments(tell: Tell) -> None:
    view = tell(
        [
            {"title": str(at), "touchpoints": [{"title": "t", "emotion": emotion, "moment": "turn"}]}
            for at, emotion in enumerate((0, -1.5, 0.4, 1.8, 0))
        ]
    )
    assert view.emotion
    assert [call.reason for call in view.emotion.callouts][:2] == ["lowest", "highest"]
    assert {call.reason for call in view.emotion.callouts[2:]} <= {"turn"}
    assert len(view.emotion.callouts) <= 4
