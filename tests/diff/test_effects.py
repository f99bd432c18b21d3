"""test_effects: what follows from a change: figures, ranks, comparisons, and the people to ask."""

import copy
import json
from typing import Any

from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.follow import FIELDS, INSIDE
from cjmgen.model.item import Entity
from cjmgen.model.kinds import KINDS, model_of
from cjmgen.model.shape import shape_of
from cjmgen.model.slug import WRITTEN_REFERENCE
from diff.edits import START
from diff.test_table import side, where


def after(**edits: Any) -> Changes:
    """What changed after these edits to the journey `buying`: fields of things by id, `None` for what goes."""
    files = copy.deepcopy(START)
    for stage in files["maps/journeys/buying.yml"]["stages"]:
        for item in (stage, *stage.get("touchpoints", ()), *stage.get("pains", ()), *stage.get("opportunities", ())):
            item.update(edits.get(item["id"], {}))
    return changes(side(START), side(files))


def test_figures_before_and_after() -> None:
    found = after(card={"emotion": 2}, noise={"severity": "low"}, pay={"entry": {"people": 300}})
    (shift,) = found.shifts
    assert shift.old
    assert shift.new
    assert (shift.old.score, shift.new.score) == (-0.5, 0.0)
    assert (shift.old.conversion, shift.new.conversion) == (0.1, 0.3)
    assert (shift.old.severe, shift.new.severe) == (1, 0)
    assert [(stage.id, stage.old and stage.old.score, stage.new and stage.new.score) for stage in shift.stages] == [("seek", 0.5, 1.5), ("pay", -1.5, -1.5)]


def test_evidence_hurts_a_journey_nobody_touched() -> None:
    files = copy.deepcopy(START)
    del files["maps/evidence/talks.yml"]
    found = changes(side(START), side(files))
    assert [shift.id for shift in found.shifts] == ["buying"]
    (shift,) = found.shifts
    assert shift.old
    assert shift.new
    assert (shift.old.coverage.validated, shift.new.coverage.validated) == (2, 0)
    assert found.told[0].breaks[0].file == "maps/journeys/buying.yml"
    assert ("shop", "refers") in {(ask.team, reason.why) for ask in found.asks for reason in ask.reasons}


def test_a_rank_that_moved_of_its_own() -> None:
    extra = {"id": "other", "title": "Other words", "impact": 5, "effort": 1}
    files = copy.deepcopy(START)
    files["maps/journeys/buying.yml"]["stages"][1]["opportunities"] = [extra]
    rated = copy.deepcopy(files)
    rated["maps/journeys/buying.yml"]["stages"][0]["opportunities"][0].update(effort=1, impact=5.0)
    rated["maps/journeys/buying.yml"]["stages"][1]["opportunities"][0].update(effort=5)
    found = changes(side(files), side(rated))
    assert [(rank.chance.id, rank.old, rank.new, rank.of) for rank in found.ranks] == [("clear", 2, 1, 2), ("other", 1, 2, 2)]


def test_opportunities_of_one_id_in_several_stages_keep_their_ranks() -> None:
    files = copy.deepcopy(START)
    stages = files["maps/journeys/buying.yml"]["stages"]
    (first,) = stages[0]["opportunities"]
    stages[1]["opportunities"] = [{"id": first["id"], "title": "Other words", "impact": 5, "effort": 1}]
    edited = copy.deepcopy(files)
    edited["maps/journeys/buying.yml"]["stages"][0]["touchpoints"][0].update(emotion=-1)
    assert changes(side(files), side(edited)).told
    assert not changes(side(files), side(edited)).ranks
    # a stage by another name takes what is in it along
    edited["maps/journeys/buying.yml"]["stages"][1].update(id="settle", was=[stages[1]["id"]])
    assert not changes(side(files), side(edited)).ranks


def test_an_opportunity_that_moved_to_another_stage_is_the_same() -> None:
    files = copy.deepcopy(START)
    stages = files["maps/journeys/buying.yml"]["stages"]
    stages[1]["opportunities"] = [{"id": "other", "title": "Other words", "impact": 4, "effort": 1}]
    moved = copy.deepcopy(files)
    there = moved["maps/journeys/buying.yml"]["stages"]
    there[1]["opportunities"] += [{**there[0].pop("opportunities")[0], "impact": 5.0, "effort": 1}]
    found = changes(side(files), side(moved))
    assert [(rank.chance.id, rank.old, rank.new) for rank in found.ranks] == [("clear", 2, 1)]


def test_a_comparison_that_tilts() -> None:
    (tilt,) = after(card={"emotion": 2}).tilts
    assert tilt.id == "both"
    assert [(lead.who.journey, lead.old, lead.new) for lead in tilt.leads] == [("renting", 1.5, 1.0)]


def test_who_should_look() -> None:
    found = after(ad={"emotion": -2}, form={"emotion": 0})
    asked = [(ask.team, ask.github, [(reason.why, where(reason.of)) for reason in ask.reasons]) for ask in found.asks]
    assert asked == [
        ("shop", "@a/shop", [("owns", "buying/seek/ad"), ("owns", "buying/seek"), ("owns", "buying")]),
        ("care", "", [("owns", "buying/pay/form"), ("owns", "buying/pay")]),
    ]
    assert [(told.place.steps[-1].key, told.owner) for told in found.told] == [("ad", "shop"), ("form", "care")]


def test_every_reference_of_the_vocabulary_is_followed() -> None:
    """A new field that holds ids of something else has to be named in `follow`."""
    wanted: dict[type[Entity], None] = {}
    waiting = [model_of(kind.name) for kind in KINDS]
    while waiting:
        model = waiting.pop()
        if model not in wanted:
            wanted[model] = None
            waiting += [part.model for part in shape_of(model).parts.values()]
    inside = {("EvidenceUse", "id"), ("Next", "to"), ("Expectation", "metric")}
    snapshot = {("Events", "stages"), ("Events", "touchpoints")}  # names in a snapshot; which journey it counts, only that journey says
    names = {("Variant", "id"), *snapshot, *((model.__name__, "was") for model in wanted)}
    found = {(model.__name__, name) for model in wanted for name, told in _properties(model) if WRITTEN_REFERENCE in json.dumps(told, ensure_ascii=False)}
    assert ("Touchpoint", "channel") in found
    missing = sorted(each for each in found - inside - names if each[1] not in FIELDS)
    assert missing == []
    assert set(INSIDE) == {"cost", "evidence", "emotion_evidence", "next", "expects"}


def _properties(model: type[Entity]) -> list[tuple[str, Any]]:
    """The fields of a type by their schemas, with those of other types left as links."""
    schema = model.model_json_schema(by_alias=True)
    own = schema["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return list(own["properties"].items())
