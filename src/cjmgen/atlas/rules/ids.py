"""ids: what is named must be named once."""

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.references.walk import Items, lists
from cjmgen.atlas.scene import Scene
from cjmgen.model.journey import Journey
from cjmgen.problem import KeyPath


def duplicate_ids(journey: Journey, scene: Scene) -> Findings:
    """Two items of one list have the same id."""
    for path, items in lists(journey):
        if len(items) > 1 and len({item.__dict__.get("id") for item in items}) < len(items):
            yield from twice(items, path)


def twice(items: Items, path: KeyPath) -> Findings:
    """Each item whose id an earlier one of the list has."""
    first: dict[str, int] = {}
    for at, item in enumerate(items):
        if not item.id:
            continue
        if item.id in first:
            related = (((*path, first[item.id], "id"), f"'{item.id}' was used here first"),)
            message = f"the id '{item.id}' is taken"
            yield Finding("duplicate-id", message, (*path, at, "id"), "give one of them another id", related, (item.id,))
        first.setdefault(item.id, at)
