"""metric: a measured figure: what it is, how it stands, how it came there, who it is of, where it is used, and what it was counted from."""

from collections.abc import Iterator
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import ranked
from cjmgen.insight.kinds.measures import of_metric
from cjmgen.model.figures import figures
from cjmgen.model.metric import Metric
from cjmgen.numbers.measured import Measured
from cjmgen.pages.journey.grounds import Open, still_open
from cjmgen.pages.metrics.chart import Chart, chart
from cjmgen.pages.metrics.doubt import Doubt, doubts
from cjmgen.pages.metrics.figure import Newest, newest, unit_of
from cjmgen.pages.metrics.formula import Formula, formula
from cjmgen.pages.metrics.groups import Answers, Passage, Slices, answers, passage, slices
from cjmgen.pages.metrics.provenance import Provenance, provenance
from cjmgen.pages.metrics.uses import Uses, cards_of, uses
from cjmgen.pages.parts.follows import Follow, follows
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

TOLD = ("insight.metric.measured", "insight.metric.trend")
"""Reasons that stand above all else on the page, with more figures."""


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric's page."""

    frame: Frame
    title: Said
    description: Said
    notes: Said
    owner: Anchor | None
    who: tuple[Anchor, ...]
    """The personas that it is about; none where it is about all."""
    internal: bool
    newest: Newest
    formula: Formula
    chart: Chart | None
    slices: Slices | None
    passage: Passage | None
    answers: Answers | None
    open: Open | None
    """The first period whose people had less time than a journey may take."""
    doubts: tuple[Doubt, ...]
    """The journeys among whose metrics the last change may be noise, though it is more by itself."""
    follows: tuple[Follow, ...]
    uses: Uses
    provenance: Provenance
    up: str
    """The address of the list of all metrics."""
    deeper: bool = True


def metric(edition: Edition, id: str) -> MetricView:
    """The page of a metric."""
    told, measured, subject = edition.atlas.metrics[id], measured_of(edition.atlas, id), Subject("metric", id)
    path, title = edition.sitemap.path(subject, edition.language), title_of(edition, id)
    view = MetricView(
        frame(edition, subject, title, edition.say(told.description), "metrics", edition.atlas.files.get(f"metric/{id}", "")),
        title, edition.say(told.description), edition.say(told.notes), owner_of(edition, path, told),
        tuple(_about(edition, path, told)),
        told.audience == "internal", newest(edition, told, measured), formula(told, measured),
        chart(figures(told), measured), slices(told, measured, unit_of(edition, told)) if measured else None,
        passage(edition, path, measured, _counting(edition, id)) if measured else None, answers(measured) if measured else None,
        still_open(measured) if measured else None,
        doubts(edition, path, id),
        follows(edition, path, map(_untold, insights_of_metric(edition, id))), uses(edition, path, id),
        provenance(told, measured), edition.sitemap.link(path, Subject("metrics"), edition.language),
    )  # fmt: skip
    said = replace(view, provenance=Provenance((), 0, 0, 0, 0, False))
    return replace(view, frame=replace(view.frame, fallback=True)) if fell_back(said) else view


def title_of(edition: Edition, id: str) -> Said:
    """What a metric is called; its id where nobody said."""
    return edition.say(edition.atlas.metrics[id].title) or Said(id.replace("-", " "))


def measured_of(atlas: Atlas, id: str) -> Measured | None:
    """What a metric's exports say; None where it has none."""
    return atlas.measured.get(id)


def owner_of(edition: Edition, start: str, told: Metric) -> Anchor | None:
    """The team that answers for a metric."""
    if not told.owner:
        return None
    team = edition.atlas.teams.get(told.owner)
    return edition.anchor(start, Subject("team", told.owner), team.title if team else told.owner)


def _about(edition: Edition, start: str, told: Metric) -> Iterator[Anchor]:
    known = edition.atlas.personas
    yield from (edition.anchor(start, Subject("persona", who), known[who].title) for who in told.who if who in known)


def insights_of_metric(edition: Edition, id: str) -> tuple[Insight, ...]:
    """What follows from a metric in the journeys of today that show it."""
    found = of_metric(edition.atlas, id, [card for card in cards_of(edition, id) if card.state == "current"])
    return ranked(found, edition.atlas.settings.currency or "")


def _untold(insight: Insight) -> Insight:
    """An insight without the reasons that the page tells first."""
    return replace(insight, why=tuple(clue for clue in insight.why if not clue.said.key.startswith(TOLD)))


def _counting(edition: Edition, id: str) -> list[JourneyCard]:
    """The journeys whose stages a metric counts."""
    return [card for card in cards_of(edition, id) if ("", id) in card.measures]


METRIC = Kind("metric", "metric.html", lambda atlas: atlas.metrics, "metrics/{}/index.html".format, metric)
