"""test_parts: the small things changes are made of: words marked in texts, the fewest that move, and lists that are too long to try all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.diff.changes import changes
from cjmgen.diff.marked import MOST, marked
from cjmgen.diff.order import staying
from diff.test_table import said, side


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("What if 39 is small?", "What if 39 is too small?", "=What if 39 is |+too |=small?"),
        ("It costs 300.", "It costs 250.", "=It costs |-300|+250|=."),
        ("Same", "Same", "=Same"),
        ("", "New", "+New"),
        ("Old", "", "-Old"),
        ("Доставка за три дня", "Доставка за два дня", "=Доставка за |-три |+два |=дня"),
    ],
)
def test_words_are_marked(old: str, new: str, runs: str) -> None:
    assert "|".join(run.sign + run.text for run in marked(old, new)) == runs


@given(st.text("ab .", max_size=40), st.text("ab .", max_size=40))
def test_marked_words_give_both_texts(old: str, new: str) -> None:
    found = marked(old, new)
    assert "".join(run.text for run in found if run.sign != "+") == old
    assert "".join(run.text for run in found if run.sign != "-") == new


def test_a_text_that_repeats_itself_is_told_as_a_whole() -> None:
    many = int(MOST**0.5) + 1
    assert [run.sign for run in marked("x " + "a " * many, "y " + "a b " * many)] == ["-", "+"]


@given(st.lists(st.integers(0, 30), max_size=12, unique=True))
def test_what_stays_rises_and_is_the_most_that_can(positions: list[int]) -> None:
    kept = sorted(staying(positions))
    assert [positions[at] for at in kept] == sorted(positions[at] for at in kept)
    best = [1] * len(positions)
    for at in range(len(positions)):
        best[at] = 1 + max((best[before] for before in range(at) if positions[before] < positions[at]), default=0)
    assert len(kept) == max(best, default=0)


def test_five_thousand_changes_in_one_file() -> None:
    before, after = ([{"id": f"{name}{at}", "title": f"{name} {at}"} for at in range(2500)] for name in ("old", "new"))
    kept = {"id": "kept", "title": "Kept", "severity": "high", "description": "The one that stays with all its words"}
    old, new = (
        side({"cjmgen.yml": "title: Shop\n", "maps/journeys/buying.yml": {"title": "Buying", "stages": [{"id": "seek", "title": "Search", "pains": pains}]}})
        for pains in ([*before, kept], [{**kept, "id": "stays"}, *after])
    )
    found = changes(old, new).told
    assert said(found[-2501]) == "renamed pain buying/seek/stays: id kept -> stays"
    assert len(found) == 5001
