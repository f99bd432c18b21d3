"""deck: cards of all journeys or personas, each opened when it is first asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic_core import from_json

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.kept.taken import FACETS, Texts, facet, facets_of, open_journey_card, pack
from cjmgen.digest import Digest

C = TypeVar("C")


class Deck(Mapping[str, C]):
    """Cards by id, in the order of `names`, which has the name of each card's text."""

    def __init__(self, names: Mapping[str, Digest], texts: Texts, read: Callable[[str], C]) -> None:
        self._names, self._texts, self._read = names, texts, read
        self._open: dict[str, C] = {}

    def __getitem__(self, id: str) -> C:
        card = self._open.get(id)
        if card is None:
            card = self._open[id] = self._read(self._texts.open(self._names[id]))
        return card

    def __contains__(self, id: object) -> bool:
        return id in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class JourneyDeck(Deck[JourneyCard]):
    """The cards of journeys, with the digests of their parts. `changed` are cards that are others than their texts have it."""

    def __init__(self, cards: Mapping[str, tuple[Digest, str]], texts: Texts, changed: Mapping[str, JourneyCard] | None = None) -> None:
        super().__init__({id: name for id, (name, _) in cards.items()}, texts, open_journey_card)
        self._open.update(changed or {})
        self._cards = cards
        self._facets = {id: facets_of(card) for id, card in self._open.items()}

    def plain(self, ids: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Cards as plain data: for whoever looks at few parts of many, and would wait long for values to be made of them."""
        wanted = list(ids)
        texts = self._texts.some(self._names[id] for id in wanted if id not in self._facets)
        for id in wanted:
            yield id, from_json(pack(self._open[id]) if id in self._facets else texts[self._names[id]])

    def facets(self, id: str) -> str:
        """The digests of a card's parts."""
        return self._facets.get(id) or self._cards[id][1]

    def part(self, ids: Collection[str], others: Mapping[str, tuple[Digest, str]]) -> "JourneyDeck":
        """The cards of some journeys, and `others` in place of some of these."""
        cards = {id: others.get(id, card) for id, card in self._cards.items() if id in ids}
        return JourneyDeck(cards, self._texts, {id: self._open[id] for id in self._facets if id in cards and id not in others})

    def by_part(self, name: str) -> Iterator[tuple[str, Any]]:
        """By id one part of each card. Of all cards that have the same part only one is opened."""
        at, known = FACETS.index(name), dict[str, Any]()
        for id in self:
            part = facet(self.facets(id), at)
            if part not in known:
                known[part] = getattr(self[id], name)
            yield id, known[part]
