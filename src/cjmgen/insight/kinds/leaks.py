"""leaks: where people leave: steps that miss their goal, with what closing them brings; the largest leak where nobody set a goal."""

from collections.abc import Iterator

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard
from cjmgen.insight.flow.brought import brings, money, people
from cjmgen.insight.flow.gap import Step, misses, steps
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Severity, Spot, says
from cjmgen.numbers.change.several import holm
from cjmgen.numbers.estimate import NOISE
from cjmgen.numbers.share import Count, shares_apart, shares_test
from cjmgen.numbers.share import share as shares

FAR = 0.75
"""Below this part of its goal a step is critical."""


def below_goal(ground: Ground) -> Insights:
    """Steps that miss their goal."""
    for gap in ground.gaps:
        step, goal = gap.step, Number.goal(gap.goal)
        carried, worth = people(gap), money(gap)
        share = Number.of(step.share, "share")
        severity: Severity = 2 if not gap.is_sure else 4 if step.share.value < FAR * gap.goal else 3
        numbers = [("share", share), ("goal", goal), ("gap", Number(gap.goal - step.share.value, "points")), ("people", carried)]
        yield Insight(
            "leak",
            says("leak.goal" if gap.is_sure else "leak.maybe", start=step.start.title, end=step.end.title, share=share, goal=goal),
            (ground.at(step.end.id), ground.at(step.start.id)),
            severity,
            (*numbers, *([("worth", worth)] if worth else [])),
            (Clue(brings(gap)), *_others(ground, step), *_reasons(ground, step)),
            worth,
            carried,
        )


def whole(ground: Ground) -> Insights:
    """Where no step has a goal and the journey has one: those who start and reach the outcome."""
    card = ground.card
    found = {stage.id: stage for stage in card.stages}
    aim = found.get(card.outcome or "")
    first = next((stage.people for stage in card.stages if stage.people is not None), None)
    if ground.gaps or card.conversion is None or card.target is None or aim is None or card.conversion >= card.target:
        return
    known = shares(Count(aim.people, first)) if aim.people is not None and first else None
    share, goal = Number.of(known, "share") if known else Number(card.conversion, "share"), Number.goal(card.target)
    sure = known is None or misses(aim.people, first, card.target)
    said = says("leak.whole" if sure else "leak.whole_maybe", end=aim.title, share=share, goal=goal)
    yield Insight("leak", said, (ground.at(aim.id), ground.whole()), 3 if sure else 2, (("share", share), ("goal", goal)))


def largest(ground: Ground) -> Insights:
    """Where no step has a goal: the step that loses the largest share."""
    found = steps(ground.card)
    if len(found) < 2 or any(step.goal is not None for step in found):
        return
    step = min(found, key=_kept)
    left = Number.of(step.share.rest(), "share")
    said = says("leak.largest", start=step.start.title, end=step.end.title, share=left)
    why = (*_others(ground, step), *_reasons(ground, step))
    yield Insight("leak", said, (ground.at(step.end.id), ground.at(step.start.id)), 2, (("left", left),), why)


def behind_others(ground: Ground) -> Insights:
    """Steps that no other leak tells of, and at which a competitor or our own other journeys keep more people by more than noise."""
    found = steps(ground.card)
    goals = any(step.goal is not None for step in found)
    told = {gap.step.end.id for gap in ground.gaps} if goals else {min(found, key=_kept).end.id} if len(found) > 1 else set()
    for step in found:
        clues = [] if step.end.id in told else list(_others(ground, step))
        if clues:
            share = Number.of(step.share, "share")
            key = "leak.behind" if clues[0].said.key == "insight.leak.rival" else "leak.behind_own"
            said = says(key, start=step.start.title, end=step.end.title, share=share)
            yield Insight("leak", said, (ground.at(step.end.id), ground.at(step.start.id)), 2, (("share", share),), tuple(clues))


def _kept(step: Step) -> float:
    return step.share.value


def _others(ground: Ground, step: Step) -> Iterator[Clue]:
    """Who keeps more people at this step: a competitor, our own other journeys."""
    yield from _rivals(ground, step)
    for own in ground.beside.behind:
        apart, share = shares_apart(_count(step), Count(own.k, own.n)), shares(Count(own.k, own.n))
        if own.end == step.end.id and apart and share:
            points, n = Number.of(apart, "points"), Number(own.journeys, "count")
            yield Clue(says("leak.own", n=n, share=Number.of(share, "share"), people=Number(own.n, "people"), points=points))


def _rivals(ground: Ground, step: Step) -> Iterator[Clue]:
    """The competitor that keeps the most people here, if that is more than noise among all competitors that are looked at."""
    rivals = [(other, card) for card in ground.others if card.state == "competitor" for other in steps(card) if _same(step, other)]
    tests = [shares_test(_count(step), _count(other)) for other, _ in rivals]
    raised = holm([test.p if test else None for test in tests])
    beyond = [each for each, p in zip(rivals, raised, strict=True) if p is not None and p < NOISE]
    better = [each for each in beyond if each[0].share.value > step.share.value]
    if better:
        yield _rival(step, *max(better, key=lambda found: found[0].share.value))


def _rival(step: Step, other: Step, card: JourneyCard) -> Clue:
    apart = shares_apart(_count(step), _count(other))
    assert apart is not None
    said = says("leak.rival", title=card.title, share=Number.of(other.share, "share"), points=Number.of(apart, "points"))
    return Clue(said, Spot(card.id, other.end.id, title=other.end.title))


def _same(one: Step, other: Step) -> bool:
    """Whether two steps lead from and to the same phases."""
    pairs = ((one.start, other.start), (one.end, other.end))
    return all(mine.phase == its.phase if mine.phase else mine.id == its.id for mine, its in pairs)


def _count(step: Step) -> Count:
    return Count(step.end.people or 0, step.entered)


def _reasons(ground: Ground, step: Step) -> Iterator[Clue]:
    """The worst pain of the stage that people leave, down to who said so; the next in a line."""
    pains = sorted(_pains(ground.card, step.start.id), key=lambda pain: -pain.severity)
    if pains:
        yield from ground.pain(pains[0])
    for pain in pains[1:2]:
        if pain.severity > 2:
            spot = ground.claim(pain)
            yield Clue(says(f"clue.pain.{pain.severity}", title=spot.title), spot)


def _pains(card: JourneyCard, stage: str) -> Iterator[ClaimCard]:
    return (claim for claim in card.claims if claim.kind == "pain" and claim.stage == stage)
