"""pen: a manuscript as text in our own hand: two spaces a step, quotes where prose needs them, long texts folded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cjmgen.syntax.yaml.manuscript import Alias, Conflict, Entry, Group, Leaf, Manuscript, Marker, Node
from cjmgen.syntax.yaml.plain import OPENING, is_field
from cjmgen.syntax.yaml.quote import double_quoted, needs_escape
from cjmgen.syntax.yaml.spell import is_plain, spelled, spelled_key, spelled_line

WIDTH = 120
"""Columns that a line may take where it can be broken."""

_IN_BRACKETS = re.compile(r"[,\[\]{}?:]")
"""Signs that mean something inside of brackets, to one reader of YAML or another."""

_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


@dataclass(frozen=True, slots=True)
class Marks:
    """How a conflict is marked: how many signs make a marker, and what the sides are called."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"

    def between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
        """The lines of both sides with the markers around them."""
        first = Marker(f"{'<' * self.size} {self.ours}".rstrip())
        last = Marker(f"{'>' * self.size} {self.theirs}".rstrip())
        return [first, *ours, Marker("=" * self.size), *theirs, last]


def pen(manuscript: Manuscript, marks: Marks | None = None) -> str:
    """The text of a manuscript."""
    lines = [*manuscript.head, *_Pen(marks or Marks()).group(manuscript.root, WIDTH)]
    return "\n".join(lines) + "\n"


class _Pen:
    """Writes; `room` is how many columns are left where something begins."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def group(self, node: Group, room: int) -> list[str]:
        """The lines of a list or mapping, without brackets."""
        lines = [line for each in node.entries for line in self._each(each, room)]
        return [*lines, *node.below]

    def _each(self, each: Entry | Conflict, room: int) -> list[str]:
        if isinstance(each, Entry):
            return self._entry(each, room)
        ours, theirs = ([line for entry in side for line in self._entry(entry, room)] for side in (each.ours, each.theirs))
        return self._marks.between(ours, theirs)

    def _entry(self, entry: Entry, room: int) -> list[str]:
        if entry.verbatim:
            return [*entry.above, *entry.verbatim]
        return [*entry.above, *(self._item(entry, room) if entry.key is None else self._pair(entry.key, entry, room))]

    def _pair(self, key: str, entry: Entry, room: int) -> list[str]:
        name = spelled_key(key)
        first, rest = self._value(entry.value, room, room - len(name) - 2)
        is_list = isinstance(entry.value, Group) and entry.value.kind == "list"
        return [_beside(f"{name}: {first}".rstrip(), entry.beside), *(rest if is_list else _further(rest))]

    def _item(self, entry: Entry, room: int) -> list[str]:
        value = entry.value
        first, rest = self._value(value, room - 2, room - 2)
        if first or not isinstance(value, Group):
            return [_beside(f"- {first}".rstrip(), entry.beside), *_further(rest)]
        lines = [entry.beside] if entry.beside else []
        return [*lines, *self._dashed(value, room - 2)]

    def _dashed(self, group: Group, room: int) -> list[str]:
        """A group as an item: the dash stands before its first line, in a conflict before the first line of both sides."""
        head, *others = group.entries
        rest = _further([*(line for each in others for line in self._each(each, room)), *group.below])
        if isinstance(head, Conflict):
            sides = (self._dashed(Group(group.kind, side), room) for side in (head.ours, head.theirs))
            return [*self._marks.between(*sides), *rest]
        if not others and head.key is not None and not is_field(head.key) and not head.verbatim:
            # Without quotes this would read as a sentence with a colon.
            quoted = self._pair(head.key, head, room)
            own = [double_quoted(head.key) + quoted[0].removeprefix(spelled_key(head.key)), *quoted[1:]]
        else:
            own = self._entry(Entry(head.value, head.key, (), head.beside, head.verbatim), room)
        return [*head.above, f"- {own[0]}", *_further(own[1:]), *rest]

    def _value(self, node: Node, room: int, here: int) -> tuple[str, list[str]]:
        """What stands on the line of a key or dash, where `here` columns are left, and the lines below it."""
        if isinstance(node, Leaf):
            first, rest = _said(node, room - 2, here)
            return _anchored(node.anchor, first), rest
        if isinstance(node, Alias):
            return f"*{node.name}", []
        flow = self._flow(node) if node.flow or not node.entries else None
        if flow is not None and (len(flow) <= here or not node.entries):
            return _anchored(node.anchor, flow), []
        return _anchored(node.anchor, ""), self.group(node, room - 2 * (node.kind == "mapping"))

    def _flow(self, node: Node) -> str | None:
        """A value on one line; None where comments or a choice need lines of their own."""
        if not isinstance(node, Group):
            return self._line(node)
        parts = []
        for entry in node.entries:
            if isinstance(entry, Conflict) or entry.beside or any(entry.above):
                return None
            value = self._flow(entry.value)
            if value is None:
                return None
            parts.append(value if entry.key is None else f"{spelled_key(entry.key)}: {value}")
        if any(node.below):
            return None
        words = ", ".join(parts)
        return _anchored(node.anchor, f"[{words}]" if node.kind == "list" else f"{{{words}}}")

    def _line(self, node: Leaf | Alias) -> str:
        if isinstance(node, Alias):
            return f"*{node.name}"
        if not isinstance(node.value, str):
            return _anchored(node.anchor, node.word)
        bare = is_plain(node.value) and not _IN_BRACKETS.search(node.value) and not OPENING.search(node.value)
        return _anchored(node.anchor, node.value if bare else double_quoted(node.value))


def _anchored(anchor: str, words: str) -> str:
    return f"&{anchor} {words}".rstrip() if anchor else words


def _beside(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _further(lines: Iterable[str]) -> list[str]:
    """Lines one step further in; markers stay at the margin."""
    return [line if not line or isinstance(line, Marker) else f"  {line}" for line in lines]


def _said(leaf: Leaf, room: int, here: int) -> tuple[str, list[str]]:
    """A single value: on its line, where `here` columns are left, else in lines of its own."""
    if not isinstance(leaf.value, str):
        return leaf.word, []
    if "\n" in leaf.value:
        folded = _folded(leaf.value, room) if leaf.style == ">" else None
        first, *rest = folded or spelled(leaf.value)
        return first, rest
    line = spelled_line(leaf.value)
    if len(line) <= here or needs_escape(leaf.value) or leaf.value != leaf.value.strip():
        return line, []
    lines = _wrapped(leaf.value, room)
    return (">-", lines) if len(lines) > 1 or len(lines[0]) <= room else (line, [])


def _folded(text: str, room: int) -> list[str] | None:
    """A text of several lines below a `>`, as its author had it; None where that would not say the same."""
    body = text.rstrip("\n")
    paragraphs = body.split("\n")
    if len(text) - len(body) > 1 or needs_escape(text.replace("\n", "")) or not paragraphs[0]:
        return None
    if any(line != line.strip() for line in paragraphs):
        return None
    lines = [line for paragraph in paragraphs for line in (*(_wrapped(paragraph, room) if paragraph else ()), "")]
    return [">" if text.endswith("\n") else ">-", *lines[:-1]]


def _wrapped(text: str, room: int) -> list[str]:
    """A text in lines that fit, broken between words and never where two spaces stand."""
    first, *words = _BREAK.split(text)
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
