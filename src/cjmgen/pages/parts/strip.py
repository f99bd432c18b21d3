"""strip: how a group feels as a mark on the emotion scale: a dot at the mean, a bar from low to high."""

from collections.abc import Iterable

from cjmgen.insight.charts.curve import tone
from cjmgen.insight.portfolio.feel import FEW, feel
from cjmgen.model.amount import half_up
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """A mean with its range; `left`, `width` and `at` are percents of the scale from -2 to +2."""

    mean: float
    low: float
    high: float
    n: int
    many: bool
    """Whether the range leaves out the outermost tenth on either side."""
    tone: str
    left: float
    width: float
    at: float


def strip(scores: Iterable[float | None]) -> Strip | None:
    """The strip of these scores; None without any."""
    found = feel(scores)
    if not found:
        return None
    left, right, at = (half_up((score + 2) * 25, 1) for score in (found.low, found.high, found.mean))
    width = half_up(right - left, 1)
    return Strip(found.mean, found.low, found.high, found.n, found.n > FEW, tone(half_up(found.mean, 1)), left, width, at)
