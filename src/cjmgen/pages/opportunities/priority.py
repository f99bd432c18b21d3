"""priority: the first opportunities by each model with what their rank is worth, and why one is asked for: pains, evidence, voices."""

from collections.abc import Iterator
from itertools import islice

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard
from cjmgen.insight.priorities import MODELS, score, standings
from cjmgen.insight.ranking import CLOSED
from cjmgen.pages.journey.lines import PainLine, pain_line
from cjmgen.pages.parts.chances import Listed, line, listed
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

SHOWN = 5
VOICES = 2
"""Quotes told under a pain."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An opportunity by a model: its score, its rank, between which ranks it may lie, and the chance to be the first."""

    anchor: Anchor
    score: float
    rank: int
    best: int
    worst: int
    first: float


@dataclass(frozen=True, slots=True)
class Model:
    """The first by a model, of `scored` open ones that it has the figures for; ranks are among all of these."""

    key: str
    scored: int
    first: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A pain that an opportunity would ease, with what it leans on and what customers said of it."""

    pain: PainLine
    voices: tuple[Said, ...]


def models(edition: Edition, start: str) -> tuple[Model, ...]:
    """The models that two or more open opportunities have the figures for."""
    return tuple(_told(edition, start, key, every) for key, every in edition.once(_scored).items())


def _scored(edition: Edition) -> dict[str, tuple[Listed, ...]]:
    """By model the open opportunities of counted journeys that it can score, the highest first."""
    every = [each for each in edition.once(listed) if each.status not in CLOSED and each.journey.counted]
    found = {}
    for key in MODELS:
        scores = [(told.value, each) for each in every if (told := score(key, each.card))]
        if len(scores) > 1:
            found[key] = tuple(each for _, each in sorted(scores, key=lambda pair: -pair[0]))
    return found


def _told(edition: Edition, start: str, key: str, every: tuple[Listed, ...]) -> Model:
    places = standings([each.card for each in every], key, SHOWN)
    first = tuple(
        Ranked(Anchor(edition.say(each.card.title), line(edition, start, *each.key)), at.score, at.rank, at.best, at.worst, at.first)
        for each, at in zip(every[:SHOWN], places, strict=False)
        if at
    )
    return Model(key, len(every), first)


def reasons(edition: Edition, start: str, each: Listed) -> tuple[Reason, ...]:
    """Why an opportunity is asked for: the pains it would ease, worst first, as far as the journey has them."""
    if not each.card.pains:
        return ()
    pains = {(claim.stage, claim.id): claim for claim in each.journey.claims if claim.kind == "pain"}
    eased = sorted((pains[pain] for pain in each.card.pains if pain in pains), key=lambda pain: -pain.severity)
    return tuple(_reason(edition, start, each.journey, pain) for pain in eased)


def _reason(edition: Edition, start: str, journey: JourneyCard, pain: ClaimCard) -> Reason:
    voices = islice(_voices(journey, pain), VOICES)
    return Reason(pain_line(edition, start, journey, pain), tuple(edition.say(journey.said(quote).text) for quote in voices))


def _voices(journey: JourneyCard, pain: ClaimCard) -> Iterator[ClaimCard]:
    """What customers said in the pain's stage of the same touchpoint; or out of the same evidence, where no touchpoint is named."""
    leant = {id for id, _ in pain.evidence}
    for claim in journey.claims:
        if claim.kind != "quote" or claim.stage != pain.stage:
            continue
        if claim.touchpoint == pain.touchpoint if claim.touchpoint and pain.touchpoint else leant & {id for id, _ in claim.evidence}:
            yield claim
