"""Journeys with branches and loops, against the example of the textbook, exact fractions and walking step by step."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.walk import LEAVE, Move, Trap, Walk, time_to_end, walk


def drunkard(start: str) -> Walk:
    corners = {str(at): (Move(str(at - 1), 0.5), Move(str(at + 1), 0.5)) for at in (1, 2, 3)}
    found = walk(corners, start)
    assert isinstance(found, Walk)
    return found


def test_the_drunkards_walk_of_grinstead_and_snell() -> None:
    """*Introduction to Probability* (1997), 11.2, after Kemeny and Snell: N has the rows 3/2 1 1/2, 1 2 1, 1/2 1 3/2; t is 3, 4, 3; home from 1 is 3/4."""
    assert [stay.visits for stay in drunkard("1").stays] == pytest.approx([1.5, 1, 0.5])
    assert [stay.visits for stay in drunkard("2").stays] == pytest.approx([1, 2, 1])
    assert [drunkard(start).steps for start in "123"] == pytest.approx([3, 4, 3])
    assert dict(drunkard("1").ends) == pytest.approx({"0": 0.75, "4": 0.25})
    assert [stay.reach for stay in drunkard("1").stays] == pytest.approx([1, 0.5, 1 / 3])


def test_a_shop_with_a_loop() -> None:
    """Of those at the size guide 26 % go on, 34 % look at another pair, and the rest leaves without being named."""
    shop = {"find": (Move("guide", 0.8),), "guide": (Move("checkout", 0.26), Move("find", 0.34)), "checkout": (Move("bought", 0.58),)}
    found = walk(shop, "find")
    assert isinstance(found, Walk)
    visits = 1 / (1 - 0.8 * 0.34)
    assert [stay.place for stay in found.stays] == ["find", "guide", "checkout"]
    assert [stay.visits for stay in found.stays] == pytest.approx([visits, 0.8 * visits, 0.8 * 0.26 * visits])
    assert [stay.reach for stay in found.stays] == pytest.approx([1, 0.8, 0.8 * 0.26 * visits])
    assert dict(found.ends)["bought"] == pytest.approx(0.8 * 0.26 * visits * 0.58)
    assert time_to_end(found, {"find": 3, "guide": 2, "checkout": 5}) == pytest.approx(visits * (3 + 1.6 + 0.8 * 0.26 * 5))
    assert time_to_end(found, {"find": 3, "guide": 2}) is None
    with pytest.raises(ValueError, match="a duration"):
        time_to_end(found, {"find": math.nan})


def test_a_loop_without_an_exit_is_told() -> None:
    ways = {"a": (Move("b", 0.5), Move("end", 0.5)), "b": (Move("c", 1),), "c": (Move("b", 1),), "far": (Move("far", 1),)}
    assert walk(ways, "a") == Trap(("b", "c"))
    assert walk({"a": (Move("a", 1),)}, "a") == Trap(("a",))
    assert isinstance(walk({"a": (Move("a", 0.999),)}, "a"), Walk)


def test_a_way_nobody_takes_is_none() -> None:
    found = walk({"a": (Move("b", 0), Move("end", 1)), "b": (Move("b", 1),)}, "a")
    assert found == walk({"a": (Move("end", 1),)}, "a")


def test_walks_that_end_at_once() -> None:
    assert walk({}, "a") == walk({"a": ()}, "a") == Walk((), (("a", 1.0),), 0.0)
    found = walk({"a": (Move("b", 0),)}, "a")
    assert isinstance(found, Walk)
    assert found.ends == ((LEAVE, 1.0),)


def test_rounded_shares_are_all() -> None:
    found = walk({"a": tuple(Move(to, 1 / 3) for to in "bcd")}, "a")
    assert isinstance(found, Walk)
    assert [end for end, _ in found.ends] == ["b", "c", "d"]


def test_walks_that_cant_be_are_refused() -> None:
    with pytest.raises(ValueError, match=r"1\.2 of those at a go on"):
        walk({"a": (Move("b", 0.7), Move("c", 0.5))}, "a")
    with pytest.raises(ValueError, match="nobody goes on after 'leave'"):
        walk({"a": (Move(LEAVE, 1),), LEAVE: (Move("a", 1),)}, "a")
    for wrong in (-0.1, 1.1, math.nan):
        with pytest.raises(ValueError, match="the way to b"):
            Move("b", wrong)


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, tuple[Move, ...]]:
    size = draw(st.integers(1, 7))
    shares = st.lists(st.tuples(st.integers(0, size), st.integers(0, 100)), min_size=1, max_size=4)
    graph = {}
    for at in range(size):
        ways = draw(shares)
        whole = max(100, sum(part for _, part in ways))
        graph[str(at)] = tuple(Move(str(to), part / whole) for to, part in ways)
    return graph


@given(graphs())
def test_visits_are_those_of_exact_fractions(graph: dict[str, tuple[Move, ...]]) -> None:
    found = walk(graph, "0")
    if isinstance(found, Trap):
        return
    visits = {stay.place: Fraction(stay.visits) for stay in found.stays}
    for place, seen in visits.items():
        came = sum((visits[one] * Fraction(move.share) for one in visits for move in graph[one] if move.to == place), Fraction(place == "0"))
        assert float(seen) == pytest.approx(float(came), rel=1e-7, abs=1e-9)
    assert math.fsum(part for _, part in found.ends) == pytest.approx(1)
    assert all(0 <= stay.reach <= 1 and stay.reach <= stay.visits + 1e-9 for stay in found.stays)


@given(graphs())
def test_the_order_of_places_changes_no_figure(graph: dict[str, tuple[Move, ...]]) -> None:
    found, back = walk(graph, "0"), walk(dict(reversed(graph.items())), "0")
    if isinstance(found, Trap) or isinstance(back, Trap):
        assert isinstance(found, Trap)
        assert isinstance(back, Trap)
        assert set(found.places) == set(back.places)
        return
    assert found.steps == pytest.approx(back.steps)
    assert {stay.place: stay.reach for stay in found.stays} == pytest.approx({stay.place: stay.reach for stay in back.stays})
