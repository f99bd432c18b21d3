"""placed: what changed in a journey, by the lane and the stage that it is shown in."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed
from cjmgen.diff.changes import Told
from cjmgen.diff.chapter import Chapter
from cjmgen.diff.node import Node
from cjmgen.diff.stand import stand
from cjmgen.pages.changes.entry import Entry, Mark, Way, around, called, entry, home, noun_of
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.spots import spot_of
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass


@dataclass(frozen=True)
class Placed:
    """The changes of a journey, and the stages of both its versions."""

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
    def entries(self) -> Mapping[tuple[str, str], Mapping[Way, Entry]]:
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

    @cached_property
    def touched(self) -> Mapping[str, None]:
        """The lanes in which anything changed."""
        return dict.fromkeys(lane for lane, _ in self.entries if lane)

    def whole(self, key: str) -> Mark:
        """Whether a stage came or went as a whole."""
        acts = [type(told.change) for told in self.things.get((("stages", key),), ())]
        return "added" if Added in acts else "removed" if Removed in acts else ""


def lane_of(way: Way) -> str:
    """The lane that a thing inside a stage is shown in; what the stage itself says has one of its own."""
    if len(way) == 1:
        return "stage"
    return way[-1][0] if len(way) > 2 and way[-1][0] != "experiments" else way[1][0]
