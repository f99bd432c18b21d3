"""What is wrong with an export is told at its cell, in the line and column where an editor has it, and quoted as the file says it."""

import datetime

import pytest

from cjmgen.numbers.where import NOWHERE, laid
from cjmgen.pipeline import load
from cjmgen.problem import Span
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.tree import Tree

PLACES: list[tuple[str, int, int, Span]] = [
    ("a,b,c\n1,22,\n", 2, 2, Span(2, 3, 2)),
    ("a,b,c\n1,22,\n", 2, 3, Span(2, 6, 0)),  # an empty cell at the end stands behind the last mark
    ("a,b,c\n1,22\n", 2, 3, Span(2, 5)),  # and one that isn't there at the end of the row
    ("a;b\n1; 22 ;3\n", 2, 2, Span(2, 4, 2)),
    ('a,b\n"x,y",22\n', 2, 2, Span(2, 7, 2)),
    ('a,b\n"x ""y"", z",22\n', 2, 2, Span(2, 14, 2)),
    ('a,b\n"one\ntwo",22\n', 2, 2, Span(3, 6, 2)),
    ('a,b\n"one\ntwo",22\n', 2, 1, Span(2, 1, 4)),
    ("a\tb\n1\t22\n", 2, 2, Span(2, 3, 2)),
    ('a,b\n5" pipe,22\n', 2, 2, Span(2, 9, 2)),
    ("sep=;\na;b\n1;22\n", 3, 2, Span(3, 3, 2)),
    ("a,b\n", 9, 2, Span(9, 1)),
    ('[{"a": 1}, {"a": 2}]', 2, 1, NOWHERE),
]


@pytest.mark.parametrize(("content", "line", "cell", "span"), PLACES)
def test_a_cell_stands_where_an_editor_has_it(content: str, line: int, cell: int, span: Span) -> None:
    assert laid(content.encode()).span(line, cell) == span


def told(rows: bytes, source: str = "date: day, value: orders", name: str = "m.csv") -> str:
    """What a check says of the exports of a metric."""
    files = {
        "cjmgen.yml": b"title: S\n",
        "maps/journeys/a.yml": b"title: A\nstages: [{id: look, title: L}]\n",
        "maps/metrics/m.yml": f"title: M\ntype: reach\nsource: {{file: {name}, {source}}}\n".encode(),
        f"maps/metrics/{name}": rows,
    }
    tree = Tree.of(files)
    found = load(tree, datetime.date(2026, 11, 26))
    return text([each for each in find(found.problems, tree) if each.spot.file == f"maps/metrics/{name}"], 1)


RUSSIAN = "день;заказы\n2026-10-01;много\n2026-10-02;7\n"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
def test_a_line_is_quoted_in_the_encoding_that_it_was_read_in(encoding: str) -> None:
    assert (
        "maps/metrics/m.csv:2:12: warning[export-row-refused]: “много” is no number\n"
        "    2 | 2026-10-01;много\n"
        "      |            ^^^^^\n"
    ) in told(RUSSIAN.encode(encoding), "date: день, value: заказы")


CONTRADICTIONS = [
    ("orders,day\n1,13/09/2026\n2,03/04/2026\n3,09/14/2026\n", "m.csv:4:3", "some dates with the day first"),
    ("day,orders\n2026-09-01,\"1,500\"\n2026-09-02,2.500\n", "m.csv:3:12", "a comma between some thousands"),
]


@pytest.mark.parametrize(("rows", "place", "words"), CONTRADICTIONS)
def test_a_column_that_contradicts_itself_is_told_at_the_cell_that_does(rows: str, place: str, words: str) -> None:
    first = told(rows.encode()).splitlines()[0]
    assert first.startswith(f"maps/metrics/{place}: error[export-unreadable]")
    assert words in first


SHARES = [("12%", "13", 3), ("12", "13%", 3), ("1,5", "1.5", 3)]


@pytest.mark.parametrize(("one", "other", "line"), SHARES)
def test_so_are_shares(one: str, other: str, line: int) -> None:
    rows = f'day,rate\n2026-09-01,"{one}"\n2026-09-02,"{other}"\n'
    files = told(rows.encode(), "date: day, value: rate").splitlines()
    assert files[0].startswith(f"maps/metrics/m.csv:{line}:12: error[export-unreadable]")


def test_an_empty_last_cell_is_told_at_its_column() -> None:
    shown = told(b"day,orders\n2026-09-01,7\n2026-09-02,\n")
    assert "maps/metrics/m.csv:3:12: warning[export-row-refused]: this cell is empty\n" in shown
    assert "    3 | 2026-09-02,\n      |            ^\n" in shown


def test_a_record_of_json_has_a_number_and_no_line() -> None:
    shown = told(b'[\n {"day": "2026-09-01", "orders": 7},\n\n {"day": "2026-09-02", "orders": "many"}\n]\n', name="m.json")
    assert "maps/metrics/m.json: warning[export-row-refused]: record 2: “many” is no number\n" in shown
