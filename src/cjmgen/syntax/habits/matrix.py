"""matrix: a table of cells read as a map: stages as columns or as rows, or the lanes of one stage."""

import re
from collections.abc import Sequence

from cjmgen.syntax.habits.draft import Draft
from cjmgen.syntax.habits.heading import Heading, heading_of
from cjmgen.syntax.habits.items import items_of
from cjmgen.syntax.habits.labels import STAGE_WORDS, Lane, any_lane, bare, lane
from cjmgen.syntax.habits.said import Said
from cjmgen.value import dataclass

Row = Sequence[Said]

MOST_ROWS = 400
"""A longer table is a list of something else."""

_STAGE_WORD = re.compile(
    rf"\b(?:{STAGE_WORDS}|moments?|момент|journey|part of journey)\b|^step ?#$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:stages?|phases?|этапы?|фазы?|стадии|стадия)\b", re.IGNORECASE)
_CORNER = re.compile(r"^(?:cjm|lane|lanes|dimension|aspect|row|layer|категория|параметр|дорожка|критерий)$", re.IGNORECASE)
_COUNT = re.compile(r"^(?:[#№]|no\.?|n|id|номер|№ п/п|п/п)$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"^\W*\d{0,3}(?:\.\d{1,3})*['’]?[a-zа-я]?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matrix:
    """What a table tells. `stages` as they were found; `lanes` the known ones that its labels name."""

    stages: tuple[Draft, ...]
    headings: tuple[Heading, ...]
    lanes: frozenset[str]
    says_stage: bool
    """Whether its head says that these are stages."""
    is_whole: bool = False
    """Whether it says so in so many words, and not `step`, so that it is no part of a stage."""


def read(rows: Sequence[Row]) -> Matrix | None:
    """The map in a table, whichever way it lies; None when it holds none."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not 2 <= len(filled) <= MOST_ROWS or not 2 <= len(filled[0]) <= MOST_ROWS:
        return None
    down = sum(lane(row[0], loose=True) is not None for row in filled[1:] if row)
    across = sum(lane(cell, loose=True) is not None for cell in filled[0][1:])
    named = sum(heading_of(cell).is_named_stage for cell in filled[0][1:])
    sideways = sum(heading_of(row[0]).is_named_stage for row in filled[1:] if row)
    if down * len(filled[0]) > across * len(filled) or (down == across and named > sideways):
        return _columns(filled, down)
    return _rows(filled, across)


def _columns(rows: Sequence[Row], known: int) -> Matrix | None:
    """Stages side by side, each row a lane."""
    heads = [heading_of(cell) for cell in rows[0]]
    places = [at for at in range(1, len(heads)) if heads[at].said.strip()]
    if not known or len(places) < 2:
        return None
    drafts = {at: _draft(heads[at]) for at in places}
    for row in rows[1:]:
        label, found = (row[0], any_lane(row[0], loose=True)) if row and bare(row[0]) else (None, None)
        for at in places:
            if found and at < len(row):
                _fill(drafts[at], found, row[at], label)
    lanes = frozenset(found.field for row in rows[1:] if row and (found := lane(row[0], loose=True)))
    return Matrix(
        tuple(drafts.values()),
        tuple(heads[at] for at in places),
        lanes,
        bool(_STAGE_WORD.search(bare(rows[0][0])) or _CORNER.match(bare(rows[0][0]))),
        True,
    )


def _rows(rows: Sequence[Row], known: int) -> Matrix | None:
    """Stages one below the other, each column a lane."""
    at = _title_column(rows)
    if at is None:
        return None
    heads = rows[0]
    says = bool(_STAGE_WORD.search(bare(heads[at]))) or at > 0
    if not known and not says:
        return None
    found = {
        column: any_lane(head, loose=True)
        for column, head in enumerate(heads)
        if column != at and _is_head(head) and not _counts(rows, column)
    }
    titles = _titles(rows, at, found)
    drafts: list[Draft] = []
    headings: list[Heading] = []
    for row, title in zip(rows[1:], titles, strict=True):
        if title is not None:
            headings.append(heading_of(title))
            drafts.append(_draft(headings[-1]))
        if not drafts:
            continue
        for column, which in found.items():
            if column < len(row):
                _fill(drafts[-1], which, row[column], heads[column])
    lanes = frozenset(which.field for which in found.values() if which.known)
    return Matrix(tuple(drafts), tuple(headings), lanes, says, bool(_WHOLE.search(bare(heads[at])))) if drafts else None


def _is_head(head: Said) -> bool:
    return bool(bare(head)) or lane(head) is not None


def _title_column(rows: Sequence[Row]) -> int | None:
    """The column that names the stages: one whose head says so, else the first that is no count and no lane."""
    heads = rows[0]
    named = [at for at, head in enumerate(heads) if _STAGE_WORD.search(bare(head)) and (at == 0 or lane(head, loose=True) is None)]
    for at in named:
        if not _counts(rows, at):
            return at
    first = 0
    while first < len(heads) - 1 and _counts(rows, first):
        first += 1
    if named:
        return named[0]
    return first if lane(heads[first], loose=True) is None else None


def _counts(rows: Sequence[Row], at: int) -> bool:
    """Whether a column only counts the rows; scores, times and figures are what a lane says."""
    if (found := lane(rows[0][at], loose=True)) and found.field != "actions":
        return False
    cells = [row[at].strip() for row in rows[1:] if at < len(row)]
    if not all(_NUMBER_ONLY.match(cell) for cell in cells):
        return False
    head = bare(rows[0][at])
    return bool(_COUNT.match(head or rows[0][at].strip())) or (any(cells) and (not head or at == 0 or bool(_STAGE_WORD.search(head))))


def _titles(rows: Sequence[Row], at: int, lanes: dict[int, Lane]) -> list[Said | None]:
    """The stages' titles; None for a row that continues the stage above. Where only steps are counted, what is done is the title."""
    if _counts(rows, at):
        other = next((column for column, found in lanes.items() if found.field == "actions"), None)
        other = next((column for column, found in lanes.items() if not found.known), min(lanes, default=None)) if other is None else other
        if other is not None:
            return [_cell(row, other) or _cell(row, at) for row in rows[1:]]
    return [_cell(row, at) for row in rows[1:]]


def _cell(row: Row, at: int) -> Said | None:
    if at >= len(row) or not re.search(r"\w", row[at]):
        return None
    return row[at]


def _draft(heading: Heading) -> Draft:
    draft = Draft(heading.title.but(re.sub(r"\s*<br\s*/?>\s*", " ", heading.title)), dict(heading.fields))
    if heading.duration:
        draft.fields.setdefault("duration", heading.duration)
    return draft


def _fill(draft: Draft, which: Lane, cell: Said, label: Said | None) -> None:
    for inner, words, rest in _labelled(cell, label):
        draft.add(inner, items_of(rest, inner.field), words)
        draft.direct.add(inner.field)
        cell = cell.but("")
    entries = items_of(cell, which.field)
    if entries:
        draft.add(which, entries, label)
        if which.known:
            draft.direct.add(which.field)


_OWN_LABEL = re.compile(r"^\s*\*\*(?P<label>[^*:]{2,40})(?::\s*\*\*|\*\*\s*:)\s*(?P<rest>\S.*)$", re.DOTALL)
_JOINT = re.compile(r"[/&+,]|\band\b|\bи\b")


def _labelled(cell: Said, head: Said | None) -> list[tuple[Lane, Said, Said]]:
    """The pieces of a cell that name their lanes themselves, `**Emotion:** calm<br>**Pain:** none`, where all of them do."""
    pieces = [piece for piece in re.split(r"<br\s*/?>|\n", cell) if piece.strip()]
    found = [_OWN_LABEL.match(piece) for piece in pieces]
    if not found or (len(found) == 1 and not (head and _JOINT.search(head))):
        return []
    named = [(which, match) for match in found if match and (which := lane(match["label"]))]
    return [(which, cell.but(match["label"]), cell.but(match["rest"])) for which, match in named] if len(named) == len(pieces) else []


_GENERIC = re.compile(
    r"^(?:aspects?|attributes?|fields?|elements?|items?|dimensions?|categor(?:y|ies)|lanes?|"
    r"параметр|аспект|элемент|поле|категория|критерий)$",
    re.IGNORECASE,
)


def label_table(rows: Sequence[Row]) -> list[tuple[Lane, Said, Said]] | None:
    """The lanes of one stage told in two columns, label and text, each with both cells; None when it is no such table."""
    if any(len(row) != 2 for row in rows):
        return None
    body = rows if lane(rows[0][0], loose=True) and not lane(rows[0][1]) and not _STAGE_WORD.search(bare(rows[0][0])) else rows[1:]
    known = sum(lane(row[0], loose=True) is not None for row in body)
    if not body or (known * 2 < len(body) and not (known and _GENERIC.match(bare(rows[0][0])))):
        return None
    return [(any_lane(row[0], loose=True), row[0], row[1]) for row in body if bare(row[0])]


def step_table(rows: Sequence[Row]) -> list[tuple[Lane, Said, Said]] | None:
    """The steps of one stage, a row each and a lane a column: every cell with its lane and the column's "
    "head; None when it is no such table."""
    heads = rows[0]
    if sum(lane(head, loose=True) is not None for head in heads) == 0:
        return None
    found: list[tuple[Lane, Said, Said]] = []
    for at, head in enumerate(heads):
        if _counts(rows, at):
            continue
        which = lane(head, loose=True)
        if which is None and _STAGE_WORD.search(bare(head)):
            which = Lane("actions", bare(head))
        which = which or any_lane(head, loose=True)
        found += [(which, head, row[at]) for row in rows[1:] if at < len(row)]
    return found
