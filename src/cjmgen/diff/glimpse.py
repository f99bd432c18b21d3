"""glimpse: a few parts of the cards of all journeys, as plain data; what is the same in many cards or in both atlases is opened once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import from_json

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.kept.taken import FACETS, facet, pack

Glimpse = Mapping[str, Any]
"""Parts of a journey's card by name."""


class Glimpses:
    """The cards of two atlases, opened when something in them is first asked for."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}
        """A part of a card by its name and digest."""

    def of(self, atlas: Atlas, *names: str, ids: Iterable[str] | None = None) -> Iterator[tuple[str, Glimpse]]:
        """Some parts of each journey's card, or of those with some ids, in their order."""
        cards, wanted = atlas.journeys, atlas.journeys if ids is None else ids
        if not isinstance(cards, JourneyDeck):
            yield from ((id, from_json(pack(cards[id]))) for id in wanted)
            return
        keys = {id: _keys(cards, id, names) for id in wanted}
        self._open(cards, keys)
        for id, each in keys.items():
            yield id, {key[0]: self._known[key] for key in each}

    def _open(self, cards: JourneyDeck, keys: Mapping[str, tuple[tuple[str, str], ...]]) -> None:
        """Open one card for each part that was in none so far."""
        wanted: dict[str, tuple[tuple[str, str], ...]] = {}
        promised: set[tuple[str, str]] = set()
        for id, each in keys.items():
            if any(key not in self._known and key not in promised for key in each):
                wanted[id] = each
                promised.update(each)
        for id, card in cards.plain(wanted):
            self._known.update((key, card[key[0]]) for key in wanted[id])


def _keys(cards: JourneyDeck, id: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    facets = cards.facets(id)
    return tuple((name, facet(facets, FACETS.index(name))) for name in names)
