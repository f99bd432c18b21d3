"""durations: times that can be read can be added up and judged."""

import re
from collections.abc import Mapping

from cjmgen.atlas.cards.score import days_of
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.evidence import Evidence
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey
from cjmgen.model.settings import Settings
from cjmgen.model.touchpoint import BlueprintLanes
from cjmgen.problem import KeyPath

_NUMBER = re.compile(r"\d")


def unread(journey: Journey, scene: Scene) -> Findings:
    """A duration or a wait with a number whose unit says nothing to us."""
    for at, stage in enumerate(journey.stages):
        here: KeyPath = ("stages", at)
        yield from _spans(stage, ("duration", "wait"), here, scene.language)
        yield from _waits(stage, here, scene.language)
        for n, touchpoint in enumerate(stage.touchpoints):
            yield from _spans(touchpoint, ("duration", "wait"), (*here, "touchpoints", n), scene.language)
            yield from _waits(touchpoint, (*here, "touchpoints", n), scene.language)


def _waits(owner: BlueprintLanes, path: KeyPath, language: str) -> Findings:
    for name in ("frontstage", "backstage", "support"):
        for at, activity in enumerate(owner.__dict__[name]):
            if activity.wait:
                yield from _spans(activity, ("wait",), (*path, name, at), language)


def _spans(owner: object, names: tuple[str, ...], path: KeyPath, language: str) -> Findings:
    for name in names:
        if text := owner.__dict__[name]:
            yield from _span(text, (*path, name), language)


def _span(text: str | Mapping[str, str], path: KeyPath, language: str) -> Findings:
    words = choose(text, language)
    if _NUMBER.search(words) and days_of(text) is None:
        yield Finding(
            "unread-quantity",
            f"'{words[:40]}' can't be read as a time",
            path,
            "write a number and a unit, as in `1–3 days` or `9 min`",
            data=(words[:40],),
        )


def unread_validity(evidence: Evidence, scene: Scene) -> Findings:
    """A `valid_for` that can't be judged."""
    if evidence.valid_for:
        yield from _span(evidence.valid_for, ("valid_for",), scene.language)


def unread_settings(settings: Settings) -> Findings:
    """A `review_every` that can't be judged."""
    if settings.review_every:
        yield from _span(settings.review_every, ("review_every",), settings.languages[0])
