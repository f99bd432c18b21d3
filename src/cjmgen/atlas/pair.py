"""pair: two versions of a project loaded for a comparison; maps that are the same in both and have to do with nothing else stay closed."""

import datetime
import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjmgen.atlas.concern import Maps, concerned
from cjmgen.atlas.desk import Desk
from cjmgen.atlas.files.group import Files, Read, grouped
from cjmgen.atlas.files.sort import TEXTS, sources
from cjmgen.atlas.load import Loaded, lay, weighed
from cjmgen.atlas.mistakes.once import once
from cjmgen.digest import digest
from cjmgen.memo.many import Many
from cjmgen.memo.store import Store
from cjmgen.problem import Problem
from cjmgen.tree import Tree

LED_NOWHERE = frozenset({"unknown-journey", "unknown-stage", "circular-parent", "circular-extends"})
"""What may only seem to be wrong where some maps stay closed."""

OF_ALL = frozenset({"unused-persona", "unknown-mapped"})
"""What can be told of all maps together alone."""

_BESIDE = TEXTS - {"csv", "tsv"}
"""Endings of files that no map shows."""


class Version(NamedTuple):
    """The files of a version, and how one of them is read."""

    files: Tree
    read: Read


def load_pair(
    old: Version, new: Version, today: datetime.date, version: str, store: Store, many: Many
) -> tuple[Loaded, Loaded] | None:
    """Both versions without the maps that tell nothing of how they differ; None where these can't be told from the others.

    Problems that come of all maps together, such as that of a persona nobody is about, are not told.
    """
    one, other = (_Half(each, today, version, store, many) for each in (old, new))
    if not one.sees_like(other):
        return None
    ids = _concerned(one, other, (), store)
    found = [half.loaded(ids) for half in (one, other)] if ids is not None else []
    earlier = tuple(sorted({*one.earlier, *other.earlier}))
    if earlier and _concerned(one, other, earlier, store) != ids:
        return None
    match found:
        case [Loaded() as before, Loaded() as after]:
            return before, after
    return None


def _concerned(one: "_Half", other: "_Half", earlier: tuple[str, ...], store: Store) -> frozenset[str] | None:
    """What `concerned` says, which is remembered by the names of all it looks at, so that no text is looked through twice."""
    said = (*one.said(), *other.said())
    key = digest((*(tuple(half.maps.keys.items()) for half in (one, other)), said, earlier))
    kept = store.get("concern", key)
    if kept is None:
        ids = concerned(one.maps, other.maps, said, earlier)
        kept = json.dumps(sorted(ids) if ids is not None else None)
        store.put("concern", key, kept)
    found = json.loads(kept)
    return None if found is None else frozenset(found)


class _Half:
    """One of the versions, everything but its maps taken in."""

    def __init__(self, version: Version, today: datetime.date, name: str, store: Store, many: Many) -> None:
        self.files, self._read, self._store, self._many = version.files, version.read, store, many
        self._plan = sources(self.files)
        self._groups = grouped(self._plan.value)
        self._desk = Desk(self.files, today, name, store)
        lay(self._desk, self._groups, self._read, many)
        self.maps = Maps(self._groups["journey"], self.files)

    def sees_like(self, other: "_Half") -> bool:
        """Whether maps see the same around them in both versions, pictures among it."""
        return self._desk.sees_like(other._desk) and dict(self._shown()) == dict(other._shown())

    def _shown(self) -> Iterator[tuple[str, str]]:
        read = {source.file for source in self._plan.value}
        every = (path for path in self.files if path not in read and path.rpartition(".")[2].lower() not in _BESIDE)
        return ((path, self.files.digest(path)) for path in every)

    def said(self) -> Iterator[str]:
        """What comparisons say, which name maps."""
        every: list[Files] = self._groups["comparison"]
        return (self.files[source.file].decode("utf-8", "replace") for group in every for source in (group.source, *group.sidecars))

    @property
    def earlier(self) -> Iterable[str]:
        """Names that maps which were read went by before; others may still use them."""
        return self._desk.earlier

    def loaded(self, ids: frozenset[str]) -> Loaded | None:
        """The version with some of its maps; None where another one is missed."""
        groups = [group for id, group in self.maps.groups.items() if id in ids]
        self._desk.take("journey", groups, self._read, self._many)
        atlas = self._desk.link()
        every = (*self._plan.problems, *self._desk.problems)
        # whoever takes notes for errors wants to know of all of them
        if "error" in atlas.settings.rules.values() or any(problem.code in LED_NOWHERE for problem in every):
            return None
        return Loaded(atlas, weighed(_of_one_file(once(every, self.files)), atlas.settings))


def _of_one_file(problems: list[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if problem.code not in OF_ALL)
