"""test_table: a spreadsheet's table, whatever cuts its cells and whichever way it lies."""

from typing import Any

import pytest

from cjmgen.problem import Keys
from cjmgen.syntax.table import cells, locate_table, read_table

ROWS = [["Stage", "Actions", "Pain points"], ["Search", "Looks, twice", "Slow"], ["Pay", "Types", "Card fails"]]


def _stages(content: str) -> Any:
    data = read_table("map.csv", content.encode()).value
    assert isinstance(data, dict)
    return data["stages"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_delimiter_and_either_way(mark: str, end: str) -> None:
    def text(rows: list[list[str]]) -> str:
        return end.join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) for row in rows) + end

    expected = [
        {"title": "Search", "actions": ["Looks, twice"], "pains": ["Slow"]},
        {"title": "Pay", "actions": ["Types"], "pains": ["Card fails"]},
    ]
    assert _stages(text(ROWS)) == expected
    assert _stages("\ufeff" + text([list(column) for column in zip(*ROWS, strict=True)])) == expected


def test_cells_of_several_lines_keep_their_places() -> None:
    text = 'Stage,Actions,Emotion\nSearch,"Looks\nFilters",+1\nPay,Types,-2\n'
    assert _stages(text)[0] == {"title": "Search", "emotion": 1.0, "actions": ["Looks", "Filters"]}
    span = locate_table(text.encode(), Keys(("stages", 1, "actions", 0)))
    assert (span.line, span.column, span.length) == (4, 5, 5)
    span = locate_table(text.encode(), Keys(("stages", 0, "actions", 1)))
    assert (span.line, span.column) == (3, 1)


def test_formulas_are_text() -> None:
    assert _stages("Stage,Actions,Goal\nA,=cmd|' /C calc'!A0,x\nB,+1 more try,y\n")[0]["actions"] == ["=cmd|' /C calc'!A0"]


def test_a_table_that_is_no_map_is_kept_and_told() -> None:
    checked = read_table("prices.csv", b"name,price\napple,3\npear,4\n")
    assert [problem.code for problem in checked.problems] == ["bad-table", "no-stages"]
    assert isinstance(checked.value, dict)
    assert "pear; 4" in str(checked.value["notes"])


def test_an_empty_file_is_a_problem() -> None:
    assert [problem.code for problem in read_table("a.csv", b"").problems] == ["bad-table", "no-stages"]
    assert cells(" \n\n") == []
