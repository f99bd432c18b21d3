"""heading: where a metric goes over its periods, measured or typed; months that are missing between them are heeded."""

from collections.abc import Sequence

from cjmgen.numbers.change.trend import Trend, trend
from cjmgen.numbers.gather.period import spaced
from cjmgen.numbers.measured import Measured

ENOUGH = 5
"""Of fewer periods no order is rare enough to be a trend."""


def heading(measured: Measured | None, typed: Sequence[float]) -> tuple[Trend | None, int]:
    """The trend of a metric's series, and of how many periods it is; of values that were typed nobody knows of a gap."""
    if measured is None or not measured.series:
        return trend(typed), len(typed)
    known = {each.period: each.estimate.value for each in measured.series}
    values = [known.get(each) for each in spaced(tuple(known))] if len(known) == len(measured.series) else [*known.values()]
    return trend(values), len(known)
