"""test_read: which form a file has, and what is wrong with bytes whatever their form."""

import pytest

from cjmgen.problem import Problem, Span
from cjmgen.syntax.document import Document
from cjmgen.syntax.read import form_of, read
from cjmgen.syntax.text import LARGEST, read_text


@pytest.mark.parametrize(
    ("file", "form"),
    [("a.yml", "yaml"), ("b/a.YAML", "yaml"), ("a.md", "markdown"), ("a.markdown", "markdown"), ("a.csv", "table"), ("a.tsv", "table")],
)
def test_the_ending_says_the_form(file: str, form: str) -> None:
    assert form_of(file) == form


def test_a_yaml_file_is_a_document() -> None:
    checked = read("maps/teams.yml", b"support: {title: Support}\n")
    assert checked.value == Document("maps/teams.yml", {"support": {"title": "Support"}}, "yaml")
    assert checked.problems == ()


@pytest.mark.parametrize("file", ["a.yml", "a.md", "a.csv"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a" * (LARGEST + 1), "file-too-large"),
        (b"a: \xcf\xee", "not-utf-8"),
        ("a: b".encode("utf-16"), "not-utf-8"),
        (b"a: \x07", "control-character"),
        (b"<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n", "merge-conflict"),
    ],
)
def test_bytes_that_no_form_can_read(file: str, content: bytes, code: str) -> None:
    checked = read(file, content)
    assert checked.value.data is None
    assert [problem.code for problem in checked.problems] == [code]


def only(content: bytes) -> Problem:
    (problem,) = read_text("a.yml", content).problems
    return problem


def test_where_bytes_stop_being_utf_8() -> None:
    assert only("a: да\nb: ".encode() + b"\xff").place.at == Span(2, 4)
    assert only(b"\xef\xbb\xbfa\xff").place.at == Span(1, 2)


def test_a_control_character_is_named() -> None:
    problem = only(b"a: b\nc: \x1b[31m")
    assert problem.place.at == Span(2, 4)
    assert "U+001B" in problem.message


def test_both_sides_of_a_conflict_are_named() -> None:
    problem = only(b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> shorter search\n")
    assert problem.message == "two versions wait to be merged: 'HEAD' and 'shorter search'"
    assert problem.place.at == Span(2, 1, 12)
    assert problem.related[0].place.at == Span(6, 1, 22)


def test_each_conflict_is_told_and_rules_are_not_conflicts() -> None:
    conflict = b"<<<<<<< a\nx\n||||||| o\ny\n=======\nz\n>>>>>>> b\n"
    assert len(read_text("a.yml", conflict * 3).problems) == 3
    assert read_text("a.md", b"Title\n=======\n\n>>>>>>> quoted deep\n").problems == ()


def test_lines_end_with_a_line_feed_and_begin_without_a_mark() -> None:
    assert read_text("a.yml", "\ufeffa\r\nb\rc\n".encode()).value == "a\nb\nc\n"
