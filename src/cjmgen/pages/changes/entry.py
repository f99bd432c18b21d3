"""entry: a thing that changed, with all that was done to it: what it is, what it is called, and its fields before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Updated
from cjmgen.diff.changes import Sign, Told
from cjmgen.diff.chapter import WEIGHT
from cjmgen.diff.node import Node
from cjmgen.diff.parts import Part
from cjmgen.diff.twig import name_of
from cjmgen.model.journey import Stage
from cjmgen.pages.changes.counted import counted, silent
from cjmgen.pages.changes.fact import Fact, facts, measured, told
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.value import NOTHING
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

MOST = 8
"""Fields of a thing that are shown."""

FEW = 3
"""Names in a row that are shown."""

Mark = Literal["added", "removed", "moved", "left", "changed", ""]

Way = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A list in another order: its name, what was taken up, and how many more."""

    lane: str
    moved: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in its place. Without a mark it did not change; `left` is the place that something was moved away from."""

    spot: str
    """Its id in the page, "" for what did not change."""
    mark: Mark
    sign: Sign
    """What weighs most of what is to be said of it."""
    noun: str
    """What kind of thing it is, a phrase below `changes.noun.`."""
    anchor: Anchor
    at: Said = SILENCE
    """The touchpoint or opportunity it belongs to."""
    where: Said = SILENCE
    """Where something moved came from, or went."""
    facts: tuple[Fact, ...] = ()
    holds: tuple[tuple[str, int], ...] = ()
    """What came or went with it: how many of what."""
    order: Order | None = None
    more: int = 0
    """How many fields there are besides."""
    broken: tuple[str, ...] = ()
    """Files that still refer to what is gone."""
    internal: bool = False
    """Whether it is not for everybody."""


def noun_of(place: Place) -> str:
    """The kind of a thing as a word: the kind of an entity, or the list that it stands in."""
    return place.steps[-1].lane.partition(".")[0] if place.steps else place.kind


def entry(scene: Scene, place: Place, every: Iterable[Told], spot: str) -> Entry:
    """A thing and all that was done to it, seen where it stands now."""
    done = tuple(every)
    worst = min((each.sign for each in done), key=lambda sign: WEIGHT[sign])
    found = tuple(fact for each in done for fact in _facts(scene, place, each))
    return Entry(
        spot, mark(each.change for each in done), worst, noun_of(place), Anchor(called(scene, place, done[0].change), scene.part(place)),
        around(scene, place), where(scene, done), found[:MOST], _holds(done), _order(scene, done), max(0, len(found) - MOST),
        tuple(dict.fromkeys(each.file for one in done for each in one.breaks))[:FEW], any(map(_is_internal, done)),
    )  # fmt: skip


def mark(changes: Iterable[Change]) -> Mark:
    """What was done to a thing, in a word."""
    acts = [type(each) for each in changes]
    return "added" if Added in acts else "removed" if Removed in acts else "moved" if Moved in acts else "changed"


def _facts(scene: Scene, place: Place, done: Told) -> Iterator[Fact]:
    kind = noun_of(place)
    match done.change:
        case Added(node=node):
            yield from told(scene, kind, node, came=True)
        case Removed(node=node):
            yield from told(scene, kind, node, came=False)
        case Renamed(parts=parts) as change:
            titles = [part for part in parts if part.path[0] in ("title", "text")]
            yield from (fact for part in titles for fact in facts(scene, kind, part))
            if not titles and (keys := _keys(change))[0] != keys[1]:
                yield from facts(scene, kind, Part(("id",), *keys))
        case Updated(part=part):
            leans = counted(scene, done.measured) if done.measured else None
            if leans and part.field == "series":
                yield Fact(part.field, "", None, None, counted=replace(silent(leans), periods=()))
            elif leans and done.measured and (told_at := done.measured.same):
                yield Fact(part.field, "", None, None, counted=silent(leans, leans.goal if told_at.goal is None or leans.over else NOTHING))
            else:
                yield from (measured(fact, leans) if leans else fact for fact in facts(scene, kind, part))


def _is_internal(told: Told) -> bool:
    """Whether a change says that the thing it was done to is internal."""
    change = told.change
    fields = change.node.fields if isinstance(change, Added | Removed) else change.thing if isinstance(change, Updated) else {}
    return fields.get("audience") == "internal"


def _keys(change: Renamed) -> tuple[str, str]:
    old, new = (place.steps[-1].key if place.steps else place.id for place in (change.old, change.new))
    return old, new


def called(scene: Scene, place: Place, change: Change | None = None) -> Said:
    """What a thing is called: its title, what it stands for, or the ends of a handoff."""
    if not place.steps:
        return scene.heading(place).said
    last = place.steps[-1]
    if last.lane == "handoffs":
        ends, _, _ = last.key.partition("@")
        start, _, end = ends.partition(">")
        return Said(f"{scene.named('team', start).text} → {scene.named('team', end).text}")
    if last.title:
        return scene.say(last.title)
    node = change.node if isinstance(change, Added | Removed) else None
    return scene.say(name_of(node)) if node and name_of(node) else scene.named("metric" if last.lane == "metrics" else "", last.key)


def around(scene: Scene, place: Place) -> Said:
    """The touchpoint or opportunity that a thing inside a stage belongs to."""
    return scene.say(place.steps[1].title or place.steps[1].key) if len(place.steps) > 2 else SILENCE


def where(scene: Scene, done: Iterable[Told]) -> Said:
    """Where a thing that was moved stood before."""
    return next((home(scene, each.change.old) for each in done if isinstance(each.change, Moved)), SILENCE)


def home(scene: Scene, place: Place) -> Said:
    """What a thing stands in: the touchpoint, the stage."""
    outer = place.steps[-2] if len(place.steps) > 1 else None
    return scene.say(outer.title or outer.key) if outer else SILENCE


def _holds(done: Iterable[Told]) -> tuple[tuple[str, int], ...]:
    """What is in a thing that came or went; what is in a stage, its map shows."""
    nodes = [each.change.node for each in done if isinstance(each.change, Added | Removed)]
    return tuple((lane, len(inner)) for node in nodes for lane, inner in node.lists.items() if node.model is not Stage)


def _order(scene: Scene, done: Iterable[Told]) -> Order | None:
    for each in done:
        if isinstance(each.change, Reordered):
            names = [scene.say(step.title or step.key) for step in each.change.moved]
            return Order(each.change.lane, tuple(names[:FEW]), max(0, len(names) - FEW))
    return None


def plain(scene: Scene, place: Place, node: Node, mark: Mark = "") -> Entry:
    """A thing that did not change of its own."""
    said = scene.say(name_of(node)) if name_of(node) else called(scene, place)
    where = "" if mark == "removed" else scene.part(place)
    return Entry("", mark, "neutral", noun_of(place), Anchor(said, where), around(scene, place), internal=is_internal(node))


def is_internal(node: Node) -> bool:
    """Whether a thing is not for everybody."""
    return node.fields.get("audience") == "internal"
