"""naming: ids written down where a new title would lose them: on what others may refer to, as the model makes them from titles."""

from collections.abc import Iterator
from dataclasses import replace

from cjmgen.atlas.references.reference import of_journey
from cjmgen.atlas.references.walk import lists
from cjmgen.model.claim import Gain, Pain, Quote
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor, Journey, Stage
from cjmgen.model.opportunity import Opportunity
from cjmgen.model.shape import shape_of
from cjmgen.model.touchpoint import Touchpoint
from cjmgen.syntax.yaml.manuscript import Entry, Group, Leaf

NAMEABLE = (Stage, Touchpoint, Pain, Opportunity, Actor)
"""What can be referred to, and therefore keeps its id. A plain text among these gets one only where something refers to it."""


def named(group: Group, journey: Journey) -> Group:
    """A journey with the ids of its items written down. An id is the one the item has anyway, so that nothing changes."""
    return _named(group, journey, frozenset(_referred(journey)))


def _named(group: Group, entity: Entity, referred: frozenset[str]) -> Group:
    entries = []
    for entry in group.sure:
        part, value = shape_of(type(entity)).parts.get(entry.key or ""), entry.value
        if part and part.form == "list" and isinstance(value, Group) and value.kind == "list":
            items = zip(value.sure, getattr(entity, entry.key or ""), strict=True)
            entry = replace(entry, value=replace(value, entries=tuple(_item(each, item, referred) for each, item in items)))
        entries.append(entry)
    return replace(group, entries=tuple(entries))


def _item(entry: Entry, item: Entity, referred: frozenset[str]) -> Entry:
    value, id = entry.value, getattr(item, "id", None)
    keys = {each.key for each in value.sure} if isinstance(value, Group) else set()
    if isinstance(value, Group) and "title" in keys:
        value = _named(value, item, referred)
        if "id" not in keys and isinstance(item, NAMEABLE):
            value = replace(value, entries=(Entry(Leaf(id), "id"), *value.entries))
    elif isinstance(item, NAMEABLE) and id in referred and "id" not in keys:
        value = Group("mapping", (Entry(Leaf(id), "id"), Entry(value, "title", beside=entry.beside)))
        return replace(entry, value=value, beside="")
    return replace(entry, value=value)


def with_id(entry: Entry, id: str) -> Entry:
    """An entity of a collection with its id, where it is a mapping without one."""
    value = entry.value
    keys = {each.key for each in value.sure} if isinstance(value, Group) else set()
    if not isinstance(value, Group) or not id or "title" not in keys or "id" in keys:
        return entry
    return replace(entry, value=replace(value, entries=(Entry(Leaf(id), "id"), *value.entries)))


def _referred(journey: Journey) -> Iterator[str]:
    """The ids that the journey itself refers to, each step of `stage/touchpoint` by itself."""
    for reference in of_journey(journey):
        yield reference.id
    for handoff in journey.handoffs:
        yield handoff.at or ""
    for _, items in lists(journey):
        for item in items:
            for name in _inside(item):
                yield from name.split("/")


def _inside(item: Entity) -> Iterator[str]:
    if isinstance(item, Pain | Gain | Quote | Opportunity) and item.touchpoint:
        yield item.touchpoint
    if isinstance(item, Opportunity):
        yield from item.pains
    if isinstance(item, Touchpoint):
        yield from (way.to for way in item.next)
