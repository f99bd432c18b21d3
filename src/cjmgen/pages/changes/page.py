"""page: what changed since an earlier version, what it means for the customer, and who should look."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cjmgen.diff.changes import Changes
from cjmgen.diff.chapter import chapters
from cjmgen.diff.news import Gap, News
from cjmgen.pages.changes.entry import Entry, Mark
from cjmgen.pages.changes.follow import Asked, Contest, Lead, Rank, asked, contests, leads, ranks
from cjmgen.pages.changes.scene import Scene, cut, news_of
from cjmgen.pages.changes.section import MAPS, OTHERS, ROWS, Counts, Other, Row, Section, counts, other, row, section
from cjmgen.pages.changes.teams import Line, Team, line, teams
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Frame, Said, fell_back
from cjmgen.value import dataclass

MARKS: tuple[Mark, ...] = ("added", "removed", "moved", "changed")

GAPS, BROKEN = 20, 12
"""Files that could not be read, and breaking changes, that are named."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file with an error on one side, which is compared as far as it could be read."""

    side: str
    file: str
    code: str
    message: Said


@dataclass(frozen=True, slots=True)
class Broken:
    """A change after which a reference leads nowhere, and the files it stands in."""

    line: Line
    files: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes. What has no room is counted."""

    frame: Frame
    base: str
    """What the earlier version is called."""
    head: str
    """What the newer one is called, "" for the maps as they stand."""
    counts: Counts
    journeys: int
    """In how many journeys."""
    things: int
    """In how many other things."""
    leads: tuple[Lead, ...]
    broken: tuple[Broken, ...]
    more_broken: int
    teams: tuple[Team, ...]
    asked: tuple[Asked, ...]
    more_asked: int
    marks: tuple[tuple[str, int], ...]
    """The kinds of change that the page shows, with how many things each was done to; `same` is what did not change."""
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    """Journeys that are told in a line, where there are many."""
    more_rows: int
    others: tuple[Other, ...]
    more_others: int
    ranks: tuple[Rank, ...]
    more_ranks: int
    contests: tuple[Contest, ...]
    more_contests: int
    unread: tuple[Unread, ...]
    more_unread: int
    tested: int
    """How many figures were tested together for what is more than noise."""
    untold: int
    """How many things are not compared, as something in them became internal."""
    up: str = ""
    """The address of the list that it is part of, or nothing."""


def changes(edition: Edition, id: str) -> ChangesView:
    """The page of changes of a name."""
    subject = Subject("changes", id)
    path = edition.sitemap.path(subject, edition.language)
    news = news_of(edition.atlas, id)
    view = told(Scene(edition, news, path), news, frame(edition, subject, Said(""), Said(""), "changes"))
    around = replace(view.frame, nav=(*view.frame.nav, ("changes", "#main")), robots="noindex", fallback=fell_back(view))
    return replace(view, frame=around)


def alone(view: ChangesView) -> ChangesView:
    """The same for a file of its own, around which there is no site."""
    around = replace(view.frame, nav=(), more=(), alternates=(), search=(), logo="", twin="", edit="", report=None, address="")
    return replace(view, frame=around)


def told(scene: Scene, news: News, around: Frame) -> ChangesView:
    """What changed, in a frame."""
    found, parts = news.changes, chapters(news.changes)
    maps = [each for each in parts if each.place.kind == "journey"]
    rest = [each for each in parts if each.place.kind != "journey"]
    sections = tuple(section(scene, each) for each in maps[:MAPS])
    others = tuple(other(scene, each) for each in rest[:OTHERS])
    shown = frozenset(_spots(sections, others))
    broken = tuple(_broken(scene, found, shown))
    people, moved, tilted = asked(scene, found), ranks(scene, found), contests(scene, found)
    return ChangesView(
        frame=around, base=cut(news.base, 80), head=cut(news.head, 80),
        counts=counts(found.told, [way for shift in found.shifts for way in shift.told]),
        journeys=sum(bool(each.told) for each in maps), things=len(rest), leads=leads(scene, found),
        broken=broken[:BROKEN], more_broken=max(0, len(broken) - BROKEN), teams=teams(scene, found, shown),
        asked=people, more_asked=len(found.asks) - len(people), marks=tuple(_marks(sections, others)), sections=sections,
        rows=tuple(row(scene, each) for each in maps[MAPS : MAPS + ROWS]), more_rows=max(0, len(maps) - MAPS - ROWS),
        others=others, more_others=len(rest) - len(others), ranks=moved, more_ranks=len(found.ranks) - len(moved),
        contests=tilted, more_contests=len(found.tilts) - len(tilted),
        unread=tuple(_unread(gap, scene.edition.language) for gap in news.gaps[:GAPS]),
        more_unread=max(0, len(news.gaps) - GAPS) + news.more, tested=found.tested, untold=news.untold,
    )  # fmt: skip


def _spots(sections: tuple[Section, ...], others: tuple[Other, ...]) -> Iterator[str]:
    """The ids of all that the page shows."""
    yield from (each.spot for each in sections)
    for thing in others:
        yield from (thing.spot, *(entry.spot for entry in thing.entries))
    yield from (entry.spot for entry in _entries(sections))


def _entries(sections: tuple[Section, ...]) -> Iterator[Entry]:
    """Everything in the maps."""
    for grid in (each.grid for each in sections if each.grid):
        yield from grid.about
        yield from (entry for lane in grid.lanes for cell in lane.cells for entry in cell.entries)


def _marks(sections: tuple[Section, ...], others: tuple[Other, ...]) -> Iterator[tuple[str, int]]:
    """The kinds of change with how often each is shown."""
    often = Counter(entry.mark for entry in (*_entries(sections), *(entry for each in others for entry in each.entries)))
    yield from ((mark, often[mark]) for mark in MARKS if often[mark])
    if often[""]:
        yield "same", 0


def _broken(scene: Scene, found: Changes, shown: frozenset[str]) -> Iterator[Broken]:
    for told in found.told:
        if told.breaks:
            files = tuple(dict.fromkeys(each.file for each in told.breaks))
            yield Broken(line(scene, told, shown), files[:3], max(0, len(files) - 3))


def _unread(gap: Gap, language: str) -> Unread:
    """The message is in the language of the command."""
    return Unread(cut(gap.side, 80), cut(gap.file, 200), gap.code, Said(cut(gap.message, 200), "" if language == "en" else "en"))


CHANGES = Kind("changes", "changes.html", lambda atlas: atlas.news, "changes/{}/index.html".format, changes, listed=False)
