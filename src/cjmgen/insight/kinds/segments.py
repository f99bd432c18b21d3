"""segments: who leaves where: groups of people that a funnel counts apart, each step of each group beside the same step of all others."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cjmgen.atlas.cards.card import StageCard
from cjmgen.events.counts import OTHER
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, says
from cjmgen.insight.kinds.censored import funnels
from cjmgen.numbers.change.groups import beside_rest
from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.measured import Measured, Segment
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment at a step, and the step beside that of all others."""

    start: StageCard
    end: StageCard
    name: str
    beside: Step


def leaving(ground: Ground) -> Insights:
    """At each step of the funnel the segment that leaves most, where it leaves more than the others by more than noise."""
    for measured in funnels(ground):
        segments = [each for each in measured.segments if each.stages]
        if len(segments) < 2:
            continue
        if crowded := measured.crowded:
            yield _crowded(ground, measured, crowded)
            continue
        parts = list(_parts(ground.card.stages, segments))
        raised = together([part.beside for part in parts])
        found = [(part, beside) for part, beside in zip(parts, raised, strict=True) if beside and _leaves(part, beside)]
        worst: dict[str, tuple[_Part, Step]] = {}
        for part, beside in sorted(found, key=lambda each: -each[1].after.value):
            worst[part.end.id] = part, beside
        tests = sum(step is not None and step.signal is not None for step in raised)
        yield from (_told(ground, *worst[stage.id], tests) for stage in ground.card.stages if stage.id in worst)


def _crowded(ground: Ground, measured: Measured, stage: str) -> Insight:
    """That people stand in several segments, which no comparison with all others can allow for."""
    count = Number(sum(dict(each.stages).get(stage, 0) for each in measured.segments), "people")
    people, place = Number(dict(measured.stages)[stage], "people"), ground.at(stage)
    said = says("segment.crowded", stage=place.title, together=count, people=people)
    return Insight("segment", said, (place,), 1, (("together", count), ("people", people)))


def _leaves(part: _Part, beside: Step) -> bool:
    """Whether a segment leaves more than the others by more than noise; what was folded of others is nobody in particular."""
    return beside.noise is Noise.BEYOND and beside.apart.value < 0 and part.name != OTHER


def _told(ground: Ground, part: _Part, beside: Step, tests: int) -> Insight:
    left, rest = Number.of(beside.after.rest(), "share"), Number.of(beside.before.rest(), "share")
    apart = Number.of(beside.apart.scaled(-1), "points")
    said = says("segment.leaves", start=part.start.title, end=part.end.title, segment=ground.verbatim(part.name), left=left, rest=rest)
    low, high = (Number(end or 0.0, "share") for end in (left.low, left.high))
    n = Number.sample(beside.after.n)
    why = Clue(says("segment.measured", n=n, low=low, high=high, tests=Number(tests, "count")))
    numbers = (("left", left), ("rest", rest), ("apart", apart))
    return Insight("segment", said, (ground.at(part.end.id), ground.at(part.start.id)), 2, numbers, (why,))


def _parts(stages: Sequence[StageCard], segments: Sequence[Segment]) -> Iterator[_Part]:
    """The steps between stages that all segments count; a step at which one of them grows is no share."""
    people: list[Mapping[str, int]] = [dict(each.stages) for each in segments]
    told = [stage for stage in stages if all(stage.id in each for each in people)]
    for start, end in pairwise(told):
        if all(each[end.id] <= each[start.id] for each in people):
            counts = [Count(each[end.id], each[start.id]) for each in people]
            for segment, beside in zip(segments, beside_rest(counts), strict=True):
                if beside:
                    yield _Part(start, end, segment.name, beside)
