"""reference: docs/reference.md, every key an author may write, made from the models and the tables they are read by."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.model.builtin import BUILTIN_CHANNELS, CHANNEL_ALIASES
from cjmgen.model.field import choose
from cjmgen.model.kinds import KINDS, Kind, model_of
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.report.conventions import CONVENTIONS
from cjmgen.syntax.feelings import SCALE
from cjmgen.syntax.labels import LANES

_WHERE = {
    "settings": "`cjmgen.yml`",
    "journey": "`maps/journeys/**` as `.yml`, `.md` or `.csv`, one journey a file; Markdown may hold several",
    "persona": "`maps/personas/*` as `.yml` or `.md`",
}
_ORDER = ("id", "title")


def reference() -> str:
    """The whole page."""
    kinds = "\n\n".join(_kind(kind) for kind in KINDS)
    return "\n\n".join([_OPENING, _contents(), CONVENTIONS, "## Keys", kinds, _parts(), _channels(), _stage_sets(), _labels(), _feelings()]) + "\n"


_OPENING = """# Reference

Every key a map can have, with what it holds. This page is made from the models that read the maps: to change it, change
them, delete this file and run `pytest tests/test_docs.py`, which writes it anew.

A key in **bold** has to be there; everything else is optional. *Text* is one string, or one string a language. Where a
list of things is expected, a plain text stands for a thing with that title, unless the table says otherwise."""


def _contents() -> str:
    kinds = ", ".join(f"[{kind.name}](#{kind.name})" for kind in KINDS)
    return f"[How values are read](#how-values-are-read) · Keys of {kinds} · [parts](#parts) · [channels](#channels) · [stage sets](#stage-sets) · [labels](#labels) · [feelings](#feelings)"


def _kind(kind: Kind) -> str:
    where = _WHERE.get(kind.name) or (f"`maps/{kind.folder}/*.yml`" if kind.folder else f"`maps/{kind.file}.yml`, a mapping from id to {kind.name}, or a list with ids")
    schema = model_of(kind.name).model_json_schema()
    return f"### {kind.name}\n\n{_sentence(schema)} In {where}.\n\n{_table(schema)}"


def _parts() -> str:
    """The types that stand inside others, each once, by name."""
    found: dict[str, Mapping[str, Any]] = {}
    for kind in KINDS:
        found.update(model_of(kind.name).model_json_schema().get("$defs", {}))
    own = {model_of(kind.name).__name__ for kind in KINDS}
    sections = [f"### {name}\n\n{_sentence(found[name])}\n\n{_table(found[name])}" for name in sorted(found) if name not in own]
    return "## Parts\n\nThings that stand inside the entities above.\n\n" + "\n\n".join(sections)


def _anchor(name: str) -> str:
    """A section's address as GitHub makes it: a second heading of the same name is numbered."""
    kinds = {kind.name: kind for kind in KINDS}
    same = name.lower() in kinds and model_of(name.lower()).__name__ != name
    return f"{name.lower()}-1" if same else name.lower()


def _sentence(schema: Mapping[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split("\n\n", 1)[0].split())


def _table(schema: Mapping[str, Any]) -> str:
    required = schema.get("required", [])
    properties = schema.get("properties", {})
    names = sorted(properties, key=lambda name: (name not in required, _ORDER.index(name) if name in _ORDER else len(_ORDER)))
    rows = [f"| {_name(name, name in required)} | {_holds(properties[name])} | {_about(properties[name])} |" for name in names]
    return "\n".join(["| Key | Holds | |", "|---|---|---|", *rows])


def _name(name: str, required: bool) -> str:
    return f"**`{name}`**" if required else f"`{name}`"


def _about(schema: Mapping[str, Any]) -> str:
    """What the key means, and the value it has when it isn't written."""
    default = schema.get("default")
    shown = f" Default: `{str(default).lower() if isinstance(default, bool) else default}`." if isinstance(default, str | int | float) else ""
    said = str(schema.get("description", ""))
    return _cell(said + ("" if "default" in said.lower() else shown))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _holds(schema: Mapping[str, Any]) -> str:
    """A schema in a few words."""
    return _cell(", or ".join(dict.fromkeys(_ways(schema))))


def _ways(schema: Mapping[str, Any]) -> Iterator[str]:
    if "anyOf" in schema:
        if any("by language" in str(way.get("title", "")) for way in schema["anyOf"]):
            yield "text"
            return
        for way in schema["anyOf"]:
            if way.get("type") != "null" and not str(way.get("description", "")).startswith(("Short for {title", "Short for {:")):
                yield from _ways(way)
    elif "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        yield f"[{name}](#{_anchor(name)})"
    elif "enum" in schema:
        yield " · ".join(f"`{value}`" for value in schema["enum"])
    elif "const" in schema:
        yield f"`{schema['const']}`"
    else:
        yield _simple(schema)


def _simple(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type")
    if kind == "array":
        items = schema.get("items", {})
        ways = [f"{way}s" if way in ("text", "string", "reference", "id") else way for way in dict.fromkeys(_ways(items))]
        return f"list of {', or '.join(ways) or 'anything'}"
    if kind == "object":
        return _object(schema)
    if kind == "string":
        return _string(schema)
    if kind in ("number", "integer"):
        return _number(schema, "whole number" if kind == "integer" else "number")
    if kind == "boolean":
        return "true or false"
    return "number or text" if isinstance(kind, list) else "anything"


def _object(schema: Mapping[str, Any]) -> str:
    if inside := schema.get("properties"):
        return "{" + ", ".join(inside) + "}"
    values = schema.get("additionalProperties")
    return f"a name each: {', or '.join(dict.fromkeys(_ways(values)))}" if isinstance(values, Mapping) else "mapping"


_PATTERNS = (
    # a word the pattern matches, one it doesn't, and what such a pattern is called
    ("2026-10", "a", "period"),
    ("58%", "a", "share such as `58%`"),
    ("#4341c0", "a", "colour"),
    ("EUR", "a", "currency"),
    ("a/b#c", "A", "reference"),
    ("a-b", "a/b", "id"),
)


def _string(schema: Mapping[str, Any]) -> str:
    if schema.get("format") == "date":
        return "date"
    pattern = str(schema.get("pattern", ""))
    known = (words for fits, not_this, words in _PATTERNS if re.search(pattern, fits) and not re.search(pattern, not_this))
    return next(known, "string") if pattern else "string"


def _number(schema: Mapping[str, Any], words: str) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None or high is None or (low == 0 and high > 1000):
        return words
    return f"{words} {low:g} … {high:g}"


def _channels() -> str:
    rows = [f"| `{name}` | {choose(channel.title, 'en')} | {choose(channel.title, 'ru')} | {_words_for(name)} |" for name, channel in BUILTIN_CHANNELS.items()]
    head = "## Channels\n\nChannels every project has; `maps/channels.yml` adds others or renames these.\n\n| Id | English | Russian | Also read as |\n|---|---|---|---|"
    return "\n".join([head, *rows])


def _words_for(channel: str) -> str:
    return _cell(", ".join(word for word, name in CHANNEL_ALIASES.items() if name == channel))


def _stage_sets() -> str:
    rows = []
    for name, stages in STAGE_SETS.items():
        english = " · ".join(f"`{stage.id}` {choose(stage.title, 'en')}" for stage in stages)
        rows.append(f"| `{name}` | {english} | {' · '.join(choose(stage.title, 'ru') for stage in stages)} |")
    head = (
        "## Stage sets\n\nSets a project names with `stages:` in `cjmgen.yml`, or writes itself in `maps/stages.yml`.\n\n"
        "| Name | Stages | In Russian |\n|---|---|---|"
    )
    return "\n".join([head, *rows])


def _labels() -> str:
    rows = [f"| `{field}` | {_cell(' '.join(words.split()))} |" for field, words in LANES.items()]
    head = "## Labels\n\nWhat a heading, a bold label or a table's row may be called in Markdown and in tables, and the key it means.\n\n| Key | Called |\n|---|---|"
    return "\n".join([head, *rows])


def _feelings() -> str:
    rows = [f"| {score:+g} | {_cell(words)} |" for score, words in SCALE.items()]
    head = (
        "## Feelings\n\nEmoji and words for feelings in Markdown and tables, with the emotion they stand for. A feeling made of several counts as "
        "their mean; `slightly` halves, `not` turns round; a number such as `+1`, `4/5` or stars counts before all of them.\n\n| Emotion | Words |\n|---|---|"
    )
    return "\n".join([head, *rows])
