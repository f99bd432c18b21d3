"""logs: logs of events made at random, with ties, doubles, gaps and nobodies; and questions to ask of them, each in two forms."""

import datetime
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa

from cjmgen.events.calendar import Calendar, Stretch, stretches
from cjmgen.events.question import Question, question
from cjmgen.model.events import Events
from events.reference import Asked, Event

KINDS = pa.schema({"user": pa.string(), "time": pa.int64(), "event": pa.string(), "properties": pa.string(), "segment": pa.string()})
START = datetime.datetime(2026, 1, 30, 20, tzinfo=datetime.UTC)
NAMES = ("look", "look_again", "find", "basket", "order", "help", "", 'dro"p; --', "it's", "заказ")
SEGMENTS = ("phone", "desk", "tablet", "", "(none)", "=cmd()", None)


@dataclass(frozen=True)
class Case:
    """A question as we ask it, and as the reference does."""

    events: Events
    asked: Question
    periods: tuple[Stretch, ...]
    plain: Asked


def _matches(rule: object, event: Event) -> bool:
    """What a line of the mapping means, read once more from the manual."""
    if isinstance(rule, list):
        return any(_matches(each, event) for each in rule)
    if isinstance(rule, str):
        rule = {"event": rule}
    assert isinstance(rule, dict)
    return ("event" not in rule or _alike(rule["event"], event["event"])) and all(
        _property(value, event["properties"], name) for name, value in rule.get("where", {}).items()
    )


def _alike(pattern: str, said: object) -> bool:
    if not isinstance(said, str):
        return False
    start, end = pattern.startswith("*"), pattern.endswith("*")
    bare = pattern.strip("*")
    return bare in said if start and end else said.endswith(bare) if start else said.startswith(bare) if end else said == bare


def _property(wanted: object, properties: object, name: str) -> bool:
    try:
        said = json.loads(str(properties))[name]
    except (ValueError, KeyError):
        return False
    said = str(said).lower() if isinstance(said, bool) else str(said)
    if isinstance(wanted, bool):
        return said.lower() == str(wanted).lower()
    return _alike(wanted, said) if isinstance(wanted, str) else said.isdecimal() and int(said) == wanted


MAPPINGS: tuple[dict[str, object], ...] = (
    {"stages": {"a": "look", "b": "find", "c": "order"}, "touchpoints": {"p": "look*", "q": "find", "r": {"where": {"n": 2}}}},
    {"stages": {"a": "look*", "b": ["basket", "find"], "c": "order", "d": "order"}, "touchpoints": {"q": "*e*"}, "window": "2 hours"},
    {"stages": {"a": {"where": {"ok": True}}, "b": {"event": "*o*", "where": {"page": "/size*"}}}, "threshold": 3, "segment": "segment"},
    {"stages": {"a": "look", "b": "look", "c": "look*", "d": "basket", "e": "заказ"}, "touchpoints": {"p": "*"}, "threshold": 2},
    {"stages": {"a": "*", "b": 'dro"p; --', "c": "it's"}, "segment": "segment", "threshold": 2, "window": "1 min", "touchpoints": {"p": ""}},
    {"stages": {"a": "look", "b": "find", "c": "basket"}, "segment": "segment", "timezone": "Asia/Vladivostok", "threshold": 1},
)


def cases() -> Iterator[Case]:
    """Every mapping as a case; they begin in January and in February."""
    return map(case, MAPPINGS)


def case(mapping: dict[str, object]) -> Case:
    """A mapping as a case."""
    columns = {"user": "user", "time": "time", "event": "event", "properties": "properties"}
    events = Events.model_validate({"files": "log.csv", "columns": columns, "window": "12 hours", **mapping})
    asked = question(events)
    assert isinstance(asked, Question), asked
    periods = stretches(Calendar(ZoneInfo(events.timezone), events.period), datetime.date(2026, 1, 30), datetime.date(2026, 2, 2))
    rules = [[lambda event, rule=rule: _matches(rule, event) for rule in _rules(mapping, key)] for key in ("stages", "touchpoints")]
    bounds = [(each.start, each.end) for each in periods]
    return Case(events, asked, periods, Asked(*rules, asked.window, bounds, asked.threshold, bool(asked.segment)))


def _rules(mapping: dict[str, object], key: str) -> list[object]:
    found = mapping.get(key, {})
    assert isinstance(found, dict)
    return list(found.values())


def log(chance: random.Random) -> list[Event]:
    """Events in no order, of a few people, some at one time, some twice, some of nobody or at no time."""
    users = [None, "", *(f"user-{n}@example.org" for n in range(chance.randint(1, 9)))]
    step = chance.choice((1, 1000, 60_000, 3_600_000))
    names = chance.sample(NAMES, chance.randint(3, len(NAMES)))
    events = [_event(chance, chance.choice(users), names, step) for _ in range(chance.randint(0, 120))]
    events += [dict(chance.choice(events)) for _ in range(chance.randint(0, 9)) if events]
    chance.shuffle(events)
    return events


def _event(chance: random.Random, user: str | None, names: list[str], step: int) -> Event:
    time = int(START.timestamp() * 1000) + chance.randint(0, 40) * step + chance.choice((0, 0, 0, 1, 999))
    said = {"n": chance.choice((1, 2, 3, "2", "two")), "ok": chance.choice((True, False, "true", 1)), "page": chance.choice(("/size", "/size-guide", 7))}
    properties = chance.choice((None, "{}", "no JSON", json.dumps(said), json.dumps(said), json.dumps(said)))
    return {
        "user": user or None,
        "time": None if chance.random() < 0.03 else time,
        "event": None if chance.random() < 0.03 else chance.choice(names),
        "properties": properties,
        "segment": chance.choice(SEGMENTS),
    }
