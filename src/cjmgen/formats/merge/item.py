"""item: which items of two versions of a list are the same: by id, else by title, else because nothing else changed around them."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cjmgen.model.field import choose
from cjmgen.model.shape import Part
from cjmgen.model.slug import WRITTEN_REFERENCE, romanized, slug
from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.manuscript import Group, plain

_REFERENCE = re.compile(WRITTEN_REFERENCE)
_NAMING = ("id", "title", "text", "metric", "to", "persona")
"""The fields that tell one item of a list from another, the first that is there."""


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list by name. `fixed` are the names that an id says, which no other item can go by."""

    names: tuple[str, ...]
    fixed: frozenset[str] = frozenset()
    was: tuple[tuple[str, str], ...] = ()
    """Earlier ids of items, each with the name that the item has now."""


def items(group: Group, part: Part | None, language: str, prose: bool = False) -> Items | None:
    """The items of a list; None for one that is a single value, such as a series of figures."""
    values = [plain(entry.value) for entry in group.sure]
    if part is None and not prose and not _is_named(values):
        return None
    names, fixed, was = [], set(), []
    taken: dict[str, int] = {}
    for value in values:
        name, sure = (value, True) if isinstance(value, str) and part is None and not prose else _name(value, part, language)
        name = _free(name, taken)
        names.append(name)
        if sure:
            fixed.add(name)
        was += [(romanized(old), name) for old in _earlier(value)]
    return Items(tuple(names), frozenset(fixed), tuple(was))


def _free(name: str, taken: dict[str, int]) -> str:
    """The name, numbered where a sister has it already; `taken` are all names so far, each with its last number."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name} {taken[name]}"
    taken[free] = 1
    return free


def _is_named(values: Sequence[Plain]) -> bool:
    """Whether all values are references, or all are items with ids."""
    if all(isinstance(value, str) and _REFERENCE.match(value) for value in values):
        return len(set(map(str, values))) == len(values)
    return all(isinstance(value, dict) and isinstance(value.get("id"), str) for value in values)


def _name(value: Plain, part: Part | None, language: str) -> tuple[str, bool]:
    if isinstance(value, dict) and isinstance(id := value.get("id"), str):
        return romanized(id), True
    if isinstance(value, dict) and "from" in value:
        return f"{value['from']} > {value.get('to')} > {value.get('at')}", False
    short = part is not None and part.shorthand in ("id", "to", "metric")
    if isinstance(value, dict) and (said := next((value[key] for key in _NAMING if key in value), None)) is not None:
        return _slugged(said, language), False
    return (str(value), True) if short and isinstance(value, str) else (_slugged(value, language), False)


def _slugged(value: Plain, language: str) -> str:
    words = choose({key: text for key, text in value.items() if isinstance(text, str)}, language) if isinstance(value, dict) else value
    return (slug(words) if isinstance(words, str) else "") or json.dumps(value, ensure_ascii=False)


def _earlier(value: Plain) -> list[str]:
    was = value.get("was") if isinstance(value, dict) else None
    return [old for old in was if isinstance(old, str)] if isinstance(was, list) else []


def renamed(base: Items, side: Items) -> tuple[str, ...]:
    """The names of a side's items, as the base calls them: an item with a new title alone among items that stayed is the same."""
    before, now = set(base.names), set(side.names)
    known = {name: old for old, name in reversed(side.was) if old in before and old not in now}
    same: dict[str, str] = {}
    gone: set[str] = set()
    for name, old in (*known.items(), *_between(base, side, before & now).items()):
        if name not in same and old not in gone:
            same[name] = old
            gone.add(old)
    return tuple(same.get(name, name) for name in side.names)


def _between(base: Items, side: Items, stayed: set[str]) -> dict[str, str]:
    """New names by old ones, where exactly one item is new and one is gone between two that stayed."""
    gaps = [_gaps(names, stayed) for names in (base.names, side.names)]
    found = {}
    for around, gone in gaps[0].items():
        new = gaps[1].get(around, [])
        if len(gone) == len(new) == 1 and not (gone[0] in base.fixed and new[0] in side.fixed):
            found[new[0]] = gone[0]
    return found


def _gaps(names: Sequence[str], stayed: set[str]) -> dict[tuple[str, str], list[str]]:
    """The names between each two that stayed."""
    gaps: dict[tuple[str, str], list[str]] = {}
    before, between = "", list[str]()
    for name in (*names, ""):
        if name in stayed or not name:
            gaps[before, name] = between
            before, between = name, []
        else:
            between.append(name)
    return gaps
