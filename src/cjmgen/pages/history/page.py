"""page: the history of a journey: its figures from revision to revision, the revisions themselves, and who changed what last."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.history.pair import NAMED
from cjmgen.diff.history.tale import Moment, Past, Revision
from cjmgen.model.lane import LANES
from cjmgen.pages.history.cells import WHOLE, StageCells, cells
from cjmgen.pages.history.chart import Chart, charts
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

SHORT = 7
"""Letters of a commit's name that are shown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A revision as it is named: by its tag, else by the first letters of its commit; both are empty for what is not committed yet."""

    tag: str
    commit: str
    who: str
    day: datetime.date | None
    subject: str


@dataclass(frozen=True, slots=True)
class Line:
    """A revision that changed the journey, with the figures it left and how they differ from those before."""

    number: int
    mark: Mark
    score: float | None
    score_by: float | None
    conversion: float | None
    evidence: float | None
    weight: float | None
    """Claims that are validated, 0 … 1, and what all of them weigh."""
    validated: int
    claims: int
    severe: int
    changes: int
    """Things that changed; none in the first revision that is looked at, which is where the history begins."""
    begins: bool
    href: str
    """The address of all that changed in the revision, or nothing."""


@dataclass(frozen=True, slots=True)
class LaneName:
    """A lane of a stage; no `key` is the stage itself. `title` is what the project calls it, or nothing."""

    key: str
    title: Said


@dataclass(frozen=True, slots=True)
class Touched:
    """The lanes of a stage that a revision was the last to change; no words in the `stage` is the journey as a whole."""

    stage: Anchor
    lanes: tuple[LaneName, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history of a journey, newest revision first."""

    frame: Frame
    title: Said
    journey: str
    """The address of the journey."""
    begun: Mark | None
    """The revision that brought the journey; None where it is older than all that are looked at."""
    since: datetime.date | None
    charts: tuple[Chart, ...]
    lines: tuple[Line, ...]
    touched: tuple[Touched, ...]
    """What changed since the history begins, stage by stage, what changed latest first."""
    older: bool
    """Whether anything on the map is older than that."""
    revisions: str = ""
    """The address of the list of all revisions of the project, or nothing."""
    deeper: bool = True


def history(edition: Edition, id: str) -> HistoryView:
    """The page of a journey's history."""
    subject, past, journey = Subject("history", id), past_of(edition.atlas, id), edition.atlas.journey(id)
    path = edition.sitemap.path(subject, edition.language)
    scene = Scene(edition, id, journey, path)
    address = edition.sitemap.link(path, Subject("journey", id), edition.language)
    found = cells(journey, past, scene.hidden)
    view = HistoryView(
        frame(edition, subject, edition.say(journey.title), SILENCE, "home", edition.atlas.journeys[id].file),
        edition.say(journey.title),
        address,
        mark(past.begun) if past.begun else None,
        past.moments[0].revision.day,
        tuple(charts(past.moments)),
        tuple(reversed(tuple(_lines(edition, path, past.moments, past.begun)))),
        tuple(line for each in found for line in _touched(scene, address, each, past.moments)),
        any(cell.revision is None for each in found for cell in each.cells),
        _way(edition, path, Subject("revisions")),
    )
    return replace(view, frame=replace(view.frame, fallback=True)) if fell_back(view) else view


def past_of(atlas: Atlas, id: str) -> Past:
    """What is known of a journey's past."""
    return cast(Past, atlas.histories[id])


def mark(revision: Revision) -> Mark:
    """A revision as it is named."""
    return Mark(revision.name, revision.commit[:SHORT], revision.who, revision.day, revision.subject)


def _way(edition: Edition, start: str, subject: Subject) -> str:
    return edition.sitemap.link(start, subject, edition.language) if edition.sitemap.has(subject, edition.language) else ""


def _lines(edition: Edition, path: str, moments: Sequence[Moment], begun: Revision | None) -> Iterator[Line]:
    before: tuple[Moment | None, ...] = (None, *moments[:-1])
    for number, (last, moment) in enumerate(zip(before, moments, strict=True), start=1):
        now, then = moment.figures, last.figures if last else None
        by = now.score - then.score if then and now.score is not None and then.score is not None else None
        yield Line(
            number, mark(moment.revision), now.score, by, now.conversion, now.coverage.share, now.coverage.by_weight,
            now.coverage.validated, now.coverage.total, now.severe, moment.changes, moment.revision == begun,
            _way(edition, path, Subject("between", moment.revision.commit[:NAMED])) if moment.revision.commit else "",
        )  # fmt: skip


def _touched(scene: Scene, address: str, found: StageCells, moments: Sequence[Moment]) -> Iterator[Touched]:
    stage = next((each for each in scene.journey.stages if each.key == found.stage), None)
    anchor = Anchor(scene.say(stage.title), f"{address}#s-{stage.key}") if stage else Anchor(SILENCE, address)
    order = {moment.revision: at for at, moment in enumerate(moments)}
    together: dict[Revision, list[str]] = {}
    for cell in found.cells:
        if cell.revision:
            together.setdefault(cell.revision, []).append(cell.lane)
    for revision, lanes in sorted(together.items(), key=lambda each: -order.get(each[0], 0)):
        yield Touched(anchor, tuple(LaneName(lane, _titled(scene, lane)) for lane in lanes), mark(revision))


def _titled(scene: Scene, lane: str) -> Said:
    listed = scene.listed.get(lane)
    own = scene.journey.lanes.get(lane) or lane.replace("-", " ").capitalize() if lane not in (*LANES, WHOLE) else None
    return scene.say(listed.title if listed and listed.title else own)


def _ids(atlas: Atlas) -> Mapping[str, object]:
    return atlas.histories


HISTORY = Kind("history", "history.html", _ids, "journeys/{}/history.html".format, history)
