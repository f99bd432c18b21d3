"""outlay: as pages show it, what a channel costs beside the people who come and those who go on, and what of it is automated."""

import datetime

from cjmgen.insight.portfolio.outlay import Kind, Outlay, Spend
from cjmgen.model.amount import half_up, three_figures
from cjmgen.numbers.estimate import Estimate
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Onward:
    """The share that goes on, with its interval; `at`, `left` and `width` are percents of a scale from none to all."""

    share: float
    low: float
    high: float
    n: int
    at: float
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric that measures what is spent, and the last day that its exports are about."""

    title: Said
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class Paid:
    """What is spent in one currency: in all, for each of the `people` who come, and for each who goes on, with its interval, these to three
    figures.

    `few` says that both lean on few people.
    """

    spent: float
    currency: str
    points: int
    people: int
    each: float | None
    onward: float | None
    low: float | None
    high: float | None
    few: bool
    periods: tuple[str, ...]
    apart: bool
    """Whether some of it was spent in another period than people are counted in, and is not shared out."""
    sources: tuple[Gauge, ...]
    """The metrics that say any of it."""


@dataclass(frozen=True, slots=True)
class Mood:
    """Touchpoints that are automated, or the others: how many, how many of them have an emotion, and the mean of those."""

    points: int
    felt: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class ChannelOutlay:
    """A channel over counted journeys. `people` come to its stages."""

    people: int | None
    onward: Onward | None
    paid: tuple[Paid, ...]
    automated: Mood
    others: Mood
    periods: tuple[str, ...]


def channel_outlay(edition: Edition, found: Outlay) -> ChannelOutlay | None:
    """What a channel costs and brings; None where nothing is known of it."""
    if not found.says:
        return None
    onward = _onward(found.onward) if found.onward else None
    paid = tuple(_paid(edition, each) for each in found.spends)
    return ChannelOutlay(found.people, onward, paid, _mood(found.automated), _mood(found.others), found.periods)


def _onward(of: Estimate) -> Onward:
    low, high = of.value if of.low is None else of.low, of.value if of.high is None else of.high
    at, left, right = (half_up(each * 100, 1) for each in (of.value, low, high))
    return Onward(of.value, low, high, of.n, at, left, half_up(right - left, 1))


def _gauge(edition: Edition, id: str) -> Gauge:
    measured = edition.atlas.measured.get(id)
    return Gauge(edition.say(edition.atlas.metrics[id].title or id), measured.as_of if measured else None)


def _paid(edition: Edition, of: Spend) -> Paid:
    each, onward = of.each, of.onward
    few = any(found.is_small for found in (each, onward) if found)
    figures = (each.value if each else None, *((onward.value, onward.low, onward.high) if onward else (None, None, None)))
    one, next_, low, high = (None if figure is None else three_figures(figure) for figure in figures)
    sources = tuple(_gauge(edition, id) for id in of.metrics)
    return Paid(of.spent, of.currency, of.points, of.people, one, next_, low, high, few, of.periods, bool(of.apart), sources)


def _mood(of: Kind) -> Mood:
    return Mood(of.points, of.felt, of.mean)
