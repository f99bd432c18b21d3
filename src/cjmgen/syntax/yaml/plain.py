"""plain: events to plain data in one pass, within limits that hold for any stranger's file."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from cjmgen.syntax.document import Plain
from cjmgen.syntax.slip import Slip
from cjmgen.syntax.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    events,
)
from cjmgen.syntax.yaml.scalar import NOT_ALWAYS_TEXT, scalar
from cjmgen.value import dataclass

DEEPEST = 64
MOST_NODES = 200_000
MOST_COPIES = 1_000
"""The most nodes all aliases of a file together may stand for: enough to repeat an address, too few for a bomb."""

_NOTHING = re.compile(r"(?:\s|[#%][^\n]*+|---|\.\.\.)*+")
OPENING = re.compile(r"[\"“„«(]")
"""Signs that hold a text together, whatever commas are in it."""

_FIELD = re.compile(r"[a-z_][a-z0-9_-]*|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})+")


@lru_cache(maxsize=1024)
def is_field(key: str) -> bool:
    """Whether a key looks like a field's name, an id or a language, and not like the start of a sentence with a colon."""
    return _FIELD.fullmatch(key) is not None


def _is_odd(item: dict[str, Any]) -> bool:
    """Whether an item of one field may be a text that YAML took for one."""
    ((key, value),) = item.items()
    return value is None or not is_field(key)


@dataclass(frozen=True, slots=True)
class Draft:
    """The data of a text; doubtful when something in it needs a second, slower look; texts with a dash may be lists."""

    data: Plain
    doubtful: bool
    dashed: tuple[str, ...] = ()


class Refused(Exception):
    """The text goes past a limit: reading stops at once."""

    def __init__(self, code: str, message: str, mark: Any, hint: str) -> None:
        super().__init__(message)
        self.slip = Slip(code, message, mark.index, mark.index + 1, hint, fatal=True)


def build(text: str) -> Draft:
    """The plain data of a YAML text; an empty text is an empty mapping. Raises YAMLError and Refused."""
    get = events(text)
    reading = _Reading(get)
    data: Plain = {}
    seen = False
    while (event := get()).__class__ is not StreamEndEvent:
        if event.__class__ is DocumentStartEvent:
            if seen:
                return Draft(data, True)
            data = reading.value(get())
            seen = True
    if data is None and _NOTHING.fullmatch(text):
        data = {}
    return Draft(data, reading.doubtful, tuple(reading.dashed))


# Most of a project's time goes by here. Keys and values are told apart by where they stand and not by a state, a kind is
# compared by identity, and marks are left alone: only what makes a file doubtful is noticed, what and where it is the
# slow path finds out. So a file takes half the time of PyYAML's loader over the same libyaml.
class _Reading:
    """One text on its way to data."""

    def __init__(self, get: Callable[[], Any]) -> None:
        self.doubtful = False
        self.dashed: list[str] = []
        self._get = get
        self._depth = 0
        self._nodes = 0
        self._copies = 0
        self._anchors: dict[str, Any] = {}
        self._unfinished: list[str] = []

    def value(self, event: Any) -> Any:
        """The value that begins with an event."""
        kind = event.__class__
        if kind is not ScalarEvent:
            return self._copy(event) if kind is AliasEvent else self._collection(event)
        value = event.value
        if not event.style:
            if not value or value[0] in NOT_ALWAYS_TEXT:
                value = self._word(value)
            elif " - " in value:
                self.dashed.append(value)
        if event.anchor is not None or event.tag is not None:
            self.doubtful = True
            self._anchors[event.anchor] = value
        return value

    def _word(self, text: str) -> Any:
        value = scalar(text)
        if value is None:
            self.doubtful = True
        elif value.__class__ is str:
            if " - " in text:
                self.dashed.append(text)
            elif "," in text and len(text) < 20 and not text[0].isalpha():
                self.doubtful = True
        return value

    def _collection(self, start: Any) -> Any:
        """A list or mapping, within the limits."""
        if self._depth == DEEPEST:
            raise Refused("too-deep", f"this is nested more than {DEEPEST} levels deep", start.start_mark, "no map needs more than a dozen")
        self._depth += 1
        anchor = start.anchor
        if anchor is not None or start.tag is not None:
            self.doubtful = True
            self._unfinished.append(anchor)
        value = self._mapping() if start.__class__ is MappingStartEvent else self._list(start.flow_style)
        if anchor is not None or start.tag is not None:
            self._anchors[self._unfinished.pop()] = value
        self._depth -= 1
        return value

    def _count(self, nodes: int, end: Any) -> None:
        self._nodes += nodes
        if self._nodes > MOST_NODES:
            message = f"this file holds more than {MOST_NODES:,} values"
            raise Refused("too-many-nodes", message, end.start_mark, "split it into several files")

    def _mapping(self) -> dict[str, Any]:
        get, value_of = self._get, self.value
        mapping: dict[str, Any] = {}
        nodes = 0
        while (event := get()).__class__ is not MappingEndEvent:
            if event.__class__ is ScalarEvent:
                key = event.value
                if key in mapping or event.tag is not None:
                    self.doubtful = True
            else:
                key = str(value_of(event))
                self.doubtful = True
            mapping[key] = value_of(get())
            nodes += 2
        self._count(nodes, event)
        return mapping

    def _list(self, in_brackets: bool) -> list[Any]:
        get, value_of = self._get, self.value
        items: list[Any] = []
        while (event := get()).__class__ is not SequenceEndEvent:
            value = value_of(event)
            if value.__class__ is dict and len(value) == 1 and _is_odd(value):
                self.doubtful = True
            items.append(value)
        if in_brackets and len(items) > 1 and OPENING.search(",".join(item for item in items if item.__class__ is str)):
            self.doubtful = True
        self._count(len(items), event)
        return items

    def _copy(self, alias: Any) -> Any:
        """What an alias stands for, as a copy of its own."""
        self.doubtful = True
        if alias.anchor in self._unfinished:
            self._refuse(alias, f"'*{alias.anchor}' stands inside what it repeats")
        return self._copied(self._anchors.get(alias.anchor), alias)

    def _copied(self, value: Any, alias: Any) -> Any:
        self._copies += 1
        if self._copies > MOST_COPIES:
            self._refuse(alias, f"'*{alias.anchor}' repeats too much: all repetitions of a file together may hold {MOST_COPIES:,} values")
        if isinstance(value, dict):
            return {key: self._copied(item, alias) for key, item in value.items()}
        if isinstance(value, list):
            return [self._copied(item, alias) for item in value]
        return value

    def _refuse(self, alias: Any, message: str) -> None:
        raise Refused("anchor-not-allowed", message, alias.start_mark, "write the text out where it is needed")
