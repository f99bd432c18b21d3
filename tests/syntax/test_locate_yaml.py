"""test_locate_yaml: a key path leads to the words it means, and a path that leads nowhere to its nearest parent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.problem import KeyPath, Keys
from cjmgen.syntax.locate import locate
from cjmgen.syntax.yaml.read import locate_yaml

TEXT = """\
# A map
title: Покупка  # of shoes
"summary": |
  One
  two
empty:
tags: {product: shoes, segment: b2c}
stages:
- id: decision
  pains: [Dear, "Slow"]
  emotion: -0.8
- Second stage
- - nested
2026: x
again: &a {b: c}
repeated: *a
"""


def words(path: KeyPath, part: str = "value", text: str = TEXT) -> tuple[int, str]:
    """The line, and the words on it that a path leads to."""
    span = locate_yaml(text.encode(), Keys(path, part))  # type: ignore[arg-type]
    line = text.replace("\r\n", "\n").split("\n")[span.line - 1]
    return span.line, line[span.column - 1 : span.column - 1 + span.length]


@pytest.mark.parametrize(
    ("path", "part", "expected"),
    [
        (("title",), "value", (2, "Покупка")),
        (("title",), "key", (2, "title")),
        (("summary",), "key", (3, '"summary"')),
        (("summary",), "value", (3, "|")),
        (("empty",), "value", (6, "empty")),
        (("tags",), "value", (7, "tags")),
        (("tags", "segment"), "value", (7, "b2c")),
        (("tags", "segment"), "key", (7, "segment")),
        (("tags", "missing"), "key", (7, "tags")),
        (("stages", 0, "id"), "value", (9, "decision")),
        (("stages", 0), "value", (9, "id")),
        (("stages", 0, "title"), "value", (9, "id")),
        (("stages", 0, "pains"), "value", (10, "pains")),
        (("stages", 0, "pains", 1), "value", (10, '"Slow"')),
        (("stages", 0, "pains", 7), "value", (10, "pains")),
        (("stages", 0, "pains", 1, "deeper"), "value", (10, '"Slow"')),
        (("stages", 0, "emotion"), "value", (11, "-0.8")),
        (("stages", 1), "value", (12, "Second stage")),
        (("stages", 2, 0), "value", (13, "nested")),
        (("stages", "x"), "value", (8, "stages")),
        (("2026",), "value", (14, "x")),
        ((2026,), "key", (14, "2026")),
        (("repeated", "b"), "value", (16, "*a")),
        (("missing",), "value", (2, "title")),
        ((), "value", (2, "title")),
    ],
)
def test_where_a_path_leads(path: KeyPath, part: str, expected: tuple[int, str]) -> None:
    assert words(path, part) == expected


def test_places_are_those_of_the_file_and_not_of_the_mended_text() -> None:
    text = "- {a: *b, c: x: y, d: hgih}\n- e: -0,8\n  f: wrong\n"
    assert words((0, "d"), text=text) == (1, "hgih")
    assert words((0, "c"), text=text) == (1, "x: y")
    assert words((0, "a"), text=text) == (1, "*b")
    assert words((1, "e"), text=text) == (2, "-0,8")
    assert words((1, "f"), text=text) == (3, "wrong")


def test_silent_slips_on_one_line_leave_later_columns_alone() -> None:
    text = "- {a: one, two, b: three, four, c: five}\n"
    assert words((0, "b"), text=text) == (1, "three, four")
    assert words((0, "c"), text=text) == (1, "five")
    assert words((0, "c"), "key", text=text) == (1, "c")


def test_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    assert words(("b",), text="a: x\r\nb: y\r\n") == (2, "y")
    span = locate("map.yml", "\ufeffa: x\n".encode(), Keys(("a",)))
    assert (span.line, span.column, span.length) == (1, 4, 1)


@given(st.binary(max_size=60), st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=3))
def test_no_bytes_raise(content: bytes, path: list[str | int]) -> None:
    span = locate_yaml(content, Keys(tuple(path)))
    assert span.line >= 1
    assert span.column >= 1
    assert span.length >= 1
