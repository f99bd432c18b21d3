"""many: five to twelve subjects: a small chart each on one spine, and a matrix with range and median by stage."""

from cjmgen.insight.charts.curve import WIDTH, across, height
from cjmgen.insight.meet.contrast import Range, ranges
from cjmgen.pages.comparison.overlay import Points, curve
from cjmgen.pages.comparison.scene import Name, Scene
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

TOP, CUT = 30, 150
"""A small chart shows this part of the emotion curve's box."""


@dataclass(frozen=True, slots=True)
class Small:
    """One subject's chart, over the median of all."""

    name: Name
    anchor: Anchor
    state: str
    """"" where all have the same."""
    score: float | None
    severe: int | None
    points: Points

    @property
    def marks(self) -> Points:
        """Where the points' marks stand, in percent of the plot, which shows a part of the emotion curve's box."""
        return tuple((round(x / WIDTH * 100, 2), round((y - TOP) / CUT * 100, 2)) for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Square:
    """One subject at one stage: whether it has the stage, and its score."""

    there: bool
    score: float | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Span:
    """Where the subjects lie farthest apart, and where their middle is lowest."""

    stage: Said
    spot: str
    value: float


@dataclass(frozen=True, slots=True)
class Many:
    """Small charts and the matrix; `ranges` has a range a column, None where less than two subjects have a score."""

    smalls: tuple[Small, ...]
    median: Points
    rows: tuple[tuple[Square, ...], ...]
    ranges: tuple[Range | None, ...]
    widest: Span | None
    lowest: Span | None


def many(scene: Scene) -> Many:
    """All subjects beside one another."""
    found = ranges(scene.spine.columns)
    columns = len(found)
    median = tuple((across(at, columns), height(each.median)) for at, each in enumerate(found) if each)
    subjects = range(len(scene.spine.sides))
    rows = tuple(tuple(_square(scene, at, nth) for nth in range(columns)) for at in subjects)
    return Many(
        tuple(_small(scene, at) for at in subjects), median, rows, found, _span(scene, found, "width"), _span(scene, found, "median")
    )


def _small(scene: Scene, at: int) -> Small:
    side, card = scene.spine.sides[at], scene.card(at)
    severe = sum(len(stage.severe) for stage in side.stages) if "pains" in side.has else None
    anchor = scene.edition.anchor(scene.path, Subject("journey", card.id), card.title)
    states = {each.state for each in scene.spine.sides}
    return Small(scene.names[at], anchor, side.state if len(states) > 1 else "", side.score, severe, curve(scene, at))


def _square(scene: Scene, at: int, nth: int) -> Square:
    stance = scene.spine.columns[nth].stances[at]
    if not stance:
        return Square(False, None, Anchor(Said("")))
    journey = Subject("journey", scene.contest.contenders[at].journey)
    return Square(True, stance.score, scene.edition.anchor(scene.path, journey, stance.title, f"s-{stance.id}"))


def _span(scene: Scene, found: tuple[Range | None, ...], measure: str) -> Span | None:
    """The column that is widest, or whose median is lowest."""
    known = [(each, nth) for nth, each in enumerate(found) if each]
    if not known:
        return None
    best = max(known, key=lambda one: one[0].width) if measure == "width" else min(known, key=lambda one: one[0].median)
    column = scene.spine.columns[best[1]]
    return Span(scene.edition.say(column.title), f"c-{measure}-{column.id}", getattr(best[0], measure))
