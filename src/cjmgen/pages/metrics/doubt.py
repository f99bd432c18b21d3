"""doubt: where a change that is more than noise by itself may be noise among all metrics of a journey."""

from collections.abc import Iterator

from cjmgen.insight.flow.family import family
from cjmgen.numbers.estimate import Noise
from cjmgen.pages.metrics.uses import cards_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Beside:
    """The last change of a metric as a journey sees it, whose `tested` metrics are tested together; p as it was raised."""

    journey: str
    tested: int
    p: float | None
    noise: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A journey among whose metrics the change may be noise, and how many of these there are."""

    journey: Anchor
    tested: int


def beside(edition: Edition, id: str) -> Iterator[Beside]:
    """What the journeys of today that show a metric say of its last change."""
    for card in cards_of(edition, id):
        found = family(edition.atlas, card) if card.state == "current" else None
        step = found.steps.get(id) if found else None
        if found and step:
            yield Beside(card.id, found.tested, step.signal.p if step.signal else None, str(step.noise))


def doubts(edition: Edition, start: str, id: str) -> tuple[Doubt, ...]:
    """The journeys that doubt what the test by itself says."""
    measured = edition.atlas.measured.get(id)
    if measured is None or measured.change is None or measured.change.noise is not Noise.BEYOND:
        return ()
    every = [each for each in beside(edition, id) if each.noise != Noise.BEYOND]
    cards = edition.atlas.journeys
    return tuple(Doubt(edition.anchor(start, Subject("journey", each.journey), cards[each.journey].title), each.tested) for each in every)
