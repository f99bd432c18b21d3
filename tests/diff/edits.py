"""edits: a small project as plain data, and the edits that authors make to it, each of which is one edit and no more."""

import copy
import datetime
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.memo.store import Shortlived
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 21)

START: dict[str, Any] = {
    "cjmgen.yml": {"title": "Shop", "languages": ["en", "ru"], "review_every": "12 months"},
    "maps/teams.yml": {"shop": {"title": "The shop", "github": "@a/shop"}, "care": {"title": {"en": "Care", "ru": "Забота"}}},
    "maps/channels.yml": {"kiosk": {"title": "Kiosk", "kind": "physical"}},
    "maps/actors.yml": {"olga": {"title": "Olga, the daughter", "kind": "companion"}},
    "maps/stages.yml": [{"id": "find", "title": "Find"}, {"id": "choose", "title": "Choose"}, {"id": "own", "title": "Own"}],
    "maps/evidence/talks.yml": {"title": "Talks", "kind": "interview", "n": 12, "date": "2026-03-01"},
    "maps/evidence/logs.yml": {"title": "Search logs", "kind": "analytics"},
    "maps/metrics/exits.yml": {"title": "Exits", "value": "41%", "owner": "care"},
    "maps/personas/anna.yml": {
        "title": "Anna", "role": "Student", "goals": ["Shoes by Friday", "No trip to the mall"], "channels": ["kiosk"],
        "empathy": {"says": ["I compare first"], "fears": None}, "demographics": {"age": 24},
    },
    "maps/personas/maxim.yml": {"title": {"en": "Maxim", "ru": "Максим"}, "evidence": ["talks"]},
    "maps/journeys/buying.yml": {
        "title": "Buying a pair", "personas": ["anna"], "owner": "shop", "tags": {"product": "shoes"},
        "handoffs": [{"from": "shop", "to": "care", "at": "pay", "what": "The order", "works": "partly"}],
        "stages": [
            {
                "id": "seek", "title": "Search", "phase": "find", "entry": 1000, "goal": "Find a pair that will last a winter",
                "actions": ["Types three words", "Opens the fourth result", {"id": "asks", "title": "Asks a friend"}],
                "touchpoints": [
                    {"id": "ad", "title": "Ad", "channel": "search", "owner": "shop", "emotion": 1, "next": ["card"]},
                    {"id": "card", "title": "Product card", "channel": "site", "emotion": {"anna": -1, "olga": 1}, "backstage": ["Loads photos"]},
                ],
                "pains": [{"id": "noise", "title": "Too much noise", "severity": "high", "evidence": ["talks"], "touchpoint": "ad"}],
                "opportunities": [{"id": "clear", "title": "Clear words", "pains": ["noise"], "impact": 4, "effort": 2, "owner": "care"}],
            },
            {
                "id": "pay", "title": "Pay", "entry": {"people": 100, "of": "orders"}, "lanes": {"legal": ["Consent"]},
                "touchpoints": [{"id": "form", "title": "Form", "channel": "site", "owner": "care", "emotion": -1.5, "next": ["seek/ad"]}],
                "quotes": [{"text": "Why my birthday?", "speaker": "I-1", "evidence": ["talks"]}],
                "metrics": ["exits"],
            },
        ],
    },
    "maps/journeys/renting.yml": {
        "title": "Renting", "personas": ["anna", "maxim"], "parent": "buying#pay",
        "stages": [
            {"id": "look", "title": "Look", "touchpoints": [{"id": "visit", "title": "Visit", "channel": "kiosk", "emotion": {"anna": 1, "maxim": -1}}]},
            {"id": "wear", "title": "Wear", "touchpoints": [{"id": "walk", "title": "First walk", "emotion": 2}], "gains": ["Light"]},
        ],
    },
    "maps/comparisons/both.yml": {
        "title": "Both", "journeys": ["buying", "renting"], "align": [{"id": "begin", "title": "Begin", "buying": "seek", "renting": ["look"]}],
    },
}  # fmt: skip
del START["maps/personas/anna.yml"]["empathy"]["fears"]

WORDS = ["amber", "basil", "cedar", "delta", "ember", "falcon", "garnet", "harbour", "indigo", "juniper", "kettle", "lantern", "magnet", "nectar", "orchid", "pebble", "quartz", "ribbon", "saddle", "timber", "umber", "velvet", "walnut", "xenon", "yonder", "zephyr"]


@dataclass
class Draft:
    """A project while it is edited. Whatever is new gets an id and a title that nothing ever had."""

    files: dict[str, Any] = field(default_factory=lambda: copy.deepcopy(START))
    made: int = 0
    renamed: set[str] = field(default_factory=set)

    def id(self) -> str:
        """An id that nothing had."""
        self.made += 1
        return f"n{self.made}"

    def title(self) -> str:
        """Words that no other title shares."""
        self.made += 1
        return f"{WORDS[self.made % len(WORDS)]}{self.made} {WORDS[self.made * 7 % len(WORDS)]}{self.made}"

    def load(self) -> Atlas:
        """The atlas of the project as it is now."""
        texts = {path: yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in self.files.items()}
        return pipeline.load(Tree.of({path: text.encode() for path, text in texts.items()}), TODAY, Shortlived()).value

    def holds_renamed(self, data: Any) -> bool:
        """Whether anything in here was given another id."""
        return any(re.search(rf"\b{id}\b", repr(data)) for id in self.renamed)

    def journeys(self) -> list[Any]:
        """The data of the journeys."""
        return [data for path, data in self.files.items() if path.startswith("maps/journeys/")]

    def stages(self) -> list[Any]:
        """The data of all stages."""
        return [stage for journey in self.journeys() for stage in journey["stages"]]

    def lists(self) -> list[tuple[Any, str, list[Any]]]:
        """Every list of named items, with what holds it and the list's name."""
        return list(self._lists())

    def _lists(self) -> Iterator[tuple[Any, str, list[Any]]]:
        yield None, "phases", self.files["maps/stages.yml"]
        for journey in self.journeys():
            yield journey, "stages", journey["stages"]
            for stage in journey["stages"]:
                for name in MADE:
                    if name in stage:
                        yield stage, name, stage[name]
                for point in stage.get("touchpoints", ()):
                    if point.get("backstage"):
                        yield point, "backstage", point["backstage"]

    def items(self) -> list[Any]:
        """All items with fields, of all lists, and the entities that stand in files of their own."""
        inside = [item for _, _, items in self.lists() for item in items if isinstance(item, dict)]
        return [*inside, *(data for path, data in self.files.items() if isinstance(data, dict) and "title" in data and path != "cjmgen.yml")]


MADE: dict[str, Callable[[Draft], Any]] = {
    "touchpoints": lambda draft: {"id": draft.id(), "title": draft.title(), "channel": "site", "emotion": 1, "description": draft.title()},
    "pains": lambda draft: {"id": draft.id(), "title": draft.title(), "severity": "high"},
    "gains": lambda draft: {"id": draft.id(), "title": draft.title()},
    "actions": lambda draft: draft.title(),
    "thoughts": lambda draft: draft.title(),
    "quotes": lambda draft: {"text": draft.title(), "speaker": "I-2"},
    "opportunities": lambda draft: {"id": draft.id(), "title": draft.title(), "impact": 3, "effort": 2},
}
"""Items by the list they stand in."""


def add(draft: Draft, fate: random.Random) -> None:
    """An item comes into a list, a stage into a journey, or an entity into the project."""
    match fate.randrange(6):
        case 0:
            draft.files[f"maps/personas/{draft.id()}.yml"] = {"title": draft.title()}
        case 1:
            draft.files[f"maps/journeys/{draft.id()}.yml"] = {"title": draft.title(), "stages": [_stage(draft)]}
        case 2:
            stages = fate.choice(draft.journeys())["stages"]
            stages.insert(fate.randint(0, len(stages)), _stage(draft))
        case _:
            lane, stage = fate.choice(list(MADE)), fate.choice(draft.stages())
            items = stage.setdefault(lane, [])
            items.insert(fate.randint(0, len(items)), MADE[lane](draft))


def _stage(draft: Draft) -> Any:
    return {"id": draft.id(), "title": draft.title(), "touchpoints": [MADE["touchpoints"](draft)]}


def remove(draft: Draft, fate: random.Random) -> None:
    """An item goes, or a whole file; nothing that was renamed before, as what refers to it would have been edited for nothing."""
    if fate.random() < 0.2:
        paths = [path for path in draft.files if path.count("/") == 2 and not draft.holds_renamed({path: draft.files[path]})]
        if sum(path.startswith("maps/journeys/") for path in paths) > 1:
            del draft.files[fate.choice(paths)]
        return
    _, name, items = fate.choice(draft.lists())
    at = fate.randrange(len(items) or 1)
    if items and (name != "stages" or len(items) > 1) and not draft.holds_renamed(items[at]):
        items.pop(at)


def move(draft: Draft, fate: random.Random) -> None:
    """An item goes to the same list of another stage of its journey, and what refers to it there follows."""
    journey = fate.choice(draft.journeys())
    start, end = fate.choice(journey["stages"]), fate.choice(journey["stages"])
    lane = fate.choice(list(MADE))
    if start is not end and start.get(lane):
        items = end.setdefault(lane, [])
        item = start[lane].pop(fate.randrange(len(start[lane])))
        items.insert(fate.randint(0, len(items)), item)
        if isinstance(item, dict) and "id" in item:
            _lead(journey["stages"], f"{start['id']}/{item['id']}", f"{end['id']}/{item['id']}")


def _lead(stages: list[Any], old: str, new: str) -> None:
    for point in (point for stage in stages for point in stage.get("touchpoints", ())):
        if "next" in point:
            point["next"] = [new if each == old else each for each in point["next"]]


def reorder(draft: Draft, fate: random.Random) -> None:
    """A list comes in another order."""
    fate.shuffle(fate.choice(draft.lists())[2])


def retitle(draft: Draft, fate: random.Random) -> None:
    """Something gets another title; what has no id of its own gets another id with it."""
    _, _, items = fate.choice(draft.lists())
    if items:
        at = fate.randrange(len(items))
        if isinstance(items[at], str):
            if items[at] != "exits":
                items[at] = draft.title()
        else:
            items[at]["text" if "text" in items[at] else "title"] = draft.title()


def rename(draft: Draft, fate: random.Random) -> None:
    """Something gets another id, and everything that refers to it says so."""
    named = [item for _, _, items in draft.lists() for item in items if isinstance(item, dict) and "id" in item]
    files = [path for path in draft.files if path.count("/") == 2]
    new = draft.id()
    draft.renamed.add(new)
    if fate.random() < 0.3 and files:
        path = fate.choice(files)
        old = path.rsplit("/", 1)[1].removesuffix(".yml")
        draft.files = {(f"{path.rsplit('/', 1)[0]}/{new}.yml" if each == path else each): data for each, data in draft.files.items()}
    elif named:
        item = fate.choice(named)
        old = item["id"]
        if fate.random() < 0.3 and "touchpoints" not in item:
            item.update(id=new, was=[*item.get("was", []), old])
            return
    draft.files = {path: _replaced(data, old, new) for path, data in draft.files.items()}


def _replaced(data: Any, old: str, new: str) -> Any:
    """Data in which an id that stands alone, or before or behind a `/` or `#`, is another one."""
    if isinstance(data, dict):
        return {_replaced(key, old, new): (value if key in ("title", "was") else _replaced(value, old, new)) for key, value in data.items()}
    if isinstance(data, list):
        return [_replaced(item, old, new) for item in data]
    if isinstance(data, str) and " " not in data:
        for mark in "/#":
            if mark in data:
                return mark.join(_replaced(each, old, new) for each in data.split(mark))
        return new if data == old else data
    return data


def update(draft: Draft, fate: random.Random) -> None:
    """One field of something gets another value, or its first, or none."""
    point = [item for stage in draft.stages() for item in stage.get("touchpoints", ())]
    pains = [item for stage in draft.stages() for item in stage.get("pains", ())]
    chances = [item for stage in draft.stages() for item in stage.get("opportunities", ())]
    changes: list[tuple[list[Any], str, Any]] = [
        (point, "emotion", fate.randint(-2, 2)), (point, "emotion", {"anna": fate.randint(-2, 2), "olga": 0}), (point, "channel", "phone"),
        (point, "owner", fate.choice(["shop", "care"])), (point, "description", draft.title()), (point, "automated", True),
        (pains, "severity", fate.choice(["low", "critical"])), (pains, "evidence", [{"id": "logs", "n": fate.randint(1, 9)}]),
        (chances, "status", fate.choice(["planned", "done"])), (chances, "expects", {"metric": "exits", "change": -0.1}),
        (chances, "due", "2027-01-01"), (draft.stages(), "goal", draft.title()), (draft.stages(), "entry", fate.randint(1, 999)),
        (draft.stages(), "entry", {"people": fate.randint(1, 999), "of": "visits", "target": 0.3}), (draft.stages(), "notes", draft.title()),
        (draft.journeys(), "summary", draft.title()), (draft.journeys(), "status", "draft"), (draft.journeys(), "tags", {"client": draft.title()}),
        ([draft.files["cjmgen.yml"]], "review_every", "6 months"), ([draft.files["maps/teams.yml"]["shop"]], "contact", draft.title()),
    ]  # fmt: skip
    where, name, value = fate.choice(changes)
    if where:
        item = fate.choice(where)
        if fate.random() < 0.25:
            item.pop(name, None)
        elif name in ("entry", "tags") and name in item:
            within = item[name] if isinstance(item[name], dict) else {"people": item[name]}
            key = fate.choice(sorted(value)) if isinstance(value, dict) else "people"
            item[name] = {**within, key: value[key] if isinstance(value, dict) else value}
        else:
            item[name] = value


EDITS = {each.__name__: each for each in (add, remove, move, reorder, retitle, rename, update)}
