"""remember: an answer with the trace of what it was made from, as a text that can be kept."""

from cjmgen.memo.trace import Fact, Notes, Trace, World, packed, unpacked

_END = "\n"
"""Stands between a trace, which is one line, and the answer."""


def enveloped(notes: Notes, world: World, answer: str) -> str:
    """An answer together with its trace."""
    return packed(world.trace(notes)) + _END + answer


def opened(text: str) -> tuple[Trace, str] | None:
    """The trace and the answer in an envelope; None for a text that is none."""
    head, end, answer = text.partition(_END)
    trace = unpacked(head) if end else None
    return (trace, answer) if trace else None


def holding(text: str | None, world: World) -> str | None:
    """The answer in an envelope, if all it was made from is still the same."""
    found = opened(text) if text is not None else None
    return found[1] if found and world.changed(found[0]) is None else None


def why(text: str | None, world: World) -> Fact | None:
    """What has changed since the answer in an envelope was made; None if nothing has."""
    found = opened(text) if text is not None else None
    return world.changed(found[0]) if found else ("", "")
