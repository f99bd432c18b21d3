"""test_proof: what claims weigh, case by case, and beside the plain count of validated ones."""

import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.proof import Proof, proof, stage_proofs
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


def of(*stages: dict[str, Any], **world: Any) -> Proof:
    atlas = atlas_of(*stages, **world)
    return proof(atlas, atlas.journeys["buying"])


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
    assert found.coverage.share == share
    assert found.share == pytest.approx(weight, abs=0.0001)


@pytest.mark.parametrize(("piece", "weight"), [("talks", 1), ("ageing", 0.5), ("old", 0), ("desk", 0)])
def test_a_quote_was_said_by_one_and_only_ages(piece: str, weight: float) -> None:
    assert of({"quotes": [{"text": "Is 39 small?", "evidence": piece}]}).share == weight


def test_stages_add_up_to_the_journey_and_a_stage_without_claims_has_no_share() -> None:
    pains = [{"title": "One", "evidence": [{"id": "talks", "n": 5}]}, {"title": "Two"}]
    atlas = atlas_of({"pains": pains}, {}, {"gains": [{"title": "Fast", "evidence": ["visits"]}]})
    card = atlas.journeys["buying"]
    parts = stage_proofs(atlas, card)
    assert [None if each.share is None else round(each.share, 3) for each in parts.values()] == [0.422, None, 1]
    assert sum(parts.values(), Proof()) == proof(atlas, card)
    assert proof(atlas, card).coverage == card.coverage
    assert Proof().share is None


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
        assert 0 <= found.weight <= found.coverage.validated
        assert (found.share is None) == (found.coverage.share is None) == (not claims)
    assert then.weight <= now.weight


@given(st.lists(st.booleans(), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_with_large_and_fresh_evidence_it_is_the_plain_share(claims: list[bool]) -> None:
    found = of(written([[("timeless", 500)] if backed else [] for backed in claims]))
    assert found.share == found.coverage.share == sum(claims) / len(claims)
