"""page: what the portfolio comes down to, and every journey as a card."""

from collections.abc import Mapping, Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.cards.score import review_step
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import outside, ranked
from cjmgen.insight.portfolio.axis import Axis, axis
from cjmgen.insight.portfolio.finding import Finding, finding
from cjmgen.insight.portfolio.pulse import counted, sums
from cjmgen.model.claim import Confidence
from cjmgen.pages.changes.mention import Mention, announced
from cjmgen.pages.evidence.backed import coverage_of_all
from cjmgen.pages.home.pulse import Pulse, pulse
from cjmgen.pages.parts.card import Card, card
from cjmgen.pages.parts.follows import Follow, follows
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import Filter, filters, keys
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Bar, Listing, Row
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Frame, Said, fell_back
from cjmgen.value import dataclass

HEATMAP = Subject("heatmap")

FOREMOST = 3
"""Insights that lead the portfolio."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the first sentence says: how many of what, and the finding with its texts."""

    journeys: int
    personas: int
    counted: int
    finding: Finding
    stage: Said
    journey: Said


@dataclass(frozen=True, slots=True)
class Health:
    """The pooled figures of the counted journeys, each None where nothing stands behind it."""

    score: float | None
    pains: int | None
    by_severity: tuple[tuple[str, int], ...]
    """Worst first, those without a severity last."""
    evidence: float | None
    weight: float | None
    """What the claims weigh by how many said so and how long ago, at most `evidence`."""
    by_confidence: tuple[tuple[Confidence, int], ...]
    under_way: int | None
    opportunities: int
    overdue: int | None
    """None unless the project says how long a review lasts."""

    def __bool__(self) -> bool:
        return any(figure is not None for figure in (self.score, self.pains, self.evidence, self.under_way, self.overdue))


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a part alone, for a script."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page, or a later part of its cards: then without pulse and health."""

    frame: Frame
    title: Said
    summary: Said
    lead: Lead
    follows: tuple[Follow, ...]
    """What follows from the maps first: of all counted journeys what is worth most, as far as their cards tell."""
    pulse: Pulse | None
    changed: tuple[Mention, ...]
    """Where it is told what changed since earlier versions."""
    heatmap: str
    """The address of the heat map, or ""."""
    health: Health | None
    bar: Bar
    cards: tuple[Card, ...]
    pager: Pager | None


def home(edition: Edition, id: str = "") -> HomeView:
    """A part of the home page."""
    number = number_of(id)
    journeys = edition.once(all_journeys)
    subject = part_of("home", number)
    path = edition.sitemap.path(subject, edition.language)
    settings = edition.atlas.settings
    cards = tuple(card(edition, path, journey) for journey in LISTING.part(edition, number))
    lead = edition.once(lead_of)
    first = number == 1
    summary = edition.say(settings.summary) if first else Said("")
    chart = pulse(edition, counted(journeys), edition.once(steps)) if first else None
    title = edition.say(settings.title)
    return HomeView(
        frame(edition, subject, title, summary, "home", fallback=fell_back((title, summary, lead, chart, cards))),
        title,
        summary,
        lead,
        follows(edition, path, edition.once(foremost)) if first else (),
        chart,
        announced(edition, path) if first else (),
        edition.sitemap.link(path, HEATMAP, edition.language) if edition.sitemap.has(HEATMAP, edition.language) else "",
        (_health(edition, journeys) or None) if first else None,
        LISTING.bar(edition, number, edition.once(journey_filters)),
        cards,
        pager(edition, path, "home", number, len(part_ids(len(journeys)))),
    )


def foremost(edition: Edition) -> tuple[Insight, ...]:
    """The first insights of the counted journeys, one a journey, so that one of them does not hide the others."""
    atlas = edition.atlas
    live = counted(edition.once(all_journeys))
    firsts = [insight for card in live for insight in outside(atlas, card)[:1] if not insight.good]
    return ranked(firsts, atlas.settings.currency or "")[:FOREMOST]


def ordered(journeys: Mapping[str, JourneyCard], persona: str = "") -> tuple[JourneyCard, ...]:
    """Journeys, or those of a persona: counted ones first, the lowest score first; what extends a journey stands behind it."""

    def weight(card: JourneyCard) -> tuple[bool, float, str]:
        return not card.counted, card.score if card.score is not None else 9.0, card.id

    walked = (card for card in journeys.values() if not persona or persona in card.personas)
    return tuple(sorted(walked, key=lambda card: (weight(_root(card, journeys)), bool(card.extends), weight(card))))


def _root(card: JourneyCard, journeys: Mapping[str, JourneyCard]) -> JourneyCard:
    seen = set()
    while card.extends and card.extends in journeys and card.id not in seen:
        seen.add(card.id)
        card = journeys[card.extends]
    return card


def all_journeys(edition: Edition) -> tuple[JourneyCard, ...]:
    """All journeys in the order of their cards."""
    return ordered(edition.atlas.journeys)


def journey_filters(edition: Edition) -> tuple[Filter, ...]:
    """The filters over all journeys."""
    return filters(edition, edition.once(all_journeys))


def journey_row(edition: Edition, journey: JourneyCard) -> Row:
    """What can be found of a journey: its title and who walks it."""
    people = (edition.atlas.personas[id] for id in journey.personas if id in edition.atlas.personas)
    texts = (journey.title, *(text for persona in people for text in (persona.title, persona.role)))
    return Row(" ".join(said.text for text in texts if (said := edition.say(text))), keys(journey, edition.atlas.personas))


def _part(edition: Edition, path: str, journeys: Sequence[JourneyCard]) -> Cards:
    return Cards(tuple(card(edition, path, journey) for journey in journeys))


def steps(edition: Edition) -> Axis:
    """The steps that counted journeys are compared by."""
    return axis(counted(edition.once(all_journeys)), edition.atlas.phases)


def lead_of(edition: Edition) -> Lead:
    """The first sentence, with its texts."""
    journeys = edition.once(all_journeys)
    live = counted(journeys)
    found = finding(live, edition.once(steps))
    return Lead(len(journeys), len(edition.atlas.personas), len(live), found, edition.say(found.stage), edition.say(found.journey))


def _health(edition: Edition, journeys: tuple[JourneyCard, ...]) -> Health:
    live = counted(journeys)
    found, claims = sums(live), edition.once(coverage_of_all)
    pains = sum(found.pains) + found.unrated
    return Health(
        score=found.score,
        pains=pains or None,
        by_severity=tuple(
            (name, count)
            for name, count in zip(("critical", "high", "medium", "low", "unrated"), (*reversed(found.pains), found.unrated), strict=True)
            if count
        ),
        evidence=claims.share,
        weight=claims.by_weight,
        by_confidence=(("validated", claims.validated), ("reasoned", claims.reasoned), ("assumed", claims.assumed)),
        under_way=found.under_way if found.opportunities else None,
        opportunities=found.opportunities,
        overdue=overdue(edition, live),
    )


def overdue(edition: Edition, live: Sequence[JourneyCard]) -> int | None:
    """How many journeys are past their review; None where the project doesn't say how long one lasts."""
    every, today = edition.atlas.settings.review_every, edition.atlas.today
    return sum(review_step(card.reviewed, every, today) == "expired" for card in live) if every and live else None


LISTING = Listing("home", "home_part.html", lambda atlas: len(atlas.journeys), all_journeys, journey_row, _part)
HOME = Kind("home", "home.html", lambda atlas: part_ids(len(atlas.journeys)), lambda id: part_path("", id), home)
