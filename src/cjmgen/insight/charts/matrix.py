"""matrix: which cell of a field of 5 × 5 an opportunity lies in, and how many marks a cell has room for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from cjmgen.insight.ranking import Rated
from cjmgen.model.amount import half_up

SIDE = 5

ROOM = 6
"""Marks in one cell; where there are more, the last one stands for all the others."""

CROWDED = 100
"""More rated opportunities than this are not drawn one by one: then a mark stands for all of its cell."""

R = TypeVar("R", bound=Rated)
T = TypeVar("T")
Cell = tuple[int, int]
"""Impact and effort, each 1 … 5."""


def cell_of(each: Rated) -> Cell | None:
    """The cell of an opportunity; None for one without impact or effort."""
    return None if each.impact is None or each.effort is None else (_level(each.impact), _level(each.effort))


def cells(opportunities: Iterable[R]) -> Mapping[Cell, Sequence[R]]:
    """The filled cells with what lies in them, in the order given: most impact first, then least effort."""
    found: dict[Cell, list[R]] = {}
    for each in opportunities:
        if cell := cell_of(each):
            found.setdefault(cell, []).append(each)
    return {cell: found[cell] for cell in sorted(found, key=lambda cell: (-cell[0], cell[1]))}


def room(marks: Sequence[T], crowded: bool = False) -> tuple[Sequence[T], Sequence[T]]:
    """Those that a cell has room for, and the rest; what stands for the rest needs room too. None has room in a crowded field."""
    if crowded:
        return marks[:0], marks
    return (marks, marks[:0]) if len(marks) <= ROOM else (marks[: ROOM - 1], marks[ROOM - 1 :])


def _level(value: float) -> int:
    return min(max(int(half_up(value)), 1), SIDE)
