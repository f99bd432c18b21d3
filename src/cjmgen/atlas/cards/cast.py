"""cast: the people of a journey: those who take part, and the personas of a segment."""

from collections.abc import Iterable, Iterator, Mapping

from cjmgen.atlas.cards.card import PersonaCard, Text
from cjmgen.model.feeling import Emotion
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.slug import slug


def cast(journey: Journey) -> tuple[str, ...]:
    """Everybody a journey can be told of: its personas, its actors, and whoever has values or items of their own."""
    named = (who for stage in journey.stages for item in (*stage.touchpoints, *stage.pains, *stage.opportunities) for who in item.who)
    felt = (who for stage in journey.stages for each in emotions(stage) for who in each.by)
    return tuple(dict.fromkeys((*journey.personas, *(actor.key for actor in journey.actors), *felt, *named)))


def voices(journey: Journey) -> tuple[str, ...]:
    """Those whom a journey tells apart: its personas, where anything is about some of them alone, and actors with values of their own."""
    own = dict.fromkeys(who for stage in journey.stages for felt in emotions(stage) for who in felt.by)
    apart = bool(own) or any(set(who) != set(journey.personas) for who in _about(journey))
    told = dict.fromkeys((*(journey.personas if apart else ()), *own))
    return tuple(told) if len(told) > 1 else ()


def _about(journey: Journey) -> Iterator[tuple[str, ...]]:
    """Who the touchpoints, pains and opportunities are about that name one of the journey's personas."""
    for stage in journey.stages:
        items = (*stage.touchpoints, *stage.pains, *stage.opportunities)
        yield from (item.who for item in items if set(item.who) & set(journey.personas))


def emotions(stage: Stage) -> Iterator[Emotion]:
    """Every emotion of a stage, its own and those of its touchpoints."""
    yield from (emotion for emotion in (stage.emotion, *(each.emotion for each in stage.touchpoints)) if emotion)


def in_segment(segment: str, personas: Iterable[str], cards: Mapping[str, PersonaCard]) -> tuple[str, ...]:
    """Those of some personas that are of a segment, by its name in any language."""
    return tuple(id for id in personas if id in cards and slug(segment) in _names(cards[id].segment))


def segments(personas: Iterable[str], cards: Mapping[str, PersonaCard], language: str) -> tuple[str, ...]:
    """The segments of some personas, each once, in a language."""
    return tuple(dict.fromkeys(choose(cards[id].segment, language) for id in personas if id in cards and cards[id].segment))


def _names(text: Text | None) -> frozenset[str]:
    return frozenset(slug(words) for words in ((text,) if isinstance(text, str) else (text or {}).values()) if words)
