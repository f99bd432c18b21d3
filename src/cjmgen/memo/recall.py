"""recall: tables that many values look one entry up in: remembered whole, and depended on entry by entry."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache

from cjmgen.digest import Digest, digest
from cjmgen.memo.remember import remembered
from cjmgen.memo.seen import ABSENT
from cjmgen.memo.store import Store
from cjmgen.memo.trace import Spy, World

Entry = str | int | float | bool | list["Entry"] | dict[str, "Entry"] | None
"""What a table may hold: values of JSON. A tuple comes back as a list, the first time too."""

Table = Mapping[str, Entry]


class Recall:
    """The tables of one run. `tables` say by name how each is made."""

    def __init__(self, tables: Mapping[str, Callable[[], Table]], spy: Spy, world: World, store: Store) -> None:
        self._tables, self._spy, self._world, self._store = tables, spy, world, store
        self._made: dict[str, Table] = {}

    def entry(self, name: str, key: str) -> Entry:
        """An entry of a table, None where it has none; whoever asks depends on this entry and on no other."""
        self._spy.note(("entry", f"{name}\n{key}"))
        return self._table(name).get(key)

    def read(self, fact: str) -> Digest:
        """The digest of an entry that was noted."""
        name, _, key = fact.partition("\n")
        if name not in self._tables:
            return ABSENT
        table = self._table(name)
        return digest(json.dumps(table[key])) if key in table else ABSENT

    def _table(self, name: str) -> Table:
        if name not in self._made:
            self._made[name] = _opened(self._answer(name))
        return self._made[name]

    def _answer(self, name: str) -> str:
        def make() -> str:
            return json.dumps(self._tables[name]())

        return remembered("table", name, self._world, self._spy, self._store, make)


@lru_cache(maxsize=16)
def _opened(answer: str) -> Table:
    """A table again; a preview opens the same ones at every look."""
    table: Table = json.loads(answer)
    return table
