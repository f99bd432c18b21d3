"""channel: a channel for machines: where it meets customers, how that feels and who runs it; and the list of all."""

from cjmgen.insight.portfolio.outlay import Kind, Outlay
from cjmgen.insight.portfolio.reach import Reach
from cjmgen.insight.record import record
from cjmgen.numbers.estimate import Estimate
from cjmgen.pages.channels.channel import CHANNEL, channel_figures
from cjmgen.pages.channels.page import CHANNELS, ranked
from cjmgen.pages.channels.reached import all_outlays, all_reaches, channel_insights
from cjmgen.pages.data.metrics import metric
from cjmgen.pages.data.records import address, entity, feeling, felt, pain, rounded
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """One channel. Figures, teams and pains are those of counted journeys."""
    reach = edition.once(all_reaches)[id]
    met = (contact for contacts in reach.contacts.values() for contact in contacts)
    computed: Fields = {
        "figures": _figures(reach),
        "touchpoints": [{"journey": card.id, "stage": point.stage, **felt(point)} for card, point in met],
        "teams": [{"id": team, "touchpoints": count} for team, count in reach.owners.most_common()],
        "pains": [pain(edition, card, each) for card, each in reach.pains],
        "outlay": _outlay(edition, edition.once(all_outlays)[id]),
    }
    insights = [record(each) for each in edition.once(channel_insights)[id]]
    return {"channel": entity(edition.atlas.channels[id]), "computed": computed, "insights": insights}


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
                "outlay": _outlay(edition, edition.once(all_outlays)[channel]),
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


def _outlay(edition: Edition, found: Outlay) -> Fields:
    """What it costs and brings, with n and intervals. Shares are from 0 to 1."""
    return {
        "people": found.people,
        "onward": _estimate(found.onward),
        "spent": [
            {
                "amount": rounded(each.spent), "currency": each.currency or None, "touchpoints": each.points, "people": each.people,
                "each": _estimate(each.each), "onward": _estimate(each.onward), "periods": list(each.periods),
                "metrics": [metric(edition.atlas, edition.atlas.metrics[id]) for id in each.metrics],
                "apart": [{"spent": spent, "people": people or None} for spent, people in each.apart],
            }
            for each in found.spends
        ],
        "automated": _kind(found.automated),
        "others": _kind(found.others),
        "periods": list(found.periods),
    }  # fmt: skip


def _estimate(of: Estimate | None) -> Fields | None:
    return {"value": rounded(of.value), "low": rounded(of.low), "high": rounded(of.high), "n": of.n} if of else None


def _kind(of: Kind) -> Fields:
    return {"touchpoints": of.points, "felt": of.felt, "mean": rounded(of.mean)}


CHANNEL_DATA, CHANNELS_DATA = twin(CHANNEL, data), twin(CHANNELS, every)
