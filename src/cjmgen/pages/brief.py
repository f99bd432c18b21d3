"""brief: the portfolio on one sheet of paper, for somebody who has three minutes."""

from collections.abc import Iterable
from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.flow.brought import gaps_eased, in_short, largest
from cjmgen.insight.portfolio.asking import Asked, asked
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.insight.ranking import CLOSED
from cjmgen.pages.evidence.trust import EvidenceLead, evidence_lead
from cjmgen.pages.home.page import Lead, all_journeys, lead_of, steps
from cjmgen.pages.home.pulse import Pulse, pulse
from cjmgen.pages.journey.lines import ChanceLine, PainLine, chance_line, pain_line
from cjmgen.pages.parts.follows import Told, told
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

ASKED = 3
"""Decisions on the sheet."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision asked for: an opportunity, the pain it would ease, who owns it."""

    chance: ChanceLine
    pain: PainLine | None
    owner: Anchor | None
    stake: Told | None
    """What closing the gap of the stage whose pains it would ease is worth at most: of several the one worth most."""


@dataclass(frozen=True, slots=True)
class BriefView:
    """The sheet."""

    frame: Frame
    site: Said
    lead: Lead
    pulse: Pulse | None
    decisions: tuple[Decision, ...]
    open: int
    """All open opportunities of counted journeys."""
    trust: EvidenceLead
    evidence: str
    """The address of the page of all evidence, or ""."""


def brief(edition: Edition, id: str = "") -> BriefView:
    """The sheet in one language."""
    subject = Subject("brief")
    path = edition.sitemap.path(subject, edition.language)
    live = counted(edition.once(all_journeys))
    lead, chart = edition.once(lead_of), pulse(edition, live, edition.once(steps))
    decisions = tuple(_decision(edition, path, each) for each in asked(live, ASKED))
    site, proof = edition.say(edition.atlas.settings.title), Subject("evidence")
    return BriefView(
        replace(frame(edition, subject, SILENCE, SILENCE, "brief", fallback=fell_back((lead, chart, decisions))), print="a4"),
        site,
        lead,
        chart,
        decisions,
        waiting(live),
        edition.once(evidence_lead),
        edition.sitemap.link(path, proof, edition.language) if edition.sitemap.has(proof, edition.language) else "",
    )


def waiting(live: Iterable[JourneyCard]) -> int:
    """All open opportunities of some journeys."""
    return sum(chance.status not in CLOSED for card in live for chance in card.opportunities)


def _decision(edition: Edition, start: str, each: Asked) -> Decision:
    owner = each.chance.owner
    team = edition.atlas.teams.get(owner or "")
    gap = largest(gaps_eased(each.journey, each.chance, edition.atlas.settings.currency or ""))
    return Decision(
        chance_line(edition, start, each.journey, each.chance),
        pain_line(edition, start, each.journey, each.pain) if each.pain else None,
        edition.anchor(start, Subject("team", owner or ""), team.title) if team else Anchor(edition.say(owner)) if owner else None,
        told(edition, in_short(gap)) if gap else None,
    )


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return ("",) if atlas.journeys else ()


BRIEF = Kind("brief", "brief.html", _ids, lambda id: "brief/index.html", brief)
