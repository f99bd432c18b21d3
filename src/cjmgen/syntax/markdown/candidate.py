"""candidate: a place in a document that may tell the stages of a map, with how much speaks for it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cjmgen.syntax.habits.draft import Draft
from cjmgen.syntax.habits.heading import Heading
from cjmgen.syntax.habits.items import text_of
from cjmgen.syntax.habits.labels import bare
from cjmgen.syntax.habits.said import Said
from cjmgen.syntax.markdown.sections import Section

Kind = Literal["headings", "list", "table", "mermaid"]

ENOUGH = 2.5
"""What a candidate must score to be a map at all."""

FRAME = re.compile(r"stages?\b|phases?\b|journey|путь|этап|фаз|cjm|steps\b|шаги", re.IGNORECASE)
"""Headings that stand above stages."""

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
    whole: bool = False
    """Whether it says by itself that these are the stages of a journey, as a table under `Stage` and a diagram do."""

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
