"""listed: lists whose items are the stages of a map."""

import re
from collections.abc import Iterator, Sequence

from cjmgen.syntax.habits.draft import ACTIONS, Draft
from cjmgen.syntax.habits.heading import heading_of
from cjmgen.syntax.habits.items import items_of
from cjmgen.syntax.habits.said import Said
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.candidate import ENOUGH, Candidate, Fill
from cjmgen.syntax.markdown.label import label_of
from cjmgen.syntax.markdown.sections import Section


def listed(section: Section, fill: Fill) -> Iterator[Candidate]:
    """A list whose items are stages: a title each, and below it labels."""
    for block in section.blocks:
        if block.kind == "text" and len(block.lines) > 2 and not section.heading.is_around and (told := _lines(section, block)):
            yield told
        if block.kind == "list" and len(block.children) > 1:
            stages = [_of_item(item, section) for item in block.children]
            whole = [stage for stage in stages if stage]
            if block.level and not section.heading.is_around and (plain := _plain_list(section, block, fill)):
                yield plain
            if len(whole) == len(stages):
                drafts = tuple(fill(stage) for stage in whole)
                headings = tuple(stage.heading for stage in whole)
                lanes = sum(len(draft.known) for draft in drafts) / len(drafts)
                named = sum(heading.is_named_stage or heading.numbered == "stage" for heading in headings) / len(headings)
                if not block.level and section.heading.is_around:
                    continue
                if lanes >= 1 or (lanes > 0 and named > 0.5):
                    score = 1 + min(lanes, 4) + 1.5 * named + (1 if block.level else 0) - (2.5 if section.heading.is_around else 0)
                    yield Candidate("list", section, drafts, headings, score, block.line, block.end)


def _lines(section: Section, block: Block) -> Candidate | None:
    """A paragraph of lines that begin with stages' names: `Awareness: sees an ad`."""
    found = [_NAMED_ITEM.match(line) for line in block.lines]
    named = [(line, match) for line, match in zip(block.lines, found, strict=True) if match]
    headings = tuple(heading_of(line.but(match["name"].strip("*_ "))) for line, match in named)
    if len(named) < len(found) or sum(heading.is_named_stage for heading in headings) * 3 < len(headings) * 2:
        return None
    drafts = tuple(Draft(heading.title) for heading in headings)
    for draft, (line, match) in zip(drafts, named, strict=True):
        draft.add(ACTIONS, items_of(line.but(match["rest"]), "actions"))
    return Candidate("list", section, drafts, headings, ENOUGH + 1, block.line, block.end)


def _plain_list(section: Section, block: Block, fill: Fill) -> Candidate | None:
    """A numbered list whose items begin with stages' names: `1. Awareness: sees an ad`."""
    drafts, headings = [], []
    told = _is_told(section)
    for item in block.children:
        line = item.children[0].lines[0] if item.children and item.children[0].kind == "text" else None
        found = _found(item, line, told) if line is not None else None
        if line is None or found is None:
            return None
        name, said = found
        heading = heading_of(name)
        first = item.children[0]
        labels = first.lines[len(_own(first.lines)) :]
        rest = [Block("text", first.line, first.end, lines=labels)] if labels else []
        draft = fill(Section(section.level + 1, heading, item.line, [*rest, *item.children[1:]], [], section, item.end))
        draft.lanes["actions"] = [*(items_of(said, "actions") if said else []), *draft.lanes.get("actions", [])]
        headings.append(heading)
        drafts.append(draft)
    named = sum(heading.is_named_stage for heading in headings) / len(headings)
    if len(drafts) < 3 or (named < 0.5 and not told):
        return None
    return Candidate("list", section, tuple(drafts), tuple(headings), ENOUGH + named, block.line, block.end)


def _found(item: Block, line: Said, told: bool) -> tuple[Said, Said | None] | None:
    """The name an item begins with, and what it says: `Awareness: sees an ad`; where a journey is told, a bold or a short title will do."""
    whole = line.but(" ".join(_own(item.children[0].lines)))
    found = (_BOLD_ITEM.match(whole) if told else None) or _NAMED_ITEM.match(whole)
    if found and re.search(r"\w", found["rest"]):
        return line.but(found["name"].strip("*_ ")), whole.but(found["rest"])
    if told and len(item.children) > 1 and len(whole) <= 60 and not whole.rstrip("* ").endswith((".", ";")):
        return whole, None
    return None


def _own(lines: Sequence[Said]) -> Sequence[Said]:
    """The lines of an item up to the first that is a label."""
    return lines[: next((at for at, line in enumerate(lines) if at and label_of(line)), len(lines))]


def _is_told(section: Section) -> bool:
    """Whether a numbered list right below a heading is likely to be a journey, as the heading says that one is told."""
    top = next((above for above in section.above() if above.level == 1), section)
    if not re.search(r"journey|\bcjm\b|путь|пути", top.heading.words):
        return False
    return section is top or bool(_STORY.search(section.heading.words))


_STORY = re.compile(
    r"^(?:(?:the|our|customer|user|detailed|full|main|клиентский|пользовательский)\s+)*"
    r"(?:journey|narrative|flow|path|story|steps|stages|phases|walkthrough|путь|шаги|этапы|сценарий)\b|\bjourney$"
)
_BOLD_ITEM = re.compile(r"^\*\*(?P<name>[^*]{2,60}?)[.:]?\*\*\s*[.:—–-]?\s+(?P<rest>\S.*)$")
_NAMED_ITEM = re.compile(r"^(?P<name>(?:\*\*)?[^:*—–]{2,40}(?:\*\*)?)\s*(?:[:—–]|\s-\s)\s*(?P<rest>\S.*)$")


def _of_item(item: Block, parent: Section) -> Section | None:
    """A list item as a section: its bold or short first line is the heading, what is nested in it the content."""
    if not item.children or item.children[0].kind != "text" or len(item.children) + len(item.children[0].lines) < 3:
        return None
    first = item.children[0]
    title = first.lines[0]
    found = label_of(title)
    words = found.words if found else title
    if len(words) > 80 or (found is None and title.rstrip().endswith((".", ";"))):
        return None
    heading = heading_of(words)
    rest: list[Said] = [found.rest] if found and found.rest else []
    rest += first.lines[1:]
    blocks = [Block("text", first.line, first.end, lines=tuple(rest))] if rest else []
    return Section(parent.level + 1, heading, item.line, [*blocks, *item.children[1:]], [], parent, item.end)
