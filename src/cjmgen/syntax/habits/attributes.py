"""attributes: the fields in braces at the end of an item or heading, `{#size-guide channel=online-shop emotion=-1.4}`."""

import re
from dataclasses import field

from cjmgen.syntax.document import Plain
from cjmgen.value import dataclass

LISTS = frozenset({"was", "who", "evidence", "emotion_evidence", "pains", "personas", "split", "series"})
"""Keys that hold lists: one value in braces is a list of one."""

_PART = re.compile(r'\s*(?:#(?P<id>[\w./-]+)|(?P<key>[A-Za-z_][\w.-]*)=(?:"(?P<quoted>(?:\\.|[^"\\])*)"|(?P<bare>[^\s"{}]+)))(?=\s|$)')
_MEANT = re.compile(r"^\s*(?:#[\w-]|[A-Za-z_][\w.-]*\s*=)")
_NUMBER = re.compile(r"^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$")
_BARE = re.compile(r'^[^\s"{},\\]+$')

LONGEST = 4_000
"""Braces further apart than this are prose."""


@dataclass(frozen=True, slots=True)
class Braced:
    """A text without its braces, and what they said. `wrong` is what stands where a field should."""

    text: str
    fields: dict[str, Plain] = field(default_factory=dict)
    wrong: str = ""
    column: int = 0
    """Where the braces begin, counted from 0."""


def split(text: str) -> Braced:
    """Take the braces off the end of a text. Braces that hold no field, as in `Hello {name}`, are text; so are `\\{…}`."""
    stripped = text.rstrip()
    if not stripped.endswith("}"):
        return Braced(text)
    start = _opening(stripped)
    if start < 0:
        start = stripped.rfind("{")
        inside = stripped[start + 1 : -1]
        meant = start >= 0 and stripped[start - 1 : start] != "\\" and '"' in inside and _MEANT.match(inside)
        return Braced(text, {}, inside, start) if meant else Braced(text)
    inside = stripped[start + 1 : -1]
    if start and stripped[start - 1] == "\\":
        return Braced(stripped[: start - 1] + stripped[start:]) if _MEANT.match(inside) else Braced(text)
    if not _MEANT.match(inside):
        return Braced(text)
    fields, wrong = _read(inside)
    return Braced(text, {}, wrong, start) if wrong else Braced(stripped[:start].rstrip(), fields, "", start)


def _opening(text: str) -> int:
    """The brace that the last character closes: quotes hide braces, so the scan goes from each candidate to the end."""
    at = len(text)
    for _ in range(8):
        at = text.rfind("{", max(0, len(text) - LONGEST), at)
        if at < 0:
            return -1
        if _closes(text, at):
            return at
    return -1


def _closes(text: str, at: int) -> bool:
    quoted = False
    skip = False
    for index in range(at + 1, len(text) - 1):
        letter = text[index]
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif letter == '"':
            quoted = not quoted
        elif not quoted and letter in "{}":
            return False
    return not quoted


def _read(inside: str) -> tuple[dict[str, Plain], str]:
    fields: dict[str, Plain] = {}
    at = 0
    while inside[at:].strip():
        found = _PART.match(inside, at)
        if not found:
            return {}, inside[at:].strip()
        name, value = ("id", found["id"]) if found["id"] else (found["key"], _value(found["key"], found["quoted"], found["bare"]))
        if not _put(fields, name.split("."), value):
            return {}, found[0].strip()
        at = found.end()
    return fields, ""


def _value(key: str, quoted: str | None, bare: str | None) -> Plain:
    if key in LISTS:
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else bare or ""
        return [_scalar(part.strip()) for part in text.split(",") if part.strip()]
    if quoted is not None:
        return re.sub(r"\\(.)", r"\1", quoted)
    assert bare is not None
    return [_scalar(part) for part in bare.split(",") if part] if "," in bare else _scalar(bare)


def _scalar(text: str) -> Plain:
    if text in ("true", "false"):
        return text == "true"
    if _NUMBER.match(text):
        return float(text) if "." in text else int(text)
    return text


def _put(fields: dict[str, Plain], path: list[str], value: Plain) -> bool:
    """Set a dotted key; False where it is there already, or a part of it is empty or no mapping."""
    here = fields
    for name in path[:-1]:
        inner = here.setdefault(name, {})
        if not name or not isinstance(inner, dict):
            return False
        here = inner
    if not path[-1] or path[-1] in here:
        return False
    here[path[-1]] = value
    return True


def write(fields: dict[str, Plain]) -> str | None:
    """Fields as braces, `{#id key=value}`; None when one of them can't stand there."""
    parts = []
    for key, value in _flat(fields):
        written = f"#{value}" if key == "id" and isinstance(value, str) and re.fullmatch(r"[\w./-]+", value) else _written(key, value)
        if written is None:
            return None
        parts.append(written)
    return "{" + " ".join(parts) + "}" if parts else ""


def _flat(fields: dict[str, Plain], prefix: str = "") -> list[tuple[str, Plain]]:
    flat: list[tuple[str, Plain]] = []
    for key, value in fields.items():
        flat += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) and value else [(prefix + key, value)]
    return flat


def _written(key: str, value: Plain) -> str | None:
    if not re.fullmatch(r"[A-Za-z_][\w.-]*", key):
        return None
    match value:
        case bool():
            return f"{key}={str(value).lower()}"
        case int() | float():
            return f"{key}={value}" if _NUMBER.match(str(value)) else None
        case str():
            bare = _BARE.match(value) and isinstance(_scalar(value), str)
            return f"{key}={value}" if bare else None if "\n" in value else f'{key}="{_escaped(value)}"'
        case list() if value and all(isinstance(part, str | int | float) for part in value):
            parts = [str(part).lower() if isinstance(part, bool) else str(part) for part in value]
            whole = len(parts) > 1 or key in LISTS
            return f"{key}={','.join(parts)}" if whole and all(_BARE.match(part) for part in parts) else None
        case _:
            return None


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
