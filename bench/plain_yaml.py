"""plain_yaml: values as YAML, as people write it: scalars plain where that is safe, short lists in a line."""

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"^[A-Za-zА-Яа-яЁё][^:#\"'&*!|>%@`{}\[\],\n]*[^:#\"'&*!|>%@`{}\[\],\n ]$")
_MEANT_OTHERWISE = {"yes", "no", "on", "off", "true", "false", "null"}


def yaml(value: dict[str, Any]) -> str:
    """A mapping as a file."""
    return "\n".join(_mapping(value, "")) + "\n"


def _mapping(value: dict[str, Any], indent: str) -> Iterator[str]:
    for key, item in value.items():
        if isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{indent}{key}:"
            for one in item:
                first, *others = _mapping(one, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from others
        elif isinstance(item, dict):
            yield f"{indent}{key}:"
            yield from _mapping(item, f"{indent}  ")
        elif isinstance(item, str) and "\n" in item:
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line}" if line else "" for line in item.rstrip("\n").split("\n"))
        else:
            yield f"{indent}{key}: {_scalar(item)}"


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_scalar(item) for item in value)}]"
    if isinstance(value, str) and _PLAIN.match(value) and value.lower() not in _MEANT_OTHERWISE:
        return value
    return json.dumps(value, ensure_ascii=False)
