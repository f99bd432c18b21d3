"""extend: a journey as a patch over another; items meet by id, and every part remembers which file it came from."""

import posixpath
from dataclasses import dataclass, field
from typing import Any

from cjmgen.atlas.files.identity import expanded, identity, is_named
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.origin import Origin
from cjmgen.model.item import Entity
from cjmgen.model.journey import Journey
from cjmgen.model.shape import Part, child, shape_of
from cjmgen.problem import KeyPath

OWN = frozenset({"was", "extends"})
"""What a patch doesn't take over: the base's old addresses, and what the base itself is a patch of."""


@dataclass(frozen=True, slots=True)
class Patched:
    """The whole journey as plain data, where its parts stand, and what in the patch leads nowhere (paths in the patch)."""

    data: dict[str, Any]
    origin: Origin
    findings: tuple[Finding, ...]


def extend(base: dict[str, Any], below: Origin, patch: dict[str, Any], above: Origin, language: str) -> Patched:
    """Lay a patch over a base that was read already (ids filled in, shorthands written out)."""
    seam = _Seam(below, above, language)
    whole = {key: value for key, value in _moved_images(base, below.file, above.file).items() if key not in OWN}
    data = seam.mapping(Journey, whole, patch, (), (), ())
    return Patched(data, Origin(above.file, above.prefix, {**above.moved, **seam.moved}), tuple(seam.findings))


@dataclass(slots=True)
class _Seam:
    """The work of one merge. Each step is told its path in the base, in the patch and in the result."""

    below: Origin
    above: Origin
    language: str
    moved: dict[KeyPath, tuple[str, KeyPath]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def mapping(
        self, model: type[Entity] | None, base: dict[str, Any], patch: dict[str, Any], at: KeyPath, by: KeyPath, to: KeyPath
    ) -> dict[str, Any]:
        result = {}
        for key, value in base.items():
            if key not in patch:
                self._carry(self.below, (*at, key), (*to, key))
                result[key] = value
            elif patch[key] is not None:
                result[key] = self._value(model, key, value, patch[key], (*at, key), (*by, key), (*to, key))
        for key, value in patch.items():
            if key not in base and value is not None and key != "remove":
                result[key] = self._fresh(model, key, value, (*by, key), (*to, key))
        return result

    def _value(self, model: type[Entity] | None, key: str, old: Any, new: Any, at: KeyPath, by: KeyPath, to: KeyPath) -> Any:
        part = shape_of(model).parts.get(key) if model else None
        if part and part.shorthand == "people" and isinstance(new, int) and isinstance(old, dict):
            new = {"people": new}
        if part and part.form == "list" and is_named(part) and isinstance(old, list) and isinstance(new, list):
            return self._items(part, old, new, at, by, to)
        if part and part.form == "map of lists" and isinstance(old, dict) and isinstance(new, dict):
            return self._lanes(part, old, new, at, by, to)
        if isinstance(old, dict) and isinstance(new, dict):
            return self.mapping(child(model, key), old, new, at, by, to)
        self._carry(self.above, by, to)
        return new

    def _lanes(self, part: Part, old: dict[str, Any], new: dict[str, Any], at: KeyPath, by: KeyPath, to: KeyPath) -> dict[str, Any]:
        result = self.mapping(
            None, {k: v for k, v in old.items() if k not in new}, {k: v for k, v in new.items() if k not in old}, at, by, to
        )
        for key in old:
            if new.get(key) is None:
                continue
            both = isinstance(old[key], list) and isinstance(new[key], list)
            result[key] = self._items(part, old[key], new[key], (*at, key), (*by, key), (*to, key)) if both else new[key]
        return result

    def _fresh(self, model: type[Entity] | None, key: str, value: Any, by: KeyPath, to: KeyPath) -> Any:
        """A value that the base doesn't have; items in it that only make sense over a base are mistakes."""
        part = shape_of(model).parts.get(key) if model else None
        if part and part.form == "list" and is_named(part) and isinstance(value, list):
            return self._items(part, [], value, (), by, to)
        self._carry(self.above, by, to)
        return _without_nulls(value)

    def _items(self, part: Part, old: list[Any], new: list[Any], at: KeyPath, by: KeyPath, to: KeyPath) -> list[Any]:
        """Items with the same id merge; a new one follows the item before it in the patch, else goes last."""
        ids = [identity(item, part, self.language) for item in old]
        also = {name: ids[n] for n, item in enumerate(old) if isinstance(item, dict) for name in item.get("was", ())}
        if not any(identity(item, part, self.language) for item in new):
            self._carry(self.above, by, to)
            return _listed(new)
        order: list[tuple[int | None, int | None]] = [(n, None) for n in range(len(old))]
        gone, anchor = set(), None
        for n, item in enumerate(new):
            name = identity(item, part, self.language)
            name = also.get(name, name) if name not in ids else name
            place = next((k for k, (low, _) in enumerate(order) if low is not None and name and ids[low] == name), None)
            if self._leads_nowhere(item, part, name, ids, place is not None, (*by, n)):
                continue
            if place is not None:
                order[place] = (order[place][0], n)
            else:
                place = len(order) if anchor is None else anchor + 1
                order.insert(place, (None, n))
            if isinstance(item, dict) and item.get("remove") is True:
                gone.add(n)
            anchor = place
        kept = [(low, high) for low, high in order if high is None or high not in gone]
        return [self._item(part, old, new, low, high, (at, by, (*to, n))) for n, (low, high) in enumerate(kept)]

    def _item(
        self, part: Part, old: list[Any], new: list[Any], low: int | None, high: int | None, paths: tuple[KeyPath, KeyPath, KeyPath]
    ) -> Any:
        at, by, to = paths
        if high is None and low is not None:
            self._carry(self.below, (*at, low), to)
            return old[low]
        assert high is not None
        self._carry(self.above, (*by, high), to)
        item = expanded(new[high], part)
        if low is None or not isinstance(old[low], dict) or not isinstance(item, dict):
            return self.mapping(part.model, {}, item, (), (*by, high), to) if isinstance(item, dict) else item
        merged = self.mapping(part.model, old[low], item, (*at, low), (*by, high), to)
        return {**merged, "id": old[low]["id"]} if "id" in old[low] else merged

    def _leads_nowhere(self, item: Any, part: Part, name: str, ids: list[str], known: bool, by: KeyPath) -> bool:
        if known or not isinstance(item, dict):
            return False
        bare = isinstance(item.get("id"), str) and not any(key in item for key in shape_of(part.model).required)
        if not bare and item.get("remove") is not True:
            return False
        where = (*by, "id") if "id" in item else by
        meant = did_you_mean(nearest(name, filter(None, ids)), "give it a title if it is new")
        verb = "takes away" if item.get("remove") is True else "changes"
        self.findings.append(
            Finding("patch-unknown-id", f"this {verb} '{name}', which the journey it extends does not have", where, meant, data=(name,))
        )
        return True

    def _carry(self, origin: Origin, source: KeyPath, to: KeyPath) -> None:
        """Remember that what stands at `to` stands at `source` in its own file, with every part of it that moved before."""
        self.moved[to] = origin.find(source)
        for path, start in origin.moved.items():
            if len(path) > len(source) and path[: len(source)] == source:
                self.moved[to + path[len(source) :]] = start


def _listed(items: list[Any]) -> list[Any]:
    return [_without_nulls(item) for item in items]


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(inner) for key, inner in value.items() if inner is not None}
    return [_without_nulls(inner) for inner in value] if isinstance(value, list) else value


def _moved_images(data: dict[str, Any], home: str, goal: str) -> dict[str, Any]:
    """The base's data with its pictures as seen from the patch's folder."""
    start, end = posixpath.dirname(home), posixpath.dirname(goal)
    return data if start == end else _pictures(data, start, end)


def _pictures(value: Any, start: str, end: str) -> Any:
    if isinstance(value, list):
        return [_pictures(inner, start, end) for inner in value]
    if not isinstance(value, dict):
        return value
    result = {key: _pictures(inner, start, end) for key, inner in value.items()}
    if isinstance(image := result.get("image"), dict) and isinstance(image.get("file"), str):
        result["image"] = {**image, "file": posixpath.relpath(posixpath.join(start, image["file"]), end)}
    return result
