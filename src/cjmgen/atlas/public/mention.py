"""mention: all that a journey or a persona names: people, evidence, metrics, teams, channels, journeys and pictures."""

from collections.abc import Iterator, Mapping
from typing import Any

Thing = tuple[str, str]
"""A kind and an id. Beside the kinds of entities there are `image`, a picture as an entity names it, `journey#`, a stage of a journey as
`journey#stage`, and `journey@`, somebody who takes part in one journey alone, as `journey@actor`."""

SINGLE: Mapping[str, tuple[str, ...]] = {
    "owner": ("team",), "team": ("team",), "channel": ("channel",), "metric": ("metric",), "funnel": ("metric",), "persona": ("persona",),
    "extends": ("journey",), "parent": ("journey",), "journey": ("journey",),
}  # fmt: skip
"""Fields that hold one id, with the kinds it may be of."""

MANY: Mapping[str, tuple[str, ...]] = {"personas": ("persona",), "channels": ("channel",), "who": ("persona", "actor")}
"""Fields that hold ids."""

ENDS = ("team", "actor")
"""What the ends of a handoff are."""

USES = ("evidence", "emotion_evidence")
"""Fields that hold evidence, with how many said so."""

SHELVES = ("lanes", "empathy")
"""Fields that hold lists by name."""

HOLDERS = ("entry", "expects")
"""Fields that hold one thing with fields of its own."""

CLOSED = frozenset({"tags", "demographics", "names"})
"""Fields whose keys are the author's own: nothing in them is a reference."""


def mentions(data: Mapping[str, Any]) -> tuple[Thing, ...]:
    """What an entity, as plain data, names; each once."""
    return tuple(dict.fromkeys(_thing(data, "")))


def _thing(data: Mapping[str, Any], lane: str) -> Iterator[Thing]:
    for key, value in data.items():
        if key in CLOSED or value is None:
            continue
        if lane == "handoffs" and key in ("from", "to"):
            yield from ((kind, value) for kind in ENDS)
        else:
            yield from _field(key, value)


def _field(key: str, value: Any) -> Iterator[Thing]:
    if isinstance(value, str):
        yield from _single(key, value)
    elif key in MANY and isinstance(value, list):
        yield from ((kind, id) for id in value for kind in MANY[key])
    elif key in USES:
        yield from (("evidence", use["id"]) for use in value)
    elif key == "emotion":
        yield from ((kind, who) for who in felt_by(value) for kind in MANY["who"])
    elif key in ("image", "photo") and isinstance(value, dict):
        yield "image", value["file"]
    elif key in SHELVES and isinstance(value, dict):
        yield from (each for items in value.values() if isinstance(items, list) for each in _items(key, items))
    elif key in HOLDERS and isinstance(value, dict):
        yield from _thing(value, key)
    elif isinstance(value, list):
        yield from _items(key, value)


def _single(key: str, value: str) -> Iterator[Thing]:
    for kind in SINGLE.get(key, ()):
        yield kind, value.partition("#")[0]
        if kind == "journey" and "#" in value:
            yield "journey#", value


def _items(lane: str, items: list[Any]) -> Iterator[Thing]:
    return (found for item in items if isinstance(item, dict) for found in _thing(item, lane))


def felt_by(emotion: Any) -> tuple[str, ...]:
    """The people that an emotion tells apart; nobody where it is one value."""
    return tuple(emotion) if isinstance(emotion, dict) and "mean" not in emotion else ()
