"""grid: the map of a journey with its changes in their places: the stages of both versions, and every lane in which anything changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed, Step
from cjmgen.diff.changes import Told
from cjmgen.diff.chapter import WEIGHT, Chapter
from cjmgen.diff.node import Node
from cjmgen.diff.stand import stand
from cjmgen.diff.twig import name_of
from cjmgen.pages.changes.chart import Felt, chart
from cjmgen.pages.changes.entry import Entry, Mark, Way, around, called, entry, home, is_internal, mark, noun_of, plain
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.spots import spot_of
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
    return _Map(scene, chapter).grid()


@dataclass(frozen=True)
class _Map:
    """A map while it is being made."""

    scene: Scene
    chapter: Chapter

    @cached_property
    def node(self) -> Node:
        """The journey as it is."""
        return stand(self.scene.atlas, ("journey", self.chapter.place.id))

    @cached_property
    def stages(self) -> Mapping[str, Node]:
        """The stages of both versions."""
        now = {node.key: node for node in self.node.lists.get("stages", ())}
        gone = {told.change.old.way[0][1]: told.change.node for told in self.of("stages", Removed) if isinstance(told.change, Removed)}
        return {**{key: node for key, node in gone.items() if key not in now}, **now}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What stages are called now that went by another id."""
        renamed = (told.change for told in self.of("stages", Renamed))
        return {each.old.way[0][1]: each.new.way[0][1] for each in renamed if isinstance(each, Renamed)}

    def of(self, lane: str, act: type) -> Iterator[Told]:
        """The changes of one kind to the items of a list of the journey itself."""
        return (told for told in self.chapter.told if isinstance(told.change, act) and [step.lane for step in told.place.steps] == [lane])

    @cached_property
    def things(self) -> Mapping[Way, tuple[Told, ...]]:
        """The changes by the thing that they were done to."""
        found: dict[Way, list[Told]] = {}
        for told in self.chapter.told:
            found.setdefault(self.way(told.place), []).append(told)
        return {way: tuple(every) for way, every in found.items()}

    def way(self, place: Place) -> Way:
        """The way to a thing, its stage under the name that it has now."""
        way = place.way
        if way and way[0][0] == "stages" and way[0][1] not in self.stages:
            return (("stages", self.names.get(way[0][1], way[0][1])), *way[1:])
        return way

    @cached_property
    def placed(self) -> Mapping[tuple[str, str], Mapping[Way, Entry]]:
        """What changed, by lane and stage; of the journey as a whole, without either."""
        found: dict[tuple[str, str], dict[Way, Entry]] = {}
        taken: dict[str, int] = {}
        for way, done in self.things.items():
            spot = spot_of(done[0].place)
            taken[spot] = taken.get(spot, 0) + 1
            number = f"-{taken[spot]}" if taken[spot] > 1 else ""
            found.setdefault(self.home(way, done), {})[way] = entry(self.scene, done[0].place, done, spot + number)
        for told in self.chapter.told:
            if isinstance(told.change, Moved):
                left, way = self.left(told.change), self.way(told.change.old)
                found.setdefault(self.home(way, (told,)), {}).setdefault(way, left)
        return found

    def left(self, change: Moved) -> Entry:
        """The place that something was moved away from."""
        said = called(self.scene, change.new)
        return Entry("", "left", "neutral", noun_of(change.old), Anchor(said), around(self.scene, change.old), home(self.scene, change.new))

    def home(self, way: Way, done: Sequence[Told]) -> tuple[str, str]:
        """The lane and the stage that a thing is shown in."""
        if way and way[0][0] == "stages":
            return lane_of(way), way[0][1]
        if way and way[0][0] == "handoffs":
            stage = way[0][1].rpartition("@")[2]
            return ("handoffs", stage) if stage in self.stages else ("", "")
        return "", ""

    def grid(self) -> Grid:
        """The whole."""
        order = [shift.id for shift in self.chapter.shift.stages] if self.chapter.shift else []
        keys = [key for key in dict.fromkeys((*order, *self.stages)) if key in self.stages]
        shown = self.shown(keys)
        every = tuple(self.column(key) for key in shown)
        whole = sorted(self.placed.get(("", ""), {}).values(), key=lambda each: WEIGHT[each.sign])
        about = tuple(whole[:CELL])
        lanes = tuple(lane for lane in (self.lane(key, shown) for key in self.lanes(shown)) if any(cell.entries for cell in lane.cells))
        columns = tuple(replace(each, still=_is_still(each, [lane.cells[at] for lane in lanes])) for at, each in enumerate(every))
        return Grid(columns, len(keys) - len(shown), chart([each.felt for each in columns]), lanes, about, len(whole) - len(about))

    def shown(self, keys: Sequence[str]) -> list[str]:
        """The stages that have room."""
        if len(keys) <= COLUMNS:
            return list(keys)
        touched = {stage for lane, stage in self.placed if lane}
        return [key for key in keys if key in touched][:COLUMNS] or list(keys[:COLUMNS])

    def column(self, key: str) -> Column:
        """A stage."""
        shift = next((each for each in (self.chapter.shift.stages if self.chapter.shift else ()) if each.id == key), None)
        now = [node.key for node in self.node.lists.get("stages", ())]
        title = name_of(self.stages[key]) or key
        place = Place("journey", self.chapter.place.id, self.chapter.place.title, (Step("stages", key, title),))
        old, new = ((each.score if each else None) for each in ((shift.old, shift.new) if shift else (None, None)))
        marks = mark(told.change for told in self.things.get((("stages", key),), ()))
        anchor = Anchor(self.scene.say(title), self.scene.part(place) if key in now else "")
        number = now.index(key) + 1 if key in now else 0
        return Column(anchor, number, marks if marks != "changed" else "", Felt(anchor.said, old, new))

    @cached_property
    def touched(self) -> Mapping[str, None]:
        """The lanes in which anything changed."""
        return dict.fromkeys(lane for lane, _ in self.placed if lane)

    def lanes(self, shown: Iterable[str]) -> list[str]:
        """The lanes in which anything changed, or that a stage which came or went had filled, in their order."""
        touched = self.touched
        whole = [key for key in shown if self.whole(key)]
        every = [*touched, *(lane for key in whole for lane in self.stages[key].lists if lane not in touched)]
        return sorted(dict.fromkeys(every), key=lambda lane: (LANES.index(lane) if lane in LANES else len(LANES), lane))

    def whole(self, key: str) -> Mark:
        """Whether a stage came or went as a whole."""
        acts = [type(told.change) for told in self.things.get((("stages", key),), ())]
        return "added" if Added in acts else "removed" if Removed in acts else ""

    def lane(self, key: str, shown: Iterable[str]) -> Lane:
        """A lane."""
        title = self.free(key.partition(".")[2]) if key.startswith("lanes.") else SILENCE
        return Lane(key.partition(".")[0], title, tuple(self.cell(key, stage) for stage in shown))

    def free(self, key: str) -> Said:
        """What a free lane is called."""
        listed = {lane.key: lane.title for lane in self.scene.edition.atlas.settings.lanes if lane.title}
        own = self.node.fields.get("lanes") or {}
        return self.scene.say(listed.get(key) or own.get(key) or key)

    def cell(self, lane: str, stage: str) -> Cell:
        """What stands and stood in a cell, in the order in which it stands now; what is gone comes last."""
        if lane not in self.touched and not self.whole(stage):
            return Cell((), 0, 0)
        changed = dict(self.placed.get((lane, stage), {}))
        entries: list[Entry] = []
        rest = 0
        for place, node in self.inside(lane, stage):
            if done := changed.pop(self.way(place), None):
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
        node, journey = self.stages[stage], self.chapter.place
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


def lane_of(way: Way) -> str:
    """The lane that a thing inside a stage is shown in; what the stage itself says has one of its own."""
    if len(way) == 1:
        return "stage"
    return way[-1][0] if len(way) > 2 and way[-1][0] != "experiments" else way[1][0]
