"""steps: the steps of a journey's funnel that other shares of people take now, each with its people, its test and its goal."""

from cjmgen.diff.effect import Shift
from cjmgen.diff.meaning import Meaning
from cjmgen.diff.passing import Passing
from cjmgen.insight.meet.spine import points
from cjmgen.numbers.digits import apart
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """From a stage to one after it: the share that goes on before and after, and of how many."""

    start: Said
    end: Said
    sign: Meaning
    old: float
    new: float
    digits: int | None
    """Decimals by which the two look apart, None for the usual ones."""
    by: float | None
    """By how much it changed, in percentage points."""
    people: tuple[int, ...]
    """Of how many, before and after; one where they are the same."""
    noise: str
    """A word below `journey.measured.noise.`."""
    goal: float | None


def steps(scene: Scene, shift: Shift | None) -> tuple[Step, ...]:
    """The steps of a journey with another share, the worst first."""
    return tuple(_step(scene, each) for each in shift.told) if shift else ()


def _step(scene: Scene, of: Passing) -> Step:
    start, end = (scene.say(title or id) for id, title in (of.start, of.end))
    people = tuple(dict.fromkeys(of.n))
    digits, by = apart(of.share, "share", goal=of.goal), points(*of.share, goal=of.goal)
    return Step(start, end, of.meaning, *of.share, digits, by, people, str(of.noise), of.goal)
