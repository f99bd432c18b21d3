"""ways: what the shares on `next` say: where people leave, go round in circles, or are led to what hurts."""

from collections.abc import Iterator, Mapping, Sequence

from cjmgen.insight.charts.curve import NEUTRAL
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Spot, says
from cjmgen.model.journey import Stage
from cjmgen.model.touchpoint import Next, Touchpoint
from cjmgen.numbers.walk import LEAVE, Move, Walk, walk
from cjmgen.value import dataclass

NOTABLE = 0.1
"""Smaller shares are none worth a sentence."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A touchpoint that says which share of people goes where; the names are those of places in a walk."""

    stage: Stage
    point: Touchpoint
    name: str
    ways: tuple[tuple[str, Next], ...]


def leaving(ground: Ground) -> Insights:
    """Touchpoints from which a notable share leaves: at once, and in the end, where some come back first."""
    found = tuple(forks(ground.journey.stages))
    for fork in found:
        for to, way in fork.ways:
            share = way.share or 0.0
            if to != LEAVE or share < NOTABLE:
                continue
            number, spot = Number(share, "share"), _spot(ground, fork.stage, fork.point)
            said = says("ways.leave_when", place=fork.point.title, share=number, when=way.when) if way.when else None
            said = said or says("ways.leave", place=fork.point.title, share=number)
            walked = walked_from(found, fork.name)
            numbers, why = _in_the_end(walked, share) if walked else ((), ())
            onward = Number(max((other.share or 0.0 for aim, other in fork.ways if aim != LEAVE), default=0.0), "share")
            yield Insight("ways", said, (spot,), 3, (("share", number), ("onward", onward), *numbers), (*why, *_pains(ground, spot)))


def circles(ground: Ground) -> Insights:
    """Touchpoints that send a notable share back to where they were, with how often people come there."""
    found = tuple(forks(ground.journey.stages))
    order = {f"{stage.key}/{point.key}": at for at, (stage, point) in enumerate(_points(ground.journey.stages))}
    for fork in found:
        for to, way in fork.ways:
            if order.get(to, len(order)) >= order[fork.name] or (way.share or 0.0) < NOTABLE:
                continue
            stage, point = next(each for each in _points(ground.journey.stages) if f"{each[0].key}/{each[1].key}" == to)
            share = Number(way.share or 0.0, "share")
            said = says("ways.back", place=fork.point.title, share=share, to=point.title)
            walked = walked_from(found, fork.name)
            visits = next((stay.visits for stay in walked.stays if stay.place == fork.name), 1.0) if walked else 1.0
            number = Number(visits, "number")
            why = (Clue(says("ways.visits", place=fork.point.title, visits=number)),) if visits > 1.05 else ()
            spots = (_spot(ground, fork.stage, fork.point), _spot(ground, stage, point))
            yield Insight("ways", said, spots, 2, (("share", share), ("visits", number)), why)


def detours(ground: Ground) -> Insights:
    """Ways beside the main one that lead a notable share to a touchpoint that hurts."""
    points = {f"{stage.key}/{point.key}": (stage, point) for stage, point in _points(ground.journey.stages)}
    order = list(points)
    for fork in forks(ground.journey.stages):
        for to, way in fork.ways:
            stage, point = points.get(to, (None, None))
            if stage is None or point is None or order.index(to) <= order.index(fork.name) or len(fork.ways) < 2:
                continue
            score = point.emotion.mean if point.emotion else 0.0
            main = max(other.share or 0.0 for _, other in fork.ways if other.to != LEAVE)
            if score <= -NEUTRAL and NOTABLE <= (way.share or 0.0) < main:
                share, felt = Number(way.share or 0.0, "share"), Number(score, "score")
                said = says("ways.detour", place=fork.point.title, share=share, to=point.title, score=felt)
                spot = _spot(ground, stage, point)
                numbers = (("share", share), ("score", felt))
                yield Insight("ways", said, (spot, _spot(ground, fork.stage, fork.point)), 3, numbers, tuple(_pains(ground, spot)))


def forks(stages: Sequence[Stage]) -> Iterator[Fork]:
    """The touchpoints whose ways all have a share."""
    named: dict[str, str] = {}
    for stage, point in _points(stages):
        named.setdefault(point.key, f"{stage.key}/{point.key}")
        named[f"{stage.key}/{point.key}"] = f"{stage.key}/{point.key}"
    first = {stage.key: f"{stage.key}/{stage.touchpoints[0].key}" for stage in stages if stage.touchpoints}
    for stage, point in _points(stages):
        if point.next and all(way.share is not None and 0 <= way.share <= 1 for way in point.next):
            ways = tuple((_aim(way.to, stage, named, first), way) for way in point.next)
            yield Fork(stage, point, f"{stage.key}/{point.key}", ways)


def _aim(to: str, stage: Stage, named: Mapping[str, str], first: Mapping[str, str]) -> str:
    """A reference as the name of a place: a touchpoint of this stage, else a stage's first, else any touchpoint."""
    here = f"{stage.key}/{to}"
    return LEAVE if to == LEAVE else named.get(here) or first.get(to) or named.get(to) or to


def walked_from(found: Sequence[Fork], start: str) -> Walk | None:
    """The walk from a touchpoint, as far as shares are stated; None where it never ends, or shares make more than all."""
    moves = {fork.name: [Move(to, way.share or 0.0) for to, way in fork.ways] for fork in found}
    try:
        walked = walk(moves, start)
    except ValueError:
        return None
    return walked if isinstance(walked, Walk) else None


def _in_the_end(walked: Walk, share: float) -> tuple[tuple[tuple[str, Number], ...], tuple[Clue, ...]]:
    """Who leaves in the end, where ways that lead back or on make it more than those who leave at once."""
    left = dict(walked.ends).get(LEAVE, 0.0)
    if left < share + 0.005:
        return (), ()
    number, steps = Number(left, "share"), Number(walked.steps, "number")
    return (("left", number), ("steps", steps)), (Clue(says("ways.end", share=number)),)


def _points(stages: Sequence[Stage]) -> Iterator[tuple[Stage, Touchpoint]]:
    return ((stage, point) for stage in stages for point in stage.touchpoints)


def _spot(ground: Ground, stage: Stage, point: Touchpoint) -> Spot:
    return ground.at(stage.key, "touchpoint", point.key, point.title)


def _pains(ground: Ground, spot: Spot) -> Iterator[Clue]:
    """The worst pain of a touchpoint."""
    names = (spot.id, f"{spot.stage}/{spot.id}")
    pains = [each for each in ground.card.claims if each.kind == "pain" and each.stage == spot.stage and each.touchpoint in names]
    if pains:
        yield from ground.pain(max(pains, key=lambda pain: pain.severity))
