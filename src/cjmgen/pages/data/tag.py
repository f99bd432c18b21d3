"""tag: a tag for machines: the journeys that carry it and what they come down to; and the list of all."""

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.portfolio.axis import axis
from cjmgen.insight.portfolio.finding import finding as find
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.pages.data.records import address, feeling, finding
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin
from cjmgen.pages.tags.page import TAGS
from cjmgen.pages.tags.tag import TAG, all_tags


def data(edition: Edition, id: str) -> Fields:
    """One value of a tag."""
    found = edition.once(all_tags)[id]
    live = counted(found.journeys)
    return {
        "key": found.key,
        "value": found.value,
        "figures": _figures(found.journeys),
        "finding": finding(find(live, axis(live, edition.atlas.phases))),
        "journeys": [card.id for card in found.journeys],
    }


def every(edition: Edition, id: str) -> Fields:
    """All tags, key by key."""
    return {
        "tags": [
            {
                "id": each,
                "address": address(edition, "tag", each),
                "key": found.key,
                "value": found.value,
                "figures": _figures(found.journeys),
            }
            for each, found in edition.once(all_tags).items()
        ]
    }


def _figures(journeys: tuple[JourneyCard, ...]) -> Fields:
    """How many there are, and what the counted ones come down to."""
    live = counted(journeys)
    return {
        "journeys": len(journeys),
        "counted": len(live),
        "feel": feeling(card.score for card in live),
        "severe": sum(card.severe for card in live),
    }


TAG_DATA, TAGS_DATA = twin(TAG, data), twin(TAGS, every)
