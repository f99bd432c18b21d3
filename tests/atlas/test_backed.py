"""test_backed: what claims weigh, case by case, and beside the plain count of validated ones."""

import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.backed import coverage
from cjmgen.atlas.cards.card import Coverage
from cjmgen.insight.uncounted import Uncounted, uncounted_in
from cjmgen.memo.store import Shortlived
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 26)

EVIDENCE: dict[str, dict[str, Any]] = {
    "talks": {"kind": "interview", "n": 14, "date": datetime.date(2026, 9, 25), "valid_for": "12 months"},
    "visits": {"kind": "analytics", "n": 48000, "date": datetime.date(2026, 11, 1), "valid_for": "6 months"},
    "uncounted": {"kind": "analytics"},
    "ageing": {"kind": "survey", "n": 500, "date": datetime.date(2026, 2, 1), "valid_for": "12 months"},
    "old": {"kind": "survey", "n": 500, "date": datetime.date(2024, 1, 1), "valid_for": "12 months"},
    "timeless": {"kind": "support", "n": 90},
    "desk": {"kind": "desk", "n": 500},
}


def atlas_of(*stages: dict[str, Any], today: datetime.date = TODAY, evidence: dict[str, Any] = EVIDENCE) -> Atlas:
    journey = {"title": "Buying", "stages": [{"title": f"Stage {at}", "id": f"s{at}", **stage} for at, stage in enumerate(stages)]}
    files = {f"maps/evidence/{id}.yml": {"title": id, **each} for id, each in evidence.items()}
    data = {"cjmgen.yml": {"title": "Shop"}, **files, "maps/journeys/buying.yml": journey}
    loaded = pipeline.load(Tree.of({path: yaml.safe_dump(each).encode() for path, each in data.items()}), today, Shortlived())
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    return loaded.value


def of(*stages: dict[str, Any], **world: Any) -> Coverage:
    return atlas_of(*stages, **world).journeys["buying"].coverage


@pytest.mark.parametrize(
    ("claim", "share", "weight"),
    [
        ({"evidence": [{"id": "talks", "n": 5}]}, 1, 0.8436),
        ({"evidence": [{"id": "talks", "n": 1}]}, 1, 0.31),
        ({"evidence": ["talks"]}, 1, 0.31),
        ({"evidence": ["visits"]}, 1, 1),
        ({"evidence": [{"id": "visits", "n": 2}]}, 1, 0.5239),
        ({"evidence": ["uncounted"]}, 1, 0.31),
        ({"evidence": [{"id": "talks", "n": 0}]}, 1, 0),
        ({"evidence": [{"id": "timeless", "n": 90}]}, 1, 1),
        ({"evidence": [{"id": "ageing", "n": 400}]}, 1, 0.5),
        ({"evidence": [{"id": "ageing", "n": 400}, {"id": "talks", "n": 1}]}, 1, 0.655),
        ({"evidence": [{"id": "old", "n": 400}]}, 0, 0),
        ({"evidence": [{"id": "old", "n": 400}, {"id": "talks", "n": 1}]}, 1, 0.31),
        ({"evidence": [{"id": "desk", "n": 400}]}, 0, 0),
        ({"evidence": [{"id": "desk", "n": 400}, {"id": "talks", "n": 1}]}, 1, 0.31),
        ({"evidence": [{"id": "talks", "n": 14}], "confidence": "assumed"}, 0, 0),
        ({"confidence": "validated"}, 1, 0),
        ({"evidence": [{"id": "old", "n": 400}], "confidence": "validated"}, 1, 0),
        ({}, 0, 0),
    ],
)
def test_what_a_claim_weighs(claim: dict[str, Any], share: float, weight: float) -> None:
    found = of({"pains": [{"title": "A pain", **claim}]})
    assert found.share == share
    assert found.by_weight == pytest.approx(weight, abs=0.0001)


@pytest.mark.parametrize(("piece", "weight"), [("talks", 1), ("ageing", 0.5), ("old", 0), ("desk", 0)])
def test_a_quote_was_said_by_one_and_only_ages(piece: str, weight: float) -> None:
    assert of({"quotes": [{"text": "Is 39 small?", "evidence": piece}]}).by_weight == weight


def test_stages_add_up_to_the_journey_and_a_stage_without_claims_has_no_share() -> None:
    pains = [{"title": "One", "evidence": [{"id": "talks", "n": 5}]}, {"title": "Two"}]
    atlas = atlas_of({"pains": pains}, {}, {"gains": [{"title": "Fast", "evidence": ["visits"]}]})
    card = atlas.journeys["buying"]
    parts = [stage.coverage for stage in card.stages]
    assert [None if each.by_weight is None else round(each.by_weight, 3) for each in parts] == [0.422, None, 1]
    assert sum(parts, Coverage()) == card.coverage
    assert coverage(atlas.journey("buying"), atlas.evidence, atlas.today) == card.coverage
    assert Coverage().by_weight is None


USES = st.lists(st.tuples(st.sampled_from(sorted(EVIDENCE)), st.none() | st.integers(0, 500)), max_size=3, unique_by=lambda use: use[0])
CLAIMS = st.lists(USES, max_size=4)


def written(claims: list[list[tuple[str, int | None]]]) -> dict[str, Any]:
    uses = [[{"id": id, **({} if n is None else {"n": n})} for id, n in claim] for claim in claims]
    return {"pains": [{"title": f"Pain {at}", "evidence": each} for at, each in enumerate(uses)]}


@given(CLAIMS, st.integers(0, 1500), st.integers(0, 1500))
@settings(max_examples=40, deadline=None)
def test_the_weight_is_at_most_the_share_and_never_rises_with_time(claims: Any, days: int, later: int) -> None:
    start = datetime.date(2024, 1, 1) + datetime.timedelta(days)
    now, then = (of(written(claims), today=day) for day in (start, start + datetime.timedelta(later)))
    for found in (now, then):
        assert 0 <= found.weight <= found.validated
        assert (found.share is None) == (found.by_weight is None) == (not claims)
    assert then.weight <= now.weight


@given(st.lists(st.booleans(), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_with_large_and_fresh_evidence_it_is_the_plain_share(claims: list[bool]) -> None:
    found = of(written([[("timeless", 500)] if backed else [] for backed in claims]))
    assert found.share == found.by_weight == sum(claims) / len(claims)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([["talks"]], {"talks": (1, 0.6845)}),
        ([["talks"], ["talks"], [("talks", 2)]], {"talks": (2, 1.3689)}),
        ([["ageing"]], {"ageing": (1, 0.345)}),
        ([["talks", ("timeless", 90)]], {"talks": (1, 0.0)}),
        ([["uncounted"]], {"uncounted": (1, 0.0)}),
        ([["visits"], ["old"], ["desk"], [("talks", 1)], []], {}),
        ([["timeless"], ["talks"], ["talks", "ageing"]], {"talks": (2, 1.2629), "timeless": (1, 0.69), "ageing": (1, 0.2381)}),
    ],
)
def test_what_it_would_bring_to_say_how_many_said_so(claims: list[list[Any]], told: dict[str, tuple[int, float]]) -> None:
    atlas = atlas_of(written([[(each, None) if isinstance(each, str) else each for each in claim] for claim in claims]))
    found = uncounted_in(atlas.journeys["buying"].claims, atlas)
    assert list(found) == list(told)
    assert {id: (each.claims, pytest.approx(each.most, abs=0.0001)) for id, each in found.items()} == told


def test_quotes_and_what_is_only_called_validated_need_no_number() -> None:
    stage = {"quotes": [{"text": "Fine.", "evidence": "talks"}], "pains": [{"title": "A", "confidence": "validated"}, {"title": "B", "confidence": "reasoned", "evidence": ["talks"]}]}
    atlas = atlas_of(stage)
    assert uncounted_in(atlas.journeys["buying"].claims, atlas) == {}


@given(CLAIMS)
@settings(max_examples=30, deadline=None)
def test_saying_it_brings_exactly_what_was_promised(claims: Any) -> None:
    """Of one piece, all whose claims lack a number say the number of all who were asked."""
    atlas = atlas_of(written(claims))
    before = atlas.journeys["buying"].coverage
    for id, told in uncounted_in(atlas.journeys["buying"].claims, atlas).items():
        asked = EVIDENCE[id].get("n")
        named = [[(each, asked if each == id and n is None else n) for each, n in claim] for claim in claims]
        after = of(written(named))
        assert isinstance(told, Uncounted)
        assert after.weight - before.weight == pytest.approx(told.most, abs=1e-9)
