"""stand: the entities of an atlas as nodes, and of two atlases those that may have changed; what is surely the same stays closed."""

from collections.abc import Callable, Iterator, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.node import Node, node, phases
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.item import Entity
from cjmgen.model.stage_sets import STAGE_SETS

SMALL = ("team", "channel", "actor", "evidence", "metric", "comparison")
"""Kinds whose entities an atlas holds in full."""

Name = tuple[str, str]
"""An entity by kind and id."""


def entities(atlas: Atlas) -> dict[Name, Node]:
    """All entities of an atlas that the project has of its own."""
    return {name: stand(atlas, name) for name in names(atlas)}


def stand(atlas: Atlas, name: Name) -> Node:
    """An entity as a node."""
    kind, id = name
    language = atlas.settings.languages[0]
    if kind == "stage":
        return phases(own_phases(atlas), language)
    return node(_entity(atlas, kind, id), id, language)


def unlike(one: Atlas, other: Atlas) -> Iterator[Name]:
    """The entities of an atlas that are not the same in the other."""

    known = dict.fromkeys(names(other))
    return (name for name in names(one) if name not in known or not _same(one, other, *name))


def names(atlas: Atlas) -> Iterator[Name]:
    """The entities of an atlas by kind and id."""
    yield "settings", ""
    yield from (("journey", id) for id in atlas.journeys)
    yield from (("persona", id) for id in atlas.personas)
    for kind in SMALL:
        yield from ((kind, id) for id in _small(atlas, kind))
    yield "stage", ""


def _same(one: Atlas, other: Atlas, kind: str, id: str) -> bool:
    """Whether an entity is surely the same in both; only a look inside tells where it is not."""
    if kind in ("journey", "persona"):
        return one.names[kind][id] == other.names[kind][id]
    if kind == "stage":
        return list(own_phases(one).items()) == list(own_phases(other).items())
    return bool(_entity(one, kind, id) == _entity(other, kind, id))


def _entity(atlas: Atlas, kind: str, id: str) -> Entity:
    full: Mapping[str, Callable[[str], Entity]] = {"journey": atlas.journey, "persona": atlas.persona}
    if kind in full:
        return full[kind](id)
    return atlas.settings if kind == "settings" else _small(atlas, kind)[id]


def _small(atlas: Atlas, kind: str) -> Mapping[str, Entity]:
    every: Mapping[str, Mapping[str, Entity]] = {
        "team": atlas.teams, "actor": atlas.actors, "evidence": atlas.evidence, "metric": atlas.metrics, "comparison": atlas.comparisons,
    }  # fmt: skip
    if kind == "channel":
        return {id: each for id, each in atlas.channels.items() if BUILTIN_CHANNELS.get(id) != each}
    return every[kind]


def own_phases(atlas: Atlas) -> Mapping[str, Entity]:
    """The phases that the project has written itself; a set that ships is told by its name in the settings."""
    shipped = {stage.id or "": stage for stage in STAGE_SETS.get(atlas.settings.stages or "", ())}
    return {} if dict(atlas.phases) == shipped else atlas.phases
