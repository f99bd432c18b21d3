"""tabs: ways to comparisons: from one to its siblings, and from the journeys and people that are compared."""

from collections.abc import Iterable

from cjmgen.insight.contest import Contest
from cjmgen.pages.comparison.scene import known
from cjmgen.pages.edition import Edition
from cjmgen.pages.sitemap import Subject
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

MOST = 8
"""Sibling comparisons shown as tabs."""

FEW = 3
"""Comparisons named on the page of a journey or a persona."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to a comparison. Without a title it is named by what it compares: the versions or the people of a journey."""

    href: str
    title: Said
    kind: str
    journey: Said
    current: bool


def siblings(edition: Edition, path: str, contest: Contest) -> tuple[Tab, ...]:
    """Comparisons about the same journeys, this one among them; none where it is the only one."""
    mine = {contender.journey for contender in contest.contenders}
    related = [each for each in edition.once(known).values() if mine & {contender.journey for contender in each.contenders}]
    kept = [each for each in related if each is not contest][: MOST - 1]
    return _tabs(edition, path, (each for each in related if each in kept or each is contest), contest) if kept else ()


def comparing_journey(edition: Edition, path: str, id: str) -> tuple[Tab, ...]:
    """The first comparisons that have a journey among their subjects."""
    found = (each for each in edition.once(known).values() if any(contender.journey == id for contender in each.contenders))
    return _tabs(edition, path, found)[:FEW]


def comparing_person(edition: Edition, path: str, id: str) -> tuple[Tab, ...]:
    """The first comparisons of people or segments that a persona is in."""
    found = (each for each in edition.once(known).values() if any(id in contender.who for contender in each.contenders))
    return _tabs(edition, path, found)[:FEW]


def _tabs(edition: Edition, path: str, found: Iterable[Contest], current: Contest | None = None) -> tuple[Tab, ...]:
    there = (each for each in found if edition.sitemap.has(Subject("comparison", each.id), edition.language))
    return tuple(_tab(edition, path, each, each is current) for each in there)


def _tab(edition: Edition, path: str, contest: Contest, current: bool) -> Tab:
    href = edition.sitemap.link(path, Subject("comparison", contest.id), edition.language)
    journey = edition.say(edition.atlas.journeys[contest.contenders[0].journey].title)
    return Tab(href, edition.say(contest.title), contest.kind, journey, current)
