"""node: an entity and every item in it that has a name, as plain fields and lists of nodes; made by walking the model."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjmgen.atlas.files.identity import is_named
from cjmgen.model.item import Entity
from cjmgen.model.shape import Part, shape_of
from cjmgen.value import dataclass

Plain = Any
"""What JSON can hold."""

NAMES = ("id", "title", "text", "was")
"""The fields that say what a thing is called, of which one has a title or a text and never both."""

_WHOLE = ("Emotion",)
"""Mappings that are one value: an emotion of three personas is an emotion."""

_SOFT = re.compile(r"[ \t]*(?<!\n)\n(?!\n|[ \t]*(?:[-*+#>|`~]|\d+[.)]))[ \t]*")
"""A break inside a paragraph, which is where an editor happened to wrap the line."""


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A thing with a name of its own. What stands at its default is in neither `fields` nor `lists`.

    `key` tells it apart from its sisters: its id, or what it refers to. A list of a part has a dotted name: `empathy.says`, `lanes.legal`.
    """

    model: type[Entity]
    key: str
    fields: Mapping[str, Plain]
    lists: Mapping[str, tuple["Node", ...]]


def node(entity: Entity, key: str, language: str) -> Node:
    """An entity as a node; `key` is its id, `language` the one that plain texts are in."""
    data = entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data.pop("id", None)  # of a team or a metric: the same as the key
    return _node(type(entity), key, data, language)


def phases(stages: Mapping[str, Entity], language: str) -> Node:
    """A stage set as one node, because the order of its phases is part of it."""
    told = ((id, type(each), each.model_dump(mode="json", exclude_defaults=True)) for id, each in stages.items())
    every = tuple(_node(model, id, {**data, "id": id}, language) for id, model, data in told)
    return Node(Entity, "", {}, {"phases": every} if every else {})


def _node(model: type[Entity], key: str, data: Mapping[str, Plain], language: str) -> Node:
    fields: dict[str, Plain] = {}
    lists: dict[str, tuple[Node, ...]] = {}
    for name, value in _opened(model, data, ""):
        if isinstance(value, _Items):
            lists[name] = tuple(_nodes(value.model, value.items, language))
        else:
            fields[name] = _said(value, language) if name in shape_of(model).texts else value
    return Node(model, key, fields, lists)


@dataclass(frozen=True, eq=False, slots=True)
class _Items:
    """A list of things that have names."""

    model: type[Entity]
    items: Sequence[Mapping[str, Plain]]


def _opened(model: type[Entity], data: Mapping[str, Plain], prefix: str) -> Iterator[tuple[str, Plain]]:
    """The fields of some data, lists of named items among them, without those that hold nothing."""
    parts = shape_of(model).parts
    for key, value in data.items():
        part = parts.get(key)
        if value in (None, [], {}):
            continue
        if part is None:
            yield prefix + key, value
        elif part.form == "map of lists":
            yield from ((f"{prefix}{key}.{name}", _Items(part.model, items)) for name, items in value.items() if items)
        elif is_named(part):
            yield prefix + key, _Items(part.model, value)
        elif part.form == "one" and _holds_lists(part):
            yield from _opened(part.model, value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _holds_lists(part: Part) -> bool:
    return any(is_named(inner) for inner in shape_of(part.model).parts.values())


def _nodes(model: type[Entity], items: Sequence[Mapping[str, Plain]], language: str) -> Iterator[Node]:
    taken: dict[str, int] = {}
    for data in items:
        key = keyed(data)
        taken[key] = taken.get(key, 0) + 1
        yield _node(model, key if taken[key] == 1 else f"{key}~{taken[key]}", data, language)


def keyed(data: Mapping[str, Plain]) -> str:
    """What an item is told apart by: its id, the metric it shows, or the ends of a handoff."""
    if name := data.get("id") or data.get("metric"):
        return str(name)
    return f"{data.get('from', '')}>{data.get('to', '')}@{data.get('at', '')}"


def is_whole(model: type[Entity], field: str) -> bool:
    """Whether a field is one value even where it is a mapping: a text by language, an emotion by persona."""
    shape = shape_of(model)
    part = shape.parts.get(field)
    return field in shape.texts or (part is not None and part.model.__name__ in _WHOLE)


def _said(text: Plain, language: str) -> Plain:
    """A text as it is read: breaks inside a paragraph are spaces, and one language alone is the text itself."""
    if isinstance(text, str):
        return _SOFT.sub(" ", text).strip()
    if isinstance(text, list):
        return [_said(each, language) for each in text]
    if list(text) == [language]:
        return _said(text[language], language)
    return {name: _said(words, language) for name, words in text.items()}


def plain(node: Node) -> dict[str, Plain]:
    """A node as plain data: two nodes are the same if these are."""
    return {**node.fields, **{name: [plain(each) for each in nodes] for name, nodes in node.lists.items() if nodes}}
