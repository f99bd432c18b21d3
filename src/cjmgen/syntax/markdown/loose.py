"""loose: lists as people write them, put right where Markdown reads them otherwise: labels glued to an item, titles cut from lists."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.label import label_of


def loosened(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks as they were meant. A label right below a list, without an empty line, is no part of its last item."""
    found: list[Block] = []
    for block in blocks:
        if block.kind == "list":
            found += _cut(block)
        elif block.children:
            found.append(replace(block, children=loosened(block.children)))
        else:
            found.append(block)
    return _joined(found)


def _cut(block: Block) -> list[Block]:
    """A list cut wherever a line stands left of its items' text: that line and what follows it stand beside the list."""
    pieces: list[Block] = []
    items: list[Block] = []
    for item in block.children:
        children = loosened(item.children)
        column = _column(children[0]) if children else 0
        kept, out = _split(children, column) if column else (children, ())
        items.append(replace(item, children=kept, end=kept[-1].end if out and kept else item.end))
        if out:
            pieces += [_list(block, items, len(pieces)), *out]
            items = []
    return [*pieces, _list(block, items, len(pieces))] if items else pieces


def _list(block: Block, items: Sequence[Block], part: int) -> Block:
    level = 0 if block.level == 0 else block.level + block.children.index(next(i for i in block.children if i.line == items[0].line))
    return replace(block, line=items[0].line if part else block.line, end=items[-1].end, level=level, children=tuple(items))


def _column(block: Block) -> int:
    """The column of a paragraph's or a list's first words; 0 where it can't be told."""
    if block.kind == "text":
        return block.lines[0].span.column
    first = block.children[0] if block.children else None
    return _column(first) if first else 0


def _split(children: tuple[Block, ...], column: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What is an item's own, and what stands left of its text."""
    for at, child in enumerate(children):
        if child.kind != "text":
            continue
        if at and _column(child) < column and _is_label(child, 0):
            return children[:at], children[at:]
        for line in range(1, len(child.lines)):
            if child.lines[line].span.column < column and _is_label(child, line):
                first = child.lines[line].span.line
                own = replace(child, lines=child.lines[:line], end=first)
                return (*children[:at], own), (replace(child, line=first, lines=child.lines[line:]), *children[at + 1 :])
    return children, ()


def _is_label(block: Block, line: int) -> bool:
    words = block.lines[line]
    found = label_of(words) if words.lstrip("#>-*+ ").strip() and "**" in words else None
    return found is not None and found.sure


def _joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Numbered titles with a list under each, where the lists were meant to stand in them: `1) Arrive`, `- Sees a box`, `2) Save`."""
    found: list[Block] = []
    for at, block in enumerate(blocks):
        before = found[-1] if found else None
        if before is None or block.kind != "list" or before.kind != "list" or not before.level:
            found.append(block)
        elif not block.level and (_goes_on(before, _next_numbered(blocks, at)) or _went_on(before)):
            last = before.children[-1]
            grown = replace(last, end=block.end, children=(*last.children, block))
            found[-1] = replace(before, end=block.end, children=(*before.children[:-1], grown))
        elif block.level and _goes_on(before, block) and len(before.children[-1].children) > 1:
            found[-1] = replace(before, end=block.end, children=(*before.children, *block.children))
        else:
            found.append(block)
    return tuple(found)


def _next_numbered(blocks: Sequence[Block], at: int) -> Block | None:
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following if following and following.kind == "list" and following.level else None


def _goes_on(before: Block, after: Block | None) -> bool:
    """Whether a numbered list goes on with the next number, or by a slip with the same."""
    last = before.level - 1 + len(before.children) - 1
    return after is not None and after.level - 1 in (last, last + 1)


def _went_on(before: Block) -> bool:
    """Whether lists were put into the items of this one before."""
    return len(before.children) > 1 and len(before.children[-2].children) > 1
