"""finding: the one sentence a portfolio of journeys comes down to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cjmgen.atlas.card import JourneyCard, Text
from cjmgen.insight.pulse import Beat, beats, phase_scores
from cjmgen.model.amount import half_up
from cjmgen.model.directory import SetStage

HURTS = -0.2
"""From here down a mean is no longer neutral."""

Kind = Literal["hurts_most", "hurts", "calm", "journey_hurts", "unmeasured", "none_counted"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What to say. `journeys` of `total` have their lowest stage here; `journey` is named only by `journey_hurts`."""

    kind: Kind
    stage: Text = ""
    score: float = 0.0
    journeys: int = 0
    total: int = 0
    journey: Text = ""


def finding(cards: Sequence[JourneyCard], phases: Mapping[str, SetStage]) -> Finding:
    """The finding of counted journeys: where customers hurt most, or that they don't."""
    if not cards:
        return Finding("none_counted")
    found = beats(cards, phases)
    if not found:
        return _single(cards)
    worst = min(found, key=lambda beat: beat.mean)
    score = half_up(worst.mean, 1)
    title = phases[worst.phase].title
    if score > HURTS:
        return Finding("calm", title, score)
    lowest = _lowest_in(cards, worst)
    total = sum(bool(phase_scores(card)) for card in cards)
    if lowest > 1:
        return Finding("hurts_most", title, score, lowest, total)
    return Finding("hurts", title, score)


def _lowest_in(cards: Sequence[JourneyCard], worst: Beat) -> int:
    """In how many journeys no phase is lower than this one."""
    scores = (phase_scores(card) for card in cards)
    return sum(worst.phase in score and score[worst.phase] <= min(score.values()) for score in scores)


def _single(cards: Sequence[JourneyCard]) -> Finding:
    """Without phases in common: the lowest stage of any journey."""
    felt = [(stage.score, card, stage) for card in cards for stage in card.stages if stage.score is not None]
    if not felt:
        return Finding("unmeasured")
    score, card, stage = min(felt, key=lambda one: one[0])
    low = half_up(score, 1)
    return Finding("journey_hurts" if low <= HURTS else "calm", stage.title, low, journey=card.title)
