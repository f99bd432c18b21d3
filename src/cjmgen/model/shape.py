"""shape: what the fields of a type hold, texts, single items or lists of them; read once from the types themselves."""

from collections.abc import Iterable, Mapping
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import WithJsonSchema

from cjmgen.model.item import Entity, Named, Short
from cjmgen.value import dataclass

Form = Literal["one", "list", "map", "map of lists"]


@dataclass(frozen=True, slots=True)
class Part:
    """A field that holds items of another type. `shorthand` is what a plain text stands for, `named` what ids are made from."""

    model: type[Entity]
    form: Form
    shorthand: str = ""
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a type as they are written: all keys, those that hold a text or a list of texts, those that hold items."""

    keys: tuple[str, ...]
    required: tuple[str, ...]
    texts: frozenset[str]
    parts: Mapping[str, Part]


@cache
def shape_of(model: type[Entity]) -> Shape:
    """The shape of a type."""
    keys, required, texts, parts = [], [], set(), {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        keys.append(key)
        if field.is_required():
            required.append(key)
        layers = tuple(_layers(field.annotation, field.metadata))
        if any(_is_text(layer) for layer in layers) and not any(get_origin(layer) is dict for layer in layers):
            texts.add(key)
        elif part := _part(layers):
            parts[key] = part
    return Shape(tuple(keys), tuple(required), frozenset(texts), parts)


LEADING = ("id", "title")
"""The keys that tell which item this is, and stand first."""


@cache
def written_order(model: type[Entity]) -> Mapping[str, int]:
    """The order that the keys of a type are written in: what it is called, what is special about it, what it shares with others."""
    own = [name for kind in model.__mro__ if issubclass(kind, Entity) for name in get_annotations(kind)]
    fields = model.model_fields
    names = dict.fromkeys((*(name for name in LEADING if name in fields), *(name for name in own if name in fields)))
    return {fields[name].alias or name: at for at, name in enumerate(names)}


def _layers(annotation: Any, metadata: Iterable[Any] = ()) -> Iterable[Any]:
    """An annotation taken apart from outside in: its metadata, the containers, the types in them."""
    yield from metadata
    if get_origin(annotation) is Annotated:
        inner, *rest = get_args(annotation)
        yield from _layers(inner, rest)
        return
    yield annotation
    for inner in get_args(annotation):
        yield from _layers(inner)


def _is_text(layer: Any) -> bool:
    if not isinstance(layer, WithJsonSchema):
        return False
    schema = layer.json_schema or {}
    items = schema.get("items", schema)
    return isinstance(items, dict) and any("by language" in branch.get("title", "") for branch in items.get("anyOf", ()))


def _part(layers: tuple[Any, ...]) -> Part | None:
    model = next((layer for layer in layers if isinstance(layer, type) and issubclass(layer, Entity)), None)
    if model is None:
        return None
    mapped = any(get_origin(layer) is dict or getattr(layer, "__origin__", None) is Mapping for layer in layers)
    listed = any(get_origin(layer) is tuple for layer in layers)
    form: Form = "map of lists" if mapped and listed else "map" if mapped else "list" if listed else "one"
    named = next((layer for layer in layers if isinstance(layer, Named)), None)
    short = next((layer for layer in layers if isinstance(layer, Short)), None)
    return Part(model, form, named.shorthand if named else short.field if short else "", named.named if named else None)


def child(model: type[Entity] | None, key: str | int) -> type[Entity] | None:
    """The type that stands one step deeper; a position in a list or a free key stays with the type of its items."""
    if model is None or isinstance(key, int):
        return model
    part = shape_of(model).parts.get(key)
    return part.model if part else None
