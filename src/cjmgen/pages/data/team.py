"""team: a team for machines: what it answers for, what hurts there, what it plans and hands over; and the list of all."""

from collections.abc import Iterable

from cjmgen.insight.portfolio.ownership import Estate, Pass, team_finding
from cjmgen.pages.data.records import address, entity, feeling, felt, opportunity, pain
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin
from cjmgen.pages.teams.page import TEAMS, ranked
from cjmgen.pages.teams.team import TEAM, all_estates, vitals


def data(edition: Edition, id: str) -> Fields:
    """One team. Figures, pains, opportunities and handoffs are those of counted journeys."""
    estate = edition.once(all_estates)[id]
    holdings: Json = [
        {
            "journey": held.journey.id,
            "whole": held.whole,
            "stages": [felt(stage) for stage in held.stages],
            "touchpoints": [{"stage": point.stage, **felt(point)} for point in held.points],
        }
        for held in estate.holdings
    ]
    computed: Fields = {
        "figures": _figures(estate),
        "holdings": holdings,
        "pains": [pain(edition, card, each) for card, each in estate.pains],
        "opportunities": [opportunity(edition, card, each) for card, each in estate.chances],
        "inward": _handoffs(estate.inward),
        "outward": _handoffs(estate.outward),
    }
    return {"team": entity(edition.atlas.teams[id]), "computed": computed}


def every(edition: Edition, id: str) -> Fields:
    """All teams, those whose touchpoints feel worst first."""
    teams, estates = edition.atlas.teams, edition.once(all_estates)
    return {
        "teams": [
            {"id": team, "address": address(edition, "team", team), "title": teams[team].title, "figures": _figures(estates[team])}
            for team in ranked(edition)
        ]
    }


def _figures(estate: Estate) -> Fields:
    found, told = vitals(estate), team_finding(estate)
    return {
        "owns": told.owns,
        "count": told.n,
        "journeys": told.journeys,
        "feel": feeling(told.scores),
        "pains": found.pains,
        "severe": found.severe,
        "open": found.open,
        "under_way": found.under_way,
        "handoffs": told.handoffs,
        "halting": told.halting,
    }


def _handoffs(passes: Iterable[Pass]) -> list[Json]:
    return [
        {
            "journey": each.journey.id,
            "stage": each.handoff.stage,
            "from": each.handoff.start,
            "to": each.handoff.end,
            "what": each.handoff.what,
            "how": each.handoff.how,
            "works": each.handoff.works or None,
        }
        for each in passes
    ]


TEAM_DATA, TEAMS_DATA = twin(TEAM, data), twin(TEAMS, every)
