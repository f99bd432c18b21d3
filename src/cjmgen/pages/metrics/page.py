"""page: all metrics that have a file of their own: those that miss their goal first, each with its newest figure and where that goes."""

import datetime
from collections.abc import Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.charts.spark import MOST, spark
from cjmgen.model.figures import figures
from cjmgen.pages.journey.grounds import profiles
from cjmgen.pages.journey.numbers import Spark
from cjmgen.pages.metrics.figure import Newest, newest
from cjmgen.pages.metrics.metric import measured_of, owner_of, title_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import Filter, by_title, by_word, several, titles
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Bar, Listing, Row
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

STANDINGS = ("missed", "short", "close", "open", "met", "none")
"""How metrics stand to their goals, in the order of the list; `none` are those that nothing can be said of."""

TYPES = (
    "funnel", "conversion", "drop-off", "reach", "clicks", "time", "nps", "csat", "ces", "churn", "repeat", "revenue", "cost", "custom",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric in the list. `until` is the last day it is about; `profiles` are those that its exports were read by."""

    spot: str
    anchor: Anchor
    type: str
    internal: bool
    owner: Anchor | None
    newest: Newest
    spark: Spark | None
    measured: bool
    profiles: tuple[str, ...]
    until: datetime.date | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetricsView:
    """The page of all metrics, or a later part of it."""

    frame: Frame
    site: Said
    total: int
    goals: int
    met: int
    close: int
    """Those of which the interval doesn't tell whether they reach it."""
    behind: int
    bar: Bar
    lines: tuple[MetricLine, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class MetricLines:
    """The lines of a part alone, for a script."""

    lines: tuple[MetricLine, ...]


def metrics(edition: Edition, id: str = "") -> MetricsView:
    """A part of the list."""
    number = number_of(id)
    subject, every = part_of("metrics", number), edition.once(ranked)
    path = edition.sitemap.path(subject, edition.language)
    lines = tuple(_line(edition, path, each) for each in LISTING.part(edition, number))
    stands = [standing for _, standing in every]
    return MetricsView(
        frame(edition, subject, SILENCE, SILENCE, "metrics", fallback=fell_back(lines)), edition.say(edition.atlas.settings.title),
        len(every), sum(each != "none" for each in stands), stands.count("met"), stands.count("close") + stands.count("open"),
        stands.count("short") + stands.count("missed"),
        LISTING.bar(edition, number, edition.once(_filters)), lines, pager(edition, path, "metrics", number, len(part_ids(len(every)))),
    )  # fmt: skip


Ranked = tuple[str, str]
"""A metric by its id, and how it stands to its goal."""


def ranked(edition: Edition) -> tuple[Ranked, ...]:
    """All metrics: those that miss their goal first, then in the order of their ids."""
    every = [(id, standing_of(newest(edition, told, measured_of(edition.atlas, id)))) for id, told in edition.atlas.metrics.items()]
    return tuple(sorted(every, key=lambda each: (STANDINGS.index(each[1]), each[0])))


def standing_of(found: Newest) -> str:
    """How a metric stands to its goal: `none` where nothing can be said."""
    return (found.goal.standing if found.goal else "") or "none"


def _line(edition: Edition, start: str, each: Ranked) -> MetricLine:
    id = each[0]
    told, measured = edition.atlas.metrics[id], measured_of(edition.atlas, id)
    found, read = newest(edition, told, measured), figures(told)
    kind = read.value.kind if read.value else ""
    values = read.alike(kind)
    drawn = Spark(*spark(values, read.goal.value if read.goal else None), min(len(values), MOST)) if len(values) > 1 else None
    return MetricLine(
        f"m-{id}", Anchor(title_of(edition, id), edition.sitemap.link(start, Subject("metric", id), edition.language)),
        told.type or "custom", told.audience == "internal", owner_of(edition, start, told), found, drawn, measured is not None,
        profiles(measured) if measured else (), measured.as_of if measured else told.updated, _keys(edition, each),
    )  # fmt: skip


def _keys(edition: Edition, each: Ranked) -> tuple[str, ...]:
    id, standing = each
    told = edition.atlas.metrics[id]
    team = [f"team:{told.owner}"] if told.owner in edition.atlas.teams else []
    return (f"standing:{standing}", f"type:{told.type or 'custom'}", *team)


def _filters(edition: Edition) -> tuple[Filter, ...]:
    atlas = edition.atlas
    return several(
        by_word("standing", "standing", (standing for _, standing in edition.once(ranked)), STANDINGS),
        by_word("type", "type", (each.type or "custom" for each in atlas.metrics.values()), TYPES),
        by_title(edition, "team", (each.owner for each in atlas.metrics.values()), titles(atlas.teams)),
    )


def _row(edition: Edition, each: Ranked) -> Row:
    """What can be found of one: its title and what it says of itself."""
    told = edition.atlas.metrics[each[0]]
    said = (title_of(edition, each[0]), edition.say(told.description))
    return Row(" ".join(text.text for text in said if text), _keys(edition, each), f"m-{each[0]}")


def _part(edition: Edition, path: str, every: Sequence[Ranked]) -> MetricLines:
    return MetricLines(tuple(_line(edition, path, each) for each in every))


def _count(atlas: Atlas) -> int:
    return len(atlas.metrics)


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return part_ids(len(atlas.metrics)) if atlas.metrics else ()


LISTING = Listing("metrics", "metrics_part.html", _count, ranked, _row, _part)
METRICS = Kind("metrics", "metrics.html", _ids, lambda id: part_path("metrics", id), metrics)
