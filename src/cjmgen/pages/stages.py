"""stages: the phases that all journeys share, with the stages that stand in each, and the stages that stand in none."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.placement import Loose, Standing, loose, placed, walks
from cjmgen.pages.home.page import ordered
from cjmgen.pages.parts.cells import journey_link, stage_link
from cjmgen.pages.parts.strip import Strip, strip
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import HOME, frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, slice_of
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

SHOWN = 12
"""Stages shown in each phase; the heat map has them all."""

NAMED = 5
"""Journeys named for each stage without a phase."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage of a journey."""

    anchor: Anchor
    journey: Anchor
    state: str
    counted: bool
    score: float | None


@dataclass(frozen=True, slots=True)
class PhaseColumn:
    """A phase with the stages that stand in it, the lowest first; `feel` counts every counted journey once."""

    said: Said
    about: Said
    feel: Strip | None
    lines: tuple[StageLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class LooseLine:
    """A stage without a phase: its id, as `also` would name it, and the phases that stand before and after it."""

    id: str
    said: Said
    after: Said
    before: Said
    suggested: str
    """The id of the phase before it, else of the one after; "" where the journey has neither."""
    lines: tuple[StageLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class StagesView:
    """The page of the stage set, or a later part of what has no place in it."""

    frame: Frame
    site: Said
    columns: tuple[PhaseColumn, ...]
    loose: tuple[LooseLine, ...]
    stages: int
    unplaced: int
    all: str
    """Where all stages are."""
    pager: Pager | None


def stages(edition: Edition, id: str = "") -> StagesView:
    """A part of the page."""
    number = number_of(id)
    atlas = edition.atlas
    cards = ordered(atlas.journeys)
    subject = part_of("stages", number)
    path = edition.sitemap.path(subject, edition.language)
    found = loose(cards, atlas.phases)
    columns = tuple(_column(edition, path, id, standings) for id, standings in placed(cards, atlas.phases).items()) if number == 1 else ()
    lines = tuple(_loose(edition, path, each, found[each]) for each in slice_of(tuple(found), number))
    heat = Subject("heatmap")
    return StagesView(
        frame(edition, subject, SILENCE, SILENCE, "stages", fallback=fell_back((columns, lines))),
        edition.say(atlas.settings.title),
        columns,
        lines,
        sum(len(card.stages) for card in cards),
        sum(len(each.standings) for each in found.values()),
        edition.sitemap.link(path, heat if edition.sitemap.has(heat, edition.language) else HOME, edition.language),
        pager(edition, path, "stages", number, len(part_ids(len(found)))),
    )


def _column(edition: Edition, start: str, id: str, standings: list[Standing]) -> PhaseColumn:
    phase = edition.atlas.phases[id]
    lines = tuple(_line(edition, start, standing) for standing in standings[:SHOWN])
    return PhaseColumn(
        edition.say(phase.title), edition.say(phase.description), strip(walks(standings)), lines, len(standings) - len(lines)
    )


def _line(edition: Edition, start: str, standing: Standing) -> StageLine:
    card, stage = standing
    return StageLine(stage_link(edition, start, card, stage), journey_link(edition, start, card), card.state, card.counted, stage.score)


def _loose(edition: Edition, start: str, id: str, found: Loose) -> LooseLine:
    phases, say = edition.atlas.phases, edition.say
    lines = tuple(_line(edition, start, standing) for standing in found.standings[:NAMED])
    return LooseLine(
        id,
        say(found.standings[0][1].title),
        say(phases[found.after].title) if found.after else SILENCE,
        say(phases[found.before].title) if found.before else SILENCE,
        found.after or found.before or "",
        lines,
        len(found.standings) - len(lines),
    )


def _ids(atlas: Atlas) -> tuple[str, ...]:
    """Only where there is a stage set, and stages to put in it."""
    if not atlas.phases or not any(card.stages for card in atlas.journeys.values()):
        return ()
    return part_ids(len(loose(atlas.journeys.values(), atlas.phases)))


STAGES = Kind("stages", "stages.html", _ids, lambda id: part_path("stages", id), stages)
