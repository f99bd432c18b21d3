"""counted: what a report may say of a figure that was counted on both sides: of how many, which periods, and how it stands to its goal."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from cjmgen.numbers.estimate import Noise
from cjmgen.report.review.bounded import Called, Number, Strict, Word


class Counts(Strict):
    """Of how many a figure is, on both sides."""

    old: Annotated[int, Field(ge=0, le=10**15)]
    new: Annotated[int, Field(ge=0, le=10**15)]


class Periods(Strict):
    """Of which period a figure is, on both sides."""

    old: Word
    new: Word


Few = Annotated[tuple[Word, ...], Field(max_length=5_000)]


class Corrected(Strict):
    """A period that has another figure now."""

    period: Word
    kind: Literal["number", "share", "time"]
    old: Number
    new: Number


class Over(Strict):
    """What became of a goal whose day has passed."""

    day: datetime.date
    stands: Literal["met", "close", "behind", "missed", "open", "older"]
    value: Number
    kind: Literal["number", "share", "time"]
    period: Word = ""


class Same(Strict):
    """Where a change of a metric is told."""

    journey: Called
    stages: Annotated[tuple[Called, ...], Field(max_length=2)] = ()
    goal: Number | None = None


class Measured(Strict):
    """What a metric's value was counted from."""

    n: Counts
    period: Periods
    noise: Noise
    goal: Number | Word | None = None
    new: Few = ()
    late: Few = ()
    restated: Few = ()
    digits: Annotated[int, Field(ge=0, le=6)] | None = None
    currency: Word = ""
    corrected: Annotated[tuple[Corrected, ...], Field(max_length=5_000)] = ()
    over: Over | None = None
    same: Same | None = None
