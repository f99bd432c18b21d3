"""candidates: everything in a document that may tell the stages of a map: tables, diagrams, lists, headings."""

from collections.abc import Iterator

from cjmgen.syntax.habits import matrix, mermaid
from cjmgen.syntax.habits.labels import bare, lane
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.candidate import ENOUGH, Candidate, Fill
from cjmgen.syntax.markdown.headed import headed
from cjmgen.syntax.markdown.listed import listed
from cjmgen.syntax.markdown.sections import Section

MOST_STAGES, MOST_CANDIDATES = 200, 200
"""Beyond these a document is a list of something else, and comparing everything with everything would take long."""


def candidates(root: Section, fill: Fill, own: bool) -> list[Candidate]:
    """Everything in a document that may be a map, in order. `own` says that headings in doubt are stages."""
    found: list[Candidate] = []
    for section in root.walk():
        found += _tables(section)
        found += _table_per_lane(section)
        found += _diagrams(section)
        found += listed(section, fill)
        if group := headed(section, fill, own):
            found.append(group)
    good = [candidate for candidate in found if candidate.score >= ENOUGH and len(candidate.drafts) <= MOST_STAGES]
    best = sorted(good, key=lambda candidate: -candidate.score)[:MOST_CANDIDATES]
    return [candidate for candidate in good if candidate in best]


_BESIDES = frozenset({"duration", "wait", "description", "notes", "owner"})
"""Lanes that any table may have."""


def _tables(section: Section) -> Iterator[Candidate]:
    for block in section.blocks:
        if block.kind == "table" and (found := matrix.read(block.rows)):
            yield _of_matrix(found, section, block)


def _table_per_lane(section: Section) -> Iterator[Candidate]:
    """Tables below headings that name lanes, with the same stages in the head of each."""
    parts = [(inner, block) for inner in section.sections for block in inner.blocks if block.kind == "table"]
    heads = {tuple(bare(cell).lower() for cell in block.rows[0]) for _, block in parts}
    if len(heads) != 1 or not any(lane(inner.heading.title) for inner, _ in parts):
        return
    head = (section.heading.said, *parts[0][1].rows[0])
    rows = [head, *((inner.heading.title, *row) for inner, block in parts for row in block.rows[1:])]
    found = matrix.read(rows)
    if found and len(found.stages) == len(head) - 1 <= 2 * sum(heading.is_named_stage for heading in found.headings):
        told = _of_matrix(found, section, parts[0][1])
        told.first, told.last = parts[0][0].line, parts[-1][1].end
        yield told


def _of_matrix(found: matrix.Matrix, section: Section, block: Block) -> Candidate:
    count = len(found.stages)
    named = sum(heading.is_named_stage or heading.numbered == "stage" for heading in found.headings) / count
    strong = len(found.lanes) >= 2 or (found.says_stage and len(found.lanes) == 1)
    score = (2.0 if strong else 0.5) + 0.7 * min(len(found.lanes), 6) + 1.5 * named + 0.2 * min(count, 6)
    score += 1.5 if found.says_stage else -1.0 if named < 0.5 else 0
    score -= 2.5 if section.heading.is_around else 0
    score -= 3 if count == 1 else 0
    score -= 2 if not found.says_stage and not found.lanes - _BESIDES else 0
    return Candidate("table", section, found.stages, found.headings, score, block.line, block.end, whole=found.is_whole)


def _diagrams(section: Section) -> Iterator[Candidate]:
    for block in section.blocks:
        if block.kind == "fence" and block.info.startswith("mermaid") and block.text is not None and mermaid.is_journey(block.text):
            found = mermaid.read(block.text)
            if found.stages:
                score = 4.5 + 0.2 * min(len(found.stages), 6)
                yield Candidate(
                    "mermaid", section, found.stages, found.headings, score, block.line, block.end, (),
                    found.title, found.actors, len(found.stages) > 1,
                )  # fmt: skip
