"""change: what may happen to a thing that has a name: the kinds of change, as values."""

from collections.abc import Mapping

from cjmgen.atlas.cards.card import Text
from cjmgen.diff.node import Node, Plain
from cjmgen.diff.parts import Part
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step into an entity: the list, the key of the item in it, and what that is called."""

    lane: str
    key: str
    title: Text = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in one of the two atlases: the entity by kind and id, and the steps into it; none for itself."""

    kind: str
    id: str
    title: Text = ""
    steps: tuple[Step, ...] = ()

    @property
    def way(self) -> tuple[tuple[str, str], ...]:
        """The steps without titles."""
        return tuple((step.lane, step.key) for step in self.steps)

    @property
    def parent(self) -> "Place":
        """What it stands in."""
        return Place(self.kind, self.id, self.title, self.steps[:-1])

    @property
    def called(self) -> Text:
        """What the thing itself is called: its title, else its key."""
        last = self.steps[-1] if self.steps else None
        return (last.title or last.key) if last else self.title or self.id


@dataclass(frozen=True, eq=False, slots=True)
class Added:
    """Something new, with all that came with it; `at` is its position in the list, `within` the entity as the old atlas calls it."""

    new: Place
    at: int
    node: Node
    within: tuple[str, str]


@dataclass(frozen=True, eq=False, slots=True)
class Removed:
    """Something that is gone, with all that went with it."""

    old: Place
    node: Node


@dataclass(frozen=True, eq=False, slots=True)
class Moved:
    """Something that stands in another list now, or in the same list of something else."""

    old: Place
    new: Place
    at: int


@dataclass(frozen=True, eq=False, slots=True)
class Renamed:
    """Something that goes by another id, another title, or both; `parts` are those of id, title, text and earlier ids."""

    old: Place
    new: Place
    parts: tuple[Part, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Updated:
    """Something with another value in one field; `thing` are all its fields as they are now."""

    old: Place
    new: Place
    part: Part
    thing: Mapping[str, Plain]


@dataclass(frozen=True, eq=False, slots=True)
class Reordered:
    """A list in another order: the keys of those that stayed in it, and the fewest that had to be taken up, by their steps."""

    old: Place
    new: Place
    lane: str
    order: tuple[str, ...]
    moved: tuple[Step, ...]


Change = Added | Removed | Moved | Renamed | Updated | Reordered


def place_of(change: Change) -> Place:
    """Where a change is seen: in the new atlas, or for what is gone in the old one."""
    return change.old if isinstance(change, Removed) else change.new


def act(change: Change) -> str:
    """The kind of a change in a word: added, removed, moved, renamed, updated or reordered."""
    return type(change).__name__.lower()


NOUNS: Mapping[str, str] = {
    "stages": "stage", "touchpoints": "touchpoint", "pains": "pain", "gains": "gain", "quotes": "quote", "opportunities": "opportunity",
    "experiments": "experiment", "metrics": "metric", "personalization": "personalization", "actors": "actor", "handoffs": "handoff",
    "expectations": "expectation", "actions": "action", "thoughts": "thought", "questions": "question", "feelings": "feeling",
    "physical_evidence": "physical evidence", "frontstage": "frontstage activity", "backstage": "backstage activity",
    "support": "supporting activity", "policies": "policy", "goals": "goal", "needs": "need", "frustrations": "frustration",
    "behaviours": "behaviour", "interests": "interest", "traits": "trait", "align": "row", "lanes": "lane",
    "phases": "phase",
}  # fmt: skip
"""What the things in a list are called, one of them."""


def noun(place: Place) -> str:
    """What kind of thing stands at a place: a journey, a touchpoint, an entry of the lane `legal`."""
    if not place.steps:
        return {"stage": "stage set"}.get(place.kind, place.kind)
    lane, _, name = place.steps[-1].lane.partition(".")
    if not name:
        return NOUNS.get(lane, lane)
    return f"entry of lane {name}" if lane == "lanes" else f"empathy, {name}"
