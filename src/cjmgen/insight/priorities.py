"""priorities: open opportunities in the order of a model, and how far that order can be trusted.

Impact, effort, importance and satisfaction are whole steps of a scale: each may lie half a step off. Reach, RICE's impact and its effort
are taken as stated; its confidence says itself how much they are doubted.
"""

from collections.abc import Sequence

from cjmgen.atlas.cards.card import OpportunityCard
from cjmgen.numbers.priority.models import Guess, guess, ice, impact_effort, rice, ulwick
from cjmgen.numbers.priority.rank import ranked
from cjmgen.value import dataclass

MODELS = ("impact-effort", "rice", "ice", "ulwick")
"""Ways to score, the default one first."""

STEP = 0.5
"""A figure on a scale of whole steps may be off by so much."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank from 1, the best and the worst that it may truly be, and the chance to be the first, from 0 to 1."""

    score: float
    rank: int
    best: int
    worst: int
    first: float


def score(model: str, card: OpportunityCard) -> Guess | None:
    """What a model makes of an opportunity; None where figures that it needs were not stated."""
    if model == "rice":
        return _rice(card)
    if model == "ulwick":
        if card.importance is None or card.satisfaction is None:
            return None
        return ulwick(guess(card.importance, STEP, 0, 10), guess(card.satisfaction, STEP, 0, 10))
    if card.impact is None or card.effort is None:
        return None
    impact, effort = guess(card.impact, STEP, 1, 5), guess(card.effort, STEP, 1, 5)
    if model == "impact-effort":
        return impact_effort(impact, effort)
    return _ice(card, impact, effort)


def _rice(card: OpportunityCard) -> Guess | None:
    """A confidence of 80 % doubts by a fifth what the reach would bring."""
    if not card.rice or not 0 <= card.rice[2] <= 1:
        return None
    reach, impact, confidence, effort = card.rice
    return rice(guess(reach), guess(impact), guess(confidence, 1 - confidence, 0, 1), guess(effort))


def _ice(card: OpportunityCard, impact: Guess, effort: Guess) -> Guess | None:
    """By the confidence that RICE states; impact and ease are steps of five, and here from 2 to 10."""
    if not card.rice or not 0.1 <= card.rice[2] <= 1:
        return None
    ease = Guess(12 - 2 * effort.value, 12 - 2 * effort.high, 12 - 2 * effort.low)
    return ice(Guess(2 * impact.value, 2 * impact.low, 2 * impact.high), guess(10 * card.rice[2], STEP, 1, 10), ease)


def standings(cards: Sequence[OpportunityCard], model: str, most: int | None = None) -> tuple[Standing | None, ...]:
    """Where each stands among those that the model can score; None for the others, and for those after the first so many."""
    scores = [score(model, card) for card in cards]
    rated = [(at, each) for at, each in enumerate(scores) if each is not None]
    found: list[Standing | None] = [None] * len(cards)
    for place in ranked([each for _, each in rated], most):
        at, told = rated[place.at]
        found[at] = Standing(told.value, place.rank, place.best, place.worst, place.first)
    return tuple(found)
