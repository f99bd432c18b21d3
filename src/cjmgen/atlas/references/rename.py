"""rename: references to earlier ids, written again with the ids that took their place."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from cjmgen.model.item import Entity
from cjmgen.problem import KeyPath

E = TypeVar("E", bound=Entity)


def renamed(entity: E, renames: Mapping[KeyPath, tuple[str, str]]) -> E:
    """The entity with the ids at some paths replaced; `path → (old, new)`."""
    if not renames:
        return entity
    data = json.loads(entity.model_dump_json(exclude_unset=True, by_alias=True))
    for path, (old, new) in renames.items():
        _replace(data, path, old, new)
    return type(entity).model_validate_json(json.dumps(data))


def _replace(data: Any, path: KeyPath, old: str, new: str) -> None:
    for key in path[:-1]:
        data = data[key]
    if isinstance(data, dict) and data.get(path[-1]) != old and old in data:
        data[new] = data.pop(old)
    elif isinstance(data[path[-1]], str):
        data[path[-1]] = data[path[-1]].replace(old, new, 1)
