"""people: what the map leaves out of its personas: channels they use, themselves, the research behind them."""

from collections.abc import Iterable, Iterator

from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.cards.cast import emotions
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Spot, counts, says
from cjmgen.model.claim import Quote
from cjmgen.model.item import Item
from cjmgen.model.journey import Stage


def channels_missing(ground: Ground) -> Insights:
    """Channels that personas use and the journey has no touchpoint in, in one sentence."""
    there = {point.channel for point in ground.card.touchpoints}
    known = [(id, ground.atlas.personas[id]) for id in ground.card.personas if id in ground.atlas.personas]
    missing = [(id, who, each) for id, who in known for each in who.channels if each not in there and each in ground.atlas.channels]
    if missing and there - {None}:
        used = {each for _, who in known for each in who.channels}
        count, of = Number(len({each for _, _, each in missing}), "count"), Number(len(used), "count")
        why = tuple(_missing(ground, id, who, each) for id, who, each in missing)
        numbers = (("missing", count), ("channels", of))
        yield Insight("people", counts("people.channels", count, of), (ground.whole(),), 1, numbers, why)


def _missing(ground: Ground, id: str, who: PersonaCard, channel: str) -> Clue:
    said = says("people.channel", name=who.title, title=ground.atlas.channels[channel].title)
    return Clue(said, Spot(kind="persona", id=id, title=who.title))


def without_research(ground: Ground) -> Insights:
    """Personas that lean on no evidence."""
    for id in ground.card.personas:
        persona = ground.atlas.personas.get(id)
        if persona and not any(each in ground.atlas.evidence for each, _ in persona.evidence):
            spots = (Spot(kind="persona", id=id, title=persona.title), ground.whole())
            yield Insight("people", says("people.invented", name=persona.title), spots, 2)


def unheard(ground: Ground) -> Insights:
    """Personas of a journey that tells others apart, about whom nothing is said in particular."""
    if len(ground.card.personas) < 2:
        return
    named = set(_named(ground.journey.stages))
    for id in ground.card.personas if named else ():
        persona = ground.atlas.personas.get(id)
        if persona and id not in named:
            yield Insight("people", says("people.unheard", name=persona.title), (ground.whole(),), 1)


def _named(stages: Iterable[Stage]) -> Iterator[str]:
    """Whoever a journey says something about in particular."""
    for stage in stages:
        items: list[Item | Quote] = [*stage.touchpoints, *stage.pains, *stage.gains, *stage.opportunities, *stage.quotes]
        notes = [*stage.actions, *stage.thoughts, *stage.questions, *stage.feelings]
        yield from (who for item in (*items, *notes) for who in item.who)
        yield from (each.persona for each in stage.personalization if each.persona)
        yield from (who for felt in emotions(stage) for who in felt.by)
