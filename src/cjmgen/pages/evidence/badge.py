"""badge: how well the maps are backed by evidence, or one journey is, as a small picture for a README or a wiki."""

from collections.abc import Iterable

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import Coverage, Text
from cjmgen.insight.portfolio.pulse import counted, sums
from cjmgen.pages.evidence.backed import coverage_of_all
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A badge; `title` is the journey's or the site's. Shares are 0 … 1, `weight` is at most `share`."""

    title: Said
    language: str
    share: float
    weight: float
    validated: int
    claims: int


def badge(edition: Edition, id: str) -> BadgeView:
    """The badge of all counted journeys."""
    return _badge(edition, edition.atlas.settings.title, edition.once(coverage_of_all))


def journey_badge(edition: Edition, id: str) -> BadgeView:
    """The badge of a journey."""
    card = edition.atlas.journeys[id]
    return _badge(edition, card.title, card.coverage)


def _badge(edition: Edition, title: Text, claims: Coverage) -> BadgeView:
    return BadgeView(edition.say(title), edition.language, claims.share or 0.0, claims.by_weight or 0.0, claims.validated, claims.total)


def _whole(atlas: Atlas) -> Iterable[str]:
    return ("",) if sums(counted(atlas.journeys.values())).coverage.total else ()


def _ids(atlas: Atlas) -> Iterable[str]:
    return [card.id for card in atlas.journeys.values() if card.state == "current" and card.coverage.total]


BADGE = Kind("badge", "badge.svg", _whole, lambda id: "evidence.svg", badge, listed=False)
JOURNEY_BADGE = Kind("journey-badge", "badge.svg", _ids, "journeys/{}/evidence.svg".format, journey_badge, listed=False)
