"""comparable: a journey made ready to be laid beside any other in the browser: its column of every row, and what it is aligned by."""

from collections.abc import Iterable, Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.charts.curve import height
from cjmgen.insight.meet.contest import Contender, Contest
from cjmgen.insight.meet.side import Stance
from cjmgen.insight.meet.sketch import Sketch, packed, stage_sketches, touchpoint_sketches
from cjmgen.insight.meet.spine import drift, points
from cjmgen.model.comparison import LEAST
from cjmgen.pages.comparison.cells import lanes
from cjmgen.pages.comparison.entries import Lane
from cjmgen.pages.comparison.scene import Name, Scene
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass

ROWS = ("emotion", "conversion", "pains", "opportunities", "channels", "time", "evidence")
"""Rows whose cells a journey has alone; touchpoints meet in the browser, and metrics are left to comparisons that are made ready."""

TENTHS = 10
"""Figures are handed over as whole tenths of what is shown, so that their differences come out the same everywhere."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A touchpoint with what it is aligned by."""

    anchor: Anchor
    sketch: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage with what it is aligned by, and figures in tenths, None where nobody noted one. `y` is its height in a box of 1000 × 200."""

    anchor: Anchor
    sketch: str
    y: float | None
    felt: int | None
    share: int | None
    severe: int | None
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class ComparableView:
    """A journey, with the cells that it has in a comparison with nobody."""

    id: str
    name: Name
    anchor: Anchor
    state: str
    score: float | None
    evidence: float | None
    weight: float | None
    """Claims that are validated, 0 … 1, and what all of them weigh."""
    stages: tuple[Stage, ...]
    lanes: tuple[Lane, ...]


def comparable(edition: Edition, id: str) -> ComparableView:
    """What the browser is given of a journey."""
    path = edition.sitemap.path(Subject("comparable", id), edition.language)
    scene = Scene(edition, Contest(id, "journeys", (Contender(id, id),), show=ROWS), path)
    side, card = scene.spine.sides[0], scene.card(0)
    return ComparableView(
        id,
        scene.names[0],
        edition.anchor(path, Subject("journey", id), card.title),
        side.state,
        side.score,
        side.coverage.share,
        side.coverage.by_weight,
        tuple(_stage(scene, stance, sketch) for stance, sketch in zip(side.stages, stage_sketches(card), strict=True)),
        lanes(scene),
    )


def _stage(scene: Scene, stance: Stance, sketch: Sketch) -> Stage:
    pained = "pains" in scene.spine.sides[0].has
    return Stage(
        scene.edition.anchor(scene.path, Subject("journey", scene.card(0).id), stance.title, f"s-{stance.id}"),
        packed(sketch),
        None if stance.score is None else height(stance.score),
        _tenths(drift(0.0, stance.score)),
        _tenths(points(0.0, stance.onward)),
        len(stance.severe) * TENTHS if pained else None,
        tuple(_touches(scene, stance)),
    )


def _touches(scene: Scene, stance: Stance) -> Iterator[Touch]:
    sketches = touchpoint_sketches(scene.card(0), stance.id)
    for touch, sketch in zip(stance.touches, sketches, strict=True):
        yield Touch(scene.part(0, "t", touch.stage, touch.id, touch.title), packed(sketch))


def _tenths(value: float | None) -> int | None:
    return None if value is None else round(value * TENTHS)


def _ids(atlas: Atlas) -> Iterable[str]:
    return atlas.journeys if len(atlas.journeys) >= LEAST else ()


COMPARABLE = Kind("comparable", "comparable.html", _ids, "journeys/{}/compare.js".format, comparable, listed=False)
