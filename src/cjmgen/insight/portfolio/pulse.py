"""pulse: how the journeys of a portfolio feel, step by step, and how far they lie apart."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.cards.card import Coverage, JourneyCard
from cjmgen.insight.portfolio.axis import Axis
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """One step over all journeys that come through it. `low` and `high` are the 10th and the 90th percentile."""

    step: str
    mean: float
    low: float
    high: float
    journeys: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The pooled figures of a portfolio; `score` is None where no journey has an emotion."""

    score: float | None
    pains: tuple[int, int, int, int]
    unrated: int
    coverage: Coverage
    under_way: int
    opportunities: int


def counted(cards: Iterable[JourneyCard]) -> tuple[JourneyCard, ...]:
    """The journeys that portfolio figures count: as they are today, live or in review."""
    return tuple(card for card in cards if card.counted)


def coverage_of(cards: Iterable[JourneyCard]) -> Coverage:
    """The claims of these journeys together, added in the order of their ids, so that no digit depends on who adds them."""
    return sum((card.coverage for card in sorted(cards, key=lambda card: card.id)), Coverage())


def beats(cards: Sequence[JourneyCard], axis: Axis) -> tuple[Beat, ...]:
    """The steps that have a score, in their order; every journey counts once in each."""
    scores = [axis.scores(card) for card in cards]
    found = ((step, sorted(score[step] for score in scores if step in score)) for step in axis.titles)
    return tuple(
        Beat(step, sum(values) / len(values), percentile(values, 0.1), percentile(values, 0.9), len(values))
        for step, values in found
        if values
    )


def percentile(values: Sequence[float], share: float) -> float:
    """A percentile of sorted values, between neighbours by their distance."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def sums(cards: Sequence[JourneyCard]) -> Sums:
    """Everything of these journeys pooled: claims and pains are added, scores averaged over journeys."""
    scores = [card.score for card in cards if card.score is not None]
    low, medium, high, critical = (sum(card.pains[level] for card in cards) for level in range(4))
    open_ones = [chance for card in cards for chance in card.opportunities if chance.status != "dropped"]
    return Sums(
        score=sum(scores) / len(scores) if scores else None,
        pains=(low, medium, high, critical),
        unrated=sum(card.unrated for card in cards),
        coverage=coverage_of(cards),
        under_way=sum(chance.status == "in-progress" for chance in open_ones),
        opportunities=len(open_ones),
    )
