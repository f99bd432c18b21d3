"""reached: where every channel meets customers, what it costs and brings, and what follows from that; made once for all pages that ask."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import ranked
from cjmgen.insight.kinds.channels import of_channel
from cjmgen.insight.portfolio.outlay import Outlay, outlay
from cjmgen.insight.portfolio.reach import Reach, reaches
from cjmgen.pages.home.page import ordered
from cjmgen.pages.site.edition import Edition


def all_outlays(edition: Edition) -> dict[str, Outlay]:
    """What every channel costs and brings."""
    return {id: outlay(reach, edition.atlas.settings.currency or "") for id, reach in edition.once(all_reaches).items()}


def channel_insights(edition: Edition) -> dict[str, tuple[Insight, ...]]:
    """What follows for every channel, the heaviest first."""
    found, currency = edition.once(all_reaches), edition.atlas.settings.currency or ""
    return {id: ranked(of_channel(edition.atlas, id, reach), currency) for id, reach in found.items()}


def all_reaches(edition: Edition) -> dict[str, Reach]:
    """Every channel that journeys use, the journeys in the order of the home page."""
    return reaches_of(edition.atlas)


def reaches_of(atlas: Atlas) -> dict[str, Reach]:
    """The channels that journeys use, the journeys in the order of the home page."""
    return reaches(ordered(atlas.journeys), atlas.channels)
