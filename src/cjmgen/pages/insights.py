"""insights: everything that follows from a journey, the most valuable first, each with why."""

from collections.abc import Iterable

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.parts.follows import Follow, follows, insights_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class InsightsView:
    """The insights of a journey: what is to be mended, and what is to be kept."""

    frame: Frame
    title: Said
    """The journey's title."""
    journey: str
    """The address of its map."""
    mend: tuple[Follow, ...]
    keep: tuple[Follow, ...]


def insights(edition: Edition, id: str) -> InsightsView:
    """The page of a journey's insights in one language."""
    subject, card = Subject("insights", id), edition.atlas.journeys[id]
    path, title = edition.sitemap.path(subject, edition.language), edition.say(card.title)
    found = follows(edition, path, edition.latest(insights_of, id), journeys=False)
    mend, keep = (tuple(each for each in found if each.good is good) for good in (False, True))
    around = frame(edition, subject, title, Said(""), "home", card.file, fallback=fell_back((title, found)))
    return InsightsView(around, title, edition.sitemap.link(path, Subject("journey", id), edition.language), mend, keep)


def _ids(atlas: Atlas) -> Iterable[str]:
    return [card.id for card in atlas.journeys.values() if card.state == "current"]


INSIGHTS = Kind("insights", "insights.html", _ids, "journeys/{}/insights.html".format, insights)
