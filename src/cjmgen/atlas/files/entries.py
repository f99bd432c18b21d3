"""entries: a file's data taken apart: x- keys left out, the entities of a collection, the journeys of one file."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cjmgen.atlas.files.sort import Source, split
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.model.field import LANGUAGE, found
from cjmgen.model.item import Entity
from cjmgen.model.shape import shape_of
from cjmgen.model.slug import RESERVED, WRITTEN_ID, romanized, slug
from cjmgen.problem import KeyPath

_LANGUAGE = re.compile(LANGUAGE)
_ID = re.compile(WRITTEN_ID)
_CONTAINERS = (dict, list)


class Entry(NamedTuple):
    """One entity of a file: its id, its data, and the path it begins at."""

    id: str
    data: Any
    path: KeyPath = ()


def without_notes(data: Any) -> Any:
    """The data without `x-…` keys, which are kept in the file for others and ignored here."""
    return _stripped(data) if _has_notes(data) else data


def _has_notes(data: Any) -> bool:
    """Whether there is an `x-…` key anywhere: most files have none, and needn't be copied."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key[:2] == "x-" or (type(value) in _CONTAINERS and _has_notes(value)):
                return True
    elif isinstance(data, list):
        for value in data:
            if type(value) in _CONTAINERS and _has_notes(value):
                return True
    return False


def _stripped(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items() if key[:2] != "x-"}
    return [_stripped(value) for value in data] if isinstance(data, list) else data


def journeys(data: Any, source: Source) -> Iterator[Entry | Finding]:
    """The journeys of a file: itself, or each of `{"journeys": [...]}`."""
    if not isinstance(data, dict) or not isinstance(data.get("journeys"), list):
        yield Entry(source.id, data)
        return
    for key in data:
        if key != "journeys":
            hint = "put it into each journey"
            yield Finding("unknown-key", f"a file with several journeys has no key '{key}'", (key,), hint, data=(key,), at_key=True)
    for at, (id, each) in enumerate(zip(split(source, data["journeys"]), data["journeys"], strict=True)):
        plain = {key: value for key, value in each.items() if key != "id"} if isinstance(each, dict) else each
        yield Entry(id, plain, ("journeys", at))


def collection(data: Any, model: type[Entity], language: str) -> Iterator[Entry | Finding]:
    """The entities of a collection: a mapping from id to entity, or a list; a plain text is a title."""
    if data is None:
        return
    if isinstance(data, dict):
        for key, value in data.items():
            if not _ID.match(key) or key in RESERVED:
                hint = f"did you mean '{slug(key)}'?" if slug(key) else "ids are lower-case letters, digits and hyphens"
                yield Finding("bad-id", f"'{key}' can't be an id", (key,), hint, data=(key,), at_key=True)
                continue
            yield Entry(romanized(key), {"id": key, **_titled(value, model)} if isinstance(value, dict | str) else value, (key,))
    elif isinstance(data, list):
        yield from _listed(data, model, language)
    else:
        yield Finding("wrong-type", f"expected a mapping or a list, found {found(data)}", (), "write `an-id: Its title`, one a line")


def _listed(data: list[Any], model: type[Entity], language: str) -> Iterator[Entry | Finding]:
    first: dict[str, int] = {}
    for at, item in enumerate(data):
        full = _titled(item, model) if isinstance(item, dict | str) else item
        id = _id_of(full, language)
        if id in first:
            related = (((first[id],), f"'{id}' was used here first"),)
            yield Finding("duplicate-id", f"the id '{id}' is taken", (at,), "give one of them another id", related, (id,))
            continue
        first[id] = at
        yield Entry(id, {"id": id, **full} if isinstance(full, dict) else full, (at,))


def _titled(value: Any, model: type[Entity]) -> dict[str, Any]:
    """An entity written as its title alone, in one language or several."""
    if isinstance(value, str):
        return {"title": value}
    languages = value and all(_LANGUAGE.fullmatch(key) and key not in shape_of(model).keys for key in value)
    return {"title": value} if languages and len(next(iter(value))) == 2 else value


def _id_of(item: Any, language: str) -> str:
    if not isinstance(item, dict):
        return ""
    if isinstance(item.get("id"), str):
        return romanized(str(item["id"]))
    title = item.get("title")
    words = (title.get(language) or next(iter(title.values()), "")) if isinstance(title, dict) else title
    return slug(words) if isinstance(words, str) else ""
