"""publish: an atlas without what is not wanted. It is made of the linked one, whose problems are those of the whole project."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic_core import from_json

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.cards.cast import in_segment
from cjmgen.atlas.cards.gather import persona_card
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.kept.taken import Texts, pack, pack_entity
from cjmgen.atlas.media import below_maps, resolve
from cjmgen.atlas.public.choice import Choice
from cjmgen.atlas.public.left import NOTHING, Left
from cjmgen.atlas.public.mention import Thing, mentions
from cjmgen.atlas.public.others import comparison_without, persona_without
from cjmgen.atlas.public.outset import by_part, outset, unmet
from cjmgen.atlas.public.withhold import Withheld, withheld
from cjmgen.atlas.public.work import Work
from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Store
from cjmgen.model.comparison import Comparison
from cjmgen.model.item import Entity
from cjmgen.model.journey import Journey
from cjmgen.model.persona import Persona
from cjmgen.value import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Published:
    """An atlas without what is left out, and how much that is."""

    atlas: Atlas
    left: Left


def published(atlas: Atlas, choice: Choice, store: Store, also: frozenset[Thing] = frozenset()) -> Published:
    """The part of an atlas that is wanted; where that is all of it, the atlas itself. `store` is the one that it was linked with.

    What is left out `also` is so because a later version says it.
    """
    if choice.all or not (also or choice.only or _has_internal(atlas, choice)):
        return Published(atlas, NOTHING)
    work = Work(atlas, not choice.internal, store)
    return _Rest(atlas, choice, work, store, withheld(atlas, choice, work, also)).published()


def _has_internal(atlas: Atlas, choice: Choice) -> bool:
    rows = (row.audience for comparison in atlas.comparisons.values() for row in comparison.align)
    private = (private for _, private in by_part(atlas.journeys, "private"))
    return any(outset(atlas, choice)) or any(private) or any(card.private for card in atlas.personas.values()) or "internal" in rows


class _Rest:
    """What is left of an atlas."""

    def __init__(self, atlas: Atlas, choice: Choice, work: Work, store: Store, without: Withheld) -> None:
        self._atlas, self._choice, self._work, self._without = atlas, choice, work, without
        self._held, self._texts = without.things, Texts(store)
        self._items = sum(cut.items for id, cut in without.cuts.items() if ("journey", id) not in self._held)
        self._links = sum(cut.links for id, cut in without.cuts.items() if ("journey", id) not in self._held)

    def published(self) -> Published:
        """The atlas that is left, and what is left out."""
        journeys = {id: name for id, name in self._atlas.names["journey"].items() if ("journey", id) not in self._held}
        journeys |= {id: cut.entity for id, cut in self._without.cuts.items() if id in journeys}
        people = dict(self._people())
        comparisons = dict(self._comparisons())
        media = self._media(journeys, people)
        names = {"journey": journeys, "persona": {id: name for id, (name, _) in people.items()}}
        made = replace(
            self._atlas,
            journeys=self._cards(journeys),
            personas={id: card for id, (_, card) in people.items()},
            comparisons=comparisons,
            files={name: file for name, file in self._atlas.files.items() if self._is_left(name, comparisons)},
            media={path: each for path, each in self._atlas.media.items() if path in media},
            journey=Shelf(Journey, self._texts, journeys).get,
            persona=Shelf(Persona, self._texts, names["persona"]).get,
            names=names,
            outline=self._outline(media),
            evidence=self._some("evidence", self._atlas.evidence),
            metrics=self._some("metric", self._atlas.metrics),
            measured=self._some("metric", self._atlas.measured),
            teams=self._some("team", self._atlas.teams),
            channels=self._some("channel", self._atlas.channels),
            actors=self._some("actor", self._atlas.actors),
        )
        return Published(made, self._left(comparisons))

    def _some(self, kind: str, every: Mapping[str, T]) -> dict[str, T]:
        return {id: each for id, each in every.items() if (kind, id) not in self._held}

    def _cards(self, journeys: Collection[str]) -> Mapping[str, Any]:
        cards = self._atlas.journeys
        assert isinstance(cards, JourneyDeck)
        return cards.part(journeys, {id: (cut.card, cut.facets) for id, cut in self._without.cuts.items() if cut.entity})

    def _people(self) -> Iterator[tuple[str, tuple[Digest, PersonaCard]]]:
        for id, card in self._some("persona", self._atlas.personas).items():
            name = self._atlas.names["persona"][id]
            data = self._texts.plain(name)
            if (card.private and not self._choice.internal) or any(thing in self._held for thing in mentions(data)):
                rest = persona_without(data, self._held, not self._choice.internal, self._work.sure())
                self._count(rest.items, rest.links)
                persona = Persona.model_validate_json(pack(rest.data))
                name, card = self._texts.keep(pack_entity(persona)), persona_card(id, card.file, persona, card.photo)
            yield id, (name, card)

    def _comparisons(self) -> Iterator[tuple[str, Comparison]]:
        for id, comparison in self._some("comparison", self._atlas.comparisons).items():
            rest = comparison_without(_plain(comparison), self._held, not self._choice.internal)
            if rest.data is not None and not self._has_lost_segment(comparison):
                self._count(rest.items, rest.links)
                yield id, Comparison.model_validate_json(pack(rest.data))

    def _is_left(self, name: str, comparisons: Collection[str]) -> bool:
        """Whether what is called so, as in `metric/nps`, is told of."""
        kind, _, id = name.partition("/")
        return id in comparisons if kind == "comparison" else (kind, id) not in self._held

    def _has_lost_segment(self, comparison: Comparison) -> bool:
        """Whether a segment is compared of whose people nobody is left."""
        card = self._atlas.journeys.get(comparison.journey or "")
        people = card.personas if card else ()
        known = self._some("persona", self._atlas.personas)
        return any(in_segment(each, people, self._atlas.personas) and not in_segment(each, people, known) for each in comparison.segments)

    def _count(self, items: int, links: int) -> None:
        self._items, self._links = self._items + items, self._links + links

    def _media(self, journeys: Iterable[str], people: Mapping[str, tuple[Digest, PersonaCard]]) -> frozenset[str]:
        """The pictures that are still shown, by their path below `maps/`."""
        logo = self._atlas.settings.logo
        shown = [card.photo for _, card in people.values() if card.photo] + ([below_maps(logo)] if logo else [])
        for id in journeys:
            images = [image for kind, image in self._without.names[id] if kind == "image"]
            found = (resolve(self._atlas.journeys[id].file, image) for image in images)
            shown += [below_maps(path) for path in found if path]
        return frozenset(shown)

    def _outline(self, media: Collection[str]) -> str:
        """Names the rest as the outline of the whole does: what is left out follows from it and from what was asked for."""
        if not self._atlas.outline:
            return ""
        asked = (str(self._choice.internal), self._choice.only)
        cards = tuple((id, cut.card) for id, cut in self._without.cuts.items())
        return digest((self._atlas.outline, asked, tuple(sorted(self._held)), cards, tuple(sorted(media))))

    def _left(self, comparisons: Collection[str]) -> Left:
        counts = {kind: sum(each == kind for each, _ in self._held) for kind in KINDS}
        gone = len(self._atlas.comparisons) - len(comparisons)
        found = {kind: count for kind, count in {**counts, "comparison": gone}.items() if count}
        return Left(found, self._items, self._links, unmet(self._atlas, self._choice))


KINDS = ("journey", "persona", "evidence", "metric", "team", "channel", "actor")
"""Kinds of which something may be left out, in the order they are counted in; comparisons follow them."""


def _plain(entity: Entity) -> dict[str, Any]:
    data: dict[str, Any] = from_json(pack_entity(entity))
    return data
