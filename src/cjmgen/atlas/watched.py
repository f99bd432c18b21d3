"""watched: an atlas as a page sees it whose every look is written down, and how to look again.

Of journeys, each part of a card is a fact of its own: a page that shows a journey's title depends on that title and not on scores.
What is made of all journeys, once for many pages, notes the part of all cards.
"""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import replace
from typing import Any, TypeVar

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.kept.taken import FACETS, facet, facets_of
from cjmgen.digest import Digest, digest
from cjmgen.memo.seen import ABSENT, Seen, SeenDay, day_readers, named, reader
from cjmgen.memo.trace import ALL, INSIDE, PART, PARTS, Reader, Spy
from cjmgen.model.settings import Settings

T = TypeVar("T")

_MAPPINGS = (
    *("personas", "evidence", "metrics", "measured", "comparisons", "files", "teams"),
    *("channels", "actors", "phases", "media", "tellings", "histories", "pairs", "news"),
)


class SeenCard(JourneyCard):
    """A journey's card under the eyes of a spy. Two are equal if they are of one journey."""

    __slots__ = ("_card", "_spy")
    _card: JourneyCard
    _spy: Spy

    @classmethod
    def of(cls, card: JourneyCard, spy: Spy) -> "SeenCard":
        """A card that a spy looks over."""
        made = object.__new__(cls)
        object.__setattr__(made, "_card", card)
        object.__setattr__(made, "_spy", spy)
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SeenCard) and self._card is other._card

    def __hash__(self) -> int:
        return hash(self._card.id)

    def __repr__(self) -> str:
        return f"SeenCard({self._card.id!r})"


def _part(at: int, name: str) -> property:
    slot, facet = getattr(JourneyCard, name).__get__, f"{PART}{at}"

    def look(self: Any) -> Any:
        self._spy.notes.facts[facet, ALL if self._spy.wide else self._card.id] = None
        return slot(self._card)

    return property(look)


for _at, _name in enumerate(FACETS):
    setattr(SeenCard, _name, _part(_at, _name) if _name != "id" else property(lambda self: self._card.id))


class SeenCards(Mapping[str, JourneyCard]):
    """The cards of all journeys."""

    def __init__(self, within: Mapping[str, JourneyCard], spy: Spy) -> None:
        self._within, self._spy = within, spy
        self._seen: dict[str, JourneyCard] = {}
        self._all_seen: dict[str, JourneyCard] = {}

    def __getitem__(self, id: str) -> JourneyCard:
        self._spy.note(("journeys", f"?{id}"))
        return self._see(id)

    def _see(self, id: str) -> JourneyCard:
        card = self._seen.get(id)
        if card is None:
            card = self._seen[id] = SeenCard.of(self._within[id], self._spy)
        return card

    def __contains__(self, id: object) -> bool:
        self._spy.note(("journeys", f"?{id}"))
        return id in self._within

    def __iter__(self) -> Iterator[str]:
        self._spy.note(("journeys", ""))
        return iter(self._within)

    def __len__(self) -> int:
        self._spy.note(("journeys", ""))
        return len(self._within)

    def _all(self) -> dict[str, JourneyCard]:
        self._spy.note(("journeys", ""))
        if len(self._all_seen) != len(self._within):
            self._all_seen = {id: self._see(id) for id in self._within}
        return self._all_seen

    def values(self) -> ValuesView[JourneyCard]:
        """All cards."""
        return self._all().values()

    def items(self) -> ItemsView[str, JourneyCard]:
        """All ids with their cards."""
        return self._all().items()


def watched(atlas: Atlas, spy: Spy) -> Atlas:
    """The atlas under the eyes of a spy."""
    seen: dict[str, Any] = {name: Seen(name, getattr(atlas, name), spy) for name in _MAPPINGS}
    return replace(
        atlas,
        today=SeenDay.of(atlas.today, spy),
        journeys=SeenCards(atlas.journeys, spy),
        journey=_noted(INSIDE, atlas.journey, spy),
        persona=_noted("persona", atlas.persona, spy),
        **seen,
    )


def _noted(kind: str, get: Callable[[str], T], spy: Spy) -> Callable[[str], T]:
    def look(id: str) -> T:
        spy.note((kind, id))
        return get(id)

    return look


def readers(atlas: Atlas) -> dict[str, Reader]:
    """How each fact that a watched atlas notes is looked up in an atlas."""
    found: dict[str, Reader] = {name: reader(getattr(atlas, name)) for name in _MAPPINGS}
    settings = told_settings(atlas.settings)
    full = {kind: _entity(names) for kind, names in atlas.names.items()}
    single: dict[str, Reader] = {"settings": lambda _: settings, "journeys": _journeys(atlas.journeys), PARTS: _parts(atlas.journeys)}
    return {**found, **full, **single, **day_readers(atlas.today)}


def told_settings(settings: Settings) -> Digest:
    """The name of settings, and of which of them were set."""
    return digest((named(settings), tuple(sorted(settings.model_fields_set))))


def _journeys(cards: Mapping[str, JourneyCard]) -> Reader:
    everybody = digest("\n".join(cards))
    return lambda key: Digest("1" if key[1:] in cards else "0") if key else everybody


def _parts(cards: Mapping[str, JourneyCard]) -> Reader:
    """Reads some parts of a card, or of all of them: the key is a bit for each part, and the journey's id."""

    def facets(id: str) -> str:
        return cards.facets(id) if isinstance(cards, JourneyDeck) else facets_of(cards[id])

    columns: dict[int, Digest] = {}

    def column(at: int) -> Digest:
        if at not in columns:
            columns[at] = digest("".join(facet(facets(id), at) for id in cards))
        return columns[at]

    def read(key: str) -> Digest:
        mask, _, id = key.partition(" ")
        wanted = [at for at in range(len(FACETS)) if int(mask, 16) >> at & 1]
        if id == ALL:
            return digest("".join(map(column, wanted)))
        return digest("".join(facet(facets(id), at) for at in wanted)) if id in cards else ABSENT

    return read


def _entity(names: Mapping[str, Digest]) -> Reader:
    return lambda id: names.get(id, ABSENT)
