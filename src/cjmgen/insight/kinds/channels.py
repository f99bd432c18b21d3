"""channels: what a channel costs and brings in all current journeys, how what is automated feels there, and who doesn't meet us in it."""

from collections.abc import Iterator
from itertools import islice

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, TouchpointCard
from cjmgen.insight.charts.curve import NEUTRAL
from cjmgen.insight.flow.gap import gaps
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Period, Severity, Spot, counts, says
from cjmgen.insight.portfolio.outlay import Outlay, Spend, Stop, outlay, paid, stops
from cjmgen.insight.portfolio.reach import Reach

FEWEST = 3
"""Of fewer touchpoints of a kind a mean says little."""

APART = 0.5
"""Means nearer to each other are none worth a sentence."""

MOST = 12
"""Places and people that are named; the figures tell how many there are."""


def of_channel(atlas: Atlas, id: str, reach: Reach) -> Insights:
    """What follows for a channel, from the cards of journeys."""
    found, spot = outlay(reach, atlas.settings.currency or ""), Spot(kind="channel", id=id, title=atlas.channels[id].title)
    for spend in found.spends:
        yield _costs(atlas, reach, spend, spot)
    yield from _automated(found, reach, spot)
    yield from _in_vain(atlas, id, reach, spot)


def _costs(atlas: Atlas, reach: Reach, spend: Spend, spot: Spot) -> Insight:
    """What a channel costs; it deserves a look where the money goes into a step that misses its goal, or into what hurts."""
    default = atlas.settings.currency or ""
    mine = [stop for stop in stops(reach) if any(paid(point, spend.currency, default) for point in stop.points)]
    found = (clue for stop in mine for clue in (*_short(stop, default), *_hurts(stop, spend.currency, default)))
    why = (*_each(spend, sum(1 for stop in mine if stop.people)), *_apart(spend), *islice(found, MOST))
    money, points = Number(spend.spent, "money", spend.currency), Number(spend.points, "count")
    figures = {"spent": money, "points": points}
    if spend.each:
        figures |= {"people": Number(spend.people, "people"), "each": Number.of(spend.each, "price", spend.currency)}
    if spend.onward:
        figures["onward"] = Number.of(spend.onward, "price", spend.currency)
    severity: Severity = 2 if any(clue.spot for clue in why) else 1
    paid_for = (_at(stop, point) for stop in mine for point in stop.points if paid(point, spend.currency, default))
    one = len(spend.periods) == 1
    said = says("channel.costs_in" if one else "channel.costs", title=spot.title, n=points, spent=money, **_period(spend))
    return Insight("channel", said, (spot, *paid_for), severity, tuple(figures.items()), why)


def _at(stop: Stop, point: TouchpointCard) -> Spot:
    return Spot(stop.card.id, stop.stage, "touchpoint", point.id, point.title)


def _period(spend: Spend) -> dict[str, Period]:
    return {"period": Period(spend.periods[0])} if len(spend.periods) == 1 else {}


def _each(spend: Spend, stages: int) -> Iterator[Clue]:
    """What is paid for each who comes to so many stages, and for each who goes on."""
    if spend.each:
        people, each = Number(spend.people, "people"), Number.of(spend.each, "price", spend.currency)
        yield Clue(says("channel.each" if stages > 1 else "channel.each_alone", people=people, each=each))
    if spend.onward and spend.onward.low is not None and spend.onward.high is not None:
        each = Number.of(spend.onward, "price", spend.currency)
        low, high = (Number(end, "price", spend.currency) for end in (spend.onward.low, spend.onward.high))
        yield Clue(says("channel.onward", people=Number.sample(spend.onward.n, "people"), each=each, low=low, high=high))


def _apart(spend: Spend) -> Iterator[Clue]:
    """What is spent in other periods than people are counted in, and so not shared out."""
    for period, counted in spend.apart[:MOST]:
        key, more = ("channel.apart", {"counted": Period(counted)}) if counted else ("channel.apart_unknown", {})
        yield Clue(says(key, period=Period(period), **more))


def _short(stop: Stop, currency: str) -> Iterator[Clue]:
    """The stage's step misses its goal, by more than noise."""
    for gap in gaps(stop.card, currency):
        if gap.step.start.id == stop.stage and gap.is_sure:
            share, goal = Number.of(gap.step.share, "share"), Number.goal(gap.goal)
            said = says("channel.short", start=gap.step.start.title, end=gap.step.end.title, share=share, goal=goal)
            yield Clue(said, Spot(stop.card.id, gap.step.end.id, title=gap.step.end.title))


def _hurts(stop: Stop, currency: str, default: str) -> Iterator[Clue]:
    """What is paid for, and hurts."""
    for point in stop.points:
        if paid(point, currency, default) and point.score is not None and point.score <= -NEUTRAL:
            yield Clue(says("clue.felt", place=point.title, score=Number(point.score, "score")), _at(stop, point))


def _automated(found: Outlay, reach: Reach, spot: Spot) -> Insights:
    """How what is marked as automated feels beside the rest of the channel."""
    one, other = found.automated, found.others
    if min(one.felt, other.felt) < FEWEST or one.mean is None or other.mean is None or abs(one.mean - other.mean) < APART:
        return
    figures = {
        "automated": Number(one.mean, "score"), "personal": Number(other.mean, "score"), "n": Number(one.felt, "count"),
        "of": Number(other.felt, "count"),
    }  # fmt: skip
    key = "channel.runs_worse" if one.mean < other.mean else "channel.runs_better"
    felt = (Spot(card.id, point.stage, "touchpoint", point.id, point.title) for card, point in reach.counted if point.score is not None)
    yield Insight("channel", says(key, title=spot.title, **figures), (spot, *felt), 1, tuple(figures.items()))


def _in_vain(atlas: Atlas, id: str, reach: Reach, spot: Spot) -> Insights:
    """Personas who use the channel, and in whose current journeys it stands nowhere."""
    using = {who: card for who, card in atlas.personas.items() if id in card.channels}
    if not using:
        return
    walking = {who for card in atlas.journeys.values() if is_of_today(card) for who in card.personas}
    met = {who for contacts in reach.contacts.values() if is_of_today(contacts[0][0]) for who in contacts[0][0].personas}
    vain = [who for who in using if who in walking and who not in met]
    if vain:
        n, of = Number(len(vain), "count"), Number(len(using), "count")
        named = ((who, using[who].title) for who in vain[:MOST])
        why = tuple(Clue(says("channel.persona", name=title), Spot(kind="persona", id=who, title=title)) for who, title in named)
        people = (Spot(kind="persona", id=who, title=using[who].title) for who in vain)
        said = counts("channel.in_vain", n, of, title=spot.title)
        yield Insight("channel", said, (spot, *people), 1, (("personas", n), ("using", of)), why)


def is_of_today(card: JourneyCard) -> bool:
    """Whether a journey is of today, drafts too: what somebody is about to map is not missing."""
    return card.state == "current" and card.status != "retired"
