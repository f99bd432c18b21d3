"""meaning: whether a change is better or worse for the customer; neutral where that can't be told from the change itself."""

from collections.abc import Callable, Mapping
from typing import Literal

from cjmgen.atlas.cards.score import days_of
from cjmgen.diff.change import Added, Change, Removed, Updated, place_of
from cjmgen.diff.node import Node, Plain
from cjmgen.model.amount import read_amount
from cjmgen.model.claim import SEVERITIES
from cjmgen.model.feeling import read_emotion
from cjmgen.model.metric import LOWER_IS_BETTER

Meaning = Literal["worse", "better", "neutral"]

NEUTRAL = 0.2
"""A touchpoint that feels less than this in either direction makes nothing better or worse by coming or going."""

_LEVELS = tuple(dict.fromkeys(SEVERITIES.values()))
_WORKS = ("no", "partly", "yes")
_STATUS = {"dropped": -1.0, "done": 1.0}


def meaning(change: Change) -> Meaning:
    """What a change means for the customer."""
    way = _direction(change)
    return "better" if way > 0 else "worse" if way < 0 else "neutral"


def _direction(change: Change) -> float:
    steps = place_of(change).steps
    lane = steps[-1].lane if steps else ""
    match change:
        case Added():
            return _weight(lane, change.node)
        case Removed():
            return -_weight(lane, change.node)
        case Updated():
            return _updated(lane or change.new.kind, change)
    return 0.0


def _weight(lane: str, node: Node) -> float:
    """What it means that a thing is there: pains hurt, gains please, and touchpoints are as they feel."""
    if lane == "touchpoints":
        felt = read_emotion(node.fields["emotion"]).mean if "emotion" in node.fields else 0.0
        return felt if abs(felt) >= NEUTRAL else 0.0
    return {"pains": -1.0, "gains": 1.0}.get(lane, 0.0)


Value = Callable[[Plain], float | None]


def _updated(lane: str, change: Updated) -> float:
    value = _values(lane, change.thing).get(change.part.field)
    if value is None:
        return 0.0
    old, new = (value(each) if each is not None else None for each in (change.part.old, change.part.new))
    return 0.0 if old is None or new is None else new - old


def _values(lane: str, thing: Mapping[str, Plain]) -> Mapping[str, Value]:
    """The fields of a thing that tell better from worse, each with what it is worth."""
    if lane in ("touchpoints", "stages"):
        return {"emotion": lambda felt: read_emotion(felt).mean, "wait": _shorter, "duration": _shorter}
    if lane in ("metrics", "metric"):
        return {"value": lambda value: _measured(value, thing)}
    lanes: Mapping[str, Mapping[str, Value]] = {
        "pains": {"severity": lambda level: -float(_LEVELS.index(level))},
        "handoffs": {"works": lambda works: float(_WORKS.index(works))},
        "opportunities": {"status": lambda status: _STATUS.get(status, 0.0)},
        "backstage": {"wait": _shorter},
        "frontstage": {"wait": _shorter},
    }
    return lanes.get(lane, {})


def _shorter(text: Plain) -> float | None:
    days = days_of(text)
    return None if days is None else -days


def _measured(value: Plain, thing: Mapping[str, Plain]) -> float | None:
    unit = thing.get("unit")
    amount = read_amount(value, unit if isinstance(unit, str) else "")
    if amount is None:
        return None
    lower = thing["better"] == "lower" if "better" in thing else thing.get("type") in LOWER_IS_BETTER
    return -amount.value if lower else amount.value
