"""censored: a word beside what leans on periods whose people had less time than a journey may take, so that none is taken for whole."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Number, Period, says
from cjmgen.model.journey import Journey
from cjmgen.numbers.measured import Measured, Part

LEANS = ("leak", "segment")
"""Kinds of insight that are drawn from a journey's funnel."""


def funnels(ground: Ground) -> Iterator[Measured]:
    """What was measured by each metric that counts the journey's stages; of these the one alone that is asked about."""
    written = [ground.metric] if ground.metric else _counting(ground.journey)
    for id in dict.fromkeys(each for each in written if each):
        measured = ground.atlas.measured.get(id)
        if measured:
            yield measured


def _counting(journey: Journey) -> list[str | None]:
    return [journey.funnel, *(stage.entry.metric for stage in journey.stages if stage.entry)]


def lacking(measured: Measured | None) -> Iterator[Clue]:
    """What the figures of a metric lack: the first period that is no whole one, as later ones are none either; or a part of the latest."""
    if measured and measured.partial:
        yield _part(measured.partial)
    for first in measured.immature[:1] if measured else ():
        day, time = Period(first.after.isoformat()), Number(first.seconds, "time")
        yield Clue(says("metric.open" if first.shown else "metric.left", period=Period(first.period), day=day, time=time))


def _part(of: Part) -> Clue:
    """Why the latest period is not whole: its days, where they are known."""
    period = Period(of.period)
    if of.days is None:
        return Clue(says("metric.part", period=period))
    first, last = (Period(day.isoformat()) for day in of.days)
    return Clue(says("metric.part_days", period=period, first=first, last=last))


def marked(ground: Ground, found: Iterable[Insight]) -> list[Insight]:
    """Insights with what the people that they count lack, as the first of their reasons where the figure itself is not whole.

    Then nobody can tell how many more a goal would bring, so that is not said, and doesn't put the insight before others.
    """
    every = [(measured, clue) for measured in funnels(ground) for clue in lacking(measured)]
    first = [clue for measured, clue in every if measured.censored]
    last = [clue for measured, clue in every if not measured.censored]
    return [_marked(each, first, last) if each.kind in LEANS else each for each in found]


def _marked(insight: Insight, first: list[Clue], last: list[Clue]) -> Insight:
    """A metric among the reasons may have said it already."""
    rest = [clue for clue in insight.why if clue not in (*first, *last)]
    if not first:
        return replace(insight, why=(*rest, *last))
    sure = [clue for clue in rest if "people" not in dict(clue.said.values)]
    numbers = tuple((name, number) for name, number in insight.numbers if name not in ("people", "worth"))
    return replace(insight, why=(*first, *sure, *last), numbers=numbers, people=None, worth=None)
