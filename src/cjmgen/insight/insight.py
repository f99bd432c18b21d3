"""insight: one thing that follows from a map: what it says, the figures it says it with, where, why, and what it weighs."""

from collections.abc import Iterator, Mapping
from typing import Literal

from cjmgen.numbers.digits import written
from cjmgen.numbers.estimate import SMALL, Estimate
from cjmgen.value import dataclass

Text = str | Mapping[str, str]
Unit = Literal["people", "share", "points", "score", "money", "price", "count", "rating", "number", "time", "clock"]
Severity = Literal[1, 2, 3, 4]
"""1 worth knowing, 2 worth a look, 3 hurts, 4 critical: the steps of a pain's severity."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as every form of an insight tells it. Shares and their differences, `points`, are from 0 to 1; times are seconds.

    `code` is a currency, or the unit of a `number`. A `price` is money for one of something. `digits` are the decimals that a number is
    told with, None for the usual ones; sentences tell more where it takes more to see that two figures differ.
    """

    value: float
    unit: Unit
    code: str = ""
    low: float | None = None
    high: float | None = None
    n: int | None = None
    digits: int | None = None

    @classmethod
    def of(cls, estimate: Estimate, unit: Unit, code: str = "") -> "Number":
        """A figure that was reckoned, with its interval."""
        return cls(estimate.value, unit, code, estimate.low, estimate.high, estimate.n)

    @classmethod
    def goal(cls, value: float, unit: Unit = "share", code: str = "") -> "Number":
        """A goal, which is told as it was written."""
        return cls(value, unit, code, digits=written(value, "share") if unit == "share" else None)

    @classmethod
    def sample(cls, n: int, unit: Unit = "count") -> "Number":
        """Of how many a figure is, which leans on itself."""
        return cls(n, unit, n=n)

    @property
    def is_sample(self) -> bool:
        """Whether it is itself of how many a figure is."""
        return self.unit in ("count", "people") and self.n == self.value

    @property
    def is_few(self) -> bool:
        """Whether it leans on few, or counts the few that a figure leans on."""
        return 0 < (self.n or 0) < SMALL


@dataclass(frozen=True, slots=True)
class Period:
    """A period or a day as maps write it, `2026-10`, `2026-10-17`, which each language writes in its own way."""

    text: str


Value = Text | Number | Period


@dataclass(frozen=True, slots=True)
class Sentence:
    """A phrase of the theme by its key, with what fills it in: texts of the maps and figures. `n` counts."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


def says(key: str, **values: Value) -> Sentence:
    """A sentence."""
    return Sentence(f"insight.{key}", tuple(values.items()))


def counts(key: str, n: Number, of: Number, **values: Value) -> Sentence:
    """A sentence that counts some of all; where all is one, the theme says so in other words, as “1 of 1 pieces” is none."""
    return says(f"{key}_sole" if of.value == 1 else key, n=n, of=of, **values)


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the maps by its names: a journey, a stage of it, a thing of a `kind` in that stage; or an entity of that kind alone."""

    journey: str = ""
    stage: str = ""
    kind: Literal["", "touchpoint", "pain", "gain", "quote", "opportunity", "metric", "handoff", "evidence", "persona", "channel"] = ""
    id: str = ""
    title: Text = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """A step of why: what stands behind an insight, and where."""

    said: Sentence
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Insight:
    """What it says, of which places, the first being the one to look at; its figures by name; and why, from the reason to its proof.

    `worth` is what mending it would bring in money and `people` how many more it would carry on; None where nobody can tell.
    """

    kind: str
    said: Sentence
    spots: tuple[Spot, ...]
    severity: Severity
    numbers: tuple[tuple[str, Number], ...] = ()
    why: tuple[Clue, ...] = ()
    worth: Number | None = None
    people: Number | None = None
    good: bool = False
    """Whether it is something to keep."""

    @property
    def spot(self) -> Spot:
        """The place to look at."""
        return self.spots[0]


Insights = Iterator[Insight]


def weight(insight: Insight, currency: str) -> tuple[float, ...]:
    """What it weighs beside others, the heaviest first: money, then people, then severity; what to keep goes after what to mend.

    Money and people weigh as much as is sure of them, the lower end of their interval: a large gap between few people may be none. Only
    amounts in one currency can be compared, so those in others weigh by their people.
    """
    worth = _sure(insight.worth) if insight.worth and insight.worth.code == currency else 0.0
    return -worth, -_sure(insight.people), insight.good, -insight.severity


def _sure(of: Number | None) -> float:
    """The least that a figure may be; itself where nobody knows its interval."""
    return 0.0 if of is None else of.value if of.low is None else of.low
