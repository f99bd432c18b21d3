"""card: what other pages may see of a journey or a persona; everything else needs the entity in full."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

Text = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many claims are validated, reasoned and assumed; pooled by adding."""

    validated: int = 0
    reasoned: int = 0
    assumed: int = 0

    @property
    def total(self) -> int:
        """All claims."""
        return self.validated + self.reasoned + self.assumed

    @property
    def share(self) -> float | None:
        """Validated claims ÷ all claims, 0 … 1; None without claims."""
        return self.validated / self.total if self.total else None

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(self.validated + other.validated, self.reasoned + other.reasoned, self.assumed + other.assumed)


@dataclass(frozen=True, slots=True)
class StageCard:
    """A stage as other pages see it. `score` is -2 … +2; `worst` is 0 (no pain) … 4 (critical)."""

    id: str
    title: Text
    phase: str | None
    score: float | None
    worst: int
    owner: str | None


@dataclass(frozen=True, slots=True)
class TouchpointCard:
    """A touchpoint as other pages see it."""

    id: str
    stage: str
    title: Text
    channel: str | None
    owner: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity as other pages see it; impact and effort are 1 … 5."""

    id: str
    stage: str
    title: Text
    impact: float | None
    effort: float | None
    status: str
    owner: str | None


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
    opportunities: tuple[OpportunityCard, ...]
    handoffs: tuple[tuple[str, str], ...]
    was: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether portfolio figures and averages count this journey."""
        return self.state == "current" and self.status in ("live", "review")

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
    was: tuple[str, ...] = ()
