"""glimpse: the cards of all journeys as plain data, for looks at a few parts of each."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import from_json

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.taken import Deck, pack

Glimpse = Mapping[str, Any]
"""A journey's card with its fields by name."""


def glimpses(atlas: Atlas) -> Iterator[Glimpse]:
    """Every journey's card, in the order of ids."""
    cards = atlas.journeys
    return (cards.plain(id) if isinstance(cards, Deck) else from_json(pack(cards[id])) for id in cards)
