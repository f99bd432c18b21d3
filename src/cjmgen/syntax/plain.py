"""plain: events to plain data in one pass, within limits that hold for any stranger's file."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cjmgen.syntax import events as event_kinds
from cjmgen.syntax.document import Plain
from cjmgen.syntax.events import events
from cjmgen.syntax.scalar import NOT_ALWAYS_TEXT, scalar
from cjmgen.syntax.slip import Slip

DEEPEST = 64
MOST_NODES = 200_000
MOST_COPIES = 1_000
"""The most nodes all aliases of a file together may stand for: enough to repeat an address, too few for a bomb."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The data of a text; doubtful when something in it needs a second, slower look; texts with a dash may be lists."""

    data: Plain
    doubtful: bool
    dashed: tuple[str, ...] = ()


class Refused(Exception):
    """The text goes past a limit: reading stops at once."""

    def __init__(self, code: str, message: str, mark: Any, hint: str = "") -> None:
        super().__init__(message)
        self.slip = Slip(code, message, mark.index, mark.index + 1, hint, fatal=True)


# One loop without calls reads a file in two fifths of the time of PyYAML's loader over the same libyaml, and the whole
# project in proportion, so it is longer than a function should be. `into` is the list or dict being filled; `key` is
# None in a list, the key whose value comes next in a mapping, or WANTED where a key must come. The outermost list
# holds the document. Only what makes a file doubtful is noticed here; what and where it is, the slow path finds out.
def build(text: str) -> Draft:
    """The plain data of a YAML text; an empty text is an empty mapping. Raises YAMLError and Refused."""
    scalar_event, mapping_start, mapping_end = event_kinds.ScalarEvent, event_kinds.MappingStartEvent, event_kinds.MappingEndEvent
    sequence_start, sequence_end = event_kinds.SequenceStartEvent, event_kinds.SequenceEndEvent
    document: list[Any] = []
    into: Any = document
    key: Any = None
    stack: list[tuple[Any, Any]] = []
    anchors: dict[str, Any] = {}
    copies = _Copies()
    doubtful = False
    dashed: list[str] = []
    left = MOST_NODES
    get = events(text)
    get()
    while True:
        event = get()
        kind = event.__class__
        if kind is scalar_event:
            value = event.value
            if not event.style and key is not _WANTED:
                if not value or value[0] in NOT_ALWAYS_TEXT:
                    value = scalar(value)
                    if value is None or (value.__class__ is str and "," in value and not value[0].isalpha() and len(value) < 20):
                        doubtful = True
                if value.__class__ is str and " - " in value:
                    dashed.append(value)
            if event.anchor is not None or event.tag is not None:
                doubtful = True
                anchors[event.anchor] = value
        elif kind is mapping_end or kind is sequence_end:
            finished = into
            into, key = stack.pop()
            if key is None and kind is mapping_end and len(finished) == 1 and not is_field(next(iter(finished))):
                doubtful = True
            continue
        elif kind is mapping_start or kind is sequence_start:
            value = {} if kind is mapping_start else []
            if event.anchor is not None or event.tag is not None:
                doubtful = True
                anchors[event.anchor] = value
            if len(stack) >= DEEPEST:
                raise Refused(
                    "too-deep", f"this is nested more than {DEEPEST} levels deep", event.start_mark, "no map needs more than a dozen"
                )
        elif kind is event_kinds.AliasEvent:
            value = copies.of(anchors, event, [into, *(outer for outer, _ in stack)])
            doubtful = True
        elif kind is event_kinds.DocumentStartEvent:
            if document:
                return Draft(document[0], True)
            continue
        elif kind is event_kinds.StreamEndEvent:
            return Draft(document[0] if document and not _says_nothing(document[0], text) else {}, doubtful, tuple(dashed))
        else:
            continue
        left -= 1
        if left < 0:
            message = f"this file holds more than {MOST_NODES:,} values"
            raise Refused("too-many-nodes", message, event.start_mark, "split it into several files")
        if key is None:
            into.append(value)
        elif key is not _WANTED:
            into[key] = value
            key = _WANTED
        elif kind is not scalar_event:
            doubtful = True
        else:
            if value in into:
                doubtful = True
            key = value
        if kind is mapping_start:
            stack.append((into, key))
            into, key = value, _WANTED
        elif kind is sequence_start:
            stack.append((into, key))
            into, key = value, None


_WANTED = object()

_NOTHING = re.compile(r"(?:\s|[#%][^\n]*+|---|\.\.\.)*+")
_FIELD = re.compile(r"[a-z_][a-z0-9_-]*|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})+")


@lru_cache(maxsize=1024)
def is_field(key: str) -> bool:
    """Whether a key looks like a field's name, an id or a language, and not like the start of a sentence with a colon."""
    return _FIELD.fullmatch(key) is not None


def _says_nothing(data: Plain, text: str) -> bool:
    """Whether a document is empty and does not say `null` in so many words."""
    return data is None and _NOTHING.fullmatch(text) is not None


class _Copies:
    """What aliases stand for, each a copy of its own, up to the budget of a file."""

    def __init__(self) -> None:
        self._left = MOST_COPIES

    def of(self, anchors: dict[str, Any], event: Any, unfinished: list[Any]) -> Any:
        value = anchors.get(event.anchor)
        if any(value is outer for outer in unfinished):
            raise Refused(
                "anchor-not-allowed",
                f"'*{event.anchor}' stands inside what it repeats",
                event.start_mark,
                "write the text out where it is needed",
            )
        return self._copied(value, event)

    def _copied(self, value: Any, event: Any) -> Any:
        self._left -= 1
        if self._left < 0:
            message = f"'*{event.anchor}' repeats too much: all repetitions of a file together may hold {MOST_COPIES:,} values"
            raise Refused("anchor-not-allowed", message, event.start_mark, "write the text out where it is needed")
        if isinstance(value, dict):
            return {key: self._copied(item, event) for key, item in value.items()}
        if isinstance(value, list):
            return [self._copied(item, event) for item in value]
        return value
