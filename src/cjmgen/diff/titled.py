"""titled: what goes by the id of a metric goes by its title: a metric on a stage has no title of its own."""

from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.change import Added, Change, Place, Removed, Reordered, Step


def titled(change: Change, old: Atlas, new: Atlas) -> Change:
    """A change with the titles of the metrics on its way."""
    if isinstance(change, Added):
        return replace(change, new=_place(change.new, new))
    if isinstance(change, Removed):
        return replace(change, old=_place(change.old, old))
    told = replace(change, old=_place(change.old, old), new=_place(change.new, new))
    return replace(told, moved=tuple(_step(step, new) for step in told.moved)) if isinstance(told, Reordered) else told


def _place(place: Place, atlas: Atlas) -> Place:
    return replace(place, steps=tuple(_step(step, atlas) for step in place.steps)) if place.steps else place


def _step(step: Step, atlas: Atlas) -> Step:
    metric = atlas.metrics.get(step.key) if step.lane == "metrics" and not step.title else None
    return replace(step, title=metric.title) if metric and metric.title else step
