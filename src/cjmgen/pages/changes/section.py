"""section: the journeys that changed, each with its figures and its map, and the other things that did."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cjmgen.diff.change import Added, Removed
from cjmgen.diff.changes import Told
from cjmgen.diff.chapter import WEIGHT, Chapter
from cjmgen.diff.effect import Figures, Shift
from cjmgen.diff.passing import Passing
from cjmgen.insight.meet.spine import drift, points
from cjmgen.pages.changes.chart import Chart, Felt, chart
from cjmgen.pages.changes.entry import Entry, Mark, entry
from cjmgen.pages.changes.grid import grid
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.spots import name_in_page, spot_of
from cjmgen.pages.changes.steps import Step, steps
from cjmgen.pages.changes.views import Grid
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass

MAPS, ROWS = 16, 100
"""Journeys that are shown with their maps, and those that are told in a line."""

HEIRS = 4
"""Journeys that take changes over and are named."""

OTHERS, EACH = 60, 12
"""Other things that are shown, and what of each."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a journey before and after: emotion, conversion, severe (pains), evidence. `by` is in points where it is a share."""

    key: str
    old: float | None
    new: float | None
    by: float | None
    noise: str = ""
    """Of a conversion, whether that is more than noise: a word below `journey.measured.noise.`."""

    @property
    def changed(self) -> bool:
        """Whether it is another one."""
        return self.old != self.new and self.by != 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many changes, and how many of them are of which kind."""

    total: int
    breaking: int
    worse: int
    better: int


@dataclass(frozen=True, slots=True)
class Section:
    """A journey. One that is new, gone, or has other figures without a change of its own has a chart and no map."""

    spot: str
    anchor: Anchor
    state: str
    mark: Mark
    counts: Counts
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]
    """The steps of its funnel with another share."""
    chart: Chart | None
    stages: tuple[Anchor, ...]
    """The columns of a chart without a map."""
    grid: Grid | None
    heirs: tuple[tuple[Anchor, int], ...]
    """Journeys that extend it and take changes of it over, and how many."""
    more_heirs: int


@dataclass(frozen=True, slots=True)
class Row:
    """A journey in a line."""

    anchor: Anchor
    counts: Counts
    figure: Figure


@dataclass(frozen=True, slots=True)
class Other:
    """Something that is no journey: a persona, a team, an evidence. `kind` is a phrase below `changes.noun.`."""

    spot: str
    kind: str
    anchor: Anchor
    entries: tuple[Entry, ...]
    more: int


def section(scene: Scene, chapter: Chapter) -> Section:
    """A journey with all that changed in it."""
    place, shift = chapter.place, chapter.shift
    mark, heirs = _mark(chapter), _heirs(scene, chapter)
    scene = replace(scene, journey=place.id)
    card = shift.card if shift else None
    mapped = bool(chapter.told) and not mark
    stages = shift.stages if shift else ()
    felt = [Felt(scene.say(each.title), *(side.score if side else None for side in (each.old, each.new))) for each in stages]
    return Section(
        f"j-{name_in_page(place.id)}", scene.link("journey", place.id, place.title), card.state if card else "", mark,
        counts(chapter.told, shift.told if shift else ()), figures(shift) if shift else (), steps(scene, shift),
        None if mapped else chart(felt), () if mapped else tuple(Anchor(each.said) for each in felt),
        grid(scene, chapter) if mapped else None, tuple(heirs[:HEIRS]), max(0, len(heirs) - HEIRS),
    )  # fmt: skip


def _mark(chapter: Chapter) -> Mark:
    """Whether the journey itself came or went."""
    acts = [type(told.change) for told in chapter.told if not told.place.steps]
    return "added" if Added in acts else "removed" if Removed in acts else ""


def _heirs(scene: Scene, chapter: Chapter) -> list[tuple[Anchor, int]]:
    titles = {heir.id: heir.title for told in chapter.told for heir in told.heirs}
    often = Counter(heir.id for told in chapter.told for heir in told.heirs)
    return [(scene.link("journey", id, title), often[id]) for id, title in titles.items()]


def counts(every: Sequence[Told], ways: Iterable[Passing] = ()) -> Counts:
    """How many changes of which kind, and steps of funnels that are better or worse; what is told as a step counts as one."""
    steps = [way.meaning for way in ways]
    signs = [*(told.sign for told in every if not (steps and told.is_step)), *steps]
    return Counts(len(every), signs.count("breaking"), signs.count("worse"), signs.count("better"))


def figures(shift: Shift) -> tuple[Figure, ...]:
    """The figures of a journey, those that nothing stands behind left out."""
    old, new = shift.old, shift.new
    every = (
        _figure("emotion", *(each.score if each else None for each in (old, new))),
        replace(_figure("conversion", *(each.conversion if each else None for each in (old, new))), noise=_noise(shift)),
        _figure("severe", *(_severe(each) for each in (old, new))),
        _figure("evidence", *(each.coverage.share if each else None for each in (old, new))),
        _figure("weight", *(each.coverage.by_weight if each else None for each in (old, new))),
    )
    return tuple(each for each in every if each.old is not None or each.new is not None)


def _noise(shift: Shift) -> str:
    """Whether a conversion that changed did so by more than noise."""
    return str(shift.whole.noise) if shift.whole and shift.whole.moved else ""


def _severe(side: Figures | None) -> float | None:
    return None if side is None else float(side.severe)


def _figure(key: str, old: float | None, new: float | None) -> Figure:
    by = drift(old, new, 0 if key == "severe" else 1) if key in ("emotion", "severe") else points(old, new)
    return Figure(key, old, new, by)


def row(scene: Scene, chapter: Chapter) -> Row:
    """A journey in a line."""
    place, shift = chapter.place, chapter.shift
    old, new = (shift.old, shift.new) if shift else (None, None)
    figure = _figure("emotion", *(each.score if each else None for each in (old, new)))
    return Row(scene.link("journey", place.id, place.title), counts(chapter.told, shift.told if shift else ()), figure)


def other(scene: Scene, chapter: Chapter) -> Other:
    """Something that is no journey, with what changed in it."""
    place = chapter.place
    things: dict[object, list[Told]] = {}
    for told in chapter.told:
        things.setdefault(told.place.way, []).append(told)
    made = [entry(scene, done[0].place, done, spot_of(done[0].place)) for done in list(things.values())[: EACH * 4]]
    kept = sorted(made, key=lambda each: WEIGHT[each.sign])[:EACH]
    return Other(spot_of(place) + "-all", place.kind, scene.heading(place), tuple(kept), len(things) - len(kept))
