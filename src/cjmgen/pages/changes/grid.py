"""grid: the map of a journey with its changes in their places: the stages of both versions, and every lane in which anything changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cjmgen.diff.change import Place, Step
from cjmgen.diff.chapter import WEIGHT, Chapter
from cjmgen.diff.node import Node
from cjmgen.diff.twig import name_of
from cjmgen.pages.changes.chart import Felt, chart
from cjmgen.pages.changes.entry import Entry, is_internal, mark, plain
from cjmgen.pages.changes.placed import Placed
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.views import Cell, Column, Grid, Lane
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

COLUMNS = 24
"""Stages that are shown; of more, those in which something changed."""

CELL, AROUND = 8, 3
"""Things in a cell that are shown: of those that changed, and of those that did not."""

LANES = (
    "stage", "actions", "thoughts", "questions", "feelings", "touchpoints", "physical_evidence", "frontstage", "backstage", "support",
    "policies", "quotes", "gains", "personalization", "metrics", "pains", "opportunities", "handoffs",
)  # fmt: skip
"""The lanes from top to bottom; free lanes come last."""


def grid(scene: Scene, chapter: Chapter) -> Grid:
    """The map of a journey that is in both versions."""
    return _Map(scene, chapter, Placed(scene, chapter)).grid()


@dataclass(frozen=True)
class _Map:
    """A map while it is being made."""

    scene: Scene
    chapter: Chapter
    placed: Placed

    def grid(self) -> Grid:
        """The whole."""
        order = [shift.id for shift in self.chapter.shift.stages] if self.chapter.shift else []
        keys = [key for key in dict.fromkeys((*order, *self.placed.stages)) if key in self.placed.stages]
        shown = self.shown(keys)
        every = tuple(self.column(key) for key in shown)
        whole = sorted(self.placed.entries.get(("", ""), {}).values(), key=lambda each: WEIGHT[each.sign])
        about = tuple(whole[:CELL])
        lanes = tuple(lane for lane in (self.lane(key, shown) for key in self.lanes(shown)) if any(cell.entries for cell in lane.cells))
        columns = tuple(replace(each, still=_is_still(each, [lane.cells[at] for lane in lanes])) for at, each in enumerate(every))
        return Grid(columns, len(keys) - len(shown), chart([each.felt for each in columns]), lanes, about, len(whole) - len(about))

    def shown(self, keys: Sequence[str]) -> list[str]:
        """The stages that have room."""
        if len(keys) <= COLUMNS:
            return list(keys)
        touched = {stage for lane, stage in self.placed.entries if lane}
        return [key for key in keys if key in touched][:COLUMNS] or list(keys[:COLUMNS])

    def column(self, key: str) -> Column:
        """A stage."""
        shift = next((each for each in (self.chapter.shift.stages if self.chapter.shift else ()) if each.id == key), None)
        now = [node.key for node in self.placed.node.lists.get("stages", ())]
        title = name_of(self.placed.stages[key]) or key
        place = Place("journey", self.chapter.place.id, self.chapter.place.title, (Step("stages", key, title),))
        old, new = ((each.score if each else None) for each in ((shift.old, shift.new) if shift else (None, None)))
        marks = mark(told.change for told in self.placed.things.get((("stages", key),), ()))
        anchor = Anchor(self.scene.say(title), self.scene.part(place) if key in now else "")
        number = now.index(key) + 1 if key in now else 0
        return Column(anchor, number, marks if marks != "changed" else "", Felt(anchor.said, old, new))

    def lanes(self, shown: Iterable[str]) -> list[str]:
        """The lanes in which anything changed, or that a stage which came or went had filled, in their order."""
        touched = self.placed.touched
        whole = [key for key in shown if self.placed.whole(key)]
        every = [*touched, *(lane for key in whole for lane in self.placed.stages[key].lists if lane not in touched)]
        return sorted(dict.fromkeys(every), key=lambda lane: (LANES.index(lane) if lane in LANES else len(LANES), lane))

    def lane(self, key: str, shown: Iterable[str]) -> Lane:
        """A lane."""
        title = self.free(key.partition(".")[2]) if key.startswith("lanes.") else SILENCE
        return Lane(key.partition(".")[0], title, tuple(self.cell(key, stage) for stage in shown))

    def free(self, key: str) -> Said:
        """What a free lane is called."""
        listed = {lane.key: lane.title for lane in self.scene.edition.atlas.settings.lanes if lane.title}
        own = self.placed.node.fields.get("lanes") or {}
        return self.scene.say(listed.get(key) or own.get(key) or key)

    def cell(self, lane: str, stage: str) -> Cell:
        """What stands and stood in a cell, in the order in which it stands now; what is gone comes last."""
        if lane not in self.placed.touched and not self.placed.whole(stage):
            return Cell((), 0, 0)
        changed = dict(self.placed.entries.get((lane, stage), {}))
        entries: list[Entry] = []
        rest = 0
        for place, node in self.inside(lane, stage):
            if done := changed.pop(self.placed.way(place), None):
                entries.append(replace(done, internal=done.internal or is_internal(node)))
            elif sum(not each.mark for each in entries) < AROUND:
                entries.append(plain(self.scene, place, node))
            else:
                rest += 1
        entries += changed.values()
        many = [each for each in entries if each.mark]
        kept = many if len(many) <= CELL else sorted(many, key=lambda each: WEIGHT[each.sign])[:CELL]
        return Cell(tuple(each for each in entries if not each.mark or each in kept), len(many) - len(kept), rest)

    def inside(self, lane: str, stage: str) -> Iterator[tuple[Place, Node]]:
        """What stands in a lane of a stage, on the stage itself and on its touchpoints and opportunities."""
        node, journey = self.placed.stages[stage], self.chapter.place
        outer = Step("stages", stage, name_of(node) or "")
        for each in node.lists.get(lane, ()):
            yield Place("journey", journey.id, journey.title, (outer, _step(lane, each))), each
            yield from ((found, below) for found, below in _below(journey, (outer, _step(lane, each)), each, "experiments"))
        for point in node.lists.get("touchpoints", ()) if lane != "touchpoints" else ():
            yield from _below(journey, (outer, _step("touchpoints", point)), point, lane)


def _is_still(column: Column, cells: Iterable[Cell]) -> bool:
    """Whether nothing changed in a stage."""
    return not column.mark and not column.felt.by and not any(entry.mark for cell in cells for entry in cell.entries)


def _step(lane: str, node: Node) -> Step:
    return Step(lane, node.key, name_of(node) or "")


def _below(journey: Place, steps: tuple[Step, ...], node: Node, lane: str) -> Iterator[tuple[Place, Node]]:
    for each in node.lists.get(lane, ()):
        yield Place("journey", journey.id, journey.title, (*steps, _step(lane, each))), each
