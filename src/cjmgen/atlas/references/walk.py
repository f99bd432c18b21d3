"""walk: every list of named items in a journey with its path, once, for all rules that look at every item."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjmgen.model.journey import Journey, Stage
from cjmgen.model.touchpoint import BlueprintLanes
from cjmgen.problem import KeyPath

BLUEPRINT = ("physical_evidence", "frontstage", "backstage", "support", "policies")
LANES = (
    "actions",
    "thoughts",
    "questions",
    "feelings",
    "touchpoints",
    "pains",
    "gains",
    "quotes",
    "opportunities",
    "metrics",
    "personalization",
)

Items = Sequence[Any]
"""Items of one list: notes, touchpoints, pains … each with an id and, most of them, `who`."""


def lists(journey: Journey) -> Iterator[tuple[KeyPath, Items]]:
    """Every list of items that isn't empty, each with its path."""
    for name in ("stages", "actors", "handoffs", "expectations"):
        if items := getattr(journey, name):
            yield (name,), items
    for at, stage in enumerate(journey.stages):
        yield from _of_stage(stage, ("stages", at))


def _of_stage(stage: Stage, path: KeyPath) -> Iterator[tuple[KeyPath, Items]]:
    fields = stage.__dict__
    for name in LANES:
        if items := fields[name]:
            yield (*path, name), items
    yield from _blueprint(stage, path)
    for name, items in stage.lanes.items():
        yield (*path, "lanes", name), items
    for at, touchpoint in enumerate(stage.touchpoints):
        yield from _blueprint(touchpoint, (*path, "touchpoints", at))
    for at, opportunity in enumerate(stage.opportunities):
        if opportunity.experiments:
            yield (*path, "opportunities", at, "experiments"), opportunity.experiments


def _blueprint(owner: BlueprintLanes, path: KeyPath) -> Iterator[tuple[KeyPath, Items]]:
    fields = owner.__dict__
    for name in BLUEPRINT:
        if items := fields[name]:
            yield (*path, name), items
