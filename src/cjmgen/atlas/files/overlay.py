"""overlay: a sidecar's texts laid into the file it translates, matched by id, so that each text is there by language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cjmgen.atlas.files.identity import REFERENCES, expanded, identity, is_named
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.origin import Origin
from cjmgen.model.item import Entity
from cjmgen.model.shape import Part, shape_of
from cjmgen.problem import KeyPath


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The translated file's data, where its parts stand, and what in the sidecar leads nowhere (paths in the sidecar)."""

    data: Any
    origin: Origin
    findings: tuple[Finding, ...]


def overlay(data: Any, below: Origin, texts: Any, above: Origin, model: type[Entity], languages: tuple[str, str]) -> Overlaid:
    """Lay texts over the data of a file. `languages` are the one of the file's own texts and the one of the sidecar's."""
    work = _Overlay(below, above, *languages)
    if not isinstance(data, dict) or not isinstance(texts, dict):
        return Overlaid(data, below, ())
    result = work.mapping(model, data, texts, (), ())
    return Overlaid(result, Origin(below.file, below.prefix, {**below.moved, **work.moved}), tuple(work.findings))


@dataclass(slots=True)
class _Overlay:
    below: Origin
    above: Origin
    own: str
    other: str
    moved: dict[KeyPath, tuple[str, KeyPath]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def mapping(self, model: type[Entity], data: dict[str, Any], texts: Mapping[str, Any], at: KeyPath, by: KeyPath) -> dict[str, Any]:
        shape = shape_of(model)
        result = dict(data)
        for key, value in texts.items():
            part = shape.parts.get(key)
            if key in shape.texts and not isinstance(value, list):
                result[key] = self._text(data.get(key), value, (*at, key), (*by, key))
            elif key in shape.texts and isinstance(data.get(key), list) and isinstance(value, list):
                result[key] = [
                    self._text(old, value[n], (*at, key, n), (*by, key, n)) if n < len(value) else old for n, old in enumerate(data[key])
                ]
            elif part and isinstance(value, list) and isinstance(data.get(key), list):
                result[key] = self._items(part, data[key], value, (*at, key), (*by, key))
            elif part and part.form == "map of lists" and isinstance(value, dict) and isinstance(data.get(key), dict):
                result[key] = self._lanes(part, data[key], value, (*at, key), (*by, key))
            elif part and isinstance(value, dict) and isinstance(data.get(key), dict):
                result[key] = self.mapping(part.model, data[key], value, (*at, key), (*by, key))
            elif key != "id" and value != data.get(key):
                self._no_text(key, part is not None, (*by, key))
        return result

    def _no_text(self, key: str, listed: bool, by: KeyPath) -> None:
        message = f"the map has no '{key}' to translate" if listed else f"a translation holds texts; '{key}' is none"
        self.findings.append(Finding("unknown-key", message, by, "say it in the map itself", data=(key,), at_key=True))

    def _lanes(self, part: Part, data: dict[str, Any], texts: Mapping[str, Any], at: KeyPath, by: KeyPath) -> dict[str, Any]:
        result = dict(data)
        for key, items in texts.items():
            if isinstance(data.get(key), list) and isinstance(items, list):
                result[key] = self._items(part, data[key], items, (*at, key), (*by, key))
            else:
                self._no_text(key, True, (*by, key))
        return result

    def _text(self, old: Any, new: Any, at: KeyPath, by: KeyPath) -> Any:
        if isinstance(new, dict):
            return {**(old if isinstance(old, dict) else {self.own: old} if old is not None else {}), **new}
        self.moved[(*at, self.other)] = self.above.find(by)
        if isinstance(old, dict):
            return {**old, self.other: new}
        return {self.own: old, self.other: new} if old is not None else {self.other: new}

    def _items(self, part: Part, data: list[Any], texts: list[Any], at: KeyPath, by: KeyPath) -> list[Any]:
        """Items meet by their written ids; where the sidecar has none and as many items, by position."""
        result = list(data)
        ids = [identity(item, part, self.own) for item in data]
        written = [item.get("id") if isinstance(item, dict) else None for item in texts]
        if not is_named(part) and part.shorthand in REFERENCES:
            written = [identity(item, part, self.own) for item in texts]
        by_position = not any(written) and len(texts) == len(data)
        for n, item in enumerate(texts):
            name = written[n] or identity(item, part, self.other)
            place = (
                n
                if by_position
                else ids.index(name)
                if name in ids
                else n
                if n < len(data) and not written[n] and len(texts) == len(data)
                else None
            )
            if place is None:
                meant = did_you_mean(nearest(name, filter(None, ids)), "give it the id of the item it translates, as in {#size-guide}")
                self.findings.append(
                    Finding("patch-unknown-id", f"the map has no '{name}' for this to translate", (*by, n), meant, data=(name,))
                )
                continue
            full, words = expanded(data[place], part), expanded(item, part)
            if isinstance(full, dict) and isinstance(words, dict):
                result[place] = self.mapping(part.model, full, words, (*at, place), (*by, n))
        return result
