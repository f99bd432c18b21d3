"""counts: the rows of what an engine answers, and the numbers and words that stand in them for something else."""

from typing import Final

from cjmgen.value import dataclass

TOTAL, MATCHED, FUNNEL, ROUTES, WAYS = range(5)
ALL: Final = "(all)"
OTHER: Final = "(other)"
NONE: Final = "(none)"
FOLDED: Final = -2
"""A route or a touchpoint that stands for all with too few people."""
BEGIN: Final = -1
"""In place of a touchpoint: before the first. Their number stands for after the last."""


@dataclass(frozen=True, slots=True)
class Count:
    """A row of what an engine answers."""

    part: int
    period: int | None
    segment: str | None
    one: int | None
    two: int | None
    people: int | None
    median: int | None
    p90: int | None
