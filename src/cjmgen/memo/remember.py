"""remember: an answer with the trace of what it was made from, as a text that can be kept."""

from collections.abc import Callable

from cjmgen.memo.store import Store
from cjmgen.memo.trace import Fact, Notes, Spy, Trace, World, packed, unpacked

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


def remembered(step: str, key: str, world: World, spy: Spy, store: Store, make: Callable[[], str]) -> str:
    """An answer about everything: the one that is kept, if it holds, else a new one.

    In the state of the world in which it was last found to hold, it is believed without comparing anything.
    """
    state, _, envelope = (store.get(step, key) or _END).partition(_END)
    if world.state and state == world.state:
        return envelope.partition(_END)[2]
    answer = holding(envelope, world)
    if answer is None:
        with spy.watching(wide=True) as notes:
            spy.note(("settings", ""))
            answer = make()
        envelope = enveloped(notes, world, answer)
        for id in world.looked_into(notes):
            store.put("reader", f"{id}{_END}{ANYBODY}", "")
    known = opened(envelope)
    store.put(step, key, (world.state if known and world.follows(known[0]) else "") + _END + envelope)
    return answer


ANYBODY = "*"
"""Stands for whoever reads what was made of something."""
