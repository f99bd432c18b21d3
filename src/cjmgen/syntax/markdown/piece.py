"""piece: small pieces of a list, a quote or a table: an item's words, the children nested in it, a row as one line."""

import re
from collections.abc import Sequence

from cjmgen.problem import Problem, Span
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.items import braced, tidy
from cjmgen.syntax.habits.labels import bare
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.label import Label, label_of

CHILDREN = {"experiments": "title", "variants": "id", "next": "to", "frontstage": "title", "backstage": "title", "support": "title",
            "policies": "title", "physical_evidence": "title"}  # fmt: skip
"""Lists that an item may have below it, under their own name, and the field that the words of each entry are."""


def children(below: Sequence[Block], file: str, problems: list[Problem]) -> tuple[dict[str, Plain], list[Block]]:
    """What is nested under the name of a field of the item itself: `- experiments:` with a list below."""
    own: dict[str, Plain] = {}
    rest: list[Block] = []
    for block in below:
        left = []
        for item in block.children if block.kind == "list" else ():
            words, inner = words_of(item)
            name = bare(words).lower().replace(" ", "_") if words is not None and words.rstrip().endswith(":") else ""
            if name in CHILDREN and name not in own and len(inner) == 1 and inner[0].kind == "list":
                own[name] = [_child(child, CHILDREN[name], file, problems) for child in inner[0].children]
            else:
                left.append(item)
        if block.kind != "list":
            rest.append(block)
        elif left:
            rest.append(Block("list", block.line, block.end, level=block.level, children=tuple(left)))
    return own, rest


def _child(item: Block, key: str, file: str, problems: list[Problem]) -> Plain:
    words, below = words_of(item)
    entry = braced(words, file, problems) if words is not None else Node(span_of(item))
    own, _ = children(below, file, problems)
    if isinstance(entry, Node):
        fields = dict(entry)
        title = fields.pop("title", None)
        return entry.but({**({key: title} if title is not None else {}), **fields, **own})
    return Node(entry.span, {key: entry, **own}) if own or key == "id" else entry


def span_of(block: Block) -> Span:
    return Span(block.line, 1)


def words_of(item: Block) -> tuple[Said | None, list[Block]]:
    """The first paragraph of an item as one line, and the blocks below it."""
    if not item.children or item.children[0].kind != "text":
        return None, list(item.children)
    first = item.children[0]
    return first.lines[0].but(" ".join(first.lines)) if len(first.lines) > 1 else first.lines[0], list(item.children[1:])


def sentences(lines: Sequence[Said]) -> list[Said]:
    """Quoted lines that begin with a quotation mark stand for themselves; others go on with the line before."""
    told: list[Said] = []
    for line in lines:
        if told and not re.match(r"^[\"“«—–-]", line):
            told[-1] = Said(f"{told[-1]} {line}", told[-1].span)
        else:
            told.append(line)
    return told


def joined_cells(row: Sequence[Said], heads: Sequence[Said]) -> Said | None:
    cells = [cell for cell in row if cell.strip()]
    if not cells:
        return None
    named = [
        f"{bare(head)}: {cell}" if at and bare(head) else str(cell)
        for at, (head, cell) in enumerate(zip(heads, row, strict=False))
        if cell.strip()
    ]
    return Said("; ".join(named), cells[0].span)


def item_label(item: Block) -> Label | None:
    """The label an item begins with, where something follows it."""
    first = item.children[0] if item.children else None
    if not first or first.kind != "text":
        return None
    found = label_of(first.lines[0].but(tidy(first.lines[0])))
    more = len(item.children) > 1 or len(first.lines) > 1
    return found if found and (found.rest or more) else None
