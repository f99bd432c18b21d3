"""chart: how a journey feels stage by stage before and after, as two curves over the same columns."""

from collections.abc import Sequence

from cjmgen.insight.charts.curve import across, height
from cjmgen.insight.meet.spine import drift
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

HIGH, LOW = 15, 78
"""Percent of the plot: a note has no room above the one and below the other."""

TOLD = 6
"""Stages that the sentence about the chart names."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What a stage felt like, and does now; None where it had no emotion, or was not there."""

    said: Said
    old: float | None
    new: float | None

    @property
    def by(self) -> float | None:
        """By how much it changed, as it is shown."""
        return drift(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Spot:
    """A stage that feels otherwise now, in percent of the plot."""

    x: float
    y: float
    by: float

    @property
    def over(self) -> bool:
        """Whether its note stands above it: where it rose, unless there is no room there or below."""
        return self.y > HIGH and (self.by > 0 or self.y > LOW)


@dataclass(frozen=True, slots=True)
class Chart:
    """Both curves in a view box of 1000 × 200."""

    old: Points
    new: Points
    even: bool
    """Whether both go through the same columns, so that the room between them means something."""
    spots: tuple[Spot, ...]
    told: tuple[Felt, ...]
    """The stages that changed, as many as a sentence names."""
    more: int


def chart(stages: Sequence[Felt]) -> Chart | None:
    """The curves through the centres of the columns; None where nobody ever felt anything."""
    old, new = (_points([getattr(stage, side) for stage in stages]) for side in ("old", "new"))
    if not old and not new:
        return None
    moved = [(at, stage) for at, stage in enumerate(stages) if stage.old is None or stage.new is None or stage.by]
    moved = [(at, stage) for at, stage in moved if not (stage.old is None and stage.new is None)]
    spots = tuple(_spot(at, len(stages), stage.new, stage.by) for at, stage in moved if stage.new is not None and stage.by)
    even = [x for x, _ in old] == [x for x, _ in new] and old != new and len(old) > 1
    return Chart(old, new, even, spots, tuple(stage for _, stage in moved[:TOLD]), max(0, len(moved) - TOLD))


def _points(scores: Sequence[float | None]) -> Points:
    return tuple((across(at, len(scores)), height(score)) for at, score in enumerate(scores) if score is not None)


def _spot(at: int, of: int, score: float, by: float) -> Spot:
    return Spot(round(across(at, of) / 10, 2), round(height(score) / 2, 2), by)
