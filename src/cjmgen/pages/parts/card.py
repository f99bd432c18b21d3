"""card: a journey as a card on other pages: curve, lowest stage, conversion, severe pains, evidence."""

from cjmgen.atlas.cards.card import JourneyCard, StageCard
from cjmgen.insight.charts.curve import across, height, tone
from cjmgen.model.amount import half_up
from cjmgen.pages.parts.portrait import portrait
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import keys
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Portrait, Said
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

TOP, CUT = 42, 124
"""A card shows this part of the emotion curve's box."""


@dataclass(frozen=True, slots=True)
class Low:
    """The lowest stage; `x` and `y` in percent of the card's plot."""

    stage: Said
    score: float
    tone: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Person:
    """A persona on a card."""

    portrait: Portrait
    name: Said
    role: Said


@dataclass(frozen=True, slots=True)
class Card:
    """A journey's card. Figures are None where nothing stands behind them."""

    anchor: Anchor
    person: Person | None
    others: int
    """How many more personas walk this way."""
    state: str
    status: str
    points: Points
    low: Low | None
    stages: int
    conversion: float | None
    target: float | None
    severe: int | None
    worst: int
    evidence: float | None
    weight: float | None
    """Claims that are validated, 0 … 1, and what all of them weigh."""
    keys: tuple[str, ...]
    """What filters look at."""
    score: float | None
    internal: bool = False
    """Whether the journey is for colleagues alone."""


def card(edition: Edition, start: str, journey: JourneyCard) -> Card:
    """A journey's card, seen from the page at the path `start`."""
    known = [id for id in journey.personas if id in edition.atlas.personas]
    rated = sum(journey.pains) + journey.unrated
    return Card(
        anchor=edition.anchor(start, Subject("journey", journey.id), journey.title),
        person=_person(edition, start, known[0]) if known else None,
        others=max(0, len(known) - 1),
        state=journey.state,
        status=journey.status,
        points=points(journey.stages),
        low=_low(edition, journey.stages),
        stages=len(journey.stages),
        conversion=journey.conversion,
        target=journey.target,
        severe=journey.severe if rated else None,
        worst=max((stage.worst for stage in journey.stages), default=0),
        evidence=journey.coverage.share,
        weight=journey.coverage.by_weight,
        keys=keys(journey, edition.atlas.personas),
        score=journey.score,
        internal=journey.internal,
    )


def points(stages: tuple[StageCard, ...]) -> Points:
    """The curve through the centres of the stages that have a score."""
    return tuple((across(at, len(stages)), height(stage.score)) for at, stage in enumerate(stages) if stage.score is not None)


def _low(edition: Edition, stages: tuple[StageCard, ...]) -> Low | None:
    felt = [(stage.score, at, stage) for at, stage in enumerate(stages) if stage.score is not None]
    if not felt:
        return None
    score, at, stage = min(felt, key=lambda one: one[0])
    x, y = across(at, len(stages)), height(score)
    return Low(edition.say(stage.title), score, tone(half_up(score, 1)), round(x / 10, 2), round((y - TOP) / CUT * 100, 2))


def _person(edition: Edition, start: str, id: str) -> Person:
    persona = edition.atlas.personas[id]
    return Person(portrait(edition, start, id), edition.say(persona.title), edition.say(persona.role))
