"""page: how far the maps can be trusted: every piece of research with what leans on it, and the claims that lean on none."""

import datetime
from collections.abc import Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.cards.score import freshness
from cjmgen.insight.kinds.feedback import LOOP
from cjmgen.insight.leaning import Gap, Leaning
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.insight.uncounted import Uncounted
from cjmgen.pages.evidence.backed import BackedJourney, all_backed, all_uncounted, backed_journey, coverage_of_all
from cjmgen.pages.evidence.loop import Loop, loop
from cjmgen.pages.evidence.trust import EvidenceLead, all_gaps, evidence_lead, foremost
from cjmgen.pages.journey.lines import PainLine, pain_line
from cjmgen.pages.parts.cells import journey_link, stage_link
from cjmgen.pages.parts.follows import Follow, follows
from cjmgen.pages.parts.proofs import all_leanings
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import HOME, frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, slice_of
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

SHOWN, FOLDED = 3, 27
"""Journeys named under a piece of evidence at once, and on demand; all others are counted."""

PAINS = 3
"""Severe pains without evidence named for each journey."""


@dataclass(frozen=True, slots=True)
class Leaner:
    """A journey that leans on a piece of evidence: the stages whose claims do, each with how many, and how many other things."""

    journey: Anchor
    stages: tuple[tuple[Anchor, int], ...]
    others: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence. `freshness` is fresh, due or expired; `loop` is the step of the feedback loop, 1 … 4, 0 for none."""

    spot: str
    said: Said
    kind: str
    n: int | None
    population: Said
    method: Said
    date: datetime.date | None
    freshness: str
    status: str
    loop: int
    source: Said
    link: str
    summary: Said
    claims: int
    uncounted: int
    """Claims of counted journeys that don't say how many of its people said so, and therefore weigh as one person each."""
    most: float | None
    """What all claims of these journeys would weigh if all of its people had said so, 0 … 1; None where it would change nothing."""
    others: int
    people: tuple[Anchor, ...]
    leaners: tuple[Leaner, ...]
    folded: tuple[Leaner, ...]
    more: int
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Bare:
    """A journey with claims that lean on nothing."""

    journey: Anchor
    bare: int
    total: int
    severe: tuple[PainLine, ...]
    more: int

    @property
    def share(self) -> float:
        """Claims that lean on nothing, in percent of all."""
        return round(self.bare / self.total * 100, 2)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The page of all evidence, or a later part of its lists."""

    frame: Frame
    site: Said
    lead: EvidenceLead
    follows: tuple[Follow, ...]
    """The first insights about what the counted journeys lean on."""
    loop: Loop | None
    """How far the loop with customers is closed; None on later parts and where nothing is known of it."""
    pieces: tuple[Piece, ...]
    backed: tuple[BackedJourney, ...]
    """How well the journeys are backed, the weakest first."""
    gaps: tuple[Bare, ...]
    home: str
    pager: Pager | None
    measures: int = 0
    """Metrics that have a page, at the address `metrics`."""
    metrics: str = ""


def evidence(edition: Edition, id: str = "") -> EvidenceView:
    """A part of the page."""
    number = number_of(id)
    found, bare = edition.once(all_leanings), edition.once(all_gaps)
    subject = part_of("evidence", number)
    path = edition.sitemap.path(subject, edition.language)
    pieces = tuple(_piece(edition, path, each, found[each]) for each in slice_of(tuple(found), number))
    shown = tuple(_bare(edition, path, gap) for gap in slice_of(bare, number))
    backed = tuple(backed_journey(edition, path, each) for each in slice_of(tuple(edition.once(all_backed)), number))
    count = len(part_ids(max(len(found), len(edition.once(all_backed)))))
    closed = loop(edition, path) if number == 1 else None
    return EvidenceView(
        frame(edition, subject, SILENCE, SILENCE, "evidence", fallback=fell_back((closed, pieces, backed, shown))),
        edition.say(edition.atlas.settings.title),
        edition.once(evidence_lead),
        follows(edition, path, edition.once(foremost)) if number == 1 else (),
        closed,
        pieces,
        backed,
        shown,
        edition.sitemap.link(path, HOME, edition.language),
        pager(edition, path, "evidence", number, count),
        len(edition.atlas.metrics),
        edition.anchor(path, Subject("metrics"), "").href,
    )


def _piece(edition: Edition, start: str, id: str, leaning: Leaning) -> Piece:
    told, atlas, say = edition.atlas.evidence[id], edition.atlas, edition.say
    order = leaning_journeys(leaning)
    silent, whole = edition.once(all_uncounted).get(id, Uncounted()), edition.once(coverage_of_all)
    leaners = tuple(_leaner(edition, start, atlas.journeys[each], leaning) for each in order[: SHOWN + FOLDED])
    return Piece(
        f"e-{id}",
        say(told.title),
        told.kind or "",
        told.n,
        say(told.population),
        say(told.method),
        told.date,
        freshness(told, atlas.today),
        told.status or "",
        LOOP.index(told.status) + 1 if told.status else 0,
        say(told.source),
        told.link or "",
        say(told.summary),
        leaning.of_claims,
        silent.claims,
        (whole.weight + silent.most) / whole.total if silent.most else None,
        sum(leaning.others.values()),
        tuple(edition.anchor(start, Subject("persona", each), atlas.personas[each].title) for each in leaning.personas[:FOLDED]),
        leaners[:SHOWN],
        leaners[SHOWN:],
        len(order) - len(leaners),
        told.audience == "internal",
    )


def leaning_journeys(leaning: Leaning) -> list[str]:
    """The journeys that lean on a piece of evidence, those with the most claims first."""
    found = dict.fromkeys((*leaning.claims, *leaning.others))
    return sorted(found, key=lambda id: (-sum(leaning.claims.get(id, {}).values()), id))


def _leaner(edition: Edition, start: str, card: JourneyCard, leaning: Leaning) -> Leaner:
    counts: Mapping[str, int] = leaning.claims.get(card.id, {})
    stages = tuple((stage_link(edition, start, card, stage), counts[stage.id]) for stage in card.stages if stage.id in counts)
    return Leaner(journey_link(edition, start, card), stages, leaning.others.get(card.id, 0))


def _bare(edition: Edition, start: str, gap: Gap) -> Bare:
    severe = tuple(pain_line(edition, start, gap.journey, pain) for pain in gap.severe[:PAINS])
    return Bare(journey_link(edition, start, gap.journey), gap.bare, gap.total, severe, len(gap.severe) - len(severe))


def _ids(atlas: Atlas) -> tuple[str, ...]:
    """There is a page as soon as there is evidence, or a claim in a counted journey that could have some."""
    claims = sum(bool(card.claims) for card in counted(atlas.journeys.values()))
    return part_ids(max(len(atlas.evidence), claims)) if atlas.evidence or claims else ()


EVIDENCE = Kind("evidence", "evidence.html", _ids, lambda id: part_path("evidence", id), evidence)
