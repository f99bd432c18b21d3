"""takes: the two or three findings that lead a comparison, each with the cell that shows it."""

from cjmgen.insight.meet.contrast import Take as Found
from cjmgen.insight.meet.contrast import verdict
from cjmgen.pages.comparison.scene import Name, Scene
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

NAMED = 2
"""Pains named behind a finding."""


@dataclass(frozen=True, slots=True)
class Take:
    """A finding. `measure` is emotion, conversion or pains; `plan` where a future version is told against the present one."""

    measure: str
    plan: bool
    better: bool
    name: Name
    stage: Said
    by: float
    before: float
    after: float
    spot: str
    pains: tuple[Said, ...]
    """The pains that only one of the two has."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The findings, or why there are none: apart, unmeasured, alike; then `by` and `stage` are the largest difference, if any."""

    takes: tuple[Take, ...]
    reason: str
    by: float | None
    stage: Said


def lead(scene: Scene) -> Lead:
    """What the comparison comes down to."""
    found = verdict(scene.spine)
    largest = found.largest
    stage = scene.edition.say(scene.spine.columns[largest.column].title) if largest else Said("")
    return Lead(tuple(_take(scene, take) for take in found.takes), found.reason, abs(largest.change) if largest else None, stage)


def _take(scene: Scene, take: Found) -> Take:
    column = scene.spine.columns[take.column]
    states = [side.state for side in scene.spine.sides]
    plan = not scene.together and (states[0], states[take.subject]) == ("current", "future") and states.count("future") == 1
    return Take(
        take.measure,
        plan,
        take.better,
        scene.names[take.subject],
        scene.edition.say(column.title),
        abs(take.change),
        take.before,
        take.after,
        f"c-{take.measure}-{column.id}",
        _pains(scene, take) if take.measure == "pains" else (),
    )


def _pains(scene: Scene, take: Found) -> tuple[Said, ...]:
    """The severe pains that are gone, or new."""
    stances = scene.spine.columns[take.column].stances
    more, less = (stances[at] for at in ((0, take.subject) if take.better else (take.subject, 0)))
    assert more is not None
    assert less is not None
    kept = {pain.id for pain in less.severe}
    return tuple(scene.edition.say(pain.title) for pain in more.severe if pain.id not in kept)[:NAMED]
