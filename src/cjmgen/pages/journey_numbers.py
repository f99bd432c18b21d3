"""journey_numbers: the funnel and the metrics of a journey."""

from dataclasses import dataclass

from cjmgen.model.amount import Amount
from cjmgen.pages.view import Said

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """People who reach a stage; `x` in percent of the plot."""

    x: float
    people: int
    stage: Said
    of: Said


@dataclass(frozen=True, slots=True)
class Step:
    """The way from one counted stage to the next: the share that comes on, and the goal."""

    x: float
    share: float
    target: float | None
    below: bool
    start: Said
    end: Said


@dataclass(frozen=True, slots=True)
class Funnel:
    """The funnel lane. `band` and `losses` are SVG paths in a view box of 1000 × 100."""

    counts: tuple[Count | None, ...]
    """By stage; None where nobody counted."""
    steps: tuple[Step, ...]
    band: str
    losses: tuple[str, ...]
    worst: Step | None
    """The step furthest below its goal, else the one that loses the largest share."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A sparkline in a box of 64 × 24; `goal` is the height of the goal's line, `last` the last point."""

    points: Points
    goal: float | None
    values: int

    @property
    def last(self) -> tuple[float, float]:
        """The last point."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric on a stage. `met` is None without a goal; `lower` when a smaller value is the better one."""

    id: str
    said: Said
    value: Amount | None
    target: Amount | None
    baseline: Amount | None
    unit: Said
    met: bool | None
    lower: bool
    spark: Spark | None
    period: str
    more: Said
