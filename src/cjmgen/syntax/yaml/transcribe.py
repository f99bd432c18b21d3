"""transcribe: a YAML text to a manuscript; what stands between the values is given to the values it belongs to."""

import re
from dataclasses import replace
from typing import NamedTuple

from cjmgen.syntax.yaml.flow import line_end
from cjmgen.syntax.yaml.manuscript import Alias, Entry, Group, Leaf, Manuscript, word_of
from cjmgen.syntax.yaml.manuscript import Node as Written
from cjmgen.syntax.yaml.place import Node, outline
from cjmgen.syntax.yaml.scalar import scalar

_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_BETWEEN = re.compile(r"( *)(#[^\n]*)?[ \t]*(?:\n|\Z)")
_BRACKET = re.compile(r"(?:&\S+\s+)?[\[{]")
_DASH = re.compile(r"\n( *)-(?=\s)")

_LONGEST_KEY = 500
"""Characters of a key that can stand before its colon."""

_OUTSIDE = -1
"""The column of what stands in nothing."""


class Illegible(Exception):
    """The text holds something that a manuscript can't: a key that is no word."""


class _Line(NamedTuple):
    """A comment or a blank line that belongs to nothing yet: its column, its text, and where it ends."""

    column: int
    text: str
    end: int


def transcribe(text: str) -> Manuscript | None:
    """The manuscript of a text that is known to be readable; None for one that holds neither list nor mapping. Raises Illegible."""
    root = outline(text).root
    return _Transcript(text).manuscript(root) if root is not None and (root.pairs or root.items) else None


class _Transcript:
    """A text on its way to a manuscript. All before `at` is taken, and the last of it that was given away ends at `given`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._given = 0
        self._waiting: list[_Line] = []

    def manuscript(self, root: Node) -> Manuscript:
        """The whole text."""
        if root.anchor:
            raise Illegible
        head = self._head(root.start if root.kind == "list" or root.style else _first(root))
        written = self._flow(root) if root.style else self._group(root, _OUTSIDE)
        self._fill()
        rest = [*(line.text for line in self._waiting), *self._comments(len(self._text))]
        return Manuscript(replace(written, below=_without_blank_ends((*written.below, *rest))), head)

    def _head(self, start: int) -> tuple[str, ...]:
        """The lines above everything; the sign of a document's start is one of them."""
        lines = [line.strip() for line in self._text[:start].split("\n")[:-1]]
        self._at = start - self._column(start)
        return tuple(line if line[:1] != "-" else "---" for line in lines)

    def _column(self, at: int) -> int:
        return at - self._text.rfind("\n", 0, at) - 1

    def _fill(self) -> None:
        """Let the lines wait that are blank or a comment and nothing else."""
        while self._at < len(self._text) and (found := _BETWEEN.match(self._text, self._at)):
            self._waiting.append(_Line(len(found[1]), (found[2] or "").rstrip(), found.end(2) if found[2] else found.end(1)))
            self._at = found.end()

    def _comments(self, stop: int) -> list[str]:
        """The comments from here on, among signs that are no values."""
        found = [match[0].rstrip() for match in _COMMENT.finditer(self._text, self._at, stop)]
        self._at = max(self._at, stop)
        return found

    def _rest(self) -> str:
        """The comment behind what was just taken, on the same line."""
        end = line_end(self._text, self._at)
        found = _COMMENT.search(self._text, self._at, end)
        self._at, self._given = min(end + 1, len(self._text)), end
        return found[0].rstrip() if found else ""

    def _below(self, column: int, around: int) -> tuple[str, ...]:
        """The comments behind a group's last entry that are as far in as its entries, and further than those around it."""
        self._fill()
        count = 0
        for number, line in enumerate(self._waiting, 1):
            if line.text and (line.column < column or line.column <= around):
                break
            count = number if line.text else count
        if count:
            self._given = self._waiting[count - 1].end
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        return tuple(line.text for line in taken)

    def _group(self, node: Node, around: int) -> Group:
        """A list or mapping outside of brackets."""
        if node.kind == "mapping":
            column = self._column(node.pairs[0][0].start)
            entries = tuple(self._entry(key, value, column) for key, value in node.pairs)
            return Group("mapping", entries, self._below(column, around), anchor=node.anchor)
        dash = _DASH.search(self._text, node.start) if node.anchor else None
        column = len(dash[1]) if dash else self._column(node.start)
        items = tuple(self._item(item, column) for item in node.items)
        return Group("list", items, self._below(column, around), anchor=node.anchor)

    def _above(self) -> list[str]:
        self._fill()
        lines, self._waiting = [line.text for line in self._waiting], []
        return lines

    def _entry(self, key: Node, value: Node, column: int) -> Entry:
        _must_be_word(key)
        if self._text[max(key.start - 2, 0) : key.start] == "? ":
            raise Illegible
        above = [*self._above(), *self._comments(key.start)]
        self._at = key.end
        if _is_block(value):
            beside = self._rest()
            group = self._group(value, column)
            return Entry(group, key.text, tuple(above), beside, self._verbatim(key.start))
        beside, lines = self._gap(value.start)
        single, behind = self._single(value)
        if beside and behind:
            lines.append(beside)
        return Entry(single, key.text, (*above, *lines), behind or beside, self._verbatim(key.start))

    def _item(self, value: Node, column: int) -> Entry:
        above = self._above()
        start = _first(value)
        between = self._text[self._at : start]
        dash = self._at + len(between) - len(between.lstrip())
        self._at = dash + 1
        inner = list(_COMMENT.finditer(self._text, self._at, start))
        above += [match[0].rstrip() for match in inner]
        self._at = inner[-1].end() if inner else self._at
        if _is_block(value):
            return Entry(self._group(value, column), None, tuple(above), "", self._verbatim(dash))
        single, beside = self._single(value)
        return Entry(single, None, tuple(above), beside, self._verbatim(dash))

    def _verbatim(self, start: int) -> tuple[str, ...]:
        """The lines of an entry as they stand, none further in than the first needs."""
        margin = " " * self._column(start)
        first, *rest = self._text[start : self._given].split("\n")
        return (first.rstrip(), *(_dedented(line.rstrip(), margin) for line in rest))

    def _gap(self, stop: int) -> tuple[str, list[str]]:
        """The comment on the line where something ended, and those on the lines below it."""
        end = self._text.find("\n", self._at, stop)
        beside = self._comments(stop if end < 0 else end)
        return "".join(beside), self._comments(stop)

    def _single(self, node: Node) -> tuple[Written, str]:
        """A value that is no group of lines, and the comment beside it."""
        if node.kind == "alias":
            value: Written = Alias(node.text)
            self._at = node.end
        elif node.kind == "scalar":
            value = _leaf(node)
            self._at = max(self._at, node.end)
        else:
            value = self._flow(node)
        if node.style in ("|", ">"):
            return value, self._below_sign(node)
        return value, self._rest()

    def _below_sign(self, node: Node) -> str:
        """Step over a text below its sign, but not over blank lines that are none of it; the comment beside the sign."""
        sign_end = line_end(self._text, node.start)
        found = _COMMENT.search(self._text, node.start, sign_end)
        sign = self._text[node.start : found.start() if found else sign_end]
        said = self._text[node.start : node.end]
        self._at = node.end - said.endswith("\n") if "+" in sign else node.start + len(said.rstrip())
        self._rest()
        return found[0].rstrip() if found else ""

    def _flow(self, node: Node) -> Group:
        """A list or mapping in brackets; a pair in a list needs none."""
        opening = _BRACKET.match(self._text, node.start)
        self._at = opening.end() if opening else node.start
        entries: list[Entry] = []
        pairs: tuple[tuple[Node | None, Node], ...] = node.pairs or tuple((None, item) for item in node.items)
        for key, value in pairs:
            beside, above = self._gap((value if key is None else key).start)
            if key is not None:
                _must_be_word(key)
                self._at = max(self._at, key.end)
                above += self._comments(value.start)
            self._put_beside(entries, beside, above)
            entries.append(Entry(self._in_brackets(value), key.text if key else None, tuple(above)))
        below: list[str] = []
        if opening:
            beside, below = self._gap(node.end - 1)
            self._put_beside(entries, beside, below)
            self._at = node.end
        return Group("list" if node.kind == "list" else "mapping", tuple(entries), tuple(below), True, node.anchor)

    def _put_beside(self, entries: list[Entry], beside: str, lines: list[str]) -> None:
        """Give a comment to the entry it stands behind; there may be none yet."""
        if beside and entries:
            entries[-1] = replace(entries[-1], beside=beside)
        elif beside:
            lines.insert(0, beside)

    def _in_brackets(self, node: Node) -> Written:
        if node.kind in ("list", "mapping"):
            return self._flow(node)
        self._at = max(self._at, node.end)
        return Alias(node.text) if node.kind == "alias" else _leaf(node)


def _must_be_word(key: Node) -> None:
    if key.kind != "scalar" or key.anchor or len(key.text) > _LONGEST_KEY:
        raise Illegible


def _is_block(node: Node) -> bool:
    return bool(node.pairs or node.items) and not node.style


def _first(node: Node) -> int:
    """Where the first key or value of a node begins."""
    if _is_block(node):
        return node.pairs[0][0].start if node.pairs else _first(node.items[0])
    return node.start


def _leaf(node: Node) -> Leaf:
    value = node.text if node.style or node.tag else scalar(node.text)
    return Leaf(value, word_of(value, node.text), node.style, node.anchor)


def _dedented(line: str, margin: str) -> str:
    return line.removeprefix(margin) if line.startswith(margin) else line.lstrip(" ")


def _without_blank_ends(lines: tuple[str, ...]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines
