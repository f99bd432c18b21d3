"""effect: what follows from changes: how journeys and their stages score, convert, hurt and are proven before and after."""

from collections.abc import Container, Iterable, Iterator, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import Coverage, JourneyCard, OpportunityCard, StageCard, Text
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.kept.taken import FACETS, facet
from cjmgen.diff.glimpse import Glimpses
from cjmgen.diff.order import merged
from cjmgen.diff.passing import Passing, passed, whole
from cjmgen.diff.unread import Side
from cjmgen.insight.meet.contest import Contender, Contest, written_contests
from cjmgen.insight.meet.side import sides
from cjmgen.insight.meet.spine import drift
from cjmgen.insight.ranking import open_and_rated
from cjmgen.value import dataclass

Ids = Mapping[str, str]
"""From an id in the old atlas to the one of the same thing in the new."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A journey in figures."""

    score: float | None
    conversion: float | None
    severe: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class StageShift:
    """A stage with its score before and after; `old` or `new` is None where there is no such stage."""

    id: str
    title: Text
    old: StageCard | None
    new: StageCard | None


@dataclass(frozen=True, slots=True)
class Shift:
    """A journey that figures tell apart; `old` or `new` is None where there is no such journey. `card` is it as it is, else as it was."""

    id: str
    card: JourneyCard
    old: Figures | None
    new: Figures | None
    stages: tuple[StageShift, ...]
    steps: tuple[Passing, ...] = ()
    """The steps of its funnel that are counted otherwise."""
    whole: Passing | None = None
    """The conversion by its counts, where both versions have them."""

    @property
    def moved(self) -> bool:
        """Whether any figure is another one."""
        felt = any(not (stage.old and stage.new) or stage.old.score != stage.new.score for stage in self.stages)
        return felt or self.old != self.new or any(step.moved for step in self.steps)

    @property
    def told(self) -> tuple[Passing, ...]:
        """The steps with another share, the worst first."""
        order = ("worse", "better", "neutral")
        return tuple(sorted((step for step in self.steps if step.moved), key=lambda step: order.index(step.meaning)))


@dataclass(frozen=True, slots=True)
class RankShift:
    """An opportunity whose place among all open and rated ones changed of its own; None for not among them."""

    journey: str
    chance: OpportunityCard
    old: int | None
    new: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Lead:
    """How far somebody in a comparison is ahead of the first in it."""

    who: Contender
    called: Text
    """What the comparison's page calls them."""
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class Tilt:
    """A comparison in which somebody's lead changed; `title` is empty for one that nobody wrote."""

    id: str
    title: Text
    leads: tuple[Lead, ...]


_SHOWN = tuple(FACETS.index(name) for name in ("title", "state", "status", "score", "stages", "pains", "coverage", "conversion"))


def shifts(old: Atlas, new: Atlas, ids: Ids, stages: Mapping[str, Ids], touched: Container[str]) -> tuple[Shift, ...]:
    """The journeys that were touched or have other figures. `ids` are those that go by another id now, `stages` by journey its stages."""
    before = {ids.get(id, id): id for id in old.journeys}
    found: list[Shift] = []
    for id in dict.fromkeys((*new.journeys, *before)):
        known = id in before and (id in touched or not _same(old, new, before[id], id))
        mine = old.journeys[before[id]] if known else None
        theirs = new.journeys[id] if id in new.journeys and (mine or id not in before) else None
        if mine or theirs:
            found.append(_shift(id, mine, theirs, stages.get(id, {})))
    return tuple(shift for shift in found if shift.id in touched or shift.moved)


def _same(old: Atlas, new: Atlas, one: str, other: str) -> bool:
    """Whether two cards surely show the same figures; cards that were never opened are told apart by the digests of their parts."""
    if other not in new.journeys:
        return False
    if isinstance(old.journeys, JourneyDeck) and isinstance(new.journeys, JourneyDeck):
        mine, theirs = old.journeys.facets(one), new.journeys.facets(other)
        return all(facet(mine, at) == facet(theirs, at) for at in _SHOWN)
    return old.journeys[one] == new.journeys[other]


def _shift(id: str, old: JourneyCard | None, new: JourneyCard | None, names: Ids) -> Shift:
    card = new or old
    assert card
    before = {names.get(stage.id, stage.id): stage for stage in (old.stages if old else ())}
    after = {stage.id: stage for stage in (new.stages if new else ())}
    every = merged(list(after), list(before))
    stages = tuple(StageShift(each, (after.get(each) or before[each]).title, before.get(each), after.get(each)) for each in every)
    return Shift(id, card, _figures(old), _figures(new), stages, passed(old, new, names), whole(old, new))


def _figures(card: JourneyCard | None) -> Figures | None:
    return Figures(card.score, card.conversion, card.severe, card.coverage) if card else None


def ranks(old: Side, new: Side, shifted: Iterable[tuple[str, str]], stages: Mapping[str, Ids], glimpses: Glimpses) -> tuple[RankShift, ...]:
    """The opportunities of some journeys, by old and new id, that got another rank because they are rated otherwise, are new, or closed."""
    moved = [each for one, other in shifted for each in _rated_anew(old.atlas, new.atlas, one, other, stages.get(other, {}))]
    if not moved:
        return ()
    before, after = _places(old.whole, glimpses), _places(new.whole, glimpses)
    return tuple(
        RankShift(journey, chance, was, now, len(after))
        for journey, name, chance in moved
        if (was := before.get(name)) != (now := after.get((journey, chance.stage, chance.id)))
    )


@dataclass(frozen=True, slots=True)
class _Rated:
    spot: "Spot"
    impact: float | None
    effort: float | None
    status: str


Spot = tuple[str, str, str]
"""An opportunity by journey, stage and id."""


def _rated_anew(old: Atlas, new: Atlas, one: str, other: str, names: Ids) -> Iterator[tuple[str, Spot, OpportunityCard]]:
    """Opportunities with the spot they had; an id tells them apart only within their stage, so one that moved is known by what is left."""
    mine = old.journeys[one].opportunities if one in old.journeys else ()
    before = {(names.get(each.stage, each.stage), each.id): each for each in mine}
    after = {(each.stage, each.id): each for each in (new.journeys[other].opportunities if other in new.journeys else ())}
    left = {id: each for (stage, id), each in before.items() if (stage, id) not in after}
    for spot, chance in after.items():
        was = before.get(spot) or left.get(chance.id)
        if was is None or (was.impact, was.effort, was.status) != (chance.impact, chance.effort, chance.status):
            yield other, (one, was.stage if was else "", chance.id), chance


def _places(atlas: Atlas, glimpses: Glimpses) -> dict[Spot, int]:
    """The rank of every open and rated opportunity of the journeys that count."""
    rated = [
        _Rated((id, each["stage"], each["id"]), each["impact"], each["effort"], each["status"])
        for id, card in glimpses.of(atlas, "state", "status", "opportunities")
        if card["state"] == "current" and card["status"] in ("live", "review")
        for each in card["opportunities"]
    ]
    return {each.spot: at for at, each in enumerate(open_and_rated(rated), start=1)}


def tilts(old: Atlas, new: Atlas, ids: Ids, shifted: Iterable[str]) -> tuple[Tilt, ...]:
    """The comparisons of journeys that shifted, and these journeys beside what they are patches over."""
    concerned = frozenset(shifted)
    written = [each for each in written_contests(new) if any(one.journey in concerned for one in each.contenders)]
    patches = [_over(new.journeys[id]) for id in sorted(concerned) if id in new.journeys and new.journeys[id].extends]
    before = {new_id: old_id for old_id, new_id in ids.items()}
    told = {frozenset((one.journey, one.who) for one in each.contenders) for each in written}
    every = [*written, *(each for each in patches if frozenset((one.journey, one.who) for one in each.contenders) not in told)]
    return tuple(tilt for contest in every if (tilt := _tilt(old, new, contest, before)))


def _called(atlas: Atlas, contest: Contest, who: Contender) -> Text:
    """The name that the comparison gives, else that of the segment, the person or the journey."""
    if given := (contest.names or {}).get(who.key):
        return given
    if contest.kind == "segments":
        return atlas.personas[who.who[0]].segment or who.key
    if contest.kind == "who":
        own: dict[str, Text] = {actor.key: actor.title for actor in atlas.journey(who.journey).actors}
        every = (own, *({id: each.title for id, each in kind.items()} for kind in (atlas.personas, atlas.actors)))
        return next((people[who.key] for people in every if who.key in people), who.key)
    return atlas.journeys[who.journey].title


def _over(card: JourneyCard) -> Contest:
    return Contest(f"auto--{card.extends}", "journeys", (Contender(card.extends or "", card.extends or ""), Contender(card.id, card.id)))


def _tilt(old: Atlas, new: Atlas, contest: Contest, before: Ids) -> Tilt | None:
    """How the leads of a comparison changed; None where none did, or where somebody in it is new."""
    then = tuple(Contender(one.key, before.get(one.journey, one.journey), one.who) for one in contest.contenders)
    if any(one.journey not in old.journeys for one in then) or any(one.journey not in new.journeys for one in contest.contenders):
        return None
    first, *others = zip(sides(old, then), sides(new, contest.contenders), contest.contenders, strict=True)
    leads = [
        Lead(who, _called(new, contest, who), drift(first[0].score, was.score), drift(first[1].score, now.score))
        for was, now, who in others
    ]
    changed = tuple(lead for lead in leads if lead.old != lead.new)
    return Tilt(contest.id, contest.title, changed) if changed else None
