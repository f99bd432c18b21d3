"""table: a CSV or TSV file, as pasted from a spreadsheet or a board, read as a map by the rules for tables."""

import csv
import io
import re

from cjmgen.problem import Checked, Keys, Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits import matrix, said
from cjmgen.syntax.habits.draft import Draft, finish
from cjmgen.syntax.habits.labels import STAGE_FIELDS, bare, journey_field
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.text import read_text

DELIMITERS = ("\t", ";", ",", "|")
MOST_LINES = 5_000


def read_table(file: str, content: bytes) -> Checked[Plain]:
    """The data of the journey that a table tells."""
    checked = read_text(file, content)
    if checked.value is None:
        return Checked(None, checked.problems)
    problems: list[Problem] = list(checked.problems)
    data = _read(file, checked.value, problems)
    return Checked(said.plain(data), tuple(problems))


def locate_table(content: bytes, keys: Keys) -> Span:
    """The cell of what the data has at a path of keys, or of the nearest thing above it."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return said.locate(_read("", text, []), keys)


def _read(file: str, text: str, problems: list[Problem]) -> Node:
    if text.count("\n") > MOST_LINES:
        message = f"this table has more than {MOST_LINES:,} lines"
        problems.append(problem("too-many-nodes", message, Place(file, Span(1, 1)), "split it into several files"))
        text = ""
    rows = cells(text)
    journey = Node(Span(1, 1), {"title": _title(file)})
    start = _start(rows)
    found = matrix.read(rows[start:])
    _above(journey, rows[:start])
    if found is None:
        hint = "name the stages in the first row and the lanes in the first column (Actions, Pain points …), or the other way round"
        problems.append(problem("bad-table", "no stages and lanes were found in this table", Place(file, Span(1, 1)), hint))
        problems.append(problem("no-stages", "no stages were found in this file", Place(file, Span(1, 1)), hint))
        _keep(journey, rows[start:])
        return Node(journey.span, {**journey, "stages": []})
    stages = [finish(draft, frozenset(), file, problems) for draft in found.stages]
    _free(journey, found.stages, file, problems)
    journey["stages"] = list[Plain](stages)
    return journey


def cells(text: str) -> list[list[Said]]:
    """The rows of a table, without those that are empty; each cell knows its line, and its column where it can be told."""
    if not text.strip():
        return []
    delimiter = _delimiter(text)
    rows: list[list[Said]] = []
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return _trimmed(rows)
        except csv.Error:
            return _trimmed(rows)
        first, line = line, reader.line_num + 1
        if any(cell.strip() for cell in row):
            rows.append(_placed(row, lines, first))


def _placed(row: list[str], lines: list[str], first: int) -> list[Said]:
    made: list[Said] = []
    line, column = first, 0
    for cell in row:
        text = cell.strip()
        head = text.split("\n", 1)[0]
        where = lines[line - 1] if line <= len(lines) else ""
        at = where.find(head, column) if head else -1
        made.append(Said(text, Span(line, max(at, column if at < 0 else at) + 1, max(1, len(head)))))
        breaks = cell.count("\n")
        line, column = (line + breaks, 0) if breaks else (line, at + len(head) if at >= 0 else column)
    return made


def _trimmed(rows: list[list[Said]]) -> list[list[Said]]:
    """Without columns that are empty at the right and at the left."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)
    left = min((at for row in rows for at, cell in enumerate(row) if cell), default=0)
    return [row[left:width] for row in rows]


def _delimiter(text: str) -> str:
    """The mark that cuts most rows into the same number of cells, quotes heeded."""
    best, most = ",", (0.0, 0)
    for mark in DELIMITERS:
        counts = _counts(text, mark)
        wide = [count for count in counts if count > 1]
        if wide:
            usual = max(set(wide), key=lambda count: (wide.count(count), count))
            score = (wide.count(usual) / len(counts), usual)
            if score > most:
                best, most = mark, score
    return best


def _counts(text: str, mark: str) -> list[int]:
    try:
        return [
            len(row)
            for _, row in zip(range(200), csv.reader(io.StringIO(text), delimiter=mark, skipinitialspace=True), strict=False)
            if any(row)
        ] or [0]
    except csv.Error:
        return [0]


def _start(rows: list[list[Said]]) -> int:
    """The row that is the table's head: titles and remarks above it stand in a row with one or two cells filled."""
    for at, row in enumerate(rows):
        if sum(bool(cell) for cell in row) > 2 or at == len(rows) - 1:
            return at if sum(bool(cell) for cell in row) > 2 else 0
    return 0


def _above(journey: Node, rows: list[list[Said]]) -> None:
    """What stands above the table: `Persona;Anna` names a field, the first words alone are the title."""
    left: list[Said] = []
    for row in rows:
        filled = [cell for cell in row if cell]
        key = journey_field(filled[0]) if len(filled) == 2 else None
        if key == "personas":
            journey["x-personas"] = [filled[1]]
        elif key and key != "expectations":
            journey[key] = filled[1]
        elif len(filled) == 1 and isinstance(journey["title"], str) and not isinstance(journey["title"], Said):
            journey["title"] = filled[0]
        else:
            left.append(filled[0].but(": ".join(filled)))
    if left:
        journey["notes"] = Said("\n\n".join(left), left[0].span)


def _keep(journey: Node, rows: list[list[Said]]) -> None:
    if rows:
        before = [str(journey["notes"])] if "notes" in journey else []
        journey["notes"] = Said(
            "\n\n".join([*before, *("; ".join(cell for cell in row if cell) for row in rows)])[:20_000], rows[0][0].span
        )


def _title(file: str) -> str:
    stem = file.rpartition("/")[2].rsplit(".", 1)[0]
    return " ".join(re.split(r"[-_\s]+", stem)).strip().capitalize() or "Journey"


def _free(journey: Node, drafts: tuple[Draft, ...], file: str, problems: list[Problem]) -> None:
    names: dict[str, Plain] = {}
    for draft in drafts:
        for name, title in draft.names.items():
            if draft.lanes.get(name) and str(title) != name:
                names.setdefault(name, str(title))
        for name, label in draft.unknown.items():
            words = bare(label)[:40]
            if name not in STAGE_FIELDS and not any(found.data == (words,) for found in problems):
                text = f"'{words}' is no lane that is known: kept as a lane of your own"
                problems.append(problem("unknown-label", text, Place(file, label.span), data=(words,)))
    if names:
        journey["lanes"] = names
