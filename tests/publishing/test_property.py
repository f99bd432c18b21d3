"""test_property: whatever is marked internal, the atlas that is left holds no word of it, leads nowhere that is gone, and keeps the rest."""

import copy
import datetime
import json
import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import to_json

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC
from cjmgen.atlas.references.reference import Reference, of_journey, of_persona
from publishing.written import Author, Data, tree

TODAY = datetime.date(2026, 11, 21)
EXAMPLES = 1000 if os.environ.get("CJMGEN_LONG") else 40

MARKED = ("maps/journeys/", "maps/personas/", "maps/evidence/", "maps/comparisons/", "maps/metrics/")

REFERENCES = frozenset(
    {"personas", "persona", "who", "owner", "team", "channel", "metric", "evidence", "emotion_evidence", "journeys", "journey", "extends",
     "parent", "from", "to", "at", "touchpoint", "one", "two"}
)  # fmt: skip
"""Fields that name other things; what stands in all other ones is said there."""


def _whole() -> dict[str, Data]:
    """A project in which nothing is marked, and things name one another."""
    told = Author("word")
    one, two = (told.journey(2, personas=["anna", "boris"], owner="care", evidence=[{"id": "talks"}]) for _ in range(2))
    for data in (one, two):
        first, second = data["stages"]
        first["touchpoints"][0].update(emotion={"anna": 1, "boris": -1}, channel="desk", emotion_evidence=[{"id": "diary"}], who=["boris"])
        first["pains"][0].update(evidence=[{"id": "talks"}, {"id": "diary"}], who=["anna"])
        second["metrics"].append({"metric": "exits"})
        second["opportunities"][0].update(pains=[f"{first['id']}/{first['pains'][0]['id']}"], owner="care", touchpoint=first["touchpoints"][1]["id"])
        data["handoffs"] = [{"from": "care", "to": data["actors"][0]["id"], "at": second["id"], "what": told.text()}]
        data["stages"][1]["actions"][0]["who"] = [data["actors"][0]["id"]]
    two["parent"] = f"one#{one['stages'][1]['id']}"
    one["stages"][0]["touchpoints"][1]["journey"] = "two"
    return {
        "cjmgen.yml": {"title": "Shop", "languages": ["en", "ru"], "lanes": [{"id": "legal", "title": "Legal"}]},
        "maps/teams.yml": {"care": "Care"}, "maps/channels.yml": {"desk": "Desk"},
        "maps/evidence/talks.yml": told.evidence(), "maps/evidence/diary.yml": told.evidence(),
        "maps/metrics/exits.yml": {"title": told.text(), "value": 4},
        "maps/personas/anna.yml": told.persona(evidence=[{"id": "diary"}]), "maps/personas/boris.yml": told.persona(),
        "maps/journeys/one.yml": one, "maps/journeys/two.yml": two,
        "maps/comparisons/both.yml": told.comparison(journeys=["one", "two"], align=[{"id": told.word(), "title": told.text(), "one": one["stages"][0]["id"], "two": [two["stages"][1]["id"]]}]),
        "maps/comparisons/people.yml": told.comparison(journey="one", who=["anna", "boris"]),
    }  # fmt: skip


WHOLE = _whole()


def things(data: Any, key: str = "") -> Iterator[Data]:
    """Everything in an entity that may have an audience of its own: itself, and the items of its lists."""
    if key not in ("next", "jobs", "variants", "evidence", "emotion_evidence", "demographics"):
        yield from ([data] if isinstance(data, dict) and ("id" in data or "title" in data or not key) else [])
        for name, value in data.items() if isinstance(data, dict) else ((key, each) for each in data):
            if isinstance(value, dict | list):
                yield from things(value, name)


def said(data: Any, hidden: bool, seen: bool = False) -> Iterator[str]:
    """The words that stand in marked things, or with `hidden` off in all others."""
    if isinstance(data, dict):
        seen = seen or data.get("audience") == "internal"
        for key, value in data.items():
            if key not in REFERENCES and not (key == "pains" and all(isinstance(each, str) for each in value)):
                yield from said(value, hidden, seen)
                yield from (key,) if key.startswith("word") and seen == hidden else ()
    elif isinstance(data, list):
        yield from (word for each in data for word in said(each, hidden, seen))
    elif isinstance(data, str) and seen == hidden:
        yield from (word for word in data.replace("/", " ").replace(".", " ").split() if word.startswith("word"))


def dump(atlas: Atlas) -> str:
    """All that pages can see of an atlas."""
    full = [to_json([atlas.journey(id) for id in atlas.journeys]), to_json([atlas.persona(id) for id in atlas.personas])]
    cards = [to_json(dict(each)) for each in (atlas.journeys, atlas.personas)]
    small = (atlas.evidence, atlas.metrics, atlas.comparisons, atlas.files, atlas.teams, atlas.channels, atlas.actors, atlas.media)
    return "\n".join(part.decode() for part in (*full, *cards, *(to_json(dict(each)) for each in small)))


def marked(seed: int) -> dict[str, Data]:
    """The project with some things marked."""
    files, fate = copy.deepcopy(WHOLE), random.Random(seed)
    every = [thing for path, data in files.items() if path.startswith(MARKED) for thing in things(data)]
    for thing in fate.sample(every, fate.choice([1, 1, 2, 3, 8, 40])):
        thing["audience"] = "internal"
    return files


@pytest.mark.long
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 1_000_000))
def test_nothing_marked_is_left_and_nothing_leads_to_it(seed: int) -> None:
    files = marked(seed)
    atlas = pipeline.load(tree(files), TODAY, choice=PUBLIC).value
    hidden = {word for path, data in files.items() for word in said(data, True)}
    told = dump(atlas)
    assert [word for word in sorted(hidden) if word in told] == []
    assert '"audience":"internal"' not in told
    assert [reference for reference in references(atlas) if not leads(atlas, reference)] == []


def references(atlas: Atlas) -> Iterator[Reference]:
    """All that journeys and personas refer to, and comparisons."""
    yield from (reference for id in atlas.journeys for reference in of_journey(atlas.journey(id)))
    yield from (reference for id in atlas.personas for reference in of_persona(atlas.persona(id)))
    yield from (Reference("journey", id, ()) for each in atlas.comparisons.values() for id in each.journeys)


def leads(atlas: Atlas, reference: Reference) -> bool:
    """Whether a reference leads to something that is there."""
    own = {actor.key for id in atlas.journeys for actor in atlas.journey(id).actors}
    known = {
        "persona": atlas.personas, "team": atlas.teams, "channel": atlas.channels, "evidence": atlas.evidence, "metric": atlas.metrics,
        "who": {*atlas.personas, *atlas.actors, *own}, "end": {*atlas.teams, *atlas.actors, *own}, "stage": atlas.phases,
    }  # fmt: skip
    if reference.kind == "journey":
        id, _, stage = reference.id.partition("#")
        return id in atlas.journeys and (not stage or stage in {each.key for each in atlas.journey(id).stages})
    return reference.id in known[reference.kind]


def test_without_marks_the_atlas_is_the_whole_one() -> None:
    whole, left = (pipeline.load(tree(WHOLE), TODAY, choice=choice).value for choice in (EVERYTHING, PUBLIC))
    assert dump(whole) == dump(left)
    words = {word for data in WHOLE.values() for word in said(data, False)}
    assert [word for word in words if word not in dump(left)] == []
    assert len(words) > 500


@pytest.mark.parametrize("seed", range(30))
def test_one_marked_item_takes_only_itself_along(seed: int) -> None:
    """What is left out is what is marked, and what is about that alone."""
    files, fate = copy.deepcopy(WHOLE), random.Random(seed)
    stages = [stage for path in ("maps/journeys/one.yml", "maps/journeys/two.yml") for stage in files[path]["stages"]]
    lanes = ("thoughts", "questions", "feelings", "quotes", "gains", "frontstage", "backstage", "policies", "personalization")
    thing = fate.choice([item for stage in stages for lane in lanes for item in stage[lane]])
    thing["audience"] = "internal"
    told = dump(pipeline.load(tree(files), TODAY, choice=PUBLIC).value)
    assert [word for path, data in files.items() for word in said(data, False) if word not in told] == []
    assert [word for word in said(json.loads(json.dumps(thing)), True) if word in told] == []
