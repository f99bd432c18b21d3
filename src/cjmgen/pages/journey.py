"""journey: the journey page, everything the map shows with its addresses and without any HTML."""

import datetime
from dataclasses import dataclass

from cjmgen.pages.journey_channels import Channels, Contact
from cjmgen.pages.journey_curve import Emotion
from cjmgen.pages.journey_items import Badge, Chance, Claim, Item, Picture, Quote
from cjmgen.pages.journey_lanes import Lane
from cjmgen.pages.journey_numbers import Figure, Funnel
from cjmgen.pages.journey_people import Strip
from cjmgen.pages.journey_teams import Teams
from cjmgen.pages.view import Anchor, Frame, Said


@dataclass(frozen=True, slots=True)
class Vitals:
    """The four figures beside the title, each None without data behind it. Shares are 0 … 1."""

    score: float | None
    tone: str
    conversion: float | None
    outcome: Said
    """The stage that conversion is counted to."""
    target: float | None
    missed: bool
    severe: int
    pains: int
    validated: int
    claims: int
    coverage: float | None


@dataclass(frozen=True, slots=True)
class StageHead:
    """A column's head. `spot` is its id in the page, `number` counts from 1."""

    id: str
    spot: str
    number: int
    said: Said
    goal: Said
    more: Said
    duration: Said
    wait: Said
    optional: bool
    score: float | None
    tone: str
    phase: Said
    owner: Said
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Research:
    """A line of the evidence list. `freshness` is fresh, due or expired."""

    id: str
    spot: str
    said: Said
    kind: str
    n: int | None
    population: Said
    date: datetime.date | None
    freshness: str
    source: Said
    link: str


@dataclass(frozen=True, slots=True)
class JourneyView:
    """A journey map. Lanes are absent (empty tuple or None) when no stage fills them; all cells follow `stages`."""

    frame: Frame
    id: str
    title: Said
    summary: Said
    state: str
    status: str
    owner: Said
    reviewed: datetime.date | None
    period: str
    base: Anchor | None
    """The journey this one is a patch over."""
    parent: Anchor | None
    reading: str
    """The address of the reading version, or ""."""
    story: tuple[tuple[str, Said], ...]
    """scenario, trigger, end, notes: those that are filled, by key; block Markdown."""
    expectations: tuple[Item, ...]
    tags: tuple[tuple[str, str], ...]
    vitals: Vitals
    strips: tuple[Strip, ...]
    actors: tuple[Badge, ...]
    stages: tuple[StageHead, ...]
    lenses: tuple[str, ...]
    """The lane switch: all, experience, numbers, insights, blueprint, overview; those with something to show."""
    notes: tuple[Lane[Item], ...]
    """goal, actions, thoughts, questions: lanes above the pictures, in order."""
    gains: Lane[Claim] | None
    pictures: Lane[Picture] | None
    tailored: Lane[Item] | None
    """Personalisation."""
    emotion: Emotion | None
    feelings: Lane[Item] | None
    voice: Lane[Quote] | None
    channels: Channels | None
    funnel: Funnel | None
    metrics: Lane[Figure] | None
    pains: Lane[Claim] | None
    chances: Lane[Chance] | None
    teams: Teams | None
    blueprint: tuple[Lane[Item], ...]
    """physical_evidence, actions, frontstage, backstage, support, policies: those filled, in this order."""
    free: tuple[Lane[Item], ...]
    next: tuple[Chance, ...]
    """What to do next: open opportunities, most impact for least effort first."""
    legend: tuple[str, ...]
    """The glyphs this page uses: severity, validated, reasoned, assumed, effort, truth, wait, automated, detail, leave."""
    evidence: tuple[Research, ...]
