"""heat: what the heat map colours: how a stage of a journey feels, where it hurts, how well it is backed, whether it converts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from cjmgen.atlas.cards.card import Coverage, JourneyCard, StageCard
from cjmgen.insight.flow.funnel import passages
from cjmgen.insight.flow.gap import stands
from cjmgen.insight.portfolio.axis import Axis
from cjmgen.model.amount import half_up
from cjmgen.numbers.change.target import Standing
from cjmgen.value import dataclass

Aim = Literal["", "met", "close", "short", "far"]

FAR = 0.75
"""Below this part of its goal a conversion is far from it."""

NOTHING = Coverage()
WARMTHS = (0.2, 0.6, 1.2)
"""From here on a score is a step warmer, and below the negative ones a step colder."""

PROOFS = (0.3, 0.5, 0.7, 0.9)
"""From here on the share of validated claims is a step better, and what claims weigh."""


@dataclass(frozen=True, slots=True)
class Heat:
    """What is known of a place: a stage of a journey, a whole journey, a step over many. Figures are None where nothing is noted.

    `share` and `goal` are its conversion, and `stands` says how they stand; of `goals` conversions in it `met` surely reach theirs and
    `missed` surely don't. `stage` is where it is lowest.
    """

    score: float | None = None
    pains: int | None = None
    worst: int = 0
    coverage: Coverage = NOTHING
    share: float | None = None
    goal: float | None = None
    stands: Standing | None = None
    met: int = 0
    missed: int = 0
    goals: int = 0
    stage: StageCard | None = None
    journey: JourneyCard | None = None


def warmth(score: float | None) -> int | None:
    """-3 hurts most … 0 neutral … 3 delights most, by the figure that is shown."""
    if score is None:
        return None
    shown = half_up(score, 1)
    level = sum(abs(shown) >= step for step in WARMTHS)
    return level if shown > 0 else -level


def proof(share: float | None) -> int | None:
    """0 hardly backed … 4 validated almost throughout, by the percentage that is shown: of claims validated, or what they weigh."""
    return None if share is None else sum(half_up(share, 2) >= step for step in PROOFS)


def aim_of(heat: Heat) -> Aim:
    """Whether the conversion of a place surely reaches its goal, or by how much it surely doesn't; several do when all of them do."""
    if heat.share is None and heat.goals:
        return "met" if heat.met == heat.goals else "short" if heat.missed else "close"
    if heat.stands is None or heat.share is None or not heat.goal:
        return ""
    if heat.stands is Standing.SHORT:
        return "far" if half_up(heat.share / heat.goal, 4) < FAR else "short"
    return "met" if heat.stands is Standing.MET else "close"


def of_stages(card: JourneyCard) -> tuple[Heat, ...]:
    """The heat of each stage of a journey."""
    pains = Counter(claim.stage for claim in card.claims if claim.kind == "pain")
    come = {way.end: way for way in passages([stage.people for stage in card.stages], [stage.goal for stage in card.stages])}
    found = []
    for at, stage in enumerate(card.stages):
        way = come.get(at)
        share, goal = (way.share, way.goal) if way else (None, None)
        hurts = pains[stage.id] if pains else None
        how = stands(stage.people, card.stages[way.start].people, goal) if way else None
        found.append(Heat(stage.score, hurts, stage.worst, stage.coverage, share, goal, how, *_counted(how), stage, card))
    return tuple(found)


def of_journey(card: JourneyCard) -> Heat:
    """The heat of a journey as a whole; its conversion is that from the first counted stage to the outcome."""
    rated = sum(card.pains) + card.unrated
    worst = max((stage.worst for stage in card.stages), default=0)
    share, goal = card.conversion, card.target
    first = next((stage.people for stage in card.stages if stage.people is not None), None)
    last = next((stage.people for stage in card.stages if stage.id == card.outcome), None)
    how = stands(last, first, goal)
    return Heat(card.score, rated or None, worst, card.coverage, share, goal, how, *_counted(how), journey=card)


def _counted(how: Standing | None) -> tuple[int, int, int]:
    """Of one conversion: whether it is met, whether it is missed, whether it has a goal."""
    return int(how is Standing.MET), int(how is Standing.SHORT), int(how is not None)


def by_step(heats: Iterable[Heat], axis: Axis) -> Mapping[str, Heat]:
    """The heat of a journey's stages on each step that it comes through."""
    found: dict[str, list[Heat]] = {}
    for heat in heats:
        step = axis.place(heat.stage) if heat.stage else None
        if step is not None:
            found.setdefault(step, []).append(heat)
    return {step: together(heats) for step, heats in found.items()}


def together(heats: Sequence[Heat]) -> Heat:
    """Several places as one: scores averaged, pains and claims added; the place that is furthest below its goal speaks for conversion."""
    if len(heats) == 1:
        return heats[0]
    scores = [heat.score for heat in heats if heat.score is not None]
    pains = [heat.pains for heat in heats if heat.pains is not None]
    counted = [heat for heat in heats if heat.share is not None]
    low = lowest(heats)
    way = min(counted, key=_reach, default=Heat())
    return Heat(
        sum(scores) / len(scores) if scores else None,
        sum(pains) if pains else None,
        max((heat.worst for heat in heats), default=0),
        sum((heat.coverage for heat in heats), NOTHING),
        way.share,
        way.goal,
        way.stands,
        sum(heat.met for heat in heats),
        sum(heat.missed for heat in heats),
        sum(heat.goals for heat in heats),
        low.stage if low else None,
        low.journey if low else None,
    )


def of_journeys(heats: Sequence[Heat]) -> Heat:
    """The same place of several journeys as one: their conversions have no mean, only how many of them reach their goals."""
    found = together(heats)
    return found if len(heats) == 1 else replace(found, share=None, goal=None, stands=None)


def lowest(heats: Iterable[Heat]) -> Heat | None:
    """The place with the lowest score, else with the worst pain; the first of equals."""
    return min(heats, key=lambda heat: (heat.score is None, heat.score or 0.0, -heat.worst), default=None)


def _reach(heat: Heat) -> tuple[bool, float]:
    """How near a conversion comes to its goal; those without one stand behind."""
    share = heat.share or 0.0
    return not heat.goal, share / heat.goal if heat.goal else share
