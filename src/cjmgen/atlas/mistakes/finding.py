"""finding: a mistake by its path in the entity; it becomes a problem once its origin says in which file that stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cjmgen.atlas.mistakes.suggest import in_braces
from cjmgen.atlas.origin import Origin
from cjmgen.model.slug import romanized
from cjmgen.problem import KeyPath, Problem, Related, problem
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake inside an entity. `related` are other paths of the same entity, each with what it has to do with it."""

    code: str
    message: str
    path: KeyPath
    hint: str = ""
    related: tuple[tuple[KeyPath, str], ...] = ()
    data: tuple[str, ...] = ()
    at_key: bool = False
    softer: bool = False
    """Whether a warning counts as a note here, as in a draft."""
    adds: str = ""
    """A field that the item lacks, which the hint begins with: an item written short is to be written out first."""


Findings = Iterator[Finding]


def written(finding: Finding, data: Any, file: str = "") -> Finding:
    """The finding as the file has it: what is written short has no keys of its own, and ids are in the author's letters."""
    path = as_written(finding.path, data)
    related = tuple((as_written(each, data), message) for each, message in finding.related)
    here = follow(data, path)
    hint = _addition(finding, here, file) if finding.adds else finding.hint
    message = finding.message
    for id in finding.data:
        spelled = _spelled(id.rpartition("/")[2], path, here)
        message, hint = (_in_letters(text, id.rpartition("/")[2], spelled) for text in (message, hint))
    return replace(finding, message=message, hint=hint, path=path, related=related, adds="")


def _addition(finding: Finding, item: Any, file: str) -> str:
    """The hint that shows how to add a field, in the form of the file."""
    if file and not file.endswith((".yml", ".yaml")):
        key, value = finding.adds.split(": ")
        return f"add `{{{key}={value.strip('[]')}}}`{finding.hint}"
    if not isinstance(item, str):
        return f"add `{finding.adds}`{finding.hint}"
    name = "text" if "quotes" in finding.path else "title"
    return f"write it as `{{{name}: {in_braces(item)}, {finding.adds}}}`{finding.hint}"


def _spelled(id: str, path: KeyPath, here: Any) -> str:
    """An id in the letters that stand in the file: Cyrillic ones are read as the Latin ones they become."""
    stand = (here.get("id"), here.get("title")) if isinstance(here, dict) else (here,)
    names = (name.replace(" ", "-").lower() for name in (*stand, *path[-1:]) if isinstance(name, str))
    return next((name for name in names if not name.isascii() and romanized(name) == id), id)


def _in_letters(text: str, id: str, spelled: str) -> str:
    if id == spelled:
        return text
    text = re.sub(rf"(?<![\w-]){re.escape(id)}(?![\w-])", lambda _: spelled, text)
    return text.replace(f"`title: {id.capitalize()}`", f"`title: {spelled.capitalize()}`")


def follow(data: Any, path: KeyPath) -> Any:
    """The plain value at a path; None where the path leads nowhere."""
    for key in path:
        if isinstance(data, Mapping):
            data = data.get(key)
        elif isinstance(data, list | tuple) and isinstance(key, int) and -1 < key < len(data):
            data = data[key]
        else:
            return None
    return data


def as_written(path: KeyPath, data: Any) -> KeyPath:
    """The part of a path that leads through lists and mappings of the data, with keys in their author's letters."""
    whole = data
    for depth, key in enumerate(path):
        if isinstance(data, dict):
            if key not in data and (spelled := next((each for each in data if romanized(each) == key), None)) is not None:
                return as_written((*path[:depth], spelled, *path[depth + 1 :]), whole)
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int):
            data = data[key] if key < len(data) else None
        elif data is not None:
            return path[:depth]
    return path


def placed(finding: Finding, origin: Origin) -> Problem:
    """The problem a finding is, at its place."""
    related = (Related(origin.place(path), message) for path, message in finding.related)
    result = problem(finding.code, finding.message, origin.place(finding.path, finding.at_key), finding.hint, related, finding.data)
    return replace(result, severity="info") if finding.softer and result.severity == "warning" else result
