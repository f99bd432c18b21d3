"""score: what is computed from a journey, once and for all pages; docs/reference.md tells the formulas to authors."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from cjmgen.model.amount import DAY, half_up, read_amount, read_duration
from cjmgen.model.claim import Claim, Confidence, Quote
from cjmgen.model.directory import SetStage
from cjmgen.model.evidence import FROM_CUSTOMERS, Evidence
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.touchpoint import Touchpoint

Freshness = Literal["fresh", "due", "expired"]

OUTCOME = "purchase"
"""The stage that is the conversion where no stage says so itself."""


def touchpoint_score(touchpoint: Touchpoint) -> float | None:
    """A touchpoint's emotion, the mean over its personas. -2 … +2."""
    return touchpoint.emotion.mean if touchpoint.emotion else None


def stage_score(stage: Stage) -> float | None:
    """The mean of its touchpoints that have an emotion, else its own. -2 … +2."""
    felt = mean(touchpoint_score(touchpoint) for touchpoint in stage.touchpoints)
    return felt if felt is not None else stage.emotion.mean if stage.emotion else None


def journey_score(journey: Journey) -> float | None:
    """The mean of its stages that have a score. -2 … +2."""
    return mean(stage_score(stage) for stage in journey.stages)


def mean(scores: Iterator[float | None]) -> float | None:
    """The mean of what is known; None where nothing is."""
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None


def freshness(evidence: Evidence, today: datetime.date) -> Freshness:
    """Whether it may still be relied on; due in the last quarter of `valid_for`, and always fresh without one."""
    return _age(evidence.date, evidence.valid_for, today)


def expired(evidence: Evidence, today: datetime.date) -> datetime.date | None:
    """The first day on which it counted no more; None as long as it counts."""
    days = days_of(evidence.valid_for)
    over = evidence.date is not None and days is not None and freshness(evidence, today) == "expired"
    return _after(evidence.date, days) if over and evidence.date is not None and days is not None else None


def review_step(reviewed: datetime.date | None, review_every: str | Mapping[str, str] | None, today: datetime.date) -> Freshness:
    """Whether a review still holds; due in the last quarter of `review_every`, fresh where either is missing."""
    return _age(reviewed, review_every, today)


def has_age(start: datetime.date, days: float, today: datetime.date) -> bool:
    """Whether something that was done on a day is older than so many days."""
    return today >= _after(start, days)


def _age(start: datetime.date | None, lasts: str | Mapping[str, str] | None, today: datetime.date) -> Freshness:
    days = days_of(lasts)
    if start is None or days is None:
        return "fresh"
    return "expired" if today >= _after(start, days) else "due" if today >= _after(start, days * 0.75) else "fresh"


def _after(start: datetime.date, days: float) -> datetime.date:
    """The first day on which something is older than so many days. Days are only ever asked what they have reached: a page
    then depends on the answer and not on the day."""
    try:
        return start + datetime.timedelta(days=math.floor(days) + 1)
    except OverflowError:
        return datetime.date.max


def days_of(text: str | Mapping[str, str] | None) -> float | None:
    """The days of a text such as `12 months`, of the longer end of a range; None where no language has a duration."""
    if isinstance(text, str):
        return _days(text)
    return next((days for words in (text or {}).values() if (days := _days(words)) is not None), None)


@lru_cache(maxsize=256)
def _days(words: str) -> float | None:
    span = read_duration(words)
    return span.high / DAY if span else None


def confidence(claim: Claim | Quote | Persona, evidence: Mapping[str, Evidence], today: datetime.date) -> Confidence:
    """How sure we are: as written, else validated by live evidence from customers, reasoned by other, else assumed."""
    return claim.confidence or sure(tuple(use.id for use in claim.evidence), evidence, today)


def sure(leant: Sequence[str], evidence: Mapping[str, Evidence], today: datetime.date) -> Confidence:
    """How sure we are of what leans on these."""
    known = [evidence[id] for id in leant if id in evidence]
    if any(each.kind in FROM_CUSTOMERS and freshness(each, today) != "expired" for each in known):
        return "validated"
    return "reasoned" if known else "assumed"


def claims_of(stage: Stage) -> Iterator[Claim | Quote]:
    """All that a stage asserts about customers: pains, gains, quotes."""
    yield from stage.pains
    yield from stage.gains
    yield from stage.quotes


def stage_owner(stage: Stage, journey: Journey) -> str | None:
    """The team that answers for a stage: its own, else that of most of its touchpoints, else the journey's."""
    if stage.owner:
        return stage.owner
    owners = [touchpoint.owner for touchpoint in stage.touchpoints if touchpoint.owner]
    return max(owners, key=owners.count) if owners else journey.owner


def phase_of(stage: Stage, phases: Mapping[str, SetStage]) -> str | None:
    """A stage's place in the stage set: as written, else by id, else by title in any language; None rather than a guess."""
    wanted = stage.phase or stage.key
    if wanted in phases:
        return wanted
    if stage.phase:
        return None
    titles = _names(stage.title)
    for id, phase in phases.items():
        also = {name for text in phase.also for name in _names(text)}
        if stage.key in also or titles & (_names(phase.title) | also):
            return id
    return None


def _names(text: str | Mapping[str, str]) -> set[str]:
    return {words.strip().casefold() for words in ((text,) if isinstance(text, str) else text.values())}


def entries(journey: Journey, metrics: Mapping[str, Metric]) -> tuple[int | None, ...]:
    """People who reach each stage, as written or from the metric that counts them."""
    return tuple(_entry(stage, journey.funnel, metrics) for stage in journey.stages)


def _entry(stage: Stage, funnel: str | None, metrics: Mapping[str, Metric]) -> int | None:
    if stage.entry and stage.entry.people is not None:
        return stage.entry.people
    metric = metrics.get((stage.entry.metric if stage.entry else None) or funnel or "")
    if metric and metric.type == "funnel" and metric.people:
        return metric.people.get(stage.key)
    if stage.entry is None or stage.entry.metric is None:
        return None
    amount = read_amount(metric.value) if metric and metric.value is not None else None
    return int(half_up(amount.value)) if amount and amount.kind == "number" and amount.value >= 0 else None


def outcome(journey: Journey, metrics: Mapping[str, Metric]) -> int | None:
    """The position of the conversion: the stage marked so, else `purchase`, else the last one with an entry."""
    stages = journey.stages
    for at, stage in enumerate(stages):
        if stage.outcome:
            return at
    for at, stage in enumerate(stages):
        if stage.key == OUTCOME:
            return at
    people = entries(journey, metrics)
    counted = [at for at, stage in enumerate(stages) if people[at] is not None or (stage.entry and stage.entry.metric)]
    return counted[-1] if counted else None


def conversion(journey: Journey, metrics: Mapping[str, Metric]) -> float | None:
    """People at the outcome ÷ people at the first stage that has an entry, 0 … 1; None where they are one stage."""
    people, goal = entries(journey, metrics), outcome(journey, metrics)
    start = next((at for at, count in enumerate(people) if count is not None), None)
    if goal is None or start is None or goal <= start:
        return None
    first, last = people[start], people[goal]
    return last / first if first and last is not None else None
