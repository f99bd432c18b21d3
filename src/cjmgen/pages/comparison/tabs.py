"""tabs: ways to comparisons: from one to its siblings, and from the journeys and people that are compared."""

from collections.abc import Callable, Iterable

from cjmgen.atlas.cards.card import Text
from cjmgen.insight.meet.contest import Contender, Contest
from cjmgen.memo.recall import Entry, Table
from cjmgen.pages.comparison.scene import known
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
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
    return _named(edition, path, edition.entry(journeys, id))


def comparing_person(edition: Edition, path: str, id: str) -> tuple[Tab, ...]:
    """The first comparisons of people or segments that a persona is in."""
    return _named(edition, path, edition.entry(people, id))


def journeys(edition: Edition) -> Table:
    """The first comparisons that each journey is in, as `_told` tells of them."""
    return _first(edition, lambda contender: (contender.journey,))


def people(edition: Edition) -> Table:
    """The first comparisons of people or segments that each persona is in."""
    return _first(edition, lambda contender: contender.who)


def _first(edition: Edition, whom: Callable[[Contender], Iterable[str]]) -> Table:
    found: dict[str, list[Entry]] = {}
    for contest in edition.once(known).values():
        if edition.sitemap.has(Subject("comparison", contest.id), edition.language):
            for id in dict.fromkeys(id for contender in contest.contenders for id in whom(contender)):
                found.setdefault(id, []).append(_told(contest))
    return {id: told[:FEW] for id, told in found.items()}


def _told(contest: Contest) -> Entry:
    title: Entry = contest.title if isinstance(contest.title, str) else {**contest.title}
    return [contest.id, title, contest.kind, contest.contenders[0].journey]


def _named(edition: Edition, path: str, told: Entry) -> tuple[Tab, ...]:
    """Tabs of what a table tells."""
    return tuple(_tab(edition, path, *each, current=False) for each in told or ())  # type: ignore[misc, union-attr]


def _tabs(edition: Edition, path: str, found: Iterable[Contest], current: Contest | None = None) -> tuple[Tab, ...]:
    there = (each for each in found if edition.sitemap.has(Subject("comparison", each.id), edition.language))
    return tuple(_tab(edition, path, each.id, each.title, each.kind, each.contenders[0].journey, each is current) for each in there)


def _tab(edition: Edition, path: str, id: str, title: Text, kind: str, journey: str, current: bool) -> Tab:
    href = edition.sitemap.link(path, Subject("comparison", id), edition.language)
    return Tab(href, edition.say(title), kind, edition.say(edition.atlas.journeys[journey].title), current)
