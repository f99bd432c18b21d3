"""reading: a journey as text, stage by stage, for paper and for those who would rather read than look."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from cjmgen.model.lane import LANES
from cjmgen.pages.journey.head import StageHead
from cjmgen.pages.journey.items import Chance, Claim, Item, Picture, Quote
from cjmgen.pages.journey.lanes import Lane, LaneRow, in_order
from cjmgen.pages.journey.numbers import Count, Figure, Step
from cjmgen.pages.journey.page import JourneyView, journey_view
from cjmgen.pages.journey.teams import Handover
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Frame, Said
from cjmgen.value import dataclass

T = TypeVar("T")


ORDER = (
    "actions", "thoughts", "questions", "feelings", "tailored", "channels", "voice", "pictures", "metrics", "pains", "gains",
    "chances", "teams",
)  # fmt: skip
"""The lanes as they are read in a chapter; the blueprint's and the free ones follow. What a stage is for, how many reach it
and how it feels stand in its head."""


@dataclass(frozen=True, slots=True)
class Section:
    """A lane inside a stage. One of notes brings its items; what another holds stands in the chapter."""

    key: str
    """actions, thoughts … or the id of a free lane."""
    title: Said
    """The project's own name for it; a free lane always has one."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Everything that happens in one stage."""

    head: StageHead
    count: Count | None
    step: Step | None
    """The way here from the stage counted before."""
    sections: tuple[Section, ...]
    """What is told of it, in the order it is read in."""
    quotes: tuple[Quote, ...]
    pictures: tuple[Picture, ...]
    figures: tuple[Figure, ...]
    pains: tuple[Claim, ...]
    gains: tuple[Claim, ...]
    chances: tuple[Chance, ...]
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The reading version. `map` is what the journey's page shows; both stand in one folder, so its links hold here."""

    frame: Frame
    map: JourneyView
    journey: str
    """The address of the journey's page."""
    chapters: tuple[Chapter, ...]
    deeper: bool = True


def reading(edition: Edition, id: str) -> ReadingView:
    """The reading version of a journey, made of what its page shows."""
    subject, journey, shown = Subject("reading", id), Subject("journey", id), edition.latest(journey_view, id)
    path = edition.sitemap.path(subject, edition.language)
    rows = in_order(edition.atlas.settings.lanes, _as_read(shown.lanes))
    return ReadingView(
        frame(edition, subject, shown.title, shown.summary, "home", edition.atlas.journeys[id].file, shown.frame.fallback, journey),
        shown,
        edition.sitemap.link(path, journey, edition.language),
        tuple(_chapter(shown, rows, at) for at in range(len(shown.stages))),
    )


def _as_read(rows: Iterable[LaneRow]) -> tuple[LaneRow, ...]:
    """The lanes in the usual order of a chapter."""
    told = [row for row in rows if row.notes or row.key in ORDER]
    inside = sorted((row for row in told if not row.behind and row.key in ORDER), key=lambda row: ORDER.index(row.key))
    after = (row for row in told if (row.behind and row.key != "actions") or row.key not in LANES)
    return (*inside, *after)


def _chapter(shown: JourneyView, rows: tuple[LaneRow, ...], at: int) -> Chapter:
    told = Chapter(
        shown.stages[at],
        shown.funnel.counts[at] if shown.funnel else None,
        _step_to(shown, at),
        (),
        _cell(shown.voice, at),
        _cell(shown.pictures, at),
        _cell(shown.metrics, at),
        _cell(shown.pains, at),
        _cell(shown.gains, at),
        _cell(shown.chances, at),
        tuple(each for border in (shown.teams.borders if shown.teams else ()) if border.stage == at for each in border.handovers),
    )
    return replace(told, sections=tuple(_sections(told, shown, rows, at)))


def _sections(told: Chapter, shown: JourneyView, rows: tuple[LaneRow, ...], at: int) -> Iterator[Section]:
    """The lanes that hold something in this stage."""
    filled: dict[str, object] = {
        "channels": told.head.contacts, "voice": told.quotes, "pictures": told.pictures, "metrics": told.figures,
        "pains": told.pains, "gains": told.gains, "chances": told.chances, "teams": told.handovers,
    }  # fmt: skip
    for row in rows:
        items = _cell(row.notes, at)
        if items or (not row.notes and filled[row.key]):
            yield Section(row.key, shown.teams.passing if row.key == "teams" and shown.teams else row.title, items)


def _cell(lane: Lane[T] | None, at: int) -> tuple[T, ...]:
    return lane.cells[at] if lane else ()


def _step_to(shown: JourneyView, at: int) -> Step | None:
    """The step of the funnel that ends at a stage."""
    counts = shown.funnel.counts if shown.funnel else ()
    here = counts[at] if counts else None
    if not shown.funnel or not here:
        return None
    before = sum(count is not None for count in counts[:at])
    return shown.funnel.steps[before - 1] if 0 < before <= len(shown.funnel.steps) else None


READING = Kind("reading", "reading.html", lambda atlas: atlas.journeys, "journeys/{}/read.html".format, reading, listed=False)
