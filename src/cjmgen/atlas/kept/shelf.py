"""shelf: entities kept as compact texts and opened again on demand, so that a thousand journeys fit into memory."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from cjmgen.atlas.kept.taken import Texts, pack_entity
from cjmgen.digest import Digest
from cjmgen.model.item import Entity

E = TypeVar("E", bound=Entity)

OPEN = 8
"""How many entities stay open at once: a page and its neighbours."""


class Shelf(Generic[E]):
    """Entities of one type by id."""

    def __init__(self, model: type[E], texts: Texts, names: Mapping[str, Digest] | None = None) -> None:
        self._model, self._texts = model, texts
        self.names = dict(names or {})
        """The name of each entity's text: two entities are the same if their names are."""
        self.get = lru_cache(maxsize=OPEN)(self._open)

    def put(self, id: str, name: Digest) -> None:
        """Keep an entity by the name of its text."""
        self.names[id] = name
        self.get.cache_clear()

    def replace(self, id: str, entity: E) -> None:
        """Keep another entity in place of one."""
        self.put(id, self._texts.keep(pack_entity(entity)))

    def _open(self, id: str) -> E:
        return self._model.model_validate_json(self._texts.open(self.names[id]))

    def __contains__(self, id: object) -> bool:
        return id in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)
