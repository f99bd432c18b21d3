"""events: YAML as a lazy stream of events, from libyaml where there is one, else from PyYAML's own slow parser."""

from collections.abc import Callable
from typing import Any

from yaml import SafeLoader, YAMLError  # type: ignore[import-untyped]
from yaml.events import (  # type: ignore[import-untyped]
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from yaml.cyaml import CParser  # type: ignore[import-untyped]
except ImportError:
    CParser = None

HAS_LIBYAML = CParser is not None
"""Without it reading takes about ten times as long, which the caller says once (`no-libyaml`)."""

__all__ = [
    "HAS_LIBYAML",
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "events",
]


def events(text: str) -> Callable[[], Any]:
    """A function that gives the next event each time it is called. It raises YAMLError where the text is none."""
    # libyaml counts a line separator of Unicode as a line break, YAML 1.2 and every editor don't: to the parser it is a space.
    text = text.translate(_SEPARATORS) if "\u2028" in text or "\u2029" in text else text
    parser = SafeLoader(text) if CParser is None else CParser(text.encode())
    get: Callable[[], Any] = parser.get_event
    return get


_SEPARATORS = {0x2028: " ", 0x2029: " "}
