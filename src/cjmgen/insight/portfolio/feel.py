"""feel: how a group of touchpoints or stages feels as a whole: the mean, and how far they lie apart."""

from collections.abc import Iterable

from cjmgen.insight.portfolio.pulse import percentile
from cjmgen.value import dataclass

FEW = 10
"""Up to so many, the range is that of all of them; among more, single outliers would draw it."""


@dataclass(frozen=True, slots=True)
class Feel:
    """A mean of `n` scores and their range: from lowest to highest, of many from the 10th to the 90th percentile."""

    mean: float
    low: float
    high: float
    n: int


def feel(scores: Iterable[float | None]) -> Feel | None:
    """How these scores feel together; None without any."""
    known = sorted(score for score in scores if score is not None)
    if not known:
        return None
    low, high = (known[0], known[-1]) if len(known) <= FEW else (percentile(known, 0.1), percentile(known, 0.9))
    return Feel(sum(known) / len(known), low, high, len(known))
