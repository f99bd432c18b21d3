"""dated: a record of an export with its period."""

from cjmgen.numbers.records import Record
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """A record, the position of its file, and its period."""

    record: Record
    file: int
    period: str
