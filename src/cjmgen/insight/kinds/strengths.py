"""strengths: what works: the best moments that customers spoke of, to keep and to spread."""

from cjmgen.atlas.card import TouchpointCard
from cjmgen.insight.curve import NEUTRAL
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, says
from cjmgen.insight.pinned import at, pinned
from cjmgen.insight.pulse import percentile

FEWEST = 5
"""Of fewer moments there is no best tenth."""

WARM = 0.6
APART = 0.5
"""Means of touchpoints nearer to each other are none worth a sentence."""


def best(ground: Ground) -> Insights:
    """The best tenth of the moments, those with a gain behind them first."""
    felt = [(point, point.score) for point in ground.card.touchpoints if point.score is not None]
    if len(felt) < FEWEST:
        return
    least = max(percentile(sorted(score for _, score in felt), 0.9), WARM)
    for point, score in felt:
        if score >= least:
            number = Number(score, "score")
            clues = _gains(ground, point)
            said = says("strength.keep" if clues else "strength.unproven", title=point.title, score=number)
            spot = ground.at(point.stage, "touchpoint", point.id, point.title)
            yield Insight("strength", said, (spot,), 2 if clues else 1, (("score", number),), clues, good=True)


def _gains(ground: Ground, point: TouchpointCard) -> tuple[Clue, ...]:
    """What customers gain there, as far as it leans on evidence."""
    points, found = pinned(ground.card), []
    for claim in ground.card.claims:
        if claim.kind == "gain" and at(claim, points) is point and claim.evidence:
            n = sum(count or 0 for _, count in claim.evidence)
            said = says("clue.gain_n", title=claim.title, n=Number(n, "count")) if n else says("clue.gain", title=claim.title)
            found.append(Clue(said, ground.at(claim.stage, "gain", claim.id, claim.title)))
    return tuple(found)


def automated(ground: Ground) -> Insights:
    """How what is automated feels beside what people do, where both are told often enough and lie apart."""
    groups: dict[bool, list[tuple[float, str, str]]] = {True: [], False: []}
    for stage in ground.journey.stages:
        for point in stage.touchpoints:
            if point.emotion:
                groups[point.automated].append((point.emotion.mean, stage.key, point.key))
    if min(map(len, groups.values())) < 3:
        return
    machine, people = (sum(score for score, _, _ in groups[key]) / len(groups[key]) for key in (True, False))
    if abs(machine - people) < APART:
        return
    numbers = {
        "automated": Number(machine, "score"), "personal": Number(people, "score"),
        "n": Number(len(groups[True]), "count"), "of": Number(len(groups[False]), "count"),
    }  # fmt: skip
    key = "channel.automated_worse" if machine < people else "channel.automated_better"
    why = tuple(_low(ground, *each) for each in sorted(groups[True])[:2] if each[0] <= -NEUTRAL)
    yield Insight("channel", says(key, **numbers), (ground.whole(),), 1, tuple(numbers.items()), why)


def _low(ground: Ground, score: float, stage: str, id: str) -> Clue:
    title = next(point.title for point in ground.card.touchpoints if (point.stage, point.id) == (stage, id))
    return Clue(says("clue.felt", place=title, score=Number(score, "score")), ground.at(stage, "touchpoint", id, title))
