"""pulse: the mean curve over all steps, with every journey behind it as a thin line, or a band for many."""

from collections.abc import Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.charts.curve import across, height, tone
from cjmgen.insight.portfolio.axis import Axis
from cjmgen.insight.portfolio.pulse import Beat, beats
from cjmgen.model.amount import half_up
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

TOP, CUT = 36, 134
"""The pulse shows this part of the emotion curve's box."""

MANY = 40
"""More journeys than this are drawn as a band."""

DEEP, APART = -0.8, 0.7
"""A single journey is named where it is this low, and this far below the mean."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the axis: a phase of the stage set, or a stage."""

    said: Said
    score: float | None
    tone: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot on the mean curve, or the name of a journey that lies far below it; in percent of the plot."""

    x: float
    y: float
    tone: str
    said: Said = Said("")


@dataclass(frozen=True, slots=True)
class Pulse:
    """The portfolio chart."""

    steps: tuple[Step, ...]
    mean: Points
    ghosts: tuple[Points, ...]
    upper: Points
    lower: Points
    dots: tuple[Mark, ...]
    names: tuple[Mark, ...]
    single: bool
    """Whether one journey speaks alone, by its own stages."""
    named: bool
    """Whether the steps are those of a stage set; otherwise stages that several journeys share."""
    unplaced: int
    """How many of the journeys' `stages` have no place on the axis."""
    stages: int


def pulse(edition: Edition, journeys: Sequence[JourneyCard], axis: Axis) -> Pulse | None:
    """The pulse of the counted journeys; None where fewer than two steps have a score."""
    found = beats(journeys, axis)
    if len(found) < 2:
        return None
    order = [beat.step for beat in found]
    scores = [(card, axis.scores(card)) for card in journeys]
    many = len(journeys) > MANY
    single = len(journeys) == 1
    return Pulse(
        tuple(Step(edition.say(axis.titles[beat.step]), beat.mean, tone(half_up(beat.mean, 1))) for beat in found),
        _line(order, {beat.step: beat.mean for beat in found}),
        () if many or single else tuple(line for _, score in scores if len(line := _line(order, score)) > 1),
        _line(order, {beat.step: beat.high for beat in found}) if many else (),
        _line(order, {beat.step: beat.low for beat in found}) if many else (),
        _dots(found, order),
        () if many or single else _names(edition, order, found, scores),
        single,
        axis.named,
        axis.unplaced,
        axis.stages,
    )


def _line(order: Sequence[str], scores: dict[str, float]) -> Points:
    return tuple((across(at, len(order)), height(scores[step])) for at, step in enumerate(order) if step in scores)


def _dots(found: Sequence[Beat], order: Sequence[str]) -> tuple[Mark, ...]:
    """The lowest and the highest step."""
    ends = sorted({found.index(min(found, key=lambda beat: beat.mean)), found.index(max(found, key=lambda beat: beat.mean))})
    return tuple(_mark(at, len(order), found[at].mean) for at in ends)


def _names(
    edition: Edition, order: list[str], found: Sequence[Beat], scores: Sequence[tuple[JourneyCard, dict[str, float]]]
) -> tuple[Mark, ...]:
    """The two journeys that fall furthest below the mean, each at its own step."""
    means = {beat.step: beat.mean for beat in found}
    falls = [
        (score, order.index(step), card)
        for card, by_step in scores
        for step, score in by_step.items()
        if step in means and score <= DEEP and means[step] - score >= APART
    ]
    chosen: list[tuple[float, int, JourneyCard]] = []
    for fall in sorted(falls, key=lambda fall: (fall[0], fall[1], fall[2].id)):
        if all(fall[1] != other[1] and fall[2].id != other[2].id for other in chosen):
            chosen.append(fall)
    placed = sorted(chosen[:2], key=lambda fall: fall[1])
    return tuple(_mark(at, len(order), score, edition.say(card.title)) for score, at, card in placed)


def _mark(at: int, of: int, score: float, said: Said = Said("")) -> Mark:
    return Mark(round(across(at, of) / 10, 2), round((height(score) - TOP) / CUT * 100, 2), tone(half_up(score, 1)), said)
