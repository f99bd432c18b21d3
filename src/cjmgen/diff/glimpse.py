"""glimpse: the cards of all journeys of two atlases as plain data, for looks at a few parts of each; what is the same is opened once."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import from_json

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.deck import JourneyDeck
from cjmgen.atlas.taken import pack

Glimpse = Mapping[str, Any]
"""A journey's card with its fields by name."""


class Glimpses:
    """The cards of two atlases, opened when they are first asked for."""

    def __init__(self) -> None:
        self._opened: dict[str, Glimpse] = {}

    def of(self, atlas: Atlas) -> Iterator[Glimpse]:
        """Every journey's card, in the order of ids."""
        cards = atlas.journeys
        if isinstance(cards, JourneyDeck):
            return (self._once(cards, id) for id in cards)
        return (from_json(pack(card)) for card in cards.values())

    def _once(self, cards: JourneyDeck, id: str) -> Glimpse:
        """A card that is the same in all its parts as one before is that one."""
        name = cards.facets(id)
        known = self._opened.get(name)
        if known is None:
            known = self._opened[name] = cards.plain(id)
        return known
