"""card: what other pages may see of a journey or a persona; everything else needs the entity in full."""

import datetime
from collections.abc import Mapping
from typing import Literal

from cjmgen.atlas.cards.experiment import ExperimentCard
from cjmgen.value import dataclass

Text = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many claims are validated, reasoned and assumed, and what the validated ones weigh together; pooled by adding."""

    validated: int = 0
    reasoned: int = 0
    assumed: int = 0
    weight: float = 0.0

    @property
    def total(self) -> int:
        """All claims."""
        return self.validated + self.reasoned + self.assumed

    @property
    def share(self) -> float | None:
        """Validated claims ÷ all claims, 0 … 1; None without claims."""
        return self.validated / self.total if self.total else None

    @property
    def by_weight(self) -> float | None:
        """What all claims weigh on average, 0 … 1 and at most the share of validated ones; None without claims."""
        return self.weight / self.total if self.total else None

    def __add__(self, other: "Coverage") -> "Coverage":
        """Both sets of claims."""
        weight = self.weight + other.weight
        return Coverage(self.validated + other.validated, self.reasoned + other.reasoned, self.assumed + other.assumed, weight)


@dataclass(frozen=True, slots=True)
class StageCard:
    """A stage as other pages see it. `score` is -2 … +2; `worst` is 0 (no pain) … 4 (critical).

    `people` reach the stage in the journey's period; `goal` is the share of the stage before that should, 0 … 1.
    """

    id: str
    title: Text
    phase: str | None
    score: float | None
    worst: int
    owner: str | None
    coverage: Coverage
    people: int | None
    goal: float | None


@dataclass(frozen=True, slots=True)
class CostCard:
    """What is spent on a touchpoint; `currency` is "" where nobody said.

    An amount that was typed is of the journey's period. One of a `metric` is of its own `period`; `counted` is that of the people where it
    is another one, "" where nobody says it, and None where both are the same.
    """

    spent: float
    currency: str
    metric: str = ""
    period: str = ""
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class TouchpointCard:
    """A touchpoint as other pages see it; `moment` is truth, decision, turn, barrier or ""."""

    id: str
    stage: str
    title: Text
    channel: str | None
    owner: str | None
    score: float | None
    moment: str
    automated: bool = False
    cost: CostCard | None = None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A pain, a gain or a quote as other pages see it; what it says is in the journey's `words`, at `at`.

    A quote has no id here: that may be made of what it says. `severity` is 1 (low) … 4 (critical), 0 for what has none. `evidence` names
    what it leans on, each with how many said so.
    """

    kind: Literal["pain", "gain", "quote"]
    id: str
    stage: str
    severity: int
    confidence: Literal["assumed", "reasoned", "validated"]
    touchpoint: str | None
    evidence: tuple[tuple[str, int | None], ...]
    at: int


@dataclass(frozen=True, slots=True)
class Words:
    """What a claim says: the title of a pain or a gain, or what somebody said; with its id."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity as other pages see it; impact and effort are 1 … 5. `pains` are those it would ease, as (stage, pain).

    `rice` are reach, impact, confidence and effort by that method; `expects` is a metric with the change that is hoped for.
    """

    id: str
    stage: str
    title: Text
    impact: float | None
    effort: float | None
    status: str
    owner: str | None
    due: datetime.date | None
    link: str
    pains: tuple[tuple[str, str], ...]
    more: Text | None = None
    rice: tuple[float, float, float, float] | None = None
    importance: float | None = None
    satisfaction: float | None = None
    expects: tuple[str, float | str] | None = None
    experiments: tuple[ExperimentCard, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoffCard:
    """What one team, or partner actor, hands to another. `works` is yes, partly, no or ""; `stage` is the one that receives."""

    start: str
    end: str
    stage: str | None
    what: Text | None
    works: str
    how: Text | None


@dataclass(frozen=True, slots=True)
class ActorCard:
    """Somebody who takes part in one journey alone, as other pages see them; `team` is the one they belong to."""

    id: str
    title: Text
    kind: str
    team: str | None


@dataclass(frozen=True, slots=True)
class ValueCard:
    """What one conversion is worth; `currency` is "" where nobody said, `period` that which the journey's counts cover, or ""."""

    amount: float
    currency: str
    period: str


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey as other pages see it.

    `pains` counts open pains by severity, low to critical; `unrated` those without one. `conversion` is people at the
    outcome ÷ people at the first stage that has an entry, 0 … 1.
    """

    id: str
    file: str
    title: Text
    summary: Text | None
    personas: tuple[str, ...]
    state: str
    status: str
    internal: bool
    owner: str | None
    reviewed: datetime.date | None
    extends: str | None
    parent: str | None
    tags: tuple[tuple[str, str], ...]
    score: float | None
    stages: tuple[StageCard, ...]
    pains: tuple[int, int, int, int]
    unrated: int
    coverage: Coverage
    conversion: float | None
    target: float | None
    touchpoints: tuple[TouchpointCard, ...]
    claims: tuple[ClaimCard, ...]
    opportunities: tuple[OpportunityCard, ...]
    handoffs: tuple[HandoffCard, ...]
    leans: tuple[tuple[str, int], ...]
    """Evidence that emotions, counts, handoffs, opportunities and the map as a whole lean on, each with how often."""
    period: str | None
    cast: tuple[ActorCard, ...] = ()
    voices: tuple[str, ...] = ()
    """Personas and actors that the journey tells apart, by values of their own or items about some of them; none or two and more."""
    was: tuple[str, ...] = ()
    private: bool = False
    """Whether it or anything in it is internal."""
    outcome: str | None = None
    """The stage that is the conversion."""
    value: ValueCard | None = None
    """None too where an amount below 0 was written: nothing can be reckoned with it."""
    words: tuple[Words, ...] = ()
    """What the claims say, by their place: a part of its own, as more pages count and weigh claims than tell them."""
    measures: tuple[tuple[str, str], ...] = ()
    """Metrics with files of their own that it shows, each as (stage, metric); of the one that counts its stages the stage is ""."""

    @property
    def counted(self) -> bool:
        """Whether portfolio figures and averages count this journey."""
        return self.state == "current" and self.status in ("live", "review")

    def said(self, claim: ClaimCard) -> Words:
        """What one of the claims says."""
        return self.words[claim.at]

    @property
    def severe(self) -> int:
        """High and critical pains."""
        return self.pains[2] + self.pains[3]


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona as other pages see it."""

    id: str
    file: str
    title: Text
    role: Text | None
    segment: Text | None
    photo: str | None
    internal: bool
    evidence: tuple[tuple[str, int | None], ...]
    channels: tuple[str, ...]
    was: tuple[str, ...] = ()
    private: bool = False
    """Whether they or anything said of them is internal."""
