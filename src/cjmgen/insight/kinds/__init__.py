"""kinds: the kinds of insight, one file a family, all of them listed here; what a journey's come down to, and a portfolio's."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.card import JourneyCard
from cjmgen.insight.flow.beside import ALONE, Beside
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, weight
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


def folded(found: list[Insight]) -> list[Insight]:
    """The insights without those that say again what another one says; they become its reasons, before its pains.

    A way out of the stage that people leave belongs to the leak, as does the segment that leaves most, a metric that counts the same
    people to the leak or the way, and an answer that is missing to the detour that leads to the pain.
    """
    fuller: dict[int, Insight] = {}
    taken: set[int] = set()
    for parent in sorted(found, key=lambda each: each.kind != "leak"):
        if id(parent) in taken or parent.kind not in ("leak", "ways"):
            continue
        mine = [each for each in found if id(each) not in taken and each is not parent and explains(each, parent)]
        figures = [*_shares(parent), *(share for each in mine for share in _shares(each))]
        mine += [each for each in found if each.kind == "metric" and id(each) not in taken and _counts_same(each, figures)]
        taken |= {id(each) for each in mine}
        fuller[id(parent)] = _with(parent, mine)
    return [fuller.get(id(each), each) for each in found if id(each) not in taken]


def _with(parent: Insight, mine: Iterable[Insight]) -> Insight:
    """An insight with others among its reasons: each with what it says itself, metrics with where they go; segments only once."""
    clues = [
        clue
        for each in mine
        if each.kind != "contradiction"
        for clue in (Clue(each.said, each.spot), *(each.why if each.kind in ("metric", "segment") else ()))
    ]
    if any(each.kind == "segment" for each in mine):
        clues = [clue for clue in clues if clue.said.key != "insight.metric.segments"]
    head = 1 if parent.why and parent.why[0].said.key.startswith(("insight.leak.worth", "insight.leak.people", "insight.ways.end")) else 0
    return replace(parent, why=(*parent.why[:head], *clues, *parent.why[head:]))


def explains(insight: Insight, parent: Insight) -> bool:
    """Whether an insight is told as a reason of another."""
    key = insight.said.key
    if parent.kind == "leak":
        same_step = insight.kind == "segment" and insight.spots == parent.spots
        leaves = len(parent.spots) > 1 and key.startswith("insight.ways.leave") and insight.spot.stage == parent.spots[1].stage
        return same_step or leaves
    answer = key.startswith(("insight.contradiction.only_ideas", "insight.contradiction.unanswered"))
    same = (clue.spot for clue in parent.why if clue.spot and clue.spot.kind == "pain")
    return parent.said.key == "insight.ways.detour" and answer and any(spot.id == insight.spot.id for spot in same)


def _shares(insight: Insight) -> list[tuple[float, str]]:
    """The shares that an insight tells, each with the stages where it may be measured as well."""
    figures = [number.value for name, number in insight.numbers if name in ("share", "onward")]
    return [(figure, spot.stage) for figure in figures for spot in insight.spots]


def _counts_same(metric: Insight, figures: list[tuple[float, str]]) -> bool:
    """Whether a metric shows one of these shares, as percentages are written, in the same stage."""
    value = dict(metric.numbers).get("value")
    if value is None or value.unit != "share":
        return False
    return any(metric.spot.stage == stage and abs(value.value - figure) < 0.01 for figure, stage in figures)
