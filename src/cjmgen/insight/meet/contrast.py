"""contrast: what a comparison comes down to: where the others differ most from the first, in feeling, in people, in pains."""

from collections.abc import Iterator, Sequence
from typing import Literal

from cjmgen.insight.meet.spine import Column, Spine, drift, points
from cjmgen.insight.portfolio.pulse import percentile
from cjmgen.model.amount import half_up
from cjmgen.value import dataclass

MOST = 3
"""Findings that lead a page."""

NOTABLE = {"emotion": 0.3, "conversion": 3.0, "pains": 1.0}
"""Smaller differences are none worth a sentence: points of the scale, percentage points, severe pains."""

ALIKE = {"emotion": 1.0, "conversion": 10.0, "pains": 2.0}
"""How much of each weighs the same when findings are ranked."""

AGAIN = 0.6
"""How much a second finding weighs about one stage of one subject."""

Measure = Literal["emotion", "conversion", "pains"]


@dataclass(frozen=True, slots=True)
class Take:
    """A difference between the first subject and another in one column; `change` is later minus earlier, as shown."""

    measure: Measure
    subject: int
    column: int
    before: float
    after: float
    change: float

    @property
    def better(self) -> bool:
        """Whether the other one is ahead."""
        return self.change < 0 if self.measure == "pains" else self.change > 0

    @property
    def size(self) -> float:
        """How much it weighs beside findings of other measures."""
        return abs(self.change) / ALIKE[self.measure]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings of a comparison: `takes`, or why there are none: apart, unmeasured or alike, with the largest difference."""

    takes: tuple[Take, ...]
    reason: Literal["", "apart", "unmeasured", "alike"] = ""
    largest: Take | None = None


def verdict(spine: Spine) -> Verdict:
    """What leads the page. Nothing is said where a figure is missing on either side."""
    found = sorted(differences(spine), key=lambda take: (-take.size, take.column, take.subject, take.measure))
    notable = [take for take in found if abs(take.change) >= NOTABLE[take.measure]]
    if notable:
        return Verdict(_chosen(notable))
    if not spine.shares:
        return Verdict((), "apart")
    felt = [take for take in found if take.measure == "emotion"]
    return Verdict((), "alike", felt[0] if felt else None) if found else Verdict((), "unmeasured")


def _chosen(ranked: Sequence[Take]) -> tuple[Take, ...]:
    """The largest of each subject first, then others; no measure of a subject twice, and rather another stage than one told already."""
    chosen: list[Take] = []
    while len(chosen) < MOST and (left := [take for take in ranked if not _told(take, chosen)]):
        chosen.append(max(left, key=lambda take: (all(take.subject != each.subject for each in chosen), _weight(take, chosen))))
    return tuple(sorted(chosen, key=ranked.index))


def _told(take: Take, chosen: Sequence[Take]) -> bool:
    return any((take.subject, take.measure) == (each.subject, each.measure) for each in chosen)


def _weight(take: Take, chosen: Sequence[Take]) -> float:
    return take.size * (AGAIN if any((take.subject, take.column) == (each.subject, each.column) for each in chosen) else 1)


def differences(spine: Spine) -> Iterator[Take]:
    """Every difference between the first subject and another, in every column that both have."""
    together = all(side.contender.who for side in spine.sides)
    for at, column in enumerate(spine.columns):
        first = column.stances[0]
        for subject, other in enumerate(column.stances[1:], start=1):
            if not first or not other:
                continue
            yield from _take("emotion", subject, at, first.score, other.score, drift(first.score, other.score))
            if not together:
                yield from _take("conversion", subject, at, first.onward, other.onward, points(first.onward, other.onward))
            if all("pains" in spine.sides[each].has for each in (0, subject)):
                severe = len(first.severe), len(other.severe)
                yield from _take("pains", subject, at, *severe, float(severe[1] - severe[0]))


def _take(measure: Measure, subject: int, column: int, before: float | None, after: float | None, change: float | None) -> Iterator[Take]:
    if before is not None and after is not None and change is not None:
        yield Take(measure, subject, column, before, after, change)


@dataclass(frozen=True, slots=True)
class Range:
    """The scores of many subjects in one column: how far they lie apart, and where their middle is; None below two."""

    low: float
    high: float
    median: float
    subjects: int

    @property
    def width(self) -> float:
        """How far the highest is above the lowest, as shown."""
        return half_up(half_up(self.high, 1) - half_up(self.low, 1), 1)


def ranges(columns: Sequence[Column]) -> tuple[Range | None, ...]:
    """The range of each column."""
    return tuple(_range(sorted(stance.score for stance in column.stances if stance and stance.score is not None)) for column in columns)


def _range(scores: Sequence[float]) -> Range | None:
    return Range(scores[0], scores[-1], percentile(scores, 0.5), len(scores)) if len(scores) > 1 else None
