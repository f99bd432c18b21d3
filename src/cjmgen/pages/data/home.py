"""home: the portfolio for machines: every journey in a line, and what the counted ones come down to."""

from cjmgen.insight.claims import proven
from cjmgen.insight.portfolio.pulse import beats, counted, sums
from cjmgen.insight.record import record
from cjmgen.pages.data.records import finding, journey, pains, rounded
from cjmgen.pages.evidence.backed import coverage_of_all
from cjmgen.pages.home.page import HOME, all_journeys, foremost, lead_of, overdue, steps
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin


def data(edition: Edition, id: str) -> Fields:
    """All journeys in the order of their cards."""
    settings, journeys = edition.atlas.settings, edition.once(all_journeys)
    return {
        "title": settings.title,
        "summary": settings.summary,
        "languages": settings.languages,
        "finding": finding(edition.once(lead_of).finding),
        "insights": [record(each) for each in edition.once(foremost)],
        "sums": _sums(edition),
        "pulse": edition.once(pulse),
        "journeys": [journey(edition, card) for card in journeys],
    }


def pulse(edition: Edition) -> list[Json]:
    """How the counted journeys feel, step by step."""
    axis = edition.once(steps)
    return [
        {
            "id": beat.step,
            "title": axis.titles[beat.step],
            "score": rounded(beat.mean),
            "low": rounded(beat.low),
            "high": rounded(beat.high),
            "journeys": beat.journeys,
        }
        for beat in beats(counted(edition.once(all_journeys)), axis)
    ]


def _sums(edition: Edition) -> Fields:
    """The pooled figures of the counted journeys."""
    live = counted(edition.once(all_journeys))
    found = sums(live)
    return {
        "journeys": len(live),
        "score": rounded(found.score),
        "pains": pains(found.pains, found.unrated),
        **proven(edition.once(coverage_of_all)),
        "opportunities": found.opportunities,
        "under_way": found.under_way,
        "overdue": overdue(edition, live),
    }


HOME_DATA = twin(HOME, data)
