"""sheet: the text of an export as rows of cells, each with its line; CSV, TSV and JSON come out alike."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from cjmgen.numbers.encoding import decoded
from cjmgen.numbers.fault import Fault
from cjmgen.value import dataclass

MOST_ROWS, MOST_CELLS = 100_000, 500
DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", "": "JSON"}

_SAMPLE = 200
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""What JSON can say in its escapes, and what is in no text."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without blanks around them, and the line it starts in. `block` counts the tables of a file, from 0."""

    line: int
    cells: tuple[str, ...]
    block: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """An export as rows. Lines that begin with `#` are no rows; reports write there what they are about."""

    rows: tuple[Row, ...]
    comments: tuple[Row, ...]
    encoding: str
    delimiter: str
    """What stands between cells; "" for JSON."""


def sheet(content: bytes) -> Sheet | Fault:
    """The rows of an export."""
    found = decoded(content)
    if isinstance(found, Fault):
        return found
    text = found.text
    if not text.strip():
        return Fault(1, 1, "this export is empty")
    if text.lstrip()[0] in "[{":
        rows = _of_json(text)
        return rows if isinstance(rows, Fault) else Sheet(rows, (), found.encoding, "")
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) == 5 and told[4] in DELIMITERS:
        return _of_text(rest, told[4], 2, found.encoding)
    return _of_text(text, _delimiter(text), 1, found.encoding)


def _delimiter(text: str) -> str:
    """What cuts most rows into the same number of cells, quotes heeded."""

    def score(mark: str) -> tuple[float, int]:
        counts = [width for width in _widths(text, mark) if width > 1]
        if not counts:
            return 0.0, 0
        width, times = max(Counter(counts).items(), key=lambda found: (found[1], found[0]))
        return times / _SAMPLE, width

    return max(DELIMITERS, key=score)


def _widths(text: str, delimiter: str) -> list[int]:
    try:
        return [len(row) for _, row in islice(_rows(text, delimiter), _SAMPLE)]
    except csv.Error:
        return []


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it starts in. Raises csv.Error where a cell is too long."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _of_text(text: str, delimiter: str, start: int, encoding: str) -> Sheet | Fault:
    rows: list[Row] = []
    comments: list[Row] = []
    block, apart = 0, False
    try:
        for line, cells in _rows(text, delimiter):
            row = Row(line + start - 1, tuple(cell.strip() for cell in cells), block)
            if not any(row.cells):
                continue
            if _is_comment(row):
                comments.append(row)
                apart = True
                continue
            if apart and rows:
                block += 1
            apart = False
            rows.append(Row(row.line, row.cells, block))
            if fault := _too_much(len(rows), row):
                return fault
    except csv.Error:
        last = rows[-1].line if rows else 1
        return Fault(last, 1, "a cell after this line is too long for a table", "a quote that is never closed does this")
    return Sheet(tuple(rows), tuple(comments), encoding, delimiter) if rows else Fault(1, 1, "this export has no rows")


def _too_much(count: int, row: Row) -> Fault | None:
    if count > MOST_ROWS:
        return Fault(row.line, 1, f"this export has more than {MOST_ROWS:,} rows", "export figures by day or month, or fewer days")
    if len(row.cells) > MOST_CELLS:
        return Fault(row.line, MOST_CELLS, f"this row has more than {MOST_CELLS} cells")
    return None


def _is_comment(row: Row) -> bool:
    """`# Start date: 20260501` is one, and may be cut at its commas; `#,Question,Answer`, the head of a survey, is none."""
    first = row.cells[0]
    return first.startswith("#") and (len(first) > 1 or not any(row.cells[1:]))


def _of_json(text: str) -> tuple[Row, ...] | Fault:
    """A list of objects, a list in an object, objects line by line, or the answer of a reporting interface with its headers."""
    try:
        found = _loaded(text)
    except (ValueError, RecursionError):
        return Fault(1, 1, "this is no JSON", "a file cut off in the middle does this; export it again")
    records = _records(found)
    if records is None:
        return Fault(1, 1, "this JSON holds no list of records", "it should be a list of objects, each with the same names")
    names = tuple(dict.fromkeys(name for record in records for name in record))
    if len(names) > MOST_CELLS or len(records) > MOST_ROWS:
        return Fault(1, 1, f"this export has more than {MOST_ROWS:,} rows or {MOST_CELLS} columns")
    rows = (Row(0, names), *(Row(at, tuple(record.get(name, "") for name in names)) for at, record in enumerate(records, start=1)))
    if strange := next((row for row in rows if any(_STRANGE.search(cell) for cell in row.cells)), None):
        return Fault(strange.line, 1, "this is no text: it holds control characters or half of one letter", "export it again, or as CSV")
    return rows if names else Fault(1, 1, "this export has no rows")


def _loaded(text: str) -> object:
    def refuse(name: str) -> object:
        raise ValueError(name)

    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
        return [json.loads(line, parse_constant=refuse) for line in lines]
    return json.loads(text, parse_constant=refuse)


def _records(found: object) -> list[dict[str, str]] | None:
    if isinstance(found, Mapping):
        if {"metricHeaders", "rows"} <= found.keys():
            return _reported(found)
        inner = [each for each in found.values() if isinstance(each, list | Mapping)]
        return _records(inner[0]) if len(inner) == 1 else None
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        return None
    return [dict(_flat(each)) for each in found]


def _flat(record: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """The values of a record by name; those of a record inside by `outer.inner`. Lists are one text."""
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", _text(value)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _reported(answer: Mapping[str, object]) -> list[dict[str, str]] | None:
    """Rows of `dimensionValues` and `metricValues` under headers. Headers may come twice, and then so do the values."""
    try:
        kinds = (("dimensionHeaders", "dimensionValues"), ("metricHeaders", "metricValues"))
        named: Any = [(tuple(each["name"] for each in answer.get(head) or ()), values) for head, values in kinds]  # type: ignore[attr-defined]
        rows: Any = answer["rows"]
        return [{str(name): _text(each.get("value")) for name, each in _cells(row, named)} for row in rows]
    except (KeyError, TypeError, AttributeError):
        return None


def _cells(row: Any, named: Any) -> Iterator[tuple[str, Any]]:
    """The names of a row's values with these; names that come twice have their value twice."""
    for names, key in named:
        yield from zip(names, row.get(key) or (), strict=False)
