"""test_gist: what titles come down to, in the languages that have endings and accents of their own."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cjmgen.insight.meet.gist import names, plain, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First visit", "«FIRST   visit»!"),
        ("Café", "cafe"),
        ("Ещё раз", "еще раз"),
        ("Выбор **пары**", "Выбор пары"),
        ("Чай", unicodedata.normalize("NFD", "чай")),
        ("ﬁrst", "first"),
    ],
)
def test_the_same_title(one: str, other: str) -> None:
    assert plain(one) == plain(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Чай", "Чаи"), ("Stage 1", "Stage 2"), ("Pay", "Play")])
def test_another_title(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Choosing shoes", "Choose a shoe"),
        ("Delivery", "Delivering"),
        ("The purchase", "Purchasing"),
        ("Доставка", "Доставляем"),
        ("Выбор пары", "Выборы пар"),
        ("Покупатель платит", "Покупатели платили"),
    ],
)
def test_the_same_stems(one: str, other: str) -> None:
    assert stems(one) == stems(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Before purchase", "After purchase"),
        ("With a fitting", "Without a fitting"),
        ("До покупки", "После покупки"),
        ("С примеркой", "Без примерки"),
    ],
)
def test_a_turning_word_leaves_nothing_in_common(one: str, other: str) -> None:
    assert stems(one).isdisjoint(stems(other))


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems("The blogger’s reel of the week") == {"blogg", "reel", "week"}
    assert stems("и в на") == stems("") == frozenset()


def test_names_are_those_of_all_languages() -> None:
    assert names({"ru": "Оплата", "en": "Payment", "de": "!"}) == ("payment", "оплата")
    assert names("Payment") == ("payment",)


@given(st.text(max_size=40))
@example("\U0001d608")
def test_any_text_has_a_plain_form_that_stays(title: str) -> None:
    assert plain(plain(title)) == plain(title)
    assert not set("|/=") & set(plain(title) + "".join(stems(title)))
