"""withhold: what a project does without: what says so itself, what is empty without that, and what nothing else names by then."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.gather import tags_of
from cjmgen.atlas.public.choice import Choice
from cjmgen.atlas.public.mention import Thing, mentions
from cjmgen.atlas.public.outset import by_part, outset
from cjmgen.atlas.public.work import Cut, Work
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Withheld:
    """All that is left out, and by id the journeys that are others for it."""

    things: frozenset[Thing]
    cuts: Mapping[str, Cut]
    names: Mapping[str, Iterable[Thing]]
    """By id what each journey that stays still names."""


def withheld(atlas: Atlas, choice: Choice, work: Work, also: frozenset[Thing] = frozenset()) -> Withheld:
    """What is left out, followed to its end: a stage that is gone may be another's parent, a journey without stages is gone itself."""
    things, named = frozenset((*outset(atlas, choice), *also)), work.named()
    private = {id for id, private in by_part(atlas.journeys, "private") if private and not choice.internal}
    while True:
        cuts = {
            id: work.cut(id, names, things)
            for id, names in named.items()
            if ("journey", id) not in things and (id in private or any(name in things for name in names))
        }
        more = frozenset(gone for id, cut in cuts.items() for gone in (cut.gone if cut.entity else (("journey", id),)))
        if more <= things:
            break
        things |= more
    left = {id: cuts[id].names if id in cuts else names for id, names in named.items() if ("journey", id) not in things}
    return Withheld(_Unnamed(atlas, choice, work, named, left).added_to(things), cuts, left)


class _Unnamed:
    """People, evidence, metrics, teams and channels that only what is left out speaks of: they go with it.

    Where journeys of some tags are asked for, what nobody speaks of goes as well: it may be of any others.
    """

    def __init__(
        self, atlas: Atlas, choice: Choice, work: Work, whole: Mapping[str, Iterable[Thing]], left: Mapping[str, Iterable[Thing]]
    ) -> None:
        self._atlas, self._choice, self._work = atlas, choice, work
        self._people = {id: mentions(work.texts.plain(name)) for id, name in atlas.names["persona"].items()}
        small: dict[str, Mapping[str, Any]] = {"metric": atlas.metrics, "actor": atlas.actors}
        self._small = {(kind, id): tuple(_team(each)) for kind, every in small.items() for id, each in every.items()}
        self._every = {name for names in (*whole.values(), *self._people.values(), *self._small.values()) for name in names}
        self._named = {name for names in left.values() for name in names}

    def added_to(self, things: frozenset[Thing]) -> frozenset[Thing]:
        """What is left out, and what goes with it."""
        people = {("persona", id): names for id, names in self._people.items()}
        for holders in (people, self._small):
            things |= self._gone(holders, things)
            self._named |= {name for thing, names in holders.items() if thing not in things for name in names}
        channels = (id for id, channel in self._atlas.channels.items() if BUILTIN_CHANNELS.get(id) != channel)
        rest = (("evidence", self._atlas.evidence), ("team", self._atlas.teams), ("channel", channels))
        return things | self._gone([(kind, id) for kind, every in rest for id in every], things)

    def _gone(self, every: Iterable[Thing], things: frozenset[Thing]) -> frozenset[Thing]:
        return frozenset(thing for thing in every if thing not in things and not self._stays(thing))

    def _stays(self, thing: Thing) -> bool:
        if thing in self._named:
            return True
        if self._choice.only:
            return thing[0] == "persona" and self._is_asked_for(thing[1])
        return thing not in self._every

    def _is_asked_for(self, persona: str) -> bool:
        return self._choice.wants(tags_of(self._atlas.persona(persona)))


def _team(each: Any) -> Iterator[Thing]:
    """The team that a metric or an actor is of."""
    team = getattr(each, "owner", None) or getattr(each, "team", None)
    if team:
        yield "team", team
