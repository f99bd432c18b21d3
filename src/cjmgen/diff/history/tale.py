"""tale: the histories of all journeys, told from one revision to the next; what goes by another id by then keeps its past."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TypeVar

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.diff.effect import Figures
from cjmgen.diff.history.touch import Touch
from cjmgen.value import dataclass

T = TypeVar("T")

Cell = tuple[str, str]
"""A stage and a lane of it; without a stage a field of the journey."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit; or with no `commit` what stands in the working tree and is not committed yet. `name` is the tag it has, or ""."""

    commit: str
    name: str
    who: str
    day: datetime.date | None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A journey in a revision: its figures then, and how many things had changed in it since the revision before."""

    revision: Revision
    figures: Figures
    changes: int


@dataclass(frozen=True, slots=True)
class Past:
    """The history of a journey, oldest first: each revision that changed it, after the first that is looked at."""

    moments: tuple[Moment, ...]
    cells: Mapping[str, Mapping[str, Revision]]
    """By stage and lane the revision that changed it last; no stage is the journey itself, no lane the whole of a stage."""
    begun: Revision | None
    """The revision that brought the journey; None where it is older than the first that is looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One revision of a project: the figures of its journeys, and what happened to them since the revision before."""

    revision: Revision
    figures: Mapping[str, Figures]
    touches: tuple[Touch, ...]


def figures(card: JourneyCard) -> Figures:
    """The figures of a journey."""
    return Figures(card.score, card.conversion, card.severe, card.coverage)


def pasts(steps: Iterable[Step], journeys: Iterable[str]) -> dict[str, Past]:
    """The histories of journeys, by the ids they have in the last step."""
    tale = _Tale()
    for step in steps:
        tale.go_on(step)
    known = (id for id in journeys if id in tale.moments)
    return {id: Past(tuple(tale.moments[id]), _by_stage(tale.cells.get(id, {})), tale.begun.get(id)) for id in known}


def _by_stage(cells: Mapping[Cell, Revision]) -> dict[str, dict[str, Revision]]:
    found: dict[str, dict[str, Revision]] = {}
    for (stage, lane), revision in sorted(cells.items()):
        found.setdefault(stage, {})[lane] = revision
    return found


class _Tale:
    """The work of telling."""

    def __init__(self) -> None:
        self.moments: dict[str, list[Moment]] = {}
        self.cells: dict[str, dict[Cell, Revision]] = {}
        self.begun: dict[str, Revision] = {}

    def go_on(self, step: Step) -> None:
        """Tell one revision more."""
        names = {touch.old: touch.journey for touch in step.touches if touch.act == "called"}
        self._lose(step.touches)
        self.moments, self.cells, self.begun = _called(self.moments, names), _called(self.cells, names), _called(self.begun, names)
        self._rename_stages(step.touches)
        counts: dict[str, int] = {}
        for touch in step.touches:
            self._take(touch, step.revision)
            if touch.act not in ("called", "renamed", "gone"):
                id = names.get(touch.journey, touch.journey)
                counts[id] = counts.get(id, 0) + 1
        for id, figures in step.figures.items():
            moments = self.moments.setdefault(id, [])
            if not moments or id in counts or moments[-1].figures != figures:
                moments.append(Moment(step.revision, figures, counts.get(id, 0)))

    def _lose(self, touches: Iterable[Touch]) -> None:
        """Forget what is gone; it is told by the ids it had."""
        for touch in touches:
            if touch.act == "gone":
                for kept in (self.moments, self.cells, self.begun):
                    kept.pop(touch.journey, None)
            elif touch.act == "dead":
                cells = self.cells.get(touch.journey, {})
                self.cells[touch.journey] = {cell: known for cell, known in cells.items() if cell[0] != touch.stage}

    def _rename_stages(self, touches: Iterable[Touch]) -> None:
        names: dict[str, dict[str, str]] = {}
        for touch in touches:
            if touch.act == "renamed":
                names.setdefault(touch.journey, {})[touch.old] = touch.stage
        for id, stages in names.items():
            self.cells[id] = {(stages.get(stage, stage), lane): known for (stage, lane), known in self.cells.get(id, {}).items()}

    def _take(self, touch: Touch, revision: Revision) -> None:
        match touch.act:
            case "new":
                self.begun[touch.journey] = revision
            case "born":
                self.cells.setdefault(touch.journey, {})[touch.stage, ""] = revision
            case "cell":
                self.cells.setdefault(touch.journey, {})[touch.stage, touch.lane] = revision


def _called(kept: dict[str, T], names: Mapping[str, str]) -> dict[str, T]:
    """What is kept by id, under the ids by which journeys go now."""
    taken = {names[id]: value for id, value in kept.items() if id in names}
    return {**{id: value for id, value in kept.items() if id not in names and id not in taken}, **taken}
