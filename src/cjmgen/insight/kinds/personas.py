"""personas: what is missing around a persona: a journey, research, and the channels that they use."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Spot, counts, says
from cjmgen.insight.kinds.channels import is_of_today


def of_persona(atlas: Atlas, id: str) -> Insights:
    """What follows for a persona, from the cards of journeys, the heaviest first."""
    card = atlas.personas[id]
    spot = Spot(kind="persona", id=id, title=card.title)
    if not any(each in atlas.evidence for each, _ in card.evidence):
        yield Insight("people", says("people.invented", name=card.title), (spot,), 2)
    walked = [each for each in atlas.journeys.values() if id in each.personas and is_of_today(each)]
    if not walked:
        yield Insight("people", says("people.nowhere", name=card.title), (spot,), 2)
        return
    there = {point.channel for each in walked for point in each.touchpoints} - {None}
    used = [each for each in card.channels if each in atlas.channels]
    missing = [each for each in used if each not in there]
    if missing and there:
        n, of, journeys = (Number(each, "count") for each in (len(missing), len(used), len(walked)))
        said = counts("people.channels_of", n, of, name=card.title, journeys=journeys)
        titles = ((each, atlas.channels[each].title) for each in missing)
        why = tuple(Clue(says("people.missing", title=title), Spot(kind="channel", id=each, title=title)) for each, title in titles)
        yield Insight("people", said, (spot,), 1, (("missing", n), ("channels", of), ("journeys", journeys)), why)
