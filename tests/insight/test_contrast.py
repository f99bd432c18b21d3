"""test_contrast: what leads a comparison is what differs most; nothing is said where there is nothing to say it from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.atlas.cards.card import Coverage
from cjmgen.insight.meet.contest import Contender
from cjmgen.insight.meet.contrast import Take, Verdict, differences, ranges, verdict
from cjmgen.insight.meet.side import Ache, Side, Stance
from cjmgen.insight.meet.spine import Column, Spine, drift, points


def stance(score: float | None = None, onward: float | None = None, severe: int = 0) -> Stance:
    pains = tuple(Ache("s", f"p{at}", f"Pain {at}", 3) for at in range(severe))
    return Stance("s", "Stage", None, score, None, onward, pains, (), (), Coverage(), None, None, ())


def laid(*columns: tuple[Stance | None, ...], pains: bool = True, who: bool = False) -> Spine:
    has = frozenset({"pains"} if pains else ())
    sides = tuple(
        Side(Contender(f"j{at}", f"j{at}", ("anna",) if who else ()), "current", None, Coverage(), (), has) for at in range(len(columns[0]))
    )
    return Spine(sides, tuple(Column(f"c{at}", "Stage", each, (), "id") for at, each in enumerate(columns)))


def told(found: Verdict) -> list[tuple[str, int, int, float]]:
    return [(take.measure, take.subject, take.column, take.change) for take in found.takes]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        # the largest difference leads, measures weigh by what a reader would call as much
        ([(stance(-0.8, 0.26, 2), stance(0.6, 0.35, 0))], [("emotion", 1, 0, 1.4), ("pains", 1, 0, -2.0), ("conversion", 1, 0, 9.0)]),
        # every other subject is told of before one is told of twice
        ([(stance(0), stance(1.5), stance(0.4)), (stance(0), stance(1.4), stance(0))], [("emotion", 1, 0, 1.5), ("emotion", 2, 0, 0.4)]),
        # rather another stage than the same again
        ([(stance(0, 0.2), stance(1, 0.29)), (stance(0, 0.2), stance(0.2, 0.28))], [("emotion", 1, 0, 1.0), ("conversion", 1, 1, 8.0)]),
        # what is worse is told as well
        ([(stance(1), stance(-1))], [("emotion", 1, 0, -2.0)]),
        # a stage that only one has is no difference
        ([(stance(2), None), (stance(0), stance(0.5))], [("emotion", 1, 1, 0.5)]),
    ],
)
def test_what_leads(columns: list[tuple[Stance | None, ...]], expected: list[tuple[str, int, int, float]]) -> None:
    assert told(verdict(laid(*columns))) == expected


@pytest.mark.parametrize(
    ("columns", "reason", "largest"),
    [
        ([(stance(), stance())], "alike", None),
        ([(stance(0.1), stance(0.3))], "alike", 0.2),
        ([(stance(0.1), None), (None, stance(1))], "apart", None),
    ],
)
def test_why_nothing_leads(columns: list[tuple[Stance | None, ...]], reason: str, largest: float | None) -> None:
    found = verdict(laid(*columns))
    assert (found.takes, found.reason, found.largest and found.largest.change) == ((), reason, largest)


def test_nothing_is_said_without_data() -> None:
    found = verdict(laid((stance(1), stance()), (stance(None, 0.5), stance(None, None)), pains=False))
    assert (found.takes, found.reason) == ((), "unmeasured")
    severe = verdict(laid((stance(0, None, 3), stance(0)), pains=False))
    assert [take for take in severe.takes if take.measure == "pains"] == []


def test_people_of_one_journey_move_on_together() -> None:
    spine = laid((stance(0, 0.2), stance(0, 0.6)), who=True)
    assert [take.measure for take in differences(spine)] == ["emotion", "pains"]


def test_fewer_pains_are_better() -> None:
    assert Take("pains", 1, 0, 2, 0, -2.0).better
    assert Take("emotion", 1, 0, 0, 1, 1.0).better
    assert not Take("conversion", 1, 0, 0.5, 0.4, -10.0).better


SCORES = st.one_of(st.none(), st.floats(-2, 2))
SHARES = st.one_of(st.none(), st.floats(0, 1))
STANCES = st.one_of(st.none(), st.builds(stance, SCORES, SHARES, st.integers(0, 4)))


@given(st.lists(st.tuples(STANCES, STANCES), min_size=1, max_size=6))
def test_changing_sides_turns_every_sign(columns: list[tuple[Stance | None, Stance | None]]) -> None:
    one = {(take.measure, take.column): take.change for take in differences(laid(*columns))}
    other = {(take.measure, take.column): -take.change for take in differences(laid(*((b, a) for a, b in columns)))}
    assert one == other


@given(st.floats(-2, 2), st.floats(-2, 2))
def test_a_difference_is_that_of_the_figures_shown(first: float, other: float) -> None:
    change = drift(first, other)
    assert change is not None
    assert change == pytest.approx(-(drift(other, first) or 0))
    assert abs(change - (other - first)) <= 0.1 + 1e-9


def test_points_of_small_shares_have_a_decimal() -> None:
    assert points(0.22, 0.23) == 1.0
    assert points(0.021, 0.034) == 1.3
    assert points(None, 0.5) is None


def test_ranges() -> None:
    spine = laid((stance(-1), stance(0), stance(1.5), None), (stance(1), stance(), None, None))
    first, second = ranges(spine.columns)
    assert first is not None
    assert (first.low, first.high, first.median, first.subjects, first.width) == (-1, 1.5, 0, 3, 2.5)
    assert second is None
