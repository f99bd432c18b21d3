"""test_likeness: how alike two stages are taken to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.insight.meet.likeness import LEAST, MOST, likeness
from cjmgen.insight.meet.sketch import Sketch, stage_sketches, touchpoint_sketches
from insight.align_cases import card

WORDS = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
LANGUAGES = st.lists(WORDS, max_size=2).map(tuple)
SKETCHES = st.builds(Sketch, st.just("s"), st.just(""), WORDS, LANGUAGES, LANGUAGES, WORDS)


def stage(title: str, **points: str) -> Sketch:
    return stage_sketches(card([{"title": title, "points": {name.replace("_", " "): channel for name, channel in points.items()}}]))[0]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (stage("Choice", guide="shop"), stage("Choice", guide="shop"), MOST),
        (stage("Choice"), stage("Payment"), 0),
        (stage("Choice", guide="shop"), stage("Payment", till="shop"), 200),  # the channel alone
        (stage("Choosing a pair"), stage("Choose pairs"), 800),  # all words, no channels on either side
        (stage("Choice of shoes"), stage("Choice of boots"), 400),  # half of the words
    ],
)
def test_what_counts_how_much(one: Sketch, other: Sketch, alike: int) -> None:
    assert likeness(one, other) == alike


def test_half_of_the_words_are_not_enough() -> None:
    assert likeness(stage("Choice of shoes"), stage("Choice of boots")) < LEAST


def test_another_language_adds_nothing_and_takes_nothing() -> None:
    both = stage_sketches(card([{"title": {"en": "Waiting for the parcel", "ru": "Ждёт посылку"}}]))[0]
    assert likeness(both, stage("Ждём посылки")) == likeness(stage("Ждёт посылку"), stage("Ждём посылки")) == 800 // 2


@given(SKETCHES, SKETCHES)
def test_it_is_the_same_from_both_sides(one: Sketch, other: Sketch) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= MOST


def test_touchpoints_have_their_own_sketches() -> None:
    shop = card([{"title": "Choice", "points": {"Size guide": "shop", "Reviews": "blog"}}, "Payment"])
    assert [sketch.id for sketch in touchpoint_sketches(shop, "choice")] == ["size-guide", "reviews"]
    assert touchpoint_sketches(shop, "payment") == ()
