"""What evidence weighs: the published rise, and what holds for any number of pieces: it grows with n, never with age, and stays a share."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.backing import LEFT, backing, found

STEPS = ("fresh", "due", "expired")
PIECES = st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(STEPS)), max_size=5)


def weight(pieces: list[tuple[int, str]]) -> float:
    return backing((found(n), LEFT[step]) for n, step in pieces)


@pytest.mark.parametrize(("people", "share"), [(0, 0.0), (1, 0.31), (2, 0.52), (3, 0.67), (4, 0.77), (5, 0.85), (15, 1.0)])
def test_the_rise_is_the_published_one(people: int, share: float) -> None:
    """Nielsen (2000), *Why You Only Need to Test with 5 Users*: the curve for 31 %, with 85 % at five people and nearly all at fifteen."""
    assert found(people) == pytest.approx(share, abs=0.007)


@given(PIECES)
def test_a_weight_is_a_share(pieces: list[tuple[int, str]]) -> None:
    assert 0 <= weight(pieces) <= 1


@given(PIECES, st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(STEPS))
def test_more_people_never_weigh_less(pieces: list[tuple[int, str]], n: int, more: int, step: str) -> None:
    assert weight([*pieces, (n, step)]) <= weight([*pieces, (n + more, step)])
    assert weight(pieces) <= weight([*pieces, (n, step)])


@given(PIECES, st.integers(0, 10**6))
def test_age_never_adds(pieces: list[tuple[int, str]], n: int) -> None:
    fresh, due, expired = (weight([*pieces, (n, step)]) for step in STEPS)
    assert fresh >= due >= expired == weight(pieces)


@given(st.lists(st.integers(0, 400), max_size=6))
def test_people_weigh_the_same_asked_at_once_or_apart(people: list[int]) -> None:
    assert weight([(n, "fresh") for n in people]) == pytest.approx(found(sum(people)), abs=1e-12)


@given(st.integers(120, 10**9))
def test_large_and_fresh_evidence_weighs_all(n: int) -> None:
    assert weight([(n, "fresh")]) == 1
    assert weight([(n, "due")]) == 0.5
    assert weight([(n, "expired")]) == 0


@pytest.mark.parametrize("wrong", [lambda: found(-1), lambda: found(math.nan), lambda: found(math.inf), lambda: backing([(1.1, 1.0)]), lambda: backing([(0.5, -0.1)]), lambda: backing([(math.nan, 1.0)])])  # fmt: skip
def test_what_cant_be_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match="backing: "):
        wrong()
