"""schema: JSON Schema 2020-12 of every kind of file, made from the types, for editors that complete and check.

What a schema can't say is left to `cjmgen check`: ids taken twice and references, days the calendar doesn't have, links with a
forbidden scheme, figures and times in words, and whether an item of a patch that has no title exists in the base.
"""

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

from cjmgen.model.field import LANGUAGE, LONG, SHORT
from cjmgen.model.kinds import KIND, model_of
from cjmgen.model.slug import RESERVED, WRITTEN_ID

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTES = {"^x-": {"description": "A key of your own; cjmgen ignores it."}}
ITEM_LANGUAGE = r"^(?!(?:id|to|by)$)(?:[a-z]{2}|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})+)$"
"""Languages where an item may stand: `id` and `to` are its keys there."""

WHOLE_ITEMS = frozenset({"EvidenceUse", "Next", "Variant"})
"""Items of lists that a patch replaces as a whole."""


def schema(kind: str) -> Schema:
    """The JSON Schema of a kind's files. Raises KeyError for a kind that `kinds.KIND` doesn't hold."""
    return copy.deepcopy(_schema(kind))


@cache
def _schema(kind: str) -> Schema:
    raw = model_of(KIND[kind].name).model_json_schema(by_alias=True)
    shared: Schema = raw.pop("$defs", {})
    name = model_of(kind).__name__
    types = {each: _tidy(definition) for each, definition in sorted({**shared, name: raw}.items())}
    wrap = _journey if kind == "journey" else _collection if KIND[kind].file else _single
    body, more = wrap(name, types)
    defs = {**_texts(), **types, **more}
    return {"$schema": DIALECT, "title": KIND[kind].name, **body, "$defs": {key: defs[key] for key in _used(body, defs)}}


def _single(name: str, types: Schema) -> tuple[Schema, Schema]:
    return {"$ref": f"#/$defs/{name}"}, {}


def _collection(name: str, types: Schema) -> tuple[Schema, Schema]:
    """Many entities in one file: a mapping from id to entity, or a list; a plain text is a title."""
    entity: Schema = {"anyOf": [{"$ref": "#/$defs/Words", "description": "Short for {title: …}."}, {"$ref": f"#/$defs/{name}"}]}
    names = {"anyOf": [_id(), {"pattern": "^x-"}]}
    ids = {"type": "object", "propertyNames": names, "patternProperties": NOTES, "additionalProperties": entity}
    return {"anyOf": [ids, {"type": "array", "items": entity}, {"type": "null"}]}, {}


def _journey(name: str, types: Schema) -> tuple[Schema, Schema]:
    """A journey, a patch over another when it has `extends`, or several journeys."""
    patches = {f"{each}Patch": _patch(definition, types) for each, definition in types.items() if each not in WHOLE_ITEMS}
    one: Schema = {
        "if": {"required": ["extends"], "properties": {"extends": {"type": "string"}}},
        "then": {"$ref": "#/$defs/JourneyPatch"},
        "else": {"$ref": "#/$defs/Journey"},
    }
    several: Schema = {
        "type": "object",
        "properties": {"journeys": {"type": "array", "items": {"$ref": "#/$defs/OneOfSeveral"}}},
        "required": ["journeys"],
        "patternProperties": NOTES,
        "additionalProperties": False,
    }
    choice = {"if": {"required": ["journeys"], "properties": {"journeys": {"type": "array"}}}, "then": several, "else": one}
    named = {"id": {"description": "The last part of its id; default: the slug of the title."}}
    whole = {**types["Journey"], "properties": {**named, **types["Journey"]["properties"]}}
    laid = {**patches["JourneyPatch"], "properties": {**named, **patches["JourneyPatch"]["properties"]}}
    return choice, {**patches, "OneOfSeveral": {**one, "then": laid, "else": whole}}


def _patch(definition: Schema, types: Schema) -> Schema:
    """A type where nothing is required, null unsets and `remove: true` takes an item away."""
    if "properties" not in definition:
        return definition
    properties = {key: _optional(_renamed(value, types)) for key, value in definition["properties"].items()}
    if "id" in properties:
        properties["remove"] = {"const": True, "description": "Take this item of the base away."}
    return {**{key: value for key, value in definition.items() if key != "required"}, "properties": properties}


def _optional(value: Schema) -> Schema:
    if {"type": "null"} in value.get("anyOf", ()):
        return value
    said: Schema = {key: value[key] for key in ("description", "markdownDescription") if key in value}
    return {"anyOf": [{key: inner for key, inner in value.items() if key not in said}, {"type": "null"}], **said}


def _renamed(value: Any, types: Schema) -> Any:
    """The same with references to patch types."""
    if isinstance(value, list):
        return [_renamed(inner, types) for inner in value]
    if not isinstance(value, dict):
        return value
    name = str(value.get("$ref", "")).rpartition("/")[2]
    if name in types and name not in WHOLE_ITEMS:
        return {**value, "$ref": f"#/$defs/{name}Patch"}
    return {key: _renamed(inner, types) for key, inner in value.items()}


def _tidy(value: Any) -> Any:
    """What pydantic wrote, as an editor should show it: shared texts, no noise, own keys allowed."""
    if isinstance(value, list):
        return [_tidy(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if text := _text(value):
        return text
    result = {key: _tidy(inner) for key, inner in value.items() if key not in ("default", "title", "properties", "anyOf")}
    if "anyOf" in value:
        result["anyOf"] = _choices(value["anyOf"])
        if len(result["anyOf"]) == 1:
            result = {**result.pop("anyOf")[0], **result}
    if "properties" in value:
        result["properties"] = {key: _tidy(inner) for key, inner in value["properties"].items()}
    if "description" in value and "markdownDescription" not in value:
        result["markdownDescription"] = value["description"]
    if value.get("type") == "object" and "patternProperties" not in value:
        result["patternProperties"] = NOTES
    return result


def _choices(branches: list[Schema]) -> list[Schema]:
    """The kinds of values a field may have, with texts by name and shorthands that mean something."""
    result: list[Schema] = []
    for at, branch in enumerate(branches):
        if _is_by_language(branch) and at and result and result[-1].get("maxLength"):
            result[-1] = {"$ref": "#/$defs/LongText" if result[-1]["maxLength"] == LONG else "#/$defs/Text"}
        elif "Short for" in branch.get("description", ""):
            result += _shorthand(branch)
        else:
            result.append(_tidy(branch))
    return result


def _shorthand(branch: Schema) -> list[Schema]:
    """An item written as a plain value; where the type names no field for that, there is no such way."""
    field = branch["description"].partition("{")[2].partition(":")[0]
    if not field:
        return []
    if field == "want":
        return [{"type": "string", "maxLength": SHORT, "description": branch["description"]}]
    if field in ("title", "text"):
        return [{"$ref": "#/$defs/Words", "description": branch["description"]}]
    if field in ("id", "to", "metric"):
        return [{"$ref": "#/$defs/Reference", "description": branch["description"]}]
    if field == "people":
        return [{**branch, "anyOf": [*branch["anyOf"][:-1], {"$ref": "#/$defs/Reference"}]}]
    return [branch]


def _is_by_language(value: Schema) -> bool:
    return LANGUAGE in value.get("patternProperties", {})


def _text(value: Schema) -> Schema | None:
    """A reference for what is a text and nothing else."""
    branches = value.get("anyOf", ())
    if len(branches) == 2 and _is_by_language(branches[1]) and branches[0].get("maxLength") in (SHORT, LONG):
        said = {key: value["description"] for key in ("description", "markdownDescription") if "description" in value}
        return {"$ref": "#/$defs/LongText" if branches[0]["maxLength"] == LONG else "#/$defs/Text", **said}
    return None


def _texts() -> Schema:
    """The shared definitions: texts, words that stand for an item, references."""

    def text(limit: int, languages: str) -> Schema:
        line = {"type": "string", "maxLength": limit}
        by_language = {"type": "object", "minProperties": 1, "patternProperties": {languages: line, **NOTES}, "additionalProperties": False}
        return {"anyOf": [line, by_language]}

    return {
        "Text": text(SHORT, LANGUAGE),
        "LongText": text(LONG, LANGUAGE),
        "Words": text(SHORT, ITEM_LANGUAGE),
        "Reference": _reference(),
    }


def _reference() -> Schema:
    uses: Mapping[str, Any] = model_of("journey").model_json_schema(by_alias=True)["properties"]["personas"]["items"]
    return {"type": "string", "pattern": uses["pattern"]}


def _id() -> Schema:
    return {"type": "string", "pattern": WRITTEN_ID, "not": {"enum": sorted(RESERVED)}}


def _used(body: Schema, defs: Schema) -> list[str]:
    """The names of all definitions that the schema leads to, in order."""
    found: dict[str, None] = {}
    waiting: list[Any] = [body]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found[name] = None
                waiting.append(defs[name])
            waiting += value.values()
    return sorted(found)
