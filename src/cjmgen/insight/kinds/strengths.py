"""strengths: what works: the best moments of all journeys and what customers gain there, to keep and to spread."""

from collections.abc import Iterator

from cjmgen.atlas.cards.card import ClaimCard, TouchpointCard
from cjmgen.atlas.cards.score import expired
from cjmgen.insight.charts.curve import NEUTRAL
from cjmgen.insight.flow.beside import WARM
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, says
from cjmgen.insight.pinned import at, pinned
from cjmgen.insight.portfolio.pulse import percentile

FEWEST = 5
"""Of fewer moments of one journey there is no best tenth."""

APART = 0.5
"""Means of touchpoints nearer to each other are none worth a sentence."""


def best(ground: Ground) -> Insights:
    """The best tenth of the moments of all current journeys that is in this one; where these are too few, the journey's own best tenth."""
    among = ground.beside.best
    figures = {"top": among.top, "n": among.moments, "of": among.journeys} if among else {}
    told = {name: Number(value, "count") for name, value in figures.items()}
    for point, score in _best(ground):
        number, clues = Number(score, "score"), _gains(ground, point)
        spot = ground.at(point.stage, "touchpoint", point.id, point.title)
        key = ("spread" if among else "keep") if clues else "among" if among else "unproven"
        said = says(f"strength.{key}", title=point.title, score=number, **told)
        yield Insight("strength", said, (spot,), 2 if clues else 1, (("score", number), *told.items()), clues, good=True)


def _best(ground: Ground) -> Iterator[tuple[TouchpointCard, float]]:
    felt = [(point, point.score) for point in ground.card.touchpoints if point.score is not None]
    if ground.beside.best:
        yield from ((point, score) for point, score in felt if (point.stage, point.id) in ground.beside.best.spots)
    elif len(felt) >= FEWEST:
        least = max(percentile(sorted(score for _, score in felt), 0.9), WARM)
        yield from ((point, score) for point, score in felt if score >= least)


def _gains(ground: Ground, point: TouchpointCard) -> tuple[Clue, ...]:
    """What customers gain there, as far as it leans on evidence."""
    points = pinned(ground.card)
    gains = (claim for claim in ground.card.claims if claim.kind == "gain" and at(claim, points) is point and claim.evidence)
    return tuple(_gain(ground, claim) for claim in gains)


def _gain(ground: Ground, claim: ClaimCard) -> Clue:
    """A gain as a reason, with how many say so; those whose evidence has expired only where nobody else does, and told as such."""
    spot, known, today = ground.claim(claim), ground.atlas.evidence, ground.atlas.today
    live = sum(count or 0 for id, count in claim.evidence if id not in known or expired(known[id], today) is None)
    n = sum(count or 0 for _, count in claim.evidence)
    if not n:
        return Clue(says("clue.gain", title=spot.title), spot)
    return Clue(says("clue.gain_n" if live else "clue.gain_expired", title=spot.title, n=Number(live or n, "count")), spot)


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
