"""reading: a journey as text, stage by stage, for paper and for those who would rather read than look."""

from dataclasses import dataclass
from typing import TypeVar

from cjmgen.pages.edition import Edition
from cjmgen.pages.frame import frame
from cjmgen.pages.journey.head import StageHead
from cjmgen.pages.journey.items import Chance, Claim, Item, Picture, Quote
from cjmgen.pages.journey.lanes import Lane
from cjmgen.pages.journey.numbers import Count, Figure, Step
from cjmgen.pages.journey.page import JourneyView, journey_view
from cjmgen.pages.journey.teams import Handover
from cjmgen.pages.kind import Kind
from cjmgen.pages.sitemap import Subject
from cjmgen.pages.view import Frame, Said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """A lane of notes inside a stage; a free lane brings its own title."""

    key: str
    title: Said
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Everything that happens in one stage."""

    head: StageHead
    notes: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    pictures: tuple[Picture, ...]
    count: Count | None
    step: Step | None
    """The way here from the stage counted before."""
    figures: tuple[Figure, ...]
    pains: tuple[Claim, ...]
    gains: tuple[Claim, ...]
    chances: tuple[Chance, ...]
    handovers: tuple[Handover, ...]
    behind: tuple[Section, ...]
    """The blueprint's lanes and the free ones."""


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
    return ReadingView(
        frame(edition, subject, shown.title, shown.summary, "home", edition.atlas.journeys[id].file, shown.frame.fallback, journey),
        shown,
        edition.sitemap.link(path, journey, edition.language),
        tuple(_chapter(shown, at) for at in range(len(shown.stages))),
    )


def _chapter(shown: JourneyView, at: int) -> Chapter:
    return Chapter(
        shown.stages[at],
        _sections((*(lane for lane in (*shown.opening, *shown.inner) if lane.key != "goal"), shown.feelings, shown.tailored), at),
        _cell(shown.voice, at),
        _cell(shown.pictures, at),
        shown.funnel.counts[at] if shown.funnel else None,
        _step_to(shown, at),
        _cell(shown.metrics, at),
        _cell(shown.pains, at),
        _cell(shown.gains, at),
        _cell(shown.chances, at),
        tuple(each for border in (shown.teams.borders if shown.teams else ()) if border.stage == at for each in border.handovers),
        _sections((*(lane for lane in shown.blueprint if lane.key != "actions"), *shown.free), at),
    )


def _cell(lane: Lane[T] | None, at: int) -> tuple[T, ...]:
    return lane.cells[at] if lane else ()


def _sections(lanes: tuple[Lane[Item] | None, ...], at: int) -> tuple[Section, ...]:
    return tuple(Section(lane.key, lane.title, lane.cells[at]) for lane in lanes if lane and lane.cells[at])


def _step_to(shown: JourneyView, at: int) -> Step | None:
    """The step of the funnel that ends at a stage."""
    counts = shown.funnel.counts if shown.funnel else ()
    here = counts[at] if counts else None
    if not shown.funnel or not here:
        return None
    before = sum(count is not None for count in counts[:at])
    return shown.funnel.steps[before - 1] if 0 < before <= len(shown.funnel.steps) else None


READING = Kind("reading", "reading.html", lambda atlas: atlas.journeys, "journeys/{}/read.html".format, reading, listed=False)
