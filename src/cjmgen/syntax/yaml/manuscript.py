"""manuscript: a YAML text with all that a person put into it: comments, blank lines and brackets, in the order they stand in."""

from collections.abc import Iterator
from dataclasses import field
from typing import Literal, TypeAlias

from cjmgen.syntax.document import Plain
from cjmgen.value import dataclass


class Marker(str):
    """A line that git reads, and that stands at the margin whatever it is inside of."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value. `word` is what stands there for a number, a truth or nothing; a text has none."""

    value: bool | int | float | str | None
    word: str = ""
    style: str = field(default="", compare=False)
    """`"` `'` `|` `>` or nothing, as it was written."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A value that stands elsewhere, under its anchor."""

    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list, which has no key; with the comments that are its own."""

    value: "Node"
    key: str | None = None
    above: tuple[str, ...] = ()
    """Comments from `#` on, and an empty text for each blank line."""
    beside: str = ""
    verbatim: tuple[str, ...] = field(default=(), compare=False)
    """Its lines as they stand, without those above; empty where it has to be written anew."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of the same place, of which somebody has to choose."""

    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or a list. `below` are the comments behind its last entry, `flow` says that it stands in brackets."""

    kind: Literal["mapping", "list"]
    entries: tuple[Entry | Conflict, ...]
    below: tuple[str, ...] = ()
    flow: bool = field(default=False, compare=False)
    anchor: str = ""

    @property
    def sure(self) -> Iterator[Entry]:
        """The entries nobody has to choose."""
        return (entry for entry in self.entries if isinstance(entry, Entry))


Node: TypeAlias = Leaf | Alias | Group


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A whole text; `head` are the lines above its first key, which stay on top whatever becomes of the key."""

    root: Group
    head: tuple[str, ...] = ()


_WORDS: dict[object, str] = {None: "null", True: "true", False: "false"}


def word_of(value: Plain, written: str = "") -> str:
    """What stands in a file for a value that is no text; a number is left as it was written."""
    if isinstance(value, str):
        return ""
    return _WORDS[value] if value is None or isinstance(value, bool) else written or repr(value)


def plain(node: Node) -> Plain:
    """The data of a manuscript without conflicts and aliases."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Alias):
        return None
    if node.kind == "list":
        return [plain(entry.value) for entry in node.sure]
    return {entry.key or "": plain(entry.value) for entry in node.sure}


def has_anchors(node: Node) -> bool:
    """Whether something in it is said once and repeated by name, so that its order matters."""
    if isinstance(node, Alias) or node.anchor:
        return True
    return isinstance(node, Group) and any(has_anchors(entry.value) for entry in node.sure)
