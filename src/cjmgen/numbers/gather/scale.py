"""scale: whether the scale that answers are read on is the one that they were given on."""

from collections.abc import Iterator

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.tally.answers import TEN, above, named, scale_of, usual
from cjmgen.numbers.tally.figure import Records
from cjmgen.numbers.tally.shapes import RATED


def scaled(metric: Metric, shape: Shape, every: Records) -> Iterator[Misnamed]:
    """A word where answers make the scale wider than it usually is, as one mistyped would, and on a scale that the question hasn't got."""
    if shape not in RATED:
        return
    own = named(metric)
    if metric.type == "nps" and own and (own.highest != TEN.highest or own.lowest > 1):
        hint = "take `scale` out; of answers on another scale there is a CSAT"
        yield Misnamed(("source", "scale"), "export-unfit", f"an NPS is asked from 0 to 10, not from {own.lowest} to {own.highest}", hint)
    if metric.type not in ("csat", "ces") or own:
        return
    found = scale_of(every, metric)
    narrower = [each for each in usual(metric) if each.highest < found.highest]
    if narrower:
        wide, all_ = above(every, narrower[-1].highest)
        over = f"{wide} of {all_} {'is' if wide == 1 else 'are'} above {narrower[-1].highest}"
        message = f"it is assumed that answers go from 1 to {found.highest}, as {over}"
        yield Misnamed(("source",), "export-assumed", message, f"say `scale: 1-{narrower[0].highest}` or `scale: 1-{found.highest}`")
