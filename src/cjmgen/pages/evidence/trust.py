"""trust: how far the maps can be trusted, as the page of all evidence and the brief say it first."""

from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.cards.score import freshness
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import about_evidence
from cjmgen.insight.leaning import Gap, Leaning, gaps
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.pages.evidence.backed import all_uncounted, coverage_of_all
from cjmgen.pages.parts.proofs import all_leanings
from cjmgen.pages.site.edition import Edition
from cjmgen.value import dataclass

FOREMOST = 3
"""Insights that lead the page."""


@dataclass(frozen=True, slots=True)
class EvidenceLead:
    """What the page says first. Expired and due pieces, each with how many claims lean on them."""

    coverage: Coverage
    pieces: int
    expired: int
    on_expired: int
    due: int
    on_due: int
    bare: int
    severe: int
    """Severe pains that lean on nothing."""
    uncounted: int
    """Claims that lean on a piece without saying how many said so, once for each such piece."""
    counted: int
    journeys: int


def foremost(edition: Edition) -> tuple[Insight, ...]:
    """The first insights about what the counted journeys lean on."""
    return about_evidence(edition.atlas, counted(edition.atlas.journeys.values()))[:FOREMOST]


def all_gaps(edition: Edition) -> tuple[Gap, ...]:
    """The journeys with claims that lean on nothing."""
    return gaps(edition.atlas.journeys.values(), edition.atlas.evidence)


def evidence_lead(edition: Edition) -> EvidenceLead:
    """What the page says first."""
    atlas, found, bare = edition.atlas, edition.once(all_leanings), edition.once(all_gaps)
    live = counted(atlas.journeys.values())
    steps: dict[str, list[Leaning]] = {"expired": [], "due": [], "fresh": []}
    for id, leaning in found.items():
        steps[freshness(atlas.evidence[id], atlas.today)].append(leaning)
    return EvidenceLead(
        edition.once(coverage_of_all),
        len(found),
        len(steps["expired"]),
        sum(each.of_claims for each in steps["expired"]),
        len(steps["due"]),
        sum(each.of_claims for each in steps["due"]),
        sum(gap.bare for gap in bare),
        sum(len(gap.severe) for gap in bare),
        sum(each.claims for each in edition.once(all_uncounted).values()),
        len(live),
        len(atlas.journeys),
    )
