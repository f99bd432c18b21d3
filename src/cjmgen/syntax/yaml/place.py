"""place: a YAML text as a tree of nodes that know where they stand; only mistakes need it."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from cjmgen.problem import Keys
from cjmgen.syntax.yaml import events as event_kinds
from cjmgen.syntax.yaml.events import events
from cjmgen.value import dataclass


class Node(NamedTuple):
    """A value or a key with its extent: offsets into the text. A tuple, because a file may hold 200,000 of them."""

    kind: Literal["scalar", "list", "mapping", "alias"]
    start: int
    end: int
    text: str = ""
    style: str = ""
    """`"` `'` `|` `>` or nothing for a scalar, `{` for a list or mapping in brackets."""
    anchor: str = ""
    tag: str = ""
    items: tuple["Node", ...] = ()
    pairs: tuple[tuple["Node", "Node"], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The first document of a text, and where a second one begins."""

    root: Node | None
    second: int | None = None


@lru_cache(maxsize=4)
def outline(text: str) -> Outline:
    """The nodes of a text that is known to be readable."""
    get = events(text)
    get()
    root: Node | None = None
    while (event := get()).__class__ is not event_kinds.StreamEndEvent:
        if event.__class__ is event_kinds.DocumentStartEvent:
            if root is not None:
                return Outline(root, event.start_mark.index)
            root = _node(get(), get)
    return Outline(root)


def _node(event: Any, get: Callable[[], Any]) -> Node:
    start, end, anchor = event.start_mark.index, event.end_mark.index, event.anchor or ""
    if event.__class__ is event_kinds.ScalarEvent:
        return Node("scalar", start, end, event.value, event.style or "", anchor, event.tag or "")
    if event.__class__ is event_kinds.AliasEvent:
        return Node("alias", start, end, event.anchor)
    style = "{" if event.flow_style else ""
    if event.__class__ is event_kinds.SequenceStartEvent:
        items = []
        while (child := get()).__class__ is not event_kinds.SequenceEndEvent:
            items.append(_node(child, get))
        return Node("list", start, child.end_mark.index, "", style, anchor, event.tag or "", items=tuple(items))
    pairs = []
    while (child := get()).__class__ is not event_kinds.MappingEndEvent:
        key = _node(child, get)
        pairs.append((key, _node(get(), get)))
    return Node("mapping", start, child.end_mark.index, "", style, anchor, event.tag or "", pairs=tuple(pairs))


def extent(root: Node | None, keys: Keys) -> tuple[int, int]:
    """The offsets of a key or value; of the nearest parent where the path leads nowhere, at last of the file's first key."""
    at = (root.pairs[0][0].start, root.pairs[0][0].end) if root and root.pairs else (0, 0)
    node = root
    for number, step in enumerate(keys.path, 1):
        key, node = _child(node, step)
        if node is None:
            return at
        scalar = node.kind in ("scalar", "alias") and node.end > node.start
        wants_value = keys.part == "value" and number == len(keys.path)
        if key is None:
            at = (node.start, node.end) if scalar or not node.pairs else (node.pairs[0][0].start, node.pairs[0][0].end)
        else:
            at = (node.start, node.end) if scalar and (wants_value or node.kind == "alias") else (key.start, key.end)
    return at


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node | None]:
    """The key, where there is one, and the value a step leads to."""
    if node is None:
        return None, None
    if node.kind == "list":
        found = isinstance(step, int) and 0 <= step < len(node.items)
        return None, node.items[int(step)] if found else None
    return next(((key, value) for key, value in node.pairs if key.text == str(step)), (None, None))
