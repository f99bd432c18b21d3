"""readings: the metrics of a journey's stages that have a value, and what is to be said of each: of how many, and where it went."""

from collections.abc import Iterator, Mapping

from cjmgen.atlas.cards.card import StageCard
from cjmgen.insight.flow.family import family
from cjmgen.insight.flow.gauge import Gauge, gauge
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Number, Period, Spot, says
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.gather.period import later
from cjmgen.numbers.heading import ENOUGH

RECENT = 3
"""Whole periods that may have passed since that of a figure, which is told without it until then."""


def gauges(ground: Ground) -> Iterator[tuple[StageCard, Gauge]]:
    """The metrics of the stages that have a value, each where it stands first."""
    seen = set()
    for card, written in ground.measured():
        found = gauge(ground.atlas, written)
        if found and found.id not in seen:
            seen.add(found.id)
            yield card, found


def way(found: Gauge) -> str:
    """better or worse where the series goes somewhere by more than noise, level where it does not, "" where nobody can tell."""
    seen = found.trend
    if seen is None or len(found.series) < ENOUGH:
        return ""
    if seen.signal.noise is not Noise.BEYOND:
        return "level"
    return "worse" if (seen.signal.statistic > 0) == found.lower else "better"


def trend(found: Gauge) -> Iterator[Clue]:
    """Where the series went, and whether that is more than noise."""
    seen, told = found.trend, way(found)
    if seen and told:
        first, last = found.number(found.series[0]), found.number(found.series[-1])
        yield Clue(says(f"metric.trend.{told}", n=Number(len(found.series), "count"), first=first, last=last))


def latest(found: Gauge) -> tuple[Period, Period]:
    """The last two periods of a metric that has as many."""
    before, after = found.measured.series[-2:] if found.measured else ()
    return Period(before.period), Period(after.period)


def last(ground: Ground, found: Gauge) -> Iterator[Clue]:
    """What became of it in the last period, where that is more than noise and no trend has told it."""
    step = lasting(ground).get(found.id)
    went = ("worse" if (step.apart.value > 0) == found.lower else "better") if step else ""
    if step and went != way(found):
        before, after = latest(found)
        first, last = found.number(step.before), found.number(step.after)
        yield Clue(says(f"metric.last.{went}", before=before, after=after, first=first, last=last))


def measured(found: Gauge) -> Iterator[Clue]:
    """From how many it was measured, and how far it may be off."""
    value = found.value
    if value.n and value.low is not None and value.high is not None:
        low, high = found.number(value.low), found.number(value.high)
        yield Clue(says("metric.measured", title=found.title, n=Number.sample(value.n), low=low, high=high))


def aged(ground: Ground, found: Gauge) -> Iterator[Clue]:
    """Of which period its newest figure is, where that is none of the last few: it reads as if it were of today."""
    period = found.measured.series[-1].period if found.measured and found.measured.series else ""
    until = later(period, RECENT)
    if until and ground.atlas.today > until:
        yield Clue(says("metric.aged", title=found.title, period=Period(period)))


def lasting(ground: Ground) -> Mapping[str, Step]:
    """By metric what became of it in the last period, where that is more than noise among all metrics of the journey.

    A period of which more may come is no fall yet.
    """
    return {id: step for id, step in family(ground.atlas, ground.card).steps.items() if step.noise is Noise.BEYOND}


def spot_of(ground: Ground, stage: StageCard, found: Gauge) -> Spot:
    return ground.at(stage.id, "metric", found.id, found.title)
