"""brief: the sheet for machines: the finding, the decisions asked for, and how far the maps can be trusted."""

from cjmgen.insight.portfolio.asking import asked
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.pages.brief import ASKED, BRIEF, waiting
from cjmgen.pages.data.evidence import trust
from cjmgen.pages.data.home import pulse
from cjmgen.pages.data.records import finding, opportunity, pain
from cjmgen.pages.home.page import all_journeys, lead_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """What the sheet says."""
    live = counted(edition.once(all_journeys))
    decisions = [
        {**opportunity(edition, each.journey, each.chance), "pain": pain(edition, each.journey, each.pain) if each.pain else None}
        for each in asked(live, ASKED)
    ]
    return {
        "finding": finding(edition.once(lead_of).finding),
        "pulse": edition.once(pulse),
        "decisions": decisions,
        "open": waiting(live),
        "trust": trust(edition),
    }


BRIEF_DATA = twin(BRIEF, data)
