"""sections: a document as its headings have it, each section with what stands right under its heading and the sections below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cjmgen.problem import Span
from cjmgen.syntax.habits.heading import Heading, heading_of
from cjmgen.syntax.habits.said import Said
from cjmgen.syntax.markdown.blocks import Block


@dataclass(slots=True, eq=False)
class Section:
    """A heading with everything up to the next one of its rank. The whole document is a section of level 0."""

    level: int
    heading: Heading
    line: int
    blocks: list[Block] = field(default_factory=list)
    sections: list["Section"] = field(default_factory=list)
    parent: "Section | None" = None
    end: int = 0

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def above(self) -> Iterator["Section"]:
        """This section and those it stands in, inside out."""
        here: Section | None = self
        while here:
            yield here
            here = here.parent


def outline(blocks: tuple[Block, ...], first_line: int, last_line: int) -> Section:
    """The section that is the whole document."""
    root = Section(0, heading_of(Said("", _start(first_line))), first_line, end=last_line)
    here = root
    for block in blocks:
        title, level = _title(block, here)
        if title is None:
            here.blocks.append(block)
            continue
        while here.level >= level:
            here.end = block.line
            here = _parent(here)
        made = Section(level, heading_of(title), block.line, parent=here, end=last_line)
        here.sections.append(made)
        here = made
        if block.kind == "text" and block.lines[1:]:
            made.blocks.append(Block("text", block.line + 1, block.end, lines=block.lines[1:]))
    return root


def _parent(section: Section) -> Section:
    assert section.parent is not None
    return section.parent


def _start(line: int) -> Span:
    return Span(line, 1)


_KEYCAP_LINE = re.compile(r"^(?:\d\ufe0f?\u20e3|[①-⑨])\s*[^\W\d_][^.!?:]{1,80}$")
_BOLD_LINE = re.compile(r"^\*\*(?P<words>[^*]+)\*\*:?\s*(?P<rest>\([^()]*\))?$|^__(?P<words2>[^_]+)__:?$")


def _title(block: Block, here: Section) -> tuple[Said | None, int]:
    """The words of a heading with its level; a bold line that names a stage by number, or a line
    with a number on a key, is one, below what it stands in."""
    if block.kind == "heading":
        return block.text, block.level
    if block.kind == "text" and _KEYCAP_LINE.match(block.lines[0]):
        return block.lines[0], 7
    if block.kind == "text" and (found := _BOLD_LINE.match(block.lines[0])):
        words = block.lines[0].but(f"{found['words'] or found['words2']} {found['rest'] or ''}".strip())
        heading = heading_of(words)
        if heading.numbered == "stage" or (heading.numbered == "number" and _tells_steps(here)):
            return words, 7
    return None, 0


_JOURNEY = re.compile(r"journey|\bcjm\b|\bпут[ьи]\b", re.IGNORECASE)


def _tells_steps(here: Section) -> bool:
    """Whether bold lines with a number can be the stages here: right under the heading of a journey, and in no other stage."""
    section = _parent(here) if here.level == 7 else here
    return bool(_JOURNEY.search(section.heading.said)) and section.heading.numbered != "stage"
