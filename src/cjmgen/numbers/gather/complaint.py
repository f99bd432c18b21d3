"""complaint: what is wrong with the exports of a metric, by its place in an export; `asked.Misnamed` are those in the metric's own file."""

from collections.abc import Iterator, Sequence

from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.reason import Refusal
from cjmgen.value import dataclass

MOST = 5
"""Rows of a file, refused or said again, that are told one by one."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Something that an export itself has wrong."""

    file: str
    code: str
    fault: Fault | Refusal


Complaint = Misnamed | Misread


def _totals(file: str, reading: Reading) -> Iterator[Misread]:
    """The rows that are left out as they sum up others; of a profile's export, `inspect` shows those that say it themselves."""
    told = reading.provenance
    named = [] if reading.profile else [line for line in told.totals if line not in reading.longer]
    if named:
        message = f"of this row{_more(named)} it is assumed that it sums up the others; it is left out"
        yield Misread(file, "export-assumed", Fault(named[0], 1, message))
    if reading.longer:
        column = next((each.column for each in told.used if each.role == "period"), 1)
        message = f"of this row{_more(reading.longer)} it is assumed that it sums up others: most are of another length; it is left out"
        hint = "a metric has periods of one length: months, quarters or years"
        yield Misread(file, "export-assumed", Fault(reading.longer[0], column, message, hint))


def _more(lines: Sequence[int]) -> str:
    return f", and {len(lines) - 1} more," if len(lines) > 1 else ""


def refused(file: str, reading: Reading) -> Iterator[Misread]:
    """The rows of an export that can't be read or come again, and what had to be assumed to read the others."""
    faults = reading.provenance.refused
    for fault in faults[:MOST]:
        yield Misread(file, "export-row-refused", fault)
    if len(faults) > MOST:
        told = f"{len(faults) - MOST} more rows can't be read, this is the first of them"
        yield Misread(file, "export-row-refused", Fault(faults[MOST].line, faults[MOST].column, told))
    for fault in reading.provenance.again[:MOST]:
        yield Misread(file, "export-restated", fault)
    yield from _totals(file, reading)
    for each in reading.provenance.used:
        if each.assumed:
            message = f"of the column “{each.name}” it is assumed {each.assumed}"
            yield Misread(file, "export-assumed", Fault(reading.provenance.header, each.column, message))
