"""longer: rows of quarters and years in a column of months: they sum up others, and would be periods beside these."""

from collections import Counter
from collections.abc import Iterable

from cjmgen.numbers.records import Record


def others(records: Iterable[Record]) -> frozenset[int]:
    """The lines of records whose period is not as long as those of most, of as many the shorter; none without a column of periods."""
    months = {each.line: _months(period) for each in records if isinstance(period := each.values.get("period"), str)}
    counts = Counter(months.values())
    if len(counts) < 2:
        return frozenset()
    usual = max(counts, key=lambda length: (counts[length], -length))
    return frozenset(line for line, length in months.items() if length != usual)


def _months(period: str) -> int:
    return 12 if "-" not in period else 3 if "Q" in period else 1
