"""little: files most of whose rows can't be read, and columns that are named and empty: no figure comes of what is left."""

from collections.abc import Iterator, Sequence

from cjmgen.model.metric import Source
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.opened import Opened
from cjmgen.numbers.profile import KINDS
from cjmgen.numbers.reading import Reading

_LACKING = ("empty", "short")
"""Reasons of rows that say nothing, such as months to come, and nothing wrong."""

_SEVERAL = 2
"""One row that can't be read is a slip, be it one of two."""


def mostly_refused(file: str, reading: Reading) -> Misread | None:
    """That half of the rows of a file or more can't be read: the others are no sample of all."""
    wrong = [each for each in reading.provenance.refused if each.reason.key not in _LACKING]
    taken = len(reading.records)
    if not taken or len(wrong) < max(_SEVERAL, taken):
        return None
    message = f"{len(wrong)} of {len(wrong) + taken} rows can't be read, so that the others say little, and this file gives no figure"
    return Misread(file, "export-unreadable", Fault(reading.provenance.header, wrong[0].column, message, "see what is wrong with its rows"))


def blank(opened: Sequence[Opened], source: Source) -> Iterator[Misread]:
    """That the column which the source names as the value has none in any file, at its name in the first; nothing else is taken for it."""
    every = [(each, used) for each in opened for used in each.reading.provenance.used if KINDS.get(used.role, "text") != "text"]
    numbers = [(each, used) for each, used in every if source.value and plain(used.name) == plain(source.value)]
    if not numbers or any(used.role in record.values for each, used in numbers for record in each.reading.records):
        return
    each, used = numbers[0]
    if each.reading.records:
        message = f"the column “{used.name[:40]}” is named as `value` and has none"
        yield Misread(each.name, "export-unfit", Fault(each.reading.provenance.header, used.column, message, "name the column that has it"))
