"""ownership: what each team answers for: journeys, stages, touchpoints, their pains and opportunities, and its handoffs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from cjmgen.atlas.cards.card import ClaimCard, HandoffCard, JourneyCard, OpportunityCard, StageCard, TouchpointCard
from cjmgen.insight.pinned import at, pinned
from cjmgen.insight.ranking import rank

WORKS = {"no": 0, "partly": 1, "": 2, "yes": 3}
"""The order of handoffs: what does not work comes first, what nobody has judged before what works."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a team answers for in one journey; `whole` where it owns the journey."""

    journey: JourneyCard
    whole: bool
    stages: tuple[StageCard, ...]
    points: tuple[TouchpointCard, ...]


@dataclass(frozen=True, slots=True)
class Pass:
    """A handoff of a journey, the ends told as teams where an actor belongs to one."""

    journey: JourneyCard
    handoff: HandoffCard
    start: str
    end: str


@dataclass(slots=True)
class Estate:
    """All that a team answers for. Pains, opportunities, handoffs and figures are those of counted journeys."""

    holdings: list[Holding] = field(default_factory=list)
    pains: list[tuple[JourneyCard, ClaimCard]] = field(default_factory=list)
    chances: list[tuple[JourneyCard, OpportunityCard]] = field(default_factory=list)
    inward: list[Pass] = field(default_factory=list)
    outward: list[Pass] = field(default_factory=list)

    @property
    def counted(self) -> tuple[Holding, ...]:
        """The holdings that figures count."""
        return tuple(holding for holding in self.holdings if holding.journey.counted)

    @property
    def longest(self) -> int:
        """The length of the longest of its lists."""
        return max(len(self.holdings), len(self.pains), len(self.chances), len(self.inward), len(self.outward))


def estates(cards: Iterable[JourneyCard], teams: Iterable[str], actors: Mapping[str, str | None]) -> dict[str, Estate]:
    """The estate of every team, each list in the order in which it is to be read. `actors` belong to the team they name."""
    found = {id: Estate() for id in teams}
    for card in cards:
        _hold(card, found)
        if card.counted:
            _answer(card, found)
            _pass(card, found, {**actors, **{actor.id: actor.team for actor in card.cast}})
    for estate in found.values():
        _sort(estate)
    return found


def _hold(card: JourneyCard, found: Mapping[str, Estate]) -> None:
    stages: dict[str, list[StageCard]] = {}
    points: dict[str, list[TouchpointCard]] = {}
    for stage in card.stages:
        stages.setdefault(stage.owner or "", []).append(stage)
    for point in card.touchpoints:
        points.setdefault(point.owner or "", []).append(point)
    for id in dict.fromkeys((card.owner or "", *stages, *points)):
        if id in found:
            held = Holding(card, card.owner == id, tuple(stages.get(id, ())), tuple(points.get(id, ())))
            found[id].holdings.append(held)


def _answer(card: JourneyCard, found: Mapping[str, Estate]) -> None:
    """Pains and opportunities: whoever owns the touchpoint or the opportunity answers, else whoever owns the stage."""
    owners = {stage.id: stage.owner for stage in card.stages}
    points = pinned(card)
    for claim in card.claims:
        point = at(claim, points)
        owner = (point.owner if point else None) or owners.get(point.stage if point else claim.stage) or ""
        if claim.kind == "pain" and owner in found:
            found[owner].pains.append((card, claim))
    for chance in card.opportunities:
        owner = chance.owner or owners.get(chance.stage) or ""
        if chance.status != "dropped" and owner in found:
            found[owner].chances.append((card, chance))


def _pass(card: JourneyCard, found: Mapping[str, Estate], actors: Mapping[str, str | None]) -> None:
    for handoff in card.handoffs:
        start, end = (actors.get(id) or id for id in (handoff.start, handoff.end))
        passed = Pass(card, handoff, start, end)
        if start in found:
            found[start].outward.append(passed)
        if end in found and end != start:
            found[end].inward.append(passed)


def _sort(estate: Estate) -> None:
    """Worst first, and what figures do not count last; what is equal stays in the order of journeys."""
    estate.holdings.sort(key=lambda held: (not held.journey.counted, lowest(held)))
    estate.pains.sort(key=lambda found: -found[1].severity)
    order = {id(chance): at for at, chance in enumerate(rank(chance for _, chance in estate.chances))}
    estate.chances.sort(key=lambda found: order[id(found[1])])
    for passes in (estate.inward, estate.outward):
        passes.sort(key=lambda found: WORKS[found.handoff.works])


def lowest(held: Holding) -> float:
    """The lowest score of a holding; above the scale where nothing was felt."""
    scores = (*(point.score for point in held.points), *(stage.score for stage in held.stages))
    return min((score for score in scores if score is not None), default=9.0)


@dataclass(frozen=True, slots=True)
class TeamFinding:
    """What a team's page leads with: how much it owns, what of it is lowest, and how many handoffs halt."""

    owns: Literal["nothing", "journeys", "stages", "touchpoints"]
    n: int = 0
    journeys: int = 0
    low: tuple[JourneyCard, StageCard | TouchpointCard] | None = None
    scores: tuple[float, ...] = ()
    handoffs: int = 0
    halting: int = 0


def team_finding(estate: Estate) -> TeamFinding:
    """The finding of one estate; scores of stages speak only where no touchpoint is owned."""
    held = estate.counted or tuple(estate.holdings)
    points = [(each.journey, point) for each in held for point in each.points]
    stages = [(each.journey, stage) for each in held for stage in each.stages]
    parts: list[tuple[JourneyCard, StageCard | TouchpointCard]] = [*points] or [*stages]
    felt = [(part.score, at) for at, (_, part) in enumerate(parts) if part.score is not None]
    passes = [*estate.inward, *estate.outward]
    return TeamFinding(
        "touchpoints" if points else "stages" if stages else "journeys" if held else "nothing",
        len(parts) or len(held),
        len(held),
        parts[min(felt)[1]] if felt else None,
        tuple(score for score, _ in felt),
        len(passes),
        sum(each.handoff.works in ("no", "partly") for each in passes),
    )
