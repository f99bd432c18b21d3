"""test_align: which stages meet: a table of hard cases, and what holds for all journeys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.meet.align import REASONS, Given, Row, align
from cjmgen.insight.meet.chain import chain
from cjmgen.insight.meet.sketch import Sketch
from insight.align_cases import Case, answer, cases

CASES = cases()
FEW = st.sampled_from(("a", "b", "c", "d", "e"))
WORDS = st.lists(FEW, max_size=3, unique=True).map(lambda words: tuple(sorted(words)))
PHASES = st.sampled_from(("", "", "p", "q"))


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Sketch, ...]:
    """Stages whose ids are unique, and otherwise much alike."""
    ids = draw(st.lists(st.sampled_from("stuvwxyz"), max_size=5, unique=True))
    return tuple(Sketch(id, draw(PHASES), draw(WORDS), (draw(WORDS),), (draw(WORDS),), draw(WORDS)) for id in ids)


SUBJECTS = st.lists(journeys(), min_size=1, max_size=5)


@st.composite
def mapped(draw: st.DrawFn) -> tuple[list[tuple[Sketch, ...]], list[Given]]:
    """Journeys, and rows of a comparison file that name some of their stages, and some that aren't there."""
    subjects = draw(SUBJECTS)
    some = st.one_of(st.none(), st.lists(st.sampled_from("rstuvwxyz"), max_size=3, unique=True).map(tuple))
    count = draw(st.integers(0, 3))
    return subjects, [Given(f"r{at}", draw(WORDS), tuple(draw(some) for _ in subjects)) for at in range(count)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_table(case: Case) -> None:
    assert answer(case) == case.rows


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 25


@given(mapped())
def test_every_stage_stands_in_exactly_one_row(made: tuple[list[tuple[Sketch, ...]], list[Given]]) -> None:
    subjects, rows = made[0], align(*made)
    for subject, sketches in enumerate(subjects):
        assert sorted(at for row in rows for at in row.members[subject]) == list(range(len(sketches)))
    assert all(any(row.members) for row in rows)
    assert all((row.by == "alone") == (sum(map(bool, row.members)) == 1) for row in rows)


@given(SUBJECTS)
def test_only_ids_may_break_the_order_of_a_journey(subjects: list[tuple[Sketch, ...]]) -> None:
    apart = [tuple(replace(sketch, id=f"{at}-{sketch.id}") for sketch in sketches) for at, sketches in enumerate(subjects)]
    rows = align(apart)
    for subject in range(len(apart)):
        flat = [at for row in rows for at in row.members[subject]]
        assert flat == sorted(flat)


@given(journeys(), st.integers(2, 12))
def test_a_journey_meets_itself_stage_by_stage(sketches: tuple[Sketch, ...], times: int) -> None:
    assert align([sketches] * times) == tuple(Row(((at,),) * times, "id") for at in range(len(sketches)))


@given(mapped(), st.data())
def test_an_unrelated_stage_changes_nothing_else(made: tuple[list[tuple[Sketch, ...]], list[Given]], data: st.DataObject) -> None:
    subjects, told = made
    subject = data.draw(st.integers(0, len(subjects) - 1))
    at = data.draw(st.integers(0, len(subjects[subject])))
    more = list(subjects)
    more[subject] = (*subjects[subject][:at], Sketch("none-like-it"), *subjects[subject][at:])
    rows = align(more, told)
    own = [row for row in rows if at in row.members[subject]]
    assert [(row.by, sum(map(len, row.members))) for row in own] == [("alone", 1)]
    assert tuple(_without(row, subject, at) for row in rows if row not in own) == align(subjects, told)


def _without(row: Row, subject: int, at: int) -> Row:
    """A row as it was before a stage came in at a position of a subject."""
    members = tuple(position - (position > at) for position in row.members[subject])
    return replace(row, members=(*row.members[:subject], members, *row.members[subject + 1 :]))


@given(mapped())
def test_what_the_file_says_is_done(made: tuple[list[tuple[Sketch, ...]], list[Given]]) -> None:
    subjects, told = made
    named: set[tuple[int, str]] = set()
    rows = {row.given: row for row in align(subjects, told) if row.given is not None}
    assert list(rows) == sorted(rows)
    for at, row in enumerate(told):
        for subject, ids in enumerate(row.stages):
            meant = {id for id in ids or () if (subject, id) not in named}
            here = {subjects[subject][position].id for position in (rows[at].members[subject] if at in rows else ())}
            assert here == meant & {sketch.id for sketch in subjects[subject]} or ids is None
            named |= {(subject, id) for id in meant}


@given(st.integers(0, 5), st.data())
def test_a_chain_weighs_as_much_as_any_other(wide: int, data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.lists(st.integers(0, 4), min_size=wide, max_size=wide), max_size=5))
    found = chain(weights)
    assert list(found.values()) == sorted(set(found.values()))
    assert all(weights[left][right] for left, right in found.items())
    assert sum(weights[left][right] for left, right in found.items()) == _heaviest(weights, 0, 0)


def _heaviest(weights: list[list[int]], left: int, right: int) -> int:
    """The same by trying everything."""
    if left == len(weights):
        return 0
    met = (weights[left][to] + _heaviest(weights, left + 1, to + 1) for to in range(right, len(weights[left])) if weights[left][to])
    return max(_heaviest(weights, left + 1, right), *met, 0)


def test_reasons_go_from_sure_to_unsure() -> None:
    assert REASONS == ("mapping", "id", "phase", "title", "likeness", "alone")
