"""outset: what is left out because it says so itself: it is internal, or has other tags than those asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.cards.gather import tags_of
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.mistakes.suggest import nearest
from cjmgen.atlas.public.choice import Choice, written
from cjmgen.atlas.public.cut import INTERNAL
from cjmgen.atlas.public.mention import Thing


def outset(atlas: Atlas, choice: Choice) -> Iterator[Thing]:
    """Everything that is left out whatever the rest of the project says."""
    if not choice.internal:
        yield from (("journey", id) for id, internal in by_part(atlas.journeys, "internal") if internal)
        yield from (("persona", id) for id, card in atlas.personas.items() if card.internal)
        small: dict[str, Mapping[str, Any]] = {"evidence": atlas.evidence, "metric": atlas.metrics, "actor": atlas.actors}
        small["comparison"] = atlas.comparisons
        yield from ((kind, id) for kind, every in small.items() for id, each in every.items() if each.audience == INTERNAL)
    if choice.only:
        yield from (("journey", id) for id, tags in by_part(atlas.journeys, "tags") if not choice.wants(tags))
        yield from (("persona", id) for id in atlas.personas if choice.refuses(tags_of(atlas.persona(id))))


def unmet(atlas: Atlas, choice: Choice) -> tuple[tuple[str, str], ...]:
    """What is asked for and no journey has, each with the nearest that one has, else ""."""
    every = dict.fromkeys(tag for _, tags in by_part(atlas.journeys, "tags") for tag in tags) if choice.only else {}
    known = dict.fromkeys((*every, *((key, "") for key, _ in every)))
    names = dict.fromkeys(map(written, known))
    return tuple((written(tag), nearest(written(tag), names) or "") for tag in choice.only if tag not in known)


def by_part(cards: Mapping[str, JourneyCard], name: str) -> Iterator[tuple[str, Any]]:
    """By id one part of the card of each journey."""
    if isinstance(cards, JourneyDeck):
        return cards.by_part(name)
    return ((id, getattr(card, name)) for id, card in cards.items())
