"""reference: docs/reference.md, every key an author may write, made from the models and the tables they are read by."""

from collections.abc import Iterable, Mapping
from typing import Any

from cjmgen.model.builtin import BUILTIN_CHANNELS, CHANNEL_ALIASES
from cjmgen.model.field import choose
from cjmgen.model.kinds import KINDS, Kind, model_of
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.report.conventions import CONVENTIONS
from cjmgen.report.holds import holds
from cjmgen.syntax.habits.feelings import SCALE
from cjmgen.syntax.habits.lane_names import LANES

_WHERE = {
    "settings": "`cjmgen.yml`",
    "journey": "`maps/journeys/**` as `.yml`, `.md` or `.csv`, one journey a file; Markdown may hold several",
    "persona": "`maps/personas/*` as `.yml` or `.md`",
}
_ORDER = ("id", "title")


def reference() -> str:
    """The whole page."""
    kinds = [_kind(kind) for kind in KINDS]
    parts = [_OPENING, _contents(), CONVENTIONS, "## Keys", *kinds, _parts(), _channels(), _stage_sets(), _labels(), _feelings()]
    return "\n\n".join(parts) + "\n"


_OPENING = """# Reference

Every key a map can have, with what it holds. This page is made from the models that read the maps: to change it, change
them, delete this file and run `pytest tests/test_docs.py`, which writes it anew.

A key in **bold** has to be there; everything else is optional. *Text* is one string, or one string a language. Where a
list of things is expected, a plain text stands for a thing with that title, unless the table says otherwise."""


def _contents() -> str:
    kinds = ", ".join(f"[{kind.name}](#{kind.name})" for kind in KINDS)
    others = "[Parts](#parts) · [Channels](#channels) · [Stage sets](#stage-sets) · [Labels](#labels) · [Feelings](#feelings)"
    return f"[How values are read](#how-values-are-read) · Keys of {kinds} · {others}"


def _kind(kind: Kind) -> str:
    many = f"`maps/{kind.file}.yml`, a mapping from id to {kind.name}, or a list with ids"
    where = _WHERE.get(kind.name) or (f"`maps/{kind.folder}/*.yml`" if kind.folder else many)
    schema = model_of(kind.name).model_json_schema()
    return f"### {kind.name}\n\n{_sentence(schema)} In {where}.\n\n{_keys(schema)}"


def _parts() -> str:
    """The types that stand inside others, each once, by name."""
    own = {model_of(kind.name).__name__ for kind in KINDS}
    found: dict[str, Mapping[str, Any]] = {}
    for kind in KINDS:
        found.update(model_of(kind.name).model_json_schema().get("$defs", {}))
    sections = [f"### {name}\n\n{_sentence(found[name])}\n\n{_keys(found[name])}" for name in sorted(found) if name not in own]
    return "\n\n".join(["## Parts\n\nThings that stand inside the entities above.", *sections])


def _sentence(schema: Mapping[str, Any]) -> str:
    return " ".join(str(schema.get("description", "")).split("\n\n", 1)[0].split())


def _keys(schema: Mapping[str, Any]) -> str:
    required = schema.get("required", [])
    properties = schema.get("properties", {})
    names = sorted(properties, key=lambda name: (name not in required, _ORDER.index(name) if name in _ORDER else len(_ORDER)))
    rows = [(f"**`{name}`**" if name in required else f"`{name}`", holds(properties[name]), _about(properties[name])) for name in names]
    return _table(("Key", "Holds", ""), rows)


def _about(schema: Mapping[str, Any]) -> str:
    """What the key means, and the value it has when it isn't written."""
    said, default = str(schema.get("description", "")), schema.get("default")
    if isinstance(default, bool) or not isinstance(default, str | int | float) or "default" in said.lower():
        return said
    return f"{said} Default: `{default}`."


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ("| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |" for row in rows)
    return "\n".join([f"| {' | '.join(head)} |".replace("|  |", "| |"), "|" + "---|" * len(head), *lines])


def _channels() -> str:
    known = BUILTIN_CHANNELS.items()
    rows = [(f"`{name}`", choose(channel.title, "en"), choose(channel.title, "ru"), _aliases(name)) for name, channel in known]
    opening = "## Channels\n\nChannels every project has; `maps/channels.yml` adds others or renames these.\n\n"
    return opening + _table(("Id", "English", "Russian", "Also read as"), rows)


def _aliases(channel: str) -> str:
    return ", ".join(word for word, name in CHANNEL_ALIASES.items() if name == channel)


def _stage_sets() -> str:
    rows = []
    for name, stages in STAGE_SETS.items():
        english = " · ".join(f"`{stage.id}` {choose(stage.title, 'en')}" for stage in stages)
        rows.append((f"`{name}`", english, " · ".join(choose(stage.title, "ru") for stage in stages)))
    opening = "## Stage sets\n\nSets a project names with `stages:` in `cjmgen.yml`, or writes itself in `maps/stages.yml`.\n\n"
    return opening + _table(("Name", "Stages", "In Russian"), rows)


def _labels() -> str:
    opening = (
        "## Labels\n\nWhat a heading, a bold label or a row of a table may be called in Markdown and in tables, and the key it means.\n\n"
    )
    return opening + _table(("Key", "Called"), [(f"`{field}`", words) for field, words in LANES.items()])


def _feelings() -> str:
    opening = (
        "## Feelings\n\nEmoji and words for feelings in Markdown and tables, with the emotion they stand for. A feeling made of several "
        "counts as their mean; `slightly` halves, `not` turns round; a number such as `+1`, `4/5` or stars counts before all of them.\n\n"
    )
    return opening + _table(("Emotion", "Words"), [(f"{score:+g}", words) for score, words in SCALE.items()])
