"""Bytes to rows: encodings, delimiters, comments, tables below one another, JSON, and what is no table at all."""

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.numbers.encoding import LARGEST, Decoded, decoded
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.sheet import MOST_ROWS, Sheet, sheet

TEXT = "Шаг;Посетители\nОткрыл;20 000\nКупил;1 196\n"
ROWS = [("Шаг", "Посетители"), ("Открыл", "20 000"), ("Купил", "1 196")]


def opened(content: bytes) -> Sheet:
    found = sheet(content)
    assert isinstance(found, Sheet), found
    return found


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1251"), "cp1251"),
        (TEXT.encode("koi8-r"), "koi8-r"),
        (TEXT.encode("cp866"), "cp866"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_has(content: bytes, encoding: str) -> None:
    found = opened(content)
    assert [row.cells for row in found.rows] == ROWS
    assert found.encoding == encoding
    assert [row.line for row in found.rows] == [1, 2, 3]


RUSSIAN = [
    "Месяц;Визиты", "дата;визиты;заказы", "ИТОГО;100", "НДС;1", "Объём;Щёголь", "ФИО клиента;Сумма, руб.", "Источник;Визиты\nПереходы с сайтов;1\u00a0650\nseo;2\u00a0300",
    "ID;Name;Город\n1;Anna;Орёл\n2;Maxim;Тверь",
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_read_in_whichever_encoding_of_one_byte(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding))
    assert found == Decoded(text, encoding)


@pytest.mark.parametrize("text", ["Étape;Café\nDéjà vu;3\n", "Ação;coração\n", "Größe;Süd\n1 €;“ä”\n"])
def test_a_european_text_is_not_taken_for_a_russian_one(text: str) -> None:
    assert decoded(text.encode("cp1252")) == Decoded(text, "cp1252")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_found(mark: str) -> None:
    text = "\n".join(mark.join(row) for row in [("a", "b", "c"), ('"1,5"', '"2;5"', "3"), ("4", "5", '"x\ny"'), ("7", "8", "9")])
    found = opened(text.encode())
    assert found.delimiter == mark
    assert [row.line for row in found.rows] == [1, 2, 3, 5]
    assert found.rows[2].cells == ("4", "5", "x\ny")


def test_a_file_may_say_what_stands_between_cells() -> None:
    found = opened(b"sep=;\na,b;c\n1;2\n")
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("a,b", "c")), (3, ("1", "2"))]


def test_comments_are_no_rows_and_part_tables() -> None:
    found = opened(b"# Start date: 20260901\n\nStep,Users\na,1\n\nb,2\n# By day\nDay,Users\n1,2\n")
    assert [row.cells[0] for row in found.comments] == ["# Start date: 20260901", "# By day"]
    assert [(row.cells[0], row.block) for row in found.rows] == [("Step", 0), ("a", 0), ("b", 0), ("Day", 1), ("1", 1)]


def test_the_head_of_a_survey_may_begin_with_a_hash() -> None:
    assert opened(b"#,Question,Submit Date (UTC)\nk2,9,2026-09-03\n").rows[0].cells[0] == "#"


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1, "b": {"c": "x"}}, {"a": 2.5, "b": {"c": null}}]',
        '{"total": 2, "data": [{"a": 1, "b": {"c": "x"}}, {"a": 2.5, "b": {"c": null}}]}',
        '{"a": 1, "b": {"c": "x"}}\n{"a": 2.5, "b": {"c": null}}\n',
    ],
)
def test_json_is_rows_too(text: str) -> None:
    found = opened(text.encode())
    assert [row.cells for row in found.rows] == [("a", "b.c"), ("1", "x"), ("2.5", "")]
    assert found.delimiter == ""


NOT = [
    (b"", "empty"),
    (b" \n\n", "empty"),
    (b"PK\x03\x04rest", "a spreadsheet"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"%PDF-1.7", "PDF"),
    (b"<!doctype html><html>", "a web page"),
    (b"PAR1....", "Parquet"),
    (b"a,b\n1,\x07\n", "control characters"),
    (b"x" * (LARGEST + 1), "bytes"),
    (b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1), "rows"),
    (b",".join([b"a"] * 501) + b"\n", "500 cells"),
    (b'a,b\n1,"never closed' + b"x" * 200_000, "never closed"),
    (b"[1, 2]", "no list of records"),
    (b'{"a": 1}', "no list of records"),
    (b'[{"a": 1}, {"a":', "no JSON"),
    (b'[{"a": NaN}]', "no JSON"),
    (b"[" * 100_000, "no JSON"),
    (b"[{}]", "no rows"),
    (b"[{}, 3]", "no list of records"),
    (b"[[1], [2]]", "no list of records"),
    (b'{"a": [1]}', "no list of records"),
    (b'{"columns": ["a"], "rows": [[1]]}', "no list of records"),
    (b'{"metricHeaders": [{"name": "a"}], "rows": [3]}', "no list of records"),
    (b'{"metricHeaders": [3], "rows": [{}]}', "no list of records"),
    (b'{"metricHeaders": 3, "rows": {}}', "no list of records"),
    (b'{"metricHeaders": [{"name": "a"}], "rows": [{"metricValues": ["x"]}]}', "no list of records"),
    (b'{"metricHeaders": [{"name": "a"}], "rows": 7}', "no list of records"),
    (b'[{"a": "\\ud800"}]', "half of one letter"),
    (b'[{"\\ud83d": 1}]', "half of one letter"),
    (b'[{"a": [["\\u0000"]]}, {"a": "\\u001b[31m"}]', "control characters"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00", "utf-16-le"),
    (b"# only\n# comments\n", "no rows"),
]


@pytest.mark.parametrize(("content", "words"), NOT, ids=[words for _, words in NOT])
def test_what_is_no_table_says_so(content: bytes, words: str) -> None:
    found = sheet(content)
    assert isinstance(found, Fault)
    assert words in f"{found.message} {found.hint}"


_PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4) | st.just("\ud800")
_NAMES = st.sampled_from(["metricHeaders", "dimensionHeaders", "rows", "metricValues", "dimensionValues", "name", "value", "record id", "deal stage", "a"])


@given(st.recursive(_PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3), max_leaves=12))
def test_json_of_any_shape_is_rows_or_a_fault(found: object) -> None:
    told = sheet(json.dumps(found).encode())
    assert isinstance(told, Sheet | Fault)
    if isinstance(told, Sheet):
        assert all(cell.encode() is not None for row in told.rows for cell in row.cells)


@given(st.binary(max_size=300))
def test_no_bytes_are_too_much(content: bytes) -> None:
    assert isinstance(sheet(content), Sheet | Fault)


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.text(max_size=8) | st.integers() | st.none(), min_size=1), min_size=1, max_size=6))
def test_records_come_back_as_they_were(records: list[dict[str, object]]) -> None:
    content = json.dumps(records).encode()
    found = sheet(content)
    if isinstance(found, Fault):
        assert "control" in found.message
        return
    names = found.rows[0].cells
    said = [dict(zip(names, row.cells, strict=True)) for row in found.rows[1:]]
    for record, row in zip(records, said, strict=True):
        assert {name: "" if value is None else str(value).strip() for name, value in record.items()} == {name: row[name] for name in record}
