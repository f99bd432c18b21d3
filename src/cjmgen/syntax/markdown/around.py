"""around: what a document says besides its stages: who it is about, what it is about, and everything that goes to the notes."""

import re
from collections.abc import Sequence

from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.items import tidy
from cjmgen.syntax.habits.labels import bare, journey_field, lane
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.markdown.candidate import FRAME, Candidate
from cjmgen.syntax.markdown.label import Label, label_of, several
from cjmgen.syntax.markdown.plan import Map, plain_title
from cjmgen.syntax.markdown.sections import Section

LONGEST_NOTES = 20_000
"""Characters that notes may have; what is left over is kept beside them under `x-notes`."""

Lines = tuple[int, int]

_PERSONA = re.compile(r"^(?:user |primary )?(?:persona|персона)\s*(?:№?\s*\d+)?\s*[:—–-]+\s*(?P<name>\S.*)$", re.IGNORECASE)


class Surroundings:
    """Everything of a journey's part of a document that is no stage, put where the journey has room for it."""

    def __init__(
        self, file: str, source: Sequence[str], problems: list[Problem], journey: Node, one: Map | None, others: list[Map]
    ) -> None:
        self.file, self.source, self.problems, self.journey = file, source, problems, journey
        parts = one.parts if one else []
        self.taken = [lines for part in parts for lines in _lines(part)]
        for other in others:
            apart = other.scope.level and not (one and other.scope in one.scope.above())
            self.taken += [(other.scope.line, other.scope.end)] if apart else [lines for part in other.parts for lines in _lines(part)]
        self.several = bool(others)
        self.start = min((part.first for part in parts), default=10**9)
        self.notes: list[Said] = [
            part.title for part in (*parts, *(one.again if one else ())) if part.title and part.title != journey.get("title")
        ]

    def place(self, scope: Section) -> None:
        """Put what stands in a section where it belongs."""
        for section in scope.walk():
            if section is scope or not self._is_taken(section.line):
                self._section(section, section is scope)
        if self.notes:
            self._keep()

    def _is_taken(self, line: int) -> bool:
        return any(low <= line < high for low, high in self.taken)

    def _section(self, section: Section, is_scope: bool) -> None:
        left: list[Said] = []
        before: Block | None = None
        self._persona(section)
        for block in section.blocks:
            if block.kind != "rule" and not self._is_taken(block.line):
                if not (block.line < self.start and self._field(block, before, is_scope or section.level <= 1)):
                    raw = "\n".join(self.source[block.line - 1 : block.end - 1]).strip("\n")
                    left += [Said(raw, Span(block.line, 1))] if raw.strip() else []
                before = block
        if self._is_told(section, bool(left)):
            left.insert(0, Said(f"{'#' * min(section.level, 6)} {section.heading.said}", section.heading.said.span))
        self.notes += left

    def _is_told(self, section: Section, has_text: bool) -> bool:
        """Whether a heading goes to the notes: not where it is the journey's title, nor where it only says that stages follow."""
        said = section.heading.said
        if not said or plain_title(section.heading.title) == self.journey.get("title") or str(said) == self.journey.get("title"):
            return False
        if section.heading.is_persona and not has_text and _PERSONA.match(bare(said)):
            return False
        if section.level == 1 and self.several:
            return True
        frames = not has_text and any(section.line <= low and high <= section.end for low, high in self.taken)
        return not (frames and (FRAME.search(said) or section.heading.is_around))

    def _persona(self, section: Section) -> None:
        if section.heading.is_persona and (found := _PERSONA.match(re.sub(r"^\W+", "", section.heading.said))):
            self._named(section.heading.said.but(found["name"]))

    def _named(self, name: Said) -> None:
        names = self.journey.setdefault("x-personas", [])
        if isinstance(names, list) and name not in names:
            names.append(name)

    def _field(self, block: Block, before: Block | None, may_sum_up: bool) -> bool:
        """Give a block above the stages its field: a persona, a scenario, the summary. False where it is for the notes."""
        lines = _told(block)
        found = [(key, line) for line in lines if (key := self._key(line))]
        for key, line in found:
            words = _words(line)
            if key == "personas":
                self._named(words)
            else:
                self.journey[key] = [words] if key == "expectations" else words
        if found and block.kind != "quote" and len(found) == len(lines) and all(key != "personas" for key, _ in found):
            return True
        if [str(line).rstrip(":").strip() for line in lines] == [self.journey.get("title")]:
            return True
        named = before is not None and before.kind == "text" and (label := label_of(before.lines[-1])) is not None and not label.rest
        if block.kind != "text" or found or named or not may_sum_up or "summary" in self.journey or any(label_of(line) for line in lines):
            return False
        self.journey["summary"] = Said("\n".join(block.lines), block.lines[0].span)
        return True

    def _key(self, line: Said) -> str | None:
        label = _label(line)
        if label is None or not label.rest:
            return None
        key = journey_field(label.words)
        return key if key and (key == "personas" or key not in self.journey) else None

    def _keep(self) -> None:
        """Keep texts in the notes, as many as these may have, and say so."""
        given = self.journey.get("notes")
        inside = [given] if isinstance(given, str) else []
        room = LONGEST_NOTES - sum(len(text) + 2 for text in inside)
        over: list[Plain] = []
        for note in self.notes:
            if len(note) + 2 <= room and not over and not isinstance(given, dict):
                inside.append(note)
                room -= len(note) + 2
            else:
                over.append(note)
        if inside and not isinstance(given, dict):
            self.journey["notes"] = Said("\n\n".join(inside), self.notes[0].span)
        if over:
            self.journey["x-notes"] = over
        if heading := next((note for note in self.notes if note.startswith("#")), None):
            place = Place(self.file, heading.span)
            self.problems.append(problem("unplaced-text", "what stands here belongs to no stage: kept in the notes", place))


def _lines(part: Candidate) -> list[Lines]:
    return [(member.line, member.end) for member in part.members] or [(part.first, part.last)]


def _words(line: Said) -> Said:
    label = _label(line)
    return label.rest if label else line


def _told(block: Block) -> list[Said]:
    """The lines of a block that may be a label with its text."""
    if block.kind == "quote":
        return [line for inner in block.children for line in _told(inner)]
    if block.kind == "text":
        return [part for line in block.lines for part in several(line)]
    if block.kind == "list":
        return [inner.lines[0].but(" ".join(inner.lines)) for item in block.children for inner in item.children[:1] if inner.kind == "text"]
    if block.kind == "table" and all(len(row) == 2 for row in block.rows):
        return [Said(f"**{bare(row[0])}:** {row[1]}", row[0].span) for row in block.rows if bare(row[0]) and row[1].strip()]
    return []


def _label(line: Said) -> Label | None:
    """The label of a line; above the stages a plain `Persona: Anna` is one as well."""
    if found := label_of(line.but(tidy(line))):
        return found
    plain = re.match(r"^(?:[-*+]\s+)?([^:*]{2,30}):\s+(\S.*)$", line) if lane(line) is None else None
    return Label(line.but(plain[1]), line.but(plain[2]), True) if plain and journey_field(plain[1]) else None
