"""shelf: entities kept as compact bytes and opened again on demand, so that a thousand journeys fit into memory."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Generic, TypeVar

from cjmgen.model.item import Entity

E = TypeVar("E", bound=Entity)

OPEN = 8
"""How many entities stay open at once: a page and its neighbours."""


class Shelf(Generic[E]):
    """Entities of one type by id."""

    def __init__(self, model: type[E]) -> None:
        self._model = model
        self._packed: dict[str, str] = {}
        self.get = lru_cache(maxsize=OPEN)(self._open)

    def put(self, id: str, entity: E) -> None:
        """Keep an entity: what was said and what was made of it, without the defaults."""
        self._packed[id] = entity.model_dump_json(exclude_unset=True, by_alias=True)
        self.get.cache_clear()

    def packed(self, id: str) -> str:
        """An entity as JSON text."""
        return self._packed[id]

    def plain(self, id: str) -> dict[str, Any]:
        """An entity's plain data with ids filled in and shorthands written out."""
        data: dict[str, Any] = json.loads(self._packed[id])
        return data

    def _open(self, id: str) -> E:
        return self._model.model_validate_json(self._packed[id])

    def __contains__(self, id: object) -> bool:
        return id in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)
