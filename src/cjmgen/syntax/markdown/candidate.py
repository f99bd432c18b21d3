"""candidate: places in a document that may tell the stages of a map, each with how much speaks for it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cjmgen.syntax import matrix, mermaid
from cjmgen.syntax.draft import Draft
from cjmgen.syntax.heading import Heading, heading_of
from cjmgen.syntax.items import items_of, text_of
from cjmgen.syntax.labels import bare
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.label import label_of
from cjmgen.syntax.markdown.sections import Section
from cjmgen.syntax.said import Said

Kind = Literal["headings", "list", "table", "mermaid"]

ENOUGH = 2.5
"""What a candidate must score to be a map at all."""

MOST_STAGES, MOST_CANDIDATES = 200, 200
"""Beyond these a document is a list of something else, and comparing everything with everything would take long."""

Fill = Callable[[Section], Draft]


@dataclass(slots=True, eq=False)
class Candidate:
    """Stages that are told together. `within` is the section they stand in, `first` and `last` their lines."""

    kind: Kind
    within: Section
    drafts: tuple[Draft, ...]
    headings: tuple[Heading, ...]
    score: float
    first: int
    last: int
    members: tuple[Section, ...] = ()
    title: Said | None = None
    actors: dict[str, Said] = field(default_factory=dict)

    @property
    def lanes(self) -> frozenset[str]:
        """The known lanes that are told."""
        return frozenset(name for draft in self.drafts for name in draft.known)

    @property
    def names(self) -> tuple[str, ...]:
        """The stages' titles, for comparing."""
        return tuple(bare(draft.title).lower() for draft in self.drafts)

    @property
    def richness(self) -> float:
        """How much it tells, in characters; headings are where people put what they care for."""
        said = sum(len(text_of(entry)) for draft in self.drafts for entries in draft.lanes.values() for entry in entries)
        return said * (1.5 if self.kind == "headings" else 1.0)


def candidates(root: Section, fill: Fill, own: bool) -> list[Candidate]:
    """Everything in a document that may be a map, in order. `own` says that headings in doubt are stages."""
    found: list[Candidate] = []
    for section in root.walk():
        found += _tables(section)
        found += _diagrams(section)
        found += _lists(section, fill)
        if group := _headings(section, fill, own):
            found.append(group)
    good = [candidate for candidate in found if candidate.score >= ENOUGH and len(candidate.drafts) <= MOST_STAGES]
    best = sorted(good, key=lambda candidate: -candidate.score)[:MOST_CANDIDATES]
    return [candidate for candidate in good if candidate in best]


# Headings

FRAME = re.compile(r"stages?\b|phases?\b|journey|путь|этап|фаз|cjm|steps\b|шаги", re.IGNORECASE)


def _headings(parent: Section, fill: Fill, own: bool) -> Candidate | None:
    """The sections below one that look like stages, when enough of them do."""
    pool = [section for section in parent.sections if not section.heading.is_journey or section.heading.fields]
    if not pool:
        return None
    drafts = {section: fill(section) for section in pool}
    scores = {section: _likeness(section, drafts[section]) for section in pool}
    members = _members(pool, scores, drafts, own)
    ours = own and bool(members) and members[0].level == 2  # in our own form a heading of the second level is a stage
    if not members or (len(members) == 1 and not (ours or (_is_sure(members[0]) and scores[members[0]] >= 4))):
        return None
    sure = sum(bool(drafts[section].known) or _is_sure(section) for section in members)
    named = sum(section.heading.is_named_stage for section in members)
    framed = bool(FRAME.search(parent.heading.said)) and all(section.heading.numbered for section in members)
    if sure * 2 < len(members) and named * 2 < len(members) and not framed and not ours:
        return None
    score = sum(max(scores[section], 0.5) for section in members) / len(members) + 0.3 * min(len(members), 6)
    score -= 3.5 if any(above.heading.is_around for above in parent.above()) else 0
    score += 2 if ours else 0
    return Candidate(
        "headings", parent, tuple(drafts[section] for section in members), tuple(section.heading for section in members),
        score, members[0].line, members[-1].end, tuple(members),
    )  # fmt: skip


def _is_sure(section: Section) -> bool:
    return section.heading.numbered == "stage" or "id" in section.heading.fields


def _likeness(section: Section, draft: Draft) -> float:
    """How much a section looks like a stage."""
    heading = section.heading
    score = {"stage": 3.0, "number": 1.5, "": 0.0}[heading.numbered]
    score += 4 if "id" in heading.fields else 1 if heading.fields else 0
    score += 1.5 if heading.is_named_stage else 0
    score += min(len(draft.known), 4)
    if heading.is_lane and "id" not in heading.fields:
        score -= 4
    if heading.is_around and "id" not in heading.fields:
        score -= 4
    if heading.is_persona:
        score -= 4
    return score


def _members(pool: list[Section], scores: dict[Section, float], drafts: dict[Section, Draft], own: bool) -> list[Section]:
    """Which of some sisters are the stages: those numbered as stages, else those with a number, else those that look it."""
    if own:
        stages = [section for section in pool if scores[section] > -2.5 or "id" in section.heading.fields]
        return stages if pool[0].level == 2 or any(scores[section] >= 1 for section in stages) else []
    said = [section for section in pool if section.heading.numbered == "stage"]
    if len(said) > 1 or (said and scores[said[0]] >= 4):
        level = min(section.level for section in said)
        return [section for section in said if section.level == level]
    numbered = [section for section in pool if section.heading.numbered == "number"]
    if len(numbered) > 1 and sum(scores[section] >= 2 for section in numbered) * 2 >= len(numbered):
        count = {section.heading.number for section in numbered}
        return [section for section in numbered if not section.heading.is_around and (scores[section] >= 1 or _is_counted(section, count))]
    likely = [section for section in pool if scores[section] >= 1.5]
    if likely and all("id" in section.heading.fields for section in likely):
        return likely
    plausible = [section for section in pool if scores[section] >= 1 and drafts[section].known and not section.heading.is_around]
    return [section for section in pool if section in likely or (section in plausible and len(likely) * 2 >= len(plausible))]


def _is_counted(section: Section, count: set[float | None]) -> bool:
    """Whether a number stands in the row of its sisters' numbers, so that a lane's name may be a stage's."""
    number = section.heading.number
    return not section.heading.is_persona and number is not None and (number - 1 in count or number + 1 in count)


# Tables and diagrams


def _tables(section: Section) -> Iterator[Candidate]:
    for block in section.blocks:
        if block.kind == "table" and (found := matrix.read(block.rows)):
            yield _of_matrix(found, section, block)


def _of_matrix(found: matrix.Matrix, section: Section, block: Block) -> Candidate:
    count = len(found.stages)
    named = sum(heading.is_named_stage or heading.numbered == "stage" for heading in found.headings) / count
    strong = len(found.lanes) >= 2 or (found.says_stage and len(found.lanes) == 1)
    score = (2.0 if strong else 0.5) + 0.7 * min(len(found.lanes), 6) + 1.5 * named + 0.2 * min(count, 6)
    score += 1.5 if found.says_stage else -1.0 if named < 0.5 else 0
    score -= 2.5 if section.heading.is_around else 0
    score -= 3 if count == 1 else 0
    return Candidate("table", section, found.stages, found.headings, score, block.line, block.end)


def _diagrams(section: Section) -> Iterator[Candidate]:
    for block in section.blocks:
        if block.kind == "fence" and block.info.startswith("mermaid") and block.text is not None and mermaid.is_journey(block.text):
            found = mermaid.read(block.text)
            if found.stages:
                score = 4.5 + 0.2 * min(len(found.stages), 6)
                yield Candidate(
                    "mermaid", section, found.stages, found.headings, score, block.line, block.end, (), found.title, found.actors
                )


# Lists


def _lists(section: Section, fill: Fill) -> Iterator[Candidate]:
    """A list whose items are stages: a title each, and below it labels."""
    for block in section.blocks:
        if block.kind == "list" and len(block.children) > 1:
            stages = [_of_item(item, section) for item in block.children]
            whole = [stage for stage in stages if stage]
            if block.level and not whole and not section.heading.is_around and (plain := _plain_list(section, block, fill)):
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


def _plain_list(section: Section, block: Block, fill: Fill) -> Candidate | None:
    """A numbered list whose items begin with stages' names: `1. Awareness: sees an ad`."""
    drafts, headings = [], []
    for item in block.children:
        line = item.children[0].lines[0] if item.children and item.children[0].kind == "text" else None
        found = _NAMED_ITEM.match(line) if line is not None else None
        if line is None or not found:
            return None
        heading = heading_of(line.but(found["name"].strip("*_ ")))
        first = item.children[0]
        rest = [Block("text", first.line, first.end, lines=first.lines[1:])] if first.lines[1:] else []
        draft = fill(Section(section.level + 1, heading, item.line, [*rest, *item.children[1:]], [], section, item.end))
        draft.lanes["actions"] = [*items_of(line.but(found["rest"]), "actions"), *draft.lanes.get("actions", [])]
        headings.append(heading)
        drafts.append(draft)
    named = sum(heading.is_named_stage for heading in headings) / len(headings)
    if len(drafts) < 3 or named < 0.5:
        return None
    return Candidate("list", section, tuple(drafts), tuple(headings), ENOUGH + named, block.line, block.end)


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


def overlap(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Which stages of two tellings are the same, by position: equal words, else one title within the other."""
    pairs: list[tuple[int, int]] = []
    free = list(range(len(other)))
    for same in (_equal, _alike):
        taken = {at for at, _ in pairs}
        for at, name in enumerate(one):
            if at not in taken and (match := next((there for there in free if same(name, other[there])), None)) is not None:
                pairs.append((at, match))
                free.remove(match)
    return sorted(pairs)


def _equal(one: str, other: str) -> bool:
    return one == other


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(re.findall(r"\w{3,}", one)), set(re.findall(r"\w{3,}", other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) * 2 > min(len(mine), len(theirs)))
