"""records: the rows of an export to records, each with the values of its columns; and the rows that can't be read, with what is wrong."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cjmgen.numbers.column import Cells, Value
from cjmgen.numbers.deal import ended
from cjmgen.numbers.fit import Fit
from cjmgen.numbers.profile import KINDS, Role
from cjmgen.numbers.reason import Reason, Refusal
from cjmgen.numbers.sheet import Row
from cjmgen.value import dataclass

_HINTS = {
    "period": "write it as `2026-05`, `May 2026` or `2026-Q1`",
    "date": "write it as `2026-05-31`",
    "share": "write all shares of the column in one way, best with the sign for percent: `12.5%`",
}
"""How to write what can't be read, where that is no number."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one row says. A role without a value is left out: shares are fractions of one, times are seconds."""

    line: int
    values: Mapping[Role, Value]


@dataclass(frozen=True, slots=True)
class Opened:
    """The cells of the columns that are read: by role, and by position of those that say when a deal came to a stage."""

    columns: Mapping[Role, Cells]
    entered: Mapping[int, Cells]


def records_of(rows: Sequence[Row], fit: Fit, opened: Opened) -> tuple[tuple[Record, ...], tuple[Refusal, ...]]:
    """The rows that have what they must, as records; and those that have not."""
    records: list[Record] = []
    refused: list[Refusal] = []
    for number, row in enumerate(rows):
        values = dict(_values(number, fit, opened))
        if fault := _fault(number, row, values, fit, opened):
            refused.append(fault)
        else:
            records.append(Record(row.line, values))
    return tuple(records), tuple(refused)


def _values(number: int, fit: Fit, opened: Opened) -> Iterator[tuple[Role, Value]]:
    for role, found in opened.columns.items():
        value = found.values[number]
        if value is not None:
            yield role, value
    if stages := tuple(fit.entered[at] for at, found in opened.entered.items() if found.values[number] is not None):
        yield "entered", stages


def _fault(number: int, row: Row, values: Mapping[Role, Value], fit: Fit, opened: Opened) -> Refusal | None:
    """The first thing that is wrong with a row."""
    by_role = ((fit.columns[role], found, _hint(role)) for role, found in opened.columns.items())
    for at, found, hint in (*by_role, *((at, found, _HINTS["date"]) for at, found in opened.entered.items())):
        if number in found.wrong:
            return Refusal(row.line, at + 1, found.wrong[number], hint)
    lacking = next((role for role in fit.profile.needs if role not in values), None)
    if not lacking:
        return None
    reason = Reason("short" if len(row.cells) <= max(fit.columns.values()) else "empty")
    return Refusal(row.line, fit.columns[lacking] + 1, reason)


def _hint(role: Role) -> str:
    """How to write what can't be read; nobody should make up a day for what has not ended."""
    found = _HINTS.get(KINDS.get(role, "text"), "")
    return f"{found}, or leave it empty where it has not ended" if role in ("won", "closed") else found


def days_of(records: Iterable[Record], opened: Opened) -> Iterator[datetime.date]:
    """All days on which something happened that an export tells of; when an open deal is hoped to close is none of them."""
    for record in records:
        yield from happened(record)
    for found in opened.entered.values():
        yield from (_day(value) for value in found.values if isinstance(value, datetime.date))


def happened(record: Record) -> Iterator[datetime.date]:
    """The days on which something happened that a record tells of."""
    over = ended(record.values) is not None or "stage" not in record.values
    for role in ("date", "created", *(("won", "closed") if over else ())):
        if isinstance(day := record.values.get(role), datetime.date):
            yield _day(day)


def _day(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment
