"""kinship: what only shows when all journeys are known: circles of parents, personas nobody is about."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.origin import Origin
from cjmgen.problem import Keys, Place, Problem, Related, problem


def unused_personas(personas: Iterable[PersonaCard], used: Iterable[str]) -> list[Problem]:
    """Personas that are none of those that journeys name."""
    named = frozenset(used)
    hint = "name it under `personas` of a journey, or take the file away"
    return [
        problem("unused-persona", f"no journey is about '{persona.id}'", Place(persona.file, Keys(())), hint, data=(persona.id,))
        for persona in personas
        if persona.id not in named
    ]


def circles(links: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The circles among links from id to id, each once, beginning with its first id."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in sorted(links):
        way: list[str] = []
        at: str | None = start
        while at is not None and at not in done and at not in way:
            way.append(at)
            at = links.get(at)
        if at in way:
            circle = way[way.index(at) :]
            first = circle.index(min(circle))
            found.append(tuple(circle[first:] + circle[:first]))
        done |= set(way)
    return found


def circular(code: str, key: str, circle: tuple[str, ...], origins: Mapping[str, Origin]) -> Problem:
    """The problem of a circle of journeys that name one another under `key`."""
    way = " → ".join((*circle, circle[0]))
    verb = "extends" if key == "extends" else "is part of"
    message = f"'{circle[0]}' {verb} itself" if len(circle) == 1 else f"these journeys go in a circle: {way}"
    related = [Related(origins[id].place((key,)), f"'{id}' is in the circle") for id in circle[1:]]
    return problem(code, message, origins[circle[0]].place((key,)), f"take `{key}` away from one of them", related, data=circle)
