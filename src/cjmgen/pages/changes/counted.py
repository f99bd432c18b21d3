"""counted: what a measured value leans on before and after: periods, people, noise, goal; and periods that came or say otherwise now."""

from dataclasses import replace

from cjmgen.diff.remeasured import Over as Judged
from cjmgen.diff.remeasured import Remeasured, Same
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.value import NOTHING, Value, value
from cjmgen.pages.parts.corrected import Corrected, corrected
from cjmgen.pages.parts.over import Over, over_of
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

MOST = 6
"""Periods of a kind that are named."""


@dataclass(frozen=True, slots=True)
class Tidings:
    """Periods that are new or late, and how many more."""

    kind: str
    periods: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a change of a metric is told: as a step of a journey's funnel, or as its conversion, which has no stages."""

    journey: Said
    stages: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Beside a value that exports gave: the periods and the people of both, or of one where they are the same.

    `noise` is a word below `journey.measured.noise.`, "" where only earlier periods are told otherwise.
    """

    periods: tuple[str, ...]
    people: tuple[int, ...]
    noise: str
    goal: Value
    tidings: tuple[Tidings, ...]
    digits: int | None = None
    """The decimals that a plain number is told with."""
    corrected: tuple[Corrected, ...] = ()
    more: int = 0
    """How many more periods have another figure."""
    over: Over | None = None
    """What became of the goal, where its day has passed."""
    same: Elsewhere | None = None
    """Where the change is told, so that it is told once."""


def counted(scene: Scene, of: Remeasured) -> Counted:
    """What is shown of it."""
    return Counted(
        tuple(dict.fromkeys(each for each in of.period if each)),
        tuple(dict.fromkeys(of.n)) if all(of.n) else (),
        str(of.noise),
        NOTHING if of.goal is None else value(scene, "metric", "value", of.goal),
        tuple(Tidings(kind, periods[:MOST], max(0, len(periods) - MOST)) for kind, periods in of.tidings),
        of.digits,
        tuple(corrected(each, of.digits) for each in of.corrected[:MOST]),
        max(0, len(of.corrected) - MOST),
        _over(of.over, of.digits),
        _elsewhere(scene, of.same) if of.same else None,
    )


def _over(of: Judged | None, digits: int | None) -> Over | None:
    if of is None:
        return None
    return over_of(of.day, of.stands, of.value if of.period else None, of.kind, digits)


def _elsewhere(scene: Scene, of: Same) -> Elsewhere:
    journey, *stages = (scene.say(title or id) for id, title in (of.journey, *of.steps))
    return Elsewhere(journey, tuple(stages))


def silent(of: Counted, goal: Value = NOTHING) -> Counted:
    """Without the figures that are told elsewhere, or did not change."""
    return replace(of, people=(), noise="", goal=goal)
