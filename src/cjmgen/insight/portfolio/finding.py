"""finding: the one sentence a portfolio of journeys comes down to."""

from collections.abc import Mapping, Sequence
from typing import Literal

from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.insight.portfolio.axis import Axis
from cjmgen.insight.portfolio.pulse import Beat, beats
from cjmgen.model.amount import half_up
from cjmgen.value import dataclass

HURTS = -0.2
"""From here down a mean is no longer neutral."""

Kind = Literal["hurts_most", "hurts", "calm", "journey_hurts", "journey_calm", "unmeasured", "none_counted"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What to say. `journeys` of `total` have their lowest stage here; `journey` is named where one speaks alone."""

    kind: Kind
    stage: Text = ""
    score: float = 0.0
    journeys: int = 0
    total: int = 0
    journey: Text = ""


def finding(cards: Sequence[JourneyCard], axis: Axis) -> Finding:
    """The finding of counted journeys: where customers hurt most, or that they don't."""
    if not cards:
        return Finding("none_counted")
    found = beats(cards, axis)
    if not found or axis.sparse or len(cards) == 1:
        return _single(cards)
    worst = min(found, key=lambda beat: beat.mean)
    score = half_up(worst.mean, 1)
    title = axis.titles[worst.step]
    if score > HURTS:
        return Finding("calm", title, score)
    felt = [each for card in cards if (each := axis.scores(card))]
    lowest = _lowest_in(felt, worst)
    if lowest > 1:
        return Finding("hurts_most", title, score, lowest, len(felt))
    return Finding("hurts", title, score)


def _lowest_in(scores: Sequence[Mapping[str, float]], worst: Beat) -> int:
    """In how many journeys no step is lower than this one."""
    return sum(worst.step in score and score[worst.step] <= min(score.values()) for score in scores)


def _single(cards: Sequence[JourneyCard]) -> Finding:
    """One journey alone, or hardly anything in common: the lowest stage of any journey."""
    felt = [(stage.score, card, stage) for card in cards for stage in card.stages if stage.score is not None]
    if not felt:
        return Finding("unmeasured")
    score, card, stage = min(felt, key=lambda one: one[0])
    low = half_up(score, 1)
    return Finding("journey_hurts" if low <= HURTS else "journey_calm", stage.title, low, journey=card.title)
