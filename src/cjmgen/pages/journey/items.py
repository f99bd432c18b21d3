"""items: what stands in the cells of the map, each item with who it is about and what it leans on."""

import datetime

from cjmgen.model.claim import Quote as WrittenQuote
from cjmgen.model.item import Item as WrittenItem
from cjmgen.pages.experiments.hope import Hope
from cjmgen.pages.experiments.trials import TrialView
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass


def is_internal(written: WrittenItem | WrittenQuote) -> bool:
    """Whether something is for colleagues alone: a public site does without it, and others mark it."""
    return written.audience == "internal"


@dataclass(frozen=True, slots=True)
class Badge:
    """A persona or actor named by an item: an initial in one of six tints, and the name. `kind` is persona, companion, staff …"""

    id: str
    initial: str
    tint: int
    name: Said
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """An evidence a claim leans on. `said` of `asked` people (or tickets, sessions …) support it; None where not given."""

    id: str
    title: Said
    kind: str
    said: int | None
    asked: int | None
    expired: datetime.date | None = None
    """The day from which it counts no more, once that has come."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a claim is backed: validated, reasoned or assumed, and by what."""

    level: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line in a lane of notes. `at` is the touchpoint a blueprint item belongs to."""

    said: Said
    who: tuple[Badge, ...] = ()
    more: Said = SILENCE
    link: str = ""
    at: Said = SILENCE
    system: Said = SILENCE
    wait: Said = SILENCE
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of a stage or touchpoint."""

    src: str
    alt: Said
    caption: Said


@dataclass(frozen=True, slots=True)
class Quote:
    """The customer's own words."""

    said: Said
    who: tuple[Badge, ...]
    speaker: Said
    proof: Proof
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A gain or a pain. `severity` is 1 low … 4 critical, 0 unrated; `spot` its id in the page, "" for gains."""

    spot: str
    said: Said
    who: tuple[Badge, ...]
    severity: int
    proof: Proof
    at: Anchor | None
    frequency: Said
    cause: Said
    more: Said
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity. `impact` and `effort` are 1 … 5 or None; `x`, `y` place the dot in a glyph of 20 × 20."""

    spot: str
    line: str
    """The address of its line in the list of all opportunities."""
    said: Said
    who: tuple[Badge, ...]
    status: str
    impact: float | None
    effort: float | None
    x: float
    y: float
    owner: Said
    stage: Said
    pains: tuple[Anchor, ...]
    link: str
    due: datetime.date | None
    more: Said
    internal: bool = False
    trials: tuple[TrialView, ...] = ()
    hope: Hope | None = None
    """What it was expected to change, and what came of it."""
