"""without: periods of which the exports have rows and nothing can be counted: left out silently, an older one would pass for the latest."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import MOST, Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import missing
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.tally.tickets import is_open

_TOLD = 6
"""Months without a figure that are named."""

_SHARES = ("conversion", "repeat", "drop-off", "churn", "clicks")
_OPEN: tuple[Shape, ...] = ("deals", "events")
"""Shapes whose rows may well come to nothing yet: deals that are open, people who stand before the first stage."""


def without(
    periods: Mapping[str, Sequence[Dated]], counted: Collection[str], metric: Metric, shape: Shape, files: Sequence[str]
) -> Iterator[Misread]:
    """A word at the first row of each period that has no figure, of the latest ones if there are many."""
    if metric.type == "funnel" or shape in _OPEN:
        return
    empty = [period for period in periods if period not in counted]
    for period in empty[-MOST:]:
        first = periods[period][0]
        rows = "row" if len(periods[period]) == 1 else f"{len(periods[period])} rows"
        of = f"the {rows} of {period}" if period else f"the {rows} without a period"
        still = sum(is_open(each.record) for each in periods[period]) if (shape, metric.type) == ("tickets", "time") else 0
        why = f", as {still} of them {'is' if still == 1 else 'are'} open" if still else ""
        hint = "a share needs all of whom it is, and no more can have done it than there were" if metric.type in _SHARES else ""
        message = f"no figure comes of {of}{why}, so that it is left out"
        yield Misread(files[first.file], "export-row-refused", Fault(first.record.line, 1, message, hint))


def between(periods: Sequence[str]) -> Iterator[Misnamed]:
    """A word about months of which nothing is known, between others."""
    if gap := missing(periods):
        told = ", ".join(gap[:_TOLD]) + (f" and {len(gap) - _TOLD} more" if len(gap) > _TOLD else "")
        yield Misnamed(("source", "file"), "export-gap", f"the exports hold nothing of {told}")
