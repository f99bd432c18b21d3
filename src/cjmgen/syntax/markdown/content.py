"""content: what stands under a stage's heading, put into lanes: labels, lists, tables, quotes, diagrams, prose."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cjmgen.problem import Problem
from cjmgen.syntax.habits import matrix, mermaid
from cjmgen.syntax.habits.draft import ACTIONS, DESCRIPTION, Draft
from cjmgen.syntax.habits.items import TEXTS, Entry, braced, items_of, tidy
from cjmgen.syntax.habits.labels import STAGE_WORDS, Lane, any_lane, bare, lane
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.label import Label, label_of, lead_in, several, unwrapped
from cjmgen.syntax.markdown.piece import children, item_label, joined_cells, sentences, span_of, words_of
from cjmgen.syntax.markdown.sections import Section

Fence = Callable[[Block], Node | None]
"""Reads a fenced YAML block: a mapping of a stage's fields, or None where it is something else."""

_STEP = re.compile(rf"^\W*(?:{STAGE_WORDS})\s*\d{{1,2}}\s*[:.)—–-]", re.IGNORECASE)


@dataclass(slots=True)
class Filler:
    """Fills a draft. `open` is the lane that what comes next belongs to, `held` whether prose does as well."""

    draft: Draft
    file: str
    problems: list[Problem]
    fence: Fence
    source: Sequence[str]
    known: frozenset[str] = frozenset()
    """Labels that several stages have, in lower case: those are labels even where no table knows them."""
    open: Lane | None = None
    held: bool = False
    label: Said | None = None
    direct: bool = True
    plain: bool = False
    """Whether plain words above a list opened the lane, so that the next such words open another."""
    answered: bool = False
    """Whether a list stood under the open label: prose after it is no part of it any more."""
    base: Lane | None = None
    """The lane that the heading above names: what is in no other lane belongs there."""
    unused: Said | None = None
    """The words of an unknown label that nothing was put under yet: they are text as long as they name nothing."""

    def section(self, section: Section) -> None:
        """Everything under a heading, the headings below it naming lanes."""
        self.blocks(section.blocks)
        self._close()
        for inner in section.sections:
            self._inner(inner)

    def _close(self) -> None:
        """Leave the open lane; the words of a label that named nothing go to the description."""
        if self.unused is not None:
            self.draft.add(DESCRIPTION, [self.unused])
        self.open, self.held, self.unused = None, False, None

    def _inner(self, section: Section) -> None:
        before, outer = self.direct, self.base
        self._close()
        opening, _, rest = section.heading.title.partition(":")
        found = lane(section.heading.title) or lane(opening) or lane(section.heading.said, loose=True)
        where = found or any_lane(section.heading.title)
        self.direct = before and found is not None
        self.base = where
        self._open(where, section.heading.title, held=True)
        if found and rest.strip():
            self._put(where, self._entries(section.heading.title.but(rest.strip()), where))
        self.blocks(section.blocks)
        self._close()
        for inner in section.sections:
            self._inner(inner)
        self.direct, self.base = before, outer

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Blocks in order."""
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            self._block(block, following)

    def _block(self, block: Block, following: Block | None) -> None:
        match block.kind:
            case "text":
                self._text(block, following)
            case "list":
                self._list(block)
            case "table":
                self._table(block)
            case "quote":
                self._quote(block)
            case "fence":
                self._fence(block)
            case "rule":
                self._close()
            case _:
                self._raw(block)

    def _open(self, found: Lane, words: Said, held: bool) -> None:
        self._close()
        self.unused = None if found.known else words
        self.open, self.held, self.label, self.answered, self.plain = found, held, words, False, False
        if found.known and self.direct:
            self.draft.direct.add(found.field)

    def _put(self, where: Lane, entries: Sequence[Entry]) -> None:
        if where is self.open and entries:
            self.unused = None
        self.draft.add(where, entries, self.label)

    # Paragraphs

    def _text(self, block: Block, following: Block | None) -> None:
        """Line by line: a label opens a lane, other lines go on with the text before them."""
        pending: list[Said] = []
        lines = unwrapped(block.lines)
        for at, whole in enumerate(lines):
            parts = several(whole)
            for line in parts:
                said = label_of(line)
                found = said or (self._lead_in(line, following) if whole is lines[-1] else None)
                if found and self._is_label(found, bool(lines[at + 1 :]) or following is not None):
                    self._flush(pending)
                    self._labelled(found)
                    self.plain = said is None
                else:
                    pending.append(line)
            if len(parts) > 1:
                self._close()
                self.open, self.held = self.base, self.base is not None
        self._flush(pending)

    def _lead_in(self, line: Said, following: Block | None) -> Label | None:
        """Plain words above a list are a label where no lane was just opened that they could lead on in."""
        leads_on = self.open is not None and self.held and not self.plain and not self.answered
        return lead_in(line) if following is not None and following.kind == "list" and not leads_on else None

    def _is_label(self, found: Label, more: bool) -> bool:
        return found.sure or lane(found.words) is not None or (not found.rest and more and len(bare(found.words).split()) <= 6)

    def _labelled(self, found: Label) -> None:
        where = any_lane(found.words, loose=found.sure)
        self._open(where, found.words, held=not found.rest)
        if found.rest:
            self._put(where, self._entries(found.rest, where))

    def _entries(self, text: Said, where: Lane) -> list[Entry]:
        if where.field in TEXTS:
            return [text]
        whole = braced(text, self.file, self.problems)
        return [whole] if isinstance(whole, Node) else [braced(item, self.file, self.problems) for item in items_of(text, where.field)]

    def _flush(self, pending: list[Said]) -> None:
        """Prose: the open lane's where a label stands alone above it, else the description."""
        if not pending:
            return
        text = Said("\n".join(pending), pending[0].span)
        where = self.open if self.open and self.held and not self.answered else None
        if sum(bool(_STEP.match(line)) for line in pending) > 1:
            steps = [line for line in pending if re.search(r"\w", line)]
            self._put(where if where and where.known and where.field not in TEXTS else ACTIONS, steps)
            self.unused = None if where is None or where.known else self.unused
        elif where is None or where.field in TEXTS:
            self._put(where or DESCRIPTION, [text])
        elif all(re.match(r"^[\"“«]", line) for line in pending):
            self._put(where, [entry for line in pending for entry in self._entries(line, where)])
        else:
            self._put(where, self._entries(pending[0].but(" ".join(pending)), where))
        pending.clear()

    # Lists

    def _list(self, block: Block) -> None:
        items = [item for item in block.children if item.kind == "item"]
        labels = [item_label(item) for item in items]
        if self._is_label_list(labels):
            self._labels(items, labels)
        else:
            told = self.open is not None and not self.held and self.open.field in TEXTS
            for item in items:
                self._item(item, ACTIONS if told or self.open is None else self.open)
            self.answered = self.open is not None and self.open is not self.base

    def _is_label_list(self, labels: list[Label | None]) -> bool:
        found = [label for label in labels if label]
        known = sum(lane(label.words, loose=label.sure) is not None for label in found)
        if self.open and self.held:
            return known > 1 and known == len(labels)
        shared = sum(bare(label.words).lower() in self.known for label in found if label.sure)
        every = len(found) == len(labels)
        if every and known and all(label.sure and label.rest for label in found):
            return True
        return (known > 0 and (known + shared) * 2 >= len(found)) or (shared > 0 and every)

    def _labels(self, items: list[Block], labels: list[Label | None]) -> None:
        for item, label in zip(items, labels, strict=True):
            if label is None or not (label.sure or lane(label.words)):
                self._item(item, self.open if self.held and self.open else ACTIONS)
                continue
            first, *below = item.children
            lines = unwrapped(first.lines, item=True)
            self._labelled(label if lines[0] is first.lines[0] else label_of(lines[0].but(tidy(lines[0]))) or label)
            rest = [part for line in lines[1:] for part in several(line)]
            if rest:
                self._text(Block("text", first.line, first.end, lines=tuple(rest)), below[0] if below else None)
            self.held = True
            self.blocks(below)
            self._close()

    def _item(self, item: Block, where: Lane) -> None:
        """One item: its words, then what is nested in it: children of its own, lanes, or more items."""
        words, below = words_of(item)
        if words is None:
            self._nested(below, where)
            return
        found = label_of(words)
        entry = braced(words.but(tidy(words)), self.file, self.problems)
        own, below = children(below, self.file, self.problems)
        if own:
            whole = entry if isinstance(entry, Node) else Node(words.span, {"title": entry})
            entry = whole.but({**whole, **own})
        if found and found.sure and not found.rest and lane(found.words) and below:
            self._labelled(found)
        else:
            self._put(where, [entry])
        self._nested(below, where)

    def _nested(self, blocks: Sequence[Block], where: Lane) -> None:
        before = self.open, self.held
        for block in blocks:
            if block.kind == "list":
                labels = [item_label(item) for item in block.children]
                if any(label and lane(label.words) for label in labels):
                    self.open, self.held = where, False
                    self._labels(list(block.children), labels)
                else:
                    for item in block.children:
                        self._item(item, where)
            elif block.kind == "text":
                self._put(where, [block.lines[0].but(" ".join(block.lines))])
            else:
                self.open, self.held = where, True
                self._block(block, None)
        self.open, self.held = before

    # The rest

    def _quote(self, block: Block) -> None:
        where = self.open if self.open and (self.held or not self.draft.lanes.get(self.open.field)) else Lane("quotes", "Quotes")
        for inner in block.children:
            if inner.kind == "text":
                self._put(where, [entry for line in sentences(inner.lines) for entry in self._entries(line, where)])
            else:
                self._block(inner, None)

    def _table(self, block: Block) -> None:
        for read in (matrix.label_table, matrix.step_table):
            if not (self.open and self.held and not self.open.known) and (cells := read(block.rows)):
                for where, label, cell in cells:
                    self._cell(where, label, cell)
                return
        if self.open and self.held and self.open.field not in TEXTS:
            self._put(self.open, [joined for row in block.rows[1:] if (joined := joined_cells(row, block.rows[0]))])
        else:
            self._raw(block)

    def _cell(self, where: Lane, label: Said, cell: Said) -> None:
        """One cell of a table. A name that stood in the row above as well is told once."""
        self.label = label
        if where.known and self.direct:
            self.draft.direct.add(where.field)
        told = self.draft.lanes.get(where.field, [])
        self._put(where, [entry for entry in self._entries(cell, where) if where.field == "emotion" or entry not in told])

    def _fence(self, block: Block) -> None:
        assert block.text is not None
        if block.info == "mermaid" and mermaid.is_journey(block.text):
            for stage in mermaid.read(block.text).stages:
                self._put(mermaid.TOUCHPOINTS, stage.lanes.get("touchpoints", []))
            self.draft.direct.add("touchpoints")
        elif (fields := self.fence(block)) is not None:
            self.draft.fields.update(fields)
            self.draft.at.update(fields.at)
        else:
            self._raw(block)

    def _raw(self, block: Block) -> None:
        """What is no item stays as it was written: in the lane's own prose, or in the description."""
        text = "\n".join(self.source[block.line - 1 : block.end - 1]).strip("\n")
        if text.strip():
            if self.unused is not None:
                self.draft.add(DESCRIPTION, [self.unused])
                self.unused = None
            self._put(DESCRIPTION, [Said(text, span_of(block))])
