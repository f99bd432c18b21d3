"""people: who answers for what was changed, and who else should look: the owners of what refers to it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Updated
from cjmgen.diff.glimpse import Glimpse, Glimpses
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a team should look: it `owns` what was changed, or something of its own `refers` to it. `of` is that thing."""

    why: str
    of: Place


@dataclass(frozen=True, slots=True)
class Ask:
    """A team that should look."""

    team: str
    title: Text
    github: str
    reasons: tuple[Reason, ...]


def owner(change: Change, old: Atlas, new: Atlas) -> str:
    """The team that answers for what was changed, the nearest to it; "" where nobody does."""
    return next((team for team, _ in owners(change, old, new)), "")


def owners(change: Change, old: Atlas, new: Atlas) -> Iterator[tuple[str, Place]]:
    """The teams that answer for what was changed, from inside out, as it is and as it was, each with what it owns."""
    match change:
        case Added():
            yield from _own(change.node.fields.get("owner"), change.new)
            yield from _around(change.new, new)
        case Removed():
            yield from _own(change.node.fields.get("owner"), change.old)
            yield from _around(change.old, old)
        case Updated() if change.part.field == "owner":
            yield from _own(change.part.new, change.new)
            yield from _own(change.part.old, change.old)
            yield from _around(change.new, new)
        case Moved() | Renamed() | Updated() | Reordered():
            now = list(_around(change.new, new))
            yield from now
            yield from (each for each in _around(change.old, old) if each[0] not in dict(now))


def _own(team: object, place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(team, str):
        yield team, place


def _around(place: Place, atlas: Atlas) -> Iterator[tuple[str, Place]]:
    if place.kind == "journey" and place.id in atlas.journeys:
        card = atlas.journeys[place.id]
        for deep in range(len(place.steps), -1, -1):
            here = Place(place.kind, place.id, place.title, place.steps[:deep])
            yield from _own(_team(card, here), here)
    elif place.kind == "metric" and place.id in atlas.metrics:
        yield from _own(atlas.metrics[place.id].owner, place)
    elif place.kind == "team" and place.id in atlas.teams:
        yield place.id, place


def _team(card: JourneyCard, place: Place) -> str | None:
    """The owner of a journey, of a stage, or of a touchpoint or opportunity in one."""
    keys = [step.key for step in place.steps]
    match [step.lane for step in place.steps]:
        case []:
            return card.owner
        case ["stages"]:
            return next((stage.owner for stage in card.stages if stage.id == keys[0]), None)
        case ["stages", "touchpoints"]:
            return next((point.owner for point in card.touchpoints if [point.stage, point.id] == keys), None)
        case ["stages", "opportunities"]:
            return next((chance.owner for chance in card.opportunities if [chance.stage, chance.id] == keys), None)
    return None


def asks(changes: Iterable[Change], old: Atlas, new: Atlas, glimpses: Glimpses) -> tuple[Ask, ...]:
    """The teams that should look: owners first, those of most changes before others."""
    every = tuple(changes)
    reasons: dict[str, dict[tuple[object, ...], Reason]] = {}
    weight: Counter[str] = Counter()
    for change in every:
        for team, place in owners(change, old, new):
            reasons.setdefault(team, {}).setdefault(_key(place), Reason("owns", place))
            weight[team] += 1
    for team, place in referring(every, new, glimpses):
        reasons.setdefault(team, {}).setdefault(_key(place), Reason("refers", place))
    ordered = sorted(reasons, key=lambda team: (not weight[team], -weight[team], team))
    return tuple(_ask(team, tuple(reasons[team].values()), new, old) for team in ordered)


def _key(place: Place) -> tuple[object, ...]:
    return place.kind, place.id, place.way


def _ask(team: str, reasons: tuple[Reason, ...], new: Atlas, old: Atlas) -> Ask:
    known = new.teams.get(team) or old.teams.get(team)
    return Ask(team, known.title if known else team, (known.github or "") if known else "", reasons)


def referring(changes: Iterable[Change], atlas: Atlas, glimpses: Glimpses) -> Iterator[tuple[str, Place]]:
    """The owners of journeys that refer to an entity that was changed, each with that journey."""
    names = frozenset(name for change in changes for name in _names(change))
    kinds = [kind for kind in _PARTS if any(kind == each for each, _ in names)]
    if kinds:
        parts = dict.fromkeys(part for kind in kinds for part in _PARTS[kind])
        found = [id for id, card in glimpses.of(atlas, *parts) if not names.isdisjoint(_refers(card, kinds))]
        for id, card in glimpses.of(atlas, "owner", "title", ids=found):
            if card["owner"]:
                yield card["owner"], Place("journey", id, card["title"])


_PARTS: Mapping[str, tuple[str, ...]] = {
    "journey": ("extends", "parent"),
    "persona": ("personas",),
    "channel": ("touchpoints",),
    "evidence": ("claims", "leans"),
    "team": ("stages", "touchpoints", "opportunities", "handoffs"),
}
"""The kinds that journeys refer to, each with the parts of a card that do."""


def _names(change: Change) -> Iterator[tuple[str, str]]:
    """The entities that others may refer to, by both their names."""
    for place in (getattr(change, "old", None), getattr(change, "new", None)):
        if isinstance(place, Place) and (not place.steps or place.kind == "journey"):
            yield place.kind, place.id


def _refers(card: Glimpse, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    """All of some kinds that a journey refers to, as far as its card says."""
    if "journey" in kinds:
        yield "journey", card["extends"] or ""
        yield "journey", (card["parent"] or "").partition("#")[0]
    if "persona" in kinds:
        yield from (("persona", id) for id in card["personas"])
    if "channel" in kinds:
        yield from (("channel", point["channel"]) for point in card["touchpoints"])
    if "evidence" in kinds:
        yield from (("evidence", id) for claim in card["claims"] for id, _ in claim["evidence"])
        yield from (("evidence", id) for id, _ in card["leans"])
    if "team" in kinds:
        yield from (("team", each["owner"]) for name in ("stages", "touchpoints", "opportunities") for each in card[name])
        yield from (("team", team) for handoff in card["handoffs"] for team in (handoff["start"], handoff["end"]))
