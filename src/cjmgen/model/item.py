"""item: what every entity and every item of a list has in common: frozen, known keys only, an id, a shorthand."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cjmgen.model.field import LANGUAGE, TEXT_SCHEMA, Audience, Id, Link, Refs, Text, Who, choose, language_of, wrong
from cjmgen.model.slug import romanized, slug
from cjmgen.model.written import expanded

_LANGUAGE = re.compile(LANGUAGE)


class Entity(BaseModel):
    """Anything with named fields. Unknown keys are mistakes; nothing changes after it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Item(Entity):
    """An entry of a list that can be named, linked and compared."""

    id: Id | None = Field(None, description="Name for links and comparisons, unique within its parent; default: the slug of the title.")
    was: Refs = Field((), description="Earlier ids, kept so that old references and addresses stay alive.")
    who: Who = Field((), description="Personas or actors this is about; absent: all personas of the journey.")
    audience: Audience = Field("public", description="`internal` items are left out of a public build.")


class Titled(Item):
    """An item with a title; written as plain text, it is its title."""

    title: Text = Field(description="What it is called, in a few words.")

    @property
    def key(self) -> str:
        """The id, always there once the item was read as part of a list."""
        return self.id or ""


class Short:
    """One item that may be written as a plain value: a string or number stands for its most important field."""

    def __init__(self, field: str, schema: dict[str, Any] | None = None, kinds: tuple[type, ...] = (str,)) -> None:
        self.field, self.schema, self.kinds = field, schema or {"type": "string"}, kinds

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return expanded(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{**self.schema, "description": f"Short for {{{self.field}: …}}."}, handler(schema)]}

    def _read(self, value: Any) -> Any:
        return {self.field: value} if isinstance(value, self.kinds) and not isinstance(value, bool) else value


class Named:
    """The list of some item type: plain texts are expanded, ids filled in from titles and kept unique.

    `shorthand` is the field that a plain string stands for ("": for none, because more is needed than one field); `named` is
    the field an id is made from (none: no ids are made).
    """

    def __init__(self, shorthand: str = "title", named: str | None = "title") -> None:
        self.shorthand, self.named = shorthand, named

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        items = handler(source)
        return core_schema.json_or_python_schema(items, core_schema.with_info_before_validator_function(self._read, items))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        result = dict(handler(schema))
        if not self.shorthand:
            return result
        text = {"type": "string"} if self.shorthand in ("id", "metric", "to", "file", "event") else TEXT_SCHEMA
        result["items"] = {"anyOf": [{**text, "description": f"Short for {{{self.shorthand}: …}}."}, result["items"]]}
        return result

    def _read(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        if not isinstance(value, list | tuple):
            raise wrong("a list", value, "write it as a list: one item a line, each after `- `" if isinstance(value, str) else "")
        items = [self._expand(item) for item in value]
        return tuple(_identify(items, self.named, language_of(info)) if self.named else items)

    def _expand(self, item: Any) -> Any:
        if not self.shorthand:
            return item
        if isinstance(item, str) or (
            isinstance(item, dict) and item and self.shorthand in ("title", "text") and is_text_by_language(item)
        ):
            return {self.shorthand: item}
        return item


def is_text_by_language(item: Mapping[str, Any]) -> bool:
    """`{en: Awareness, ru: Осознание}`; `id` and `to` look like languages but are fields."""
    return all(
        isinstance(key, str) and key not in ("id", "to", "by", "n", "sd") and _LANGUAGE.fullmatch(key) and len(key) != 3 for key in item
    )


def _identify(items: list[Any], named: str, language: str) -> list[Any]:
    """Give each item without an id the slug of its title, numbered where a sister has that id already."""
    taken = {romanized(item["id"]) for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)}
    result = []
    for item in items:
        if isinstance(item, dict) and "id" not in item and isinstance(item.get(named), str | dict):
            item = {"id": _free(slug(_title(item[named], language)) or named, taken), **item}
            taken.add(item["id"])
        result.append(item)
    return result


def _title(title: Any, language: str) -> str:
    return choose({k: v for k, v in title.items() if isinstance(v, str)} if isinstance(title, dict) else title, language)


def _free(name: str, taken: set[str]) -> str:
    return name if name not in taken else next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)


class Note(Titled):
    """A line in a lane: an action, a thought, a question, something seen on stage."""

    description: Text | None = Field(None, description="More about it, shown on demand.")
    link: Link | None = Field(None, description="Where to read on.")


Notes = Annotated[tuple[Note, ...], Named()]
