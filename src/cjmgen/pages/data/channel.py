"""channel: a channel for machines: where it meets customers, how that feels and who runs it; and the list of all."""

from cjmgen.insight.reach import Reach
from cjmgen.pages.channel import CHANNEL, all_reaches, channel_figures
from cjmgen.pages.channels import CHANNELS, ranked
from cjmgen.pages.data.records import address, entity, feeling, felt, pain
from cjmgen.pages.edition import Edition
from cjmgen.pages.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """One channel. Figures, teams and pains are those of counted journeys."""
    reach = edition.once(all_reaches)[id]
    met = (contact for contacts in reach.contacts.values() for contact in contacts)
    computed: Fields = {
        "figures": _figures(reach),
        "touchpoints": [{"journey": card.id, "stage": point.stage, **felt(point)} for card, point in met],
        "teams": [{"id": team, "touchpoints": count} for team, count in reach.owners.most_common()],
        "pains": [pain(card, each) for card, each in reach.pains],
    }
    return {"channel": entity(edition.atlas.channels[id]), "computed": computed}


def every(edition: Edition, id: str) -> Fields:
    """All channels that journeys use, those that feel worst first."""
    channels, found = edition.atlas.channels, edition.once(all_reaches)
    return {
        "channels": [
            {
                "id": channel,
                "address": address(edition, "channel", channel),
                "title": channels[channel].title,
                "figures": _figures(found[channel]),
            }
            for channel in ranked(edition)
        ]
    }


def _figures(reach: Reach) -> Fields:
    found = channel_figures(reach)
    return {
        "touchpoints": found.points,
        "journeys": found.journeys,
        "feel": feeling(reach.scores),
        "pains": found.pains,
        "severe": found.severe,
    }


CHANNEL_DATA, CHANNELS_DATA = twin(CHANNEL, data), twin(CHANNELS, every)
