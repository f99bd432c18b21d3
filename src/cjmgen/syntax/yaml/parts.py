"""parts: what belongs together or apart, whatever YAML makes of it: items that a comma cut in two, items without their dash."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from cjmgen.syntax.slip import Edit, Slip
from cjmgen.syntax.yaml.flow import comment, line_end
from cjmgen.syntax.yaml.place import Node
from cjmgen.syntax.yaml.plain import OPENING
from cjmgen.syntax.yaml.quote import shortened

_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»", "(": ")"}

# How far the second half of a text, or a second field of an item, may be away: a hostile file must not take quadratic time.
_NEAR = 12
_LONGEST_ITEM = 400

_LINE = re.compile(r"( *)([^\s#][^\n]*)")
"""A line that says something, and begins with no tab."""


def texts(items: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """The items of a list in brackets; those that are one text, with commas between quotes or parentheses, together."""
    at = 0
    while at < len(items):
        closing = _left_open(items[at])
        end = at + 1
        if closing:
            near = range(at + 1, min(at + _NEAR, len(items)))
            end = next((n + 1 for n in near if _is_plain(items[n]) and any(sign in closing for sign in items[n].text)), end)
        yield items[at:end]
        at = end


def _is_plain(item: Node) -> bool:
    return item.kind == "scalar" and not item.style


def _left_open(item: Node) -> str:
    """The signs that would close what an unquoted item leaves open; "" for one that leaves nothing open."""
    if not _is_plain(item) or not OPENING.search(item.text):
        return ""
    waiting: list[str] = []
    for before, sign in pairwise(" " + item.text):
        if waiting and sign in waiting[-1]:
            waiting.pop()
        elif sign in _PAIRS and not before.isalnum() and before not in ":;":
            waiting.append(_PAIRS[sign])
    return waiting[-1] if waiting else ""


def begins_item(node: Node, at: int, seen: Mapping[str, Node]) -> bool:
    """Whether an item's first field stands there again, and others of its fields soon after it: a dash is missing."""
    name = node.pairs[at][0].text
    return at > 0 and name == node.pairs[0][0].text and any(key.text in seen and key.text != name for key, _ in node.pairs[at : at + _NEAR])


def dashless(text: str, at: int) -> Iterator[Slip]:
    """A list whose first item has no dash, which YAML only notices where the second one has it."""
    start = text.rfind("\n", 0, at) + 1
    item = _LINE.match(text, start)
    if item is None or not item[2].startswith("- "):
        return
    column, first = len(item[1]), None
    for _ in range(_LONGEST_ITEM):
        start = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = _LINE.match(text, start)
        if line and len(line[1]) <= column:
            break
        first = line or first
    else:
        return
    is_key = line[2][: comment(line[2], 0, len(line[2]))].rstrip().endswith(":")
    if first and is_key and len(first[1]) == column + 2 and not first[2].startswith("- "):
        words = shortened(first[2][: comment(first[2], 0, len(first[2]))])
        edit = Edit(first.start(2) - 2, first.start(2), "- ")
        yield Slip("bad-yaml", "this item of a list has no dash", first.start(2), first.start(2) + len(words), f"write `- {words}`", edit)


def missing_dash(text: str, key: Node, above: Node) -> Slip:
    """An item that goes on the one above, because its dash is missing; the edit writes it where there is room."""
    words = shortened(text[key.start : comment(text, key.start, line_end(text, key.start))])
    edit = Edit(key.start - 2, key.start, "- ") if text[key.start - 2 : key.start] == "  " else None
    related = ((above.start, above.end, "the item above begins here"),)
    hint = f"a new item begins here: write `- {words}`"
    return Slip("duplicate-key", f"'{key.text}' stands here a second time", key.start, key.end, hint, edit, related, (key.text,))
