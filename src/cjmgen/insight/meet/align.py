"""align: which stages of several journeys correspond, by the rules of docs/comparing.md; the theme's `compare.js` follows them too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from cjmgen.insight.meet.chain import chain
from cjmgen.insight.meet.likeness import LEAST, likeness
from cjmgen.insight.meet.sketch import Sketch
from cjmgen.value import dataclass

Reason = Literal["mapping", "id", "phase", "title", "likeness", "alone"]
REASONS: tuple[Reason, ...] = ("mapping", "id", "phase", "title", "likeness", "alone")
"""From the surest to the least sure."""

WEIGHTS: Mapping[Reason, int] = {"mapping": 16_000, "id": 8_000, "phase": 5_000, "title": 3_000, "likeness": 0}
"""What a match weighs where not all of them keep the order; the likeness, at most 1000, is added."""
AGREED = 16_000
"""What the same phase and the same title weigh together."""


@dataclass(frozen=True, slots=True)
class Given:
    """A row of a comparison file: by subject the ids of the stages that belong in it, () for none, None where it doesn't say."""

    id: str
    names: tuple[str, ...]
    stages: tuple[tuple[str, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Stages that correspond: by subject the positions of its stages in this row, mostly one or none.

    `by` is the least sure reason that brought one of them here, `alone` where only one subject has any. `given` is the
    position of the row of the comparison file that this one is, or None.
    """

    members: tuple[tuple[int, ...], ...]
    by: Reason
    given: int | None = None


def align(subjects: Sequence[Sequence[Sketch]], given: Sequence[Given] = ()) -> tuple[Row, ...]:
    """The rows of a comparison. Every stage stands in exactly one; the first subject is the base that the others join in turn."""
    lines = list(_mapped(subjects, given))
    for subject, sketches in enumerate(subjects):
        lines = _join(lines, subject, sketches, len(subjects))
    return tuple(Row(line.members, line.by, line.given) for line in lines if any(line.members))


def alone(stages: int) -> tuple[Row, ...]:
    """The rows of a subject beside whom there is no other: what `align` gives, without asking what its stages are like."""
    return tuple(Row(((at,),), "alone") for at in range(stages))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row while the subjects join it: what it may be known by, and why its members are here."""

    members: tuple[tuple[int, ...], ...]
    sketches: tuple[Sketch, ...]
    ids: frozenset[str]
    names: frozenset[str]
    reasons: tuple[Reason, ...] = ()
    given: int | None = None
    said: tuple[bool, ...] = ()
    """By subject whether the comparison file has said all about this row."""

    @property
    def by(self) -> Reason:
        return "alone" if sum(map(bool, self.members)) < 2 else max(self.reasons, key=REASONS.index)

    def open(self, subject: int) -> bool:
        """Whether a subject may still join."""
        return not self.members[subject] and not (self.said and self.said[subject])

    def joined(self, subject: int, position: int, sketch: Sketch, *why: Reason) -> "_Line":
        """The row with one stage more."""
        members = (*self.members[:subject], (*self.members[subject], position), *self.members[subject + 1 :])
        ids, names = self.ids | {sketch.id}, self.names.union(sketch.names)
        return replace(self, members=members, sketches=(*self.sketches, sketch), ids=ids, names=names, reasons=(*self.reasons, *why))


Found = dict[int, tuple[int, Reason]]
"""By position of a stage the row that it joins, and why."""


def _mapped(subjects: Sequence[Sequence[Sketch]], given: Sequence[Given]) -> Iterator[_Line]:
    """The rows of the comparison file with their stages; a stage that is named twice stands where it is named first."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(given):
        said = tuple(ids is not None for ids in row.stages)
        line = _Line(((),) * len(subjects), (), frozenset({row.id} - {""}), frozenset(row.names), (), at, said)
        for subject, ids in enumerate(row.stages):
            for position, sketch in enumerate(subjects[subject]):
                if sketch.id in (ids or ()) and (subject, position) not in taken:
                    taken.add((subject, position))
                    line = line.joined(subject, position, sketch, "mapping")
        yield line


def _join(lines: list[_Line], subject: int, sketches: Sequence[Sketch], subjects: int) -> list[_Line]:
    """Let a subject's stages join the rows; one that belongs to none gets a row before the next that keeps its order."""
    mapped: Found = {at: (row, "mapping") for row, line in enumerate(lines) for at in line.members[subject]}
    met = _by_id(lines, subject, sketches, mapped)
    offers = [_offers(lines, subject, at, sketch, mapped | met) for at, sketch in enumerate(sketches)]
    kept = chain([[weight for weight, _ in offer] for offer in offers], {row for row, _ in (mapped | met).values()})
    met |= {at: (row, offers[at][row][1]) for at, row in kept.items() if at not in mapped | met}
    fresh: dict[int, list[_Line]] = {}
    for at, sketch in enumerate(sketches):
        if at in met:
            row, why = met[at]
            lines[row] = lines[row].joined(subject, at, sketch, why)
        elif at not in mapped:
            place = next((kept[later] for later in range(at, len(sketches)) if later in kept), len(lines))
            empty = _Line(((),) * subjects, (), frozenset(), frozenset())
            fresh.setdefault(place, []).append(empty.joined(subject, at, sketch))
    return [line for row, old in enumerate([*lines, None]) for line in (*fresh.get(row, ()), *((old,) if old else ()))]


def _by_id(lines: Sequence[_Line], subject: int, sketches: Sequence[Sketch], mapped: Found) -> Found:
    """Stages that meet by id, in whatever order they come."""
    free = [row for row, line in enumerate(lines) if line.open(subject)]
    found: Found = {}
    for at, sketch in enumerate(sketches):
        row = next((row for row in free if sketch.id in lines[row].ids), None) if at not in mapped else None
        if row is not None:
            free.remove(row)
            found[at] = (row, "id")
    return found


def _offers(lines: Sequence[_Line], subject: int, at: int, sketch: Sketch, settled: Found) -> list[tuple[int, Reason]]:
    """What it weighs that a stage joins each of the rows, and why; 0 for those it can't."""
    if at in settled:
        row, why = settled[at]
        return [(WEIGHTS[why] if row == each else 0, why) for each in range(len(lines))]
    full = {row for row, _ in settled.values()}
    return [_offer(line, sketch) if row not in full and line.open(subject) else (0, "alone") for row, line in enumerate(lines)]


def _offer(line: _Line, sketch: Sketch) -> tuple[int, Reason]:
    """Two phases that differ never meet; else the same phase, the same title, or enough likeness."""
    phases = {known.phase for known in line.sketches} - {""}
    if sketch.phase and phases and sketch.phase not in phases:
        return 0, "alone"
    alike = max((likeness(sketch, known) for known in line.sketches), default=0)
    same = not line.names.isdisjoint(sketch.names)
    if sketch.phase in phases:
        return (AGREED if same else WEIGHTS["phase"]) + alike, "phase"
    if same:
        return WEIGHTS["title"] + alike, "title"
    return (alike, "likeness") if alike >= LEAST else (0, "alone")
