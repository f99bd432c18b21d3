"""page: who answers for what, and whose customers hurt."""

from cjmgen.insight.portfolio.feel import feel
from cjmgen.insight.portfolio.ownership import Estate, TeamFinding, team_finding
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.teams.team import TeamVitals, all_estates, vitals
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

HURTS = -0.2
"""From here down a mean hurts."""


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team in the list: what it owns, how that feels, and how its handoffs go."""

    anchor: Anchor
    finding: TeamFinding
    vitals: TeamVitals


@dataclass(frozen=True, slots=True)
class TeamsView:
    """The list of teams, or a later part of it; those whose touchpoints feel worst first, those that own nothing last."""

    frame: Frame
    site: Said
    lines: tuple[TeamLine, ...]
    total: int
    idle: int
    """How many teams own nothing."""
    worst: TeamLine | None
    """The team whose touchpoints hurt most; None where none does."""
    pager: Pager | None


def teams(edition: Edition, id: str = "") -> TeamsView:
    """A part of the list."""
    number = number_of(id)
    estates = edition.once(all_estates)
    order = edition.once(ranked)
    subject = part_of("teams", number)
    path = edition.sitemap.path(subject, edition.language)
    split = parts(order)
    lines = tuple(_line(edition, path, team, estates[team]) for team in split[number - 1])
    first = _line(edition, path, order[0], estates[order[0]])
    hurts = first.vitals.feel is not None and first.vitals.feel.mean <= HURTS
    return TeamsView(
        frame(edition, subject, SILENCE, SILENCE, "teams", fallback=fell_back(lines)),
        edition.say(edition.atlas.settings.title),
        lines,
        len(order),
        sum(not estate.holdings for estate in estates.values()),
        first if hurts else None,
        pager(edition, path, "teams", number, len(split)),
    )


def ranked(edition: Edition) -> tuple[str, ...]:
    """The teams in the order of the list."""
    estates = edition.once(all_estates)
    return tuple(sorted(estates, key=lambda team: _weight(estates[team])))


def _weight(estate: Estate) -> tuple[bool, float]:
    felt = feel(team_finding(estate).scores)
    return not estate.holdings, felt.mean if felt else 9.0


def _line(edition: Edition, start: str, id: str, estate: Estate) -> TeamLine:
    anchor = edition.anchor(start, Subject("team", id), edition.atlas.teams[id].title)
    return TeamLine(anchor, team_finding(estate), vitals(estate))


TEAMS = Kind(
    "teams",
    "teams.html",
    lambda atlas: part_ids(len(atlas.teams)) if atlas.teams else (),
    lambda id: part_path("teams", id),
    teams,
)
