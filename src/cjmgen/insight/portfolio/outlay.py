"""outlay: what a channel costs beside the people who come to its stages and those who go on, and what of it runs by itself.

How many of a stage's people meet one channel is known to nobody who only counts stages. So people are those who *come to the stages* in
which the channel stands; of one journey, whose stages see the same people, those of the stage with the most.
"""

from collections.abc import Iterable, Iterator, Sequence

from cjmgen.atlas.cards.card import CostCard, JourneyCard, TouchpointCard
from cjmgen.insight.flow.gap import Step, steps
from cjmgen.insight.portfolio.reach import Contact, Reach
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measure.money import cost_per, per_unit
from cjmgen.numbers.share import Count, share
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Spend:
    """What is spent in one currency: in all, for each of the `people` who come, and for each who goes on, with the interval of their share.

    The latter two are made of those touchpoints alone whose stages are counted, and the last only if from each of these stages people are
    counted on, so that both share out the same amount. `periods` are those of the amounts, as maps write them. An amount that a metric has
    for another period than that of the people is in `spent` alone: `apart` are the pairs of these, its period and that of the people.
    """

    currency: str
    spent: float
    points: int
    people: int
    each: Estimate | None
    onward: Estimate | None
    periods: tuple[str, ...]
    metrics: tuple[str, ...] = ()
    """The metrics that measure what is spent."""
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """Touchpoints that run by themselves, or all others: how many, and the mean of those that have an emotion."""

    points: int
    felt: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Outlay:
    """A channel over counted journeys. `people` come to its stages, `onward` is the share of them who go on to the next counted stage."""

    people: int | None
    onward: Estimate | None
    spends: tuple[Spend, ...]
    automated: Kind
    others: Kind
    periods: tuple[str, ...]

    @property
    def says(self) -> bool:
        """Whether there is anything to say."""
        return self.people is not None or bool(self.spends) or self.automated.points > 0


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage of a journey in which a channel stands, what is spent there, and the counted step that begins there."""

    card: JourneyCard
    stage: str
    people: int | None
    points: tuple[TouchpointCard, ...]
    step: Step | None


def outlay(reach: Reach, currency: str) -> Outlay:
    """What a channel costs and brings. `currency` is that of amounts that name none."""
    found = stops(reach)
    points = [point for _, point in reach.counted]
    currencies = dict.fromkeys(point.cost.currency or currency for point in points if point.cost)
    return Outlay(
        _people(found),
        share(_steps(found)),
        tuple(_spend(found, each, currency) for each in currencies),
        _kind(point for point in points if point.automated),
        _kind(point for point in points if not point.automated),
        _periods(each for each in found if each.people is not None),
    )


def stops(reach: Reach) -> tuple[Stop, ...]:
    """The stages of counted journeys in which a channel stands, in their order."""
    return tuple(stop for contacts in reach.contacts.values() if contacts[0][0].counted for stop in _stops(contacts))


def _stops(contacts: Sequence[Contact]) -> Iterable[Stop]:
    card = contacts[0][0]
    begun = {each.start.id: each for each in steps(card)}
    for stage in card.stages:
        points = tuple(point for _, point in contacts if point.stage == stage.id)
        if points:
            yield Stop(card, stage.id, stage.people, points, begun.get(stage.id))


def _costs(stop: Stop, currency: str, default: str) -> Iterator[CostCard]:
    """What is spent in a currency at the touchpoints of a stage."""
    return (point.cost for point in stop.points if point.cost and paid(point, currency, default))


def _total(costs: Iterable[CostCard]) -> float:
    """All of it together; the amount that a metric has for a period once, however many touchpoints name it."""
    every = tuple(costs)
    measured = {(cost.metric, cost.period): cost.spent for cost in every if cost.metric}
    return sum(cost.spent for cost in every if not cost.metric) + sum(measured.values())


def _paid_in(stop: Stop, currency: str, default: str) -> Iterator[str]:
    """The periods of what is spent in a currency at a stage."""
    return (period for cost in _costs(stop, currency, default) if (period := cost.period or stop.card.period))


def _aligned(stop: Stop, currency: str, default: str) -> bool:
    """Whether all that is spent in a currency at a stage is of the period of its people."""
    return all(cost.counted is None for cost in _costs(stop, currency, default))


def paid(point: TouchpointCard, currency: str, default: str) -> bool:
    """Whether a touchpoint says what is spent on it in a currency."""
    return point.cost is not None and (point.cost.currency or default) == currency


def _spend(found: Sequence[Stop], currency: str, default: str) -> Spend:
    mine = [stop for stop in found if any(paid(point, currency, default) for point in stop.points)]
    come = [stop for stop in mine if stop.people and _aligned(stop, currency, default)]
    people, paid_for = _people(come) or 0, _total(cost for stop in come for cost in _costs(stop, currency, default))
    costs = tuple(cost for stop in mine for cost in _costs(stop, currency, default))
    onward = cost_per(paid_for, _steps(come)) if all(stop.step for stop in come) else None
    return Spend(
        currency,
        _total(costs),
        sum(paid(point, currency, default) for stop in mine for point in stop.points),
        people,
        per_unit(paid_for, people),
        onward,
        tuple(sorted({period for stop in mine for period in _paid_in(stop, currency, default)})),
        tuple(sorted({cost.metric for cost in costs if cost.metric})),
        tuple(sorted({(cost.period, cost.counted) for cost in costs if cost.counted is not None})),
    )


def _people(found: Iterable[Stop]) -> int | None:
    """The people who come to these stages: of each journey those of its fullest stage."""
    most: dict[str, int] = {}
    for stop in found:
        if stop.people is not None:
            most[stop.card.id] = max(stop.people, most.get(stop.card.id, 0))
    return sum(most.values()) if most else None


def _steps(found: Iterable[Stop]) -> Count:
    """Of the people of these stages those who go on, all steps added up; who comes to two of them counts in both."""
    begun = [stop.step for stop in found if stop.step]
    return Count(sum(step.end.people or 0 for step in begun), sum(step.entered for step in begun))


def _periods(found: Iterable[Stop]) -> tuple[str, ...]:
    return tuple(sorted({stop.card.period for stop in found if stop.card.period}))


def _kind(points: Iterable[TouchpointCard]) -> Kind:
    every = list(points)
    felt = [point.score for point in every if point.score is not None]
    return Kind(len(every), len(felt), sum(felt) / len(felt) if felt else None)
