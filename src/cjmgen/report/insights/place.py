"""place: where the things that an insight names stand in the files of the project."""

from collections.abc import Mapping
from typing import Any

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Spot
from cjmgen.model.field import choose
from cjmgen.model.slug import romanized, slug
from cjmgen.problem import KeyPath, Keys
from cjmgen.report.spot import Spot as Shown
from cjmgen.syntax.locate import locate
from cjmgen.syntax.read import read
from cjmgen.tree import Tree

LISTS = {
    "touchpoint": "touchpoints", "pain": "pains", "gain": "gains", "quote": "quotes", "opportunity": "opportunities", "metric": "metrics",
}  # fmt: skip
NAMES = ("id", "metric", "title", "text")
"""The keys that an item of a list is known by, the first that is there."""


class Places:
    """Looks places up in the files of a project, reading each once."""

    def __init__(self, atlas: Atlas, files: Tree) -> None:
        self._atlas, self._files = atlas, files
        self._data: dict[str, Any] = {}

    def of(self, spot: Spot) -> Shown | None:
        """The file, line and column of a place; the file alone where no line says it, None where no file does."""
        if spot.kind == "evidence":
            return next((Shown(file) for file in self._files if file.startswith(f"maps/evidence/{spot.id}.")), None)
        if spot.kind == "persona":
            return Shown(self._atlas.personas[spot.id].file) if spot.id in self._atlas.personas else None
        if spot.kind == "channel":
            return self._declared(spot.id)
        return self._inside(spot) if spot.journey else None

    def _declared(self, channel: str) -> Shown | None:
        """A channel that the project declares; those that every project has stand in no file."""
        file = next((file for file in self._files if file in ("maps/channels.yml", "maps/channels.yaml")), None)
        data = read(file, self._files[file]).value.data if file else None
        if file and isinstance(data, Mapping) and channel in data:
            return self._shown(file, (channel,))
        return Shown(file) if file and isinstance(data, list) and any(_name(each, self._language) == channel for each in data) else None

    def _inside(self, spot: Spot) -> Shown | None:
        """A place in a journey; what a patch takes over stands in the file of the journey that it extends."""
        best, card = None, self._atlas.journeys.get(spot.journey)
        while card is not None:
            path, whole = self._path(card.file, card.id, spot)
            best = best or (card.file, path)
            if whole:
                best = card.file, path
                break
            card = self._atlas.journeys.get(card.extends or "")
        return self._shown(*best) if best else None

    def _shown(self, file: str, path: KeyPath) -> Shown:
        if not path or file not in self._files:
            return Shown(file)
        found = locate(file, self._files[file], Keys(path, "value"))
        return Shown(file, found.line, found.column, found.length)

    def _path(self, file: str, journey: str, spot: Spot) -> tuple[KeyPath, bool]:
        """The path of keys that leads to a place, and whether it leads all the way."""
        data, path = self._entity(file, journey)
        steps = [("stages", spot.stage)] if spot.stage and spot.kind != "handoff" else []
        if spot.kind in LISTS:
            steps.append((LISTS[spot.kind], spot.id))
        for key, id in steps or ([("handoffs", spot.id)] if spot.kind == "handoff" else []):
            items = data.get(key) if isinstance(data, Mapping) else None
            at = int(id) if key == "handoffs" else self._item(items, id)
            if at is None or not isinstance(items, list) or at >= len(items):
                return path, False
            path, data = (*path, key, at), items[at]
        return path, True

    def _item(self, items: Any, id: str) -> int | None:
        """The position of an item by its id, which may be made from its title; ids that are numbered belong to later ones."""
        names = [_name(item, self._language) for item in items] if isinstance(items, list) else []
        if id in names:
            return names.index(id)
        stem, _, number = id.rpartition("-")
        same = [at for at, name in enumerate(names) if name == stem]
        return same[int(number) - 1] if number.isdecimal() and 1 <= int(number) <= len(same) else None

    def _entity(self, file: str, journey: str) -> tuple[Any, KeyPath]:
        """The plain data of a journey, and where in its file it begins."""
        if file not in self._data:
            self._data[file] = read(file, self._files[file]).value.data if file in self._files else None
        data = self._data[file]
        if isinstance(data, Mapping) and "stages" not in data and isinstance(data.get("journeys"), list):
            at = self._item(data["journeys"], journey)
            return (data["journeys"][at], ("journeys", at)) if at is not None else (None, ())
        return data, ()

    @property
    def _language(self) -> str:
        return self._atlas.settings.languages[0]


def _name(item: Any, language: str) -> str:
    """What an item is known by."""
    if isinstance(item, str):
        return romanized(item) if item == slug(item) else slug(item)
    if not isinstance(item, Mapping):
        return ""
    key = next((key for key in NAMES if key in item), "")
    told = item.get(key) if key else item
    if isinstance(told, str):
        return romanized(told) if key in ("id", "metric") else slug(told)
    texts = {name: text for name, text in told.items() if isinstance(text, str)} if isinstance(told, Mapping) else {}
    return slug(choose(texts, language)) if texts else ""
