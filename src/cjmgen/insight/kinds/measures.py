"""measures: what follows from one metric in all the journeys that show it; cards are enough for that."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Insight, Insights
from cjmgen.insight.kinds import leaks, metrics
from cjmgen.insight.kinds.censored import marked

JUDGING: tuple[Callable[[Ground], Insights], ...] = (
    metrics.csat_low_and_delight,
    metrics.low_and_delight,
    metrics.team_against_survey,
    metrics.short_of_goal,
    metrics.wrong_way,
    metrics.fell,
    metrics.done_and_unmoved,
)
"""Kinds that judge a metric."""

LEAKS: tuple[Callable[[Ground], Insights], ...] = (leaks.below_goal, leaks.whole, leaks.largest)
"""Kinds that judge the funnel that a metric counts."""


def of_metric(atlas: Atlas, id: str, cards: Iterable[JourneyCard]) -> list[Insight]:
    """What follows from a metric that these journeys show; what several of them would say in the same words is told once, of all."""
    found: list[Insight] = []
    for card in cards:
        ground = Ground(atlas, card, metric=id)
        kinds = (*JUDGING, *(LEAKS if ("", id) in card.measures else ()))
        for insight in marked(ground, (each for kind in kinds for each in kind(ground))):
            at = next((at for at, each in enumerate(found) if each.said == insight.said), None)
            if at is None:
                found.append(insight)
            else:
                found[at] = replace(found[at], spots=(*found[at].spots, *insight.spots))
    return found
