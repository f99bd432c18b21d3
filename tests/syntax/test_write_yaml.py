"""test_write_yaml: the canonical hand, and that whatever it writes comes back."""

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.read import read_yaml
from cjmgen.syntax.yaml.write import write

JOURNEY: Plain = {
    "title": "Покупка первой пары",
    "summary": "One line.\n\nAnother line # with a hash.\n",
    "personas": ["anna", "olga"],
    "reviewed": "2026-10-01",
    "tags": {"product": "shoes", "n": 3},
    "texts": {"en": "Stay on hold: ten minutes", "ru": "Ждать"},
    "empty": {},
    "none": None,
    "stages": [
        {
            "id": "decision",
            "emotion": -0.8,
            "thoughts": ["Will 39 fit?", "Звонит по заказу #123", "-0,8", "NO", "*bold* text", 'it\'s "fine"'],
            "evidence": [{"id": "interviews-2026-09", "n": 11}, {"id": "desk"}],
            "nested": [["a b", ["c"]], []],
        },
        "Second stage",
        {"Цена": "высокая"},
    ],
}

TEXT = """\
title: Покупка первой пары
summary: |
  One line.

  Another line # with a hash.
personas: [anna, olga]
reviewed: 2026-10-01
tags: {product: shoes, n: 3}
texts:
  en: "Stay on hold: ten minutes"
  ru: Ждать
empty: {}
none: null
stages:
- id: decision
  emotion: -0.8
  thoughts:
  - Will 39 fit?
  - "Звонит по заказу #123"
  - "-0,8"
  - "NO"
  - "*bold* text"
  - it's "fine"
  evidence:
  - {id: interviews-2026-09, n: 11}
  - {id: desk}
  nested:
  - - a b
    - - c
  - []
- Second stage
- "Цена": высокая
"""


def test_the_canonical_hand() -> None:
    assert write(JOURNEY) == TEXT
    assert read_yaml("map.yml", TEXT.encode()).value == JOURNEY


PROSE = [
    "", " ", "a ", " a", "#x", "a #b", "a: b", "a:", ": a", "*a*", "[a]", "{a}", "& a", "!a", "@a", "`a`", "%a",
    "> a", "| a", "- a", "-", "? a", '"a" b', "'a' b", "it's", "a\\b", "null", "Null", "~", "yes", "NO", "on", "y",
    "true", "1", "010", "-1.5", "1e3", "0x1F", ".5", "1:20", "1_000", "-0,8", "1,5", "2026-10-01", "2026-10", "=",
    "<<", "---", "...", "a, b", "a\nb", "a\n", "\na", "a\n\n", " a\nb", "a\n b", "a\n  \nb", "a\tb\nc", "\t",
    "a\r\nb", "\x00", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\u200b", "\u202eabc", "\u00a0a", "😀",
    "<<<<<<< ours", "x" * 2_000, "a - b\n- c",
]  # fmt: skip


@pytest.mark.parametrize("text", PROSE)
def test_prose_comes_back(text: str) -> None:
    for data in (
        text,
        {"a": text},
        {text: "a"},
        [text],
        [{text: text}],
        {"a": {"b": [text, text]}},
        {"a": [[text], {"b": text, "c": [1, text]}]},
    ):
        written = write(data)
        checked = read_yaml("map.yml", written.encode())
        assert (checked.value, checked.problems) == (data, ())


_TEXTS = st.text(max_size=20) | st.sampled_from(PROSE) | st.text(alphabet="ab \n:#-,[]{}\"'\\|>&*!%@`0123.eEя\t", max_size=12)
_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=16,
)


def same(one: Plain, other: Plain) -> bool:
    """Equal in value and in type: 1 is neither 1.0 nor true."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


@given(_PLAIN)
def test_whatever_is_written_comes_back_without_a_problem(data: Plain) -> None:
    checked = read_yaml("map.yml", write(data).encode())
    assert checked.problems == ()
    assert same(checked.value, data)


@given(_PLAIN)
def test_it_is_written_the_same_way_again(data: Plain) -> None:
    written = write(data)
    assert write(read_yaml("map.yml", written.encode()).value) == written or "-0.0" in written


@given(st.dictionaries(st.sampled_from(["title", "summary", "quotes"]), _TEXTS | st.lists(_TEXTS, max_size=3)))
def test_readers_of_yaml_1_1_see_the_same_texts(data: dict[str, Plain]) -> None:
    class Texts(yaml.SafeLoader):  # type: ignore[misc]
        """Dates stay text here: the canonical hand leaves them bare, as authors do."""

    Texts.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    assert yaml.load(write(data), Loader=Texts) == data


@pytest.mark.parametrize("number", [0, -1, 10**30, 0.1, -1.4, 1e100, 1e-7, 1e16, 1e22, 5e-324, math.pi])
def test_numbers_come_back(number: float) -> None:
    assert same(read_yaml("map.yml", write({"a": number, "b": [number]}).encode()).value, {"a": number, "b": [number]})
