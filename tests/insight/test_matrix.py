"""test_matrix: every rated opportunity lies in one cell, and a cell with too many says how many more there are."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.charts.matrix import ROOM, SIDE, cell_of, cells, room
from cjmgen.insight.ranking import CLOSED, open_and_rated, rank


@dataclass(frozen=True)
class Idea:
    impact: float | None
    effort: float | None
    status: str = "idea"


IDEAS = st.builds(
    Idea,
    st.none() | st.floats(1, 5),
    st.none() | st.floats(1, 5),
    st.sampled_from(("idea", "planned", "in-progress", "done", "dropped")),
)


@pytest.mark.parametrize(
    ("impact", "effort", "cell"),
    [(1, 1, (1, 1)), (5, 1, (5, 1)), (3.5, 2.5, (4, 3)), (3.4, 2.4, (3, 2)), (None, 2, None), (2, None, None)],
)
def test_a_cell_is_the_nearest_whole_impact_and_effort(impact: float | None, effort: float | None, cell: tuple[int, int] | None) -> None:
    assert cell_of(Idea(impact, effort)) == cell


@given(st.lists(IDEAS))
def test_every_rated_one_lies_in_one_cell(ideas: list[Idea]) -> None:
    found = cells(ideas)
    assert sorted(map(id, (idea for lying in found.values() for idea in lying))) == sorted(id(i) for i in ideas if cell_of(i))
    assert all(1 <= impact <= SIDE and 1 <= effort <= SIDE for impact, effort in found)
    assert list(found) == sorted(found, key=lambda cell: (-cell[0], cell[1]))


@pytest.mark.parametrize(
    ("marks", "shown", "rest"), [(0, 0, 0), (1, 1, 0), (ROOM, ROOM, 0), (ROOM + 1, ROOM - 1, 2), (1000, ROOM - 1, 1001 - ROOM)]
)
def test_a_cell_has_room_for_some(marks: int, shown: int, rest: int) -> None:
    kept, left = room(range(marks))
    assert (len(kept), len(left)) == (shown, rest)
    assert [*kept, *left] == list(range(marks))
    assert room(range(marks), crowded=True) == (range(0), range(marks))


@pytest.mark.parametrize(
    ("ideas", "order"),
    [
        ([Idea(2, 2), Idea(4, 1), Idea(5, 2)], [1, 2, 0]),
        ([Idea(2, 2), Idea(4, 4)], [1, 0]),
        ([Idea(None, 1), Idea(1, 5)], [1, 0]),
        ([Idea(5, 1, "done"), Idea(1, 5), Idea(None, None)], [1, 2, 0]),
        ([Idea(3, 1, "dropped"), Idea(3, 1, "done"), Idea(1, 5, "planned")], [2, 0, 1]),
    ],
)
def test_most_for_least_comes_first(ideas: list[Idea], order: list[int]) -> None:
    assert [ideas.index(idea) for idea in rank(ideas)] == order


@given(st.lists(IDEAS))
def test_ranking_keeps_all_and_puts_what_is_closed_last(ideas: list[Idea]) -> None:
    ranked = rank(ideas)
    assert sorted(map(id, ranked)) == sorted(map(id, ideas))
    closed = [idea.status in CLOSED for idea in ranked]
    assert closed == sorted(closed)
    assert all(idea.impact and idea.effort and idea.status not in CLOSED for idea in open_and_rated(ideas))
