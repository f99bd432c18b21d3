"""kinds: the kinds of insight, one file a family, all of them listed here; what a journey's come down to, and a portfolio's."""

from collections.abc import Callable, Iterable

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.flow.beside import ALONE, Beside
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Insight, Insights, weight
from cjmgen.insight.kinds import (
    contradictions,
    feedback,
    handoffs,
    leaks,
    metrics,
    peaks,
    people,
    proofs,
    segments,
    strengths,
    trials,
    ways,
)
from cjmgen.insight.kinds.censored import marked
from cjmgen.insight.kinds.folding import folded

Kind = Callable[[Ground], Insights]

KINDS: tuple[Kind, ...] = (
    leaks.below_goal,
    leaks.whole,
    leaks.largest,
    ways.leaving,
    ways.detours,
    contradictions.severe_and_open,
    contradictions.delight_where_people_leave,
    contradictions.delight_where_most_leave,
    metrics.csat_low_and_delight,
    metrics.low_and_delight,
    metrics.team_against_survey,
    metrics.short_of_goal,
    metrics.wrong_way,
    metrics.fell,
    handoffs.broken,
    peaks.peak_and_end,
    contradictions.goal_met_and_fails,
    metrics.done_and_unmoved,
    trials.undecided,
    trials.against,
    contradictions.done_and_still_there,
    contradictions.overdue,
    leaks.behind_others,
    segments.leaving,
    ways.circles,
    proofs.expired,
    proofs.few,
    proofs.light,
    feedback.unanswered,
    metrics.moments_unmeasured,
    contradictions.severe_and_silent,
    people.without_research,
    people.unheard,
    people.channels_missing,
    proofs.due,
    handoffs.unseen,
    feedback.loop,
    strengths.automated,
    strengths.best,
    metrics.met,
)
"""All kinds; of two insights that weigh alike the one whose kind stands first comes first."""

OUTSIDE: tuple[Kind, ...] = (
    leaks.below_goal,
    leaks.whole,
    contradictions.severe_and_open,
    contradictions.delight_where_people_leave,
    contradictions.delight_where_most_leave,
    handoffs.broken,
    contradictions.goal_met_and_fails,
    contradictions.done_and_still_there,
    contradictions.overdue,
    feedback.unanswered,
)
"""Kinds that look at cards alone: a portfolio of thousands can be asked for them."""

ABOUT_EVIDENCE: tuple[Kind, ...] = (
    proofs.expired,
    proofs.few,
    proofs.light,
    contradictions.severe_and_silent,
    feedback.unanswered,
    people.without_research,
    proofs.due,
)
"""Kinds that ask what the maps lean on, and look at cards alone."""


def insights(atlas: Atlas, id: str, others: Beside = ALONE) -> tuple[Insight, ...]:
    """All that follows from a journey beside the others, the heaviest first; what only explains another stands among its reasons."""
    ground = Ground(atlas, atlas.journeys[id], others)
    found = [insight for kind in KINDS for insight in kind(ground)]
    return ranked(marked(ground, folded(found)), ground.currency)


def outside(atlas: Atlas, card: JourneyCard) -> tuple[Insight, ...]:
    """What follows from a journey's card."""
    ground = Ground(atlas, card)
    return ranked([insight for kind in OUTSIDE for insight in kind(ground)], ground.currency)


def about_evidence(atlas: Atlas, cards: Iterable[JourneyCard]) -> tuple[Insight, ...]:
    """What follows from what journeys lean on: of each kind what concerns the most, so that no kind hides the others."""
    grounds = [Ground(atlas, card) for card in cards]
    found = [[insight for ground in grounds for insight in kind(ground)] for kind in ABOUT_EVIDENCE]
    return ranked([max(each, key=_concerns) for each in found if each], "")


def _concerns(insight: Insight) -> float:
    """How many claims or pieces an insight is about: the first of its figures, else one."""
    return insight.numbers[0][1].value if insight.numbers else 1.0


def ranked(found: Iterable[Insight], currency: str) -> tuple[Insight, ...]:
    """Insights by their weight; what weighs alike stays as it was found."""
    return tuple(sorted(found, key=lambda insight: weight(insight, currency)))
