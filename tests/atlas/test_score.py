"""test_score: what is computed from a journey, against the vocabulary's formulas."""

import datetime
from typing import Any

import pytest

from cjmgen.atlas.cards import score
from cjmgen.atlas.cards.backed import coverage
from cjmgen.model.directory import SetStage
from cjmgen.model.evidence import Evidence
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric

TODAY = datetime.date(2026, 11, 21)


def journey(*stages: Any, **more: Any) -> Journey:
    return Journey.model_validate({"title": "A", "stages": list(stages), **more})


def evidence(**more: Any) -> Evidence:
    return Evidence.model_validate({"title": "E", **more})


def test_scores_are_means_of_what_is_known() -> None:
    told = journey(
        {"title": "A", "emotion": 2, "touchpoints": [{"title": "T", "emotion": {"anna": -2, "olga": 0}}, {"title": "U"}, {"title": "V", "emotion": 0}]},
        {"title": "B", "emotion": 1},
        {"title": "C"},
    )
    assert score.touchpoint_score(told.stages[0].touchpoints[0]) == -1
    assert score.touchpoint_score(told.stages[0].touchpoints[1]) is None
    assert [score.stage_score(stage) for stage in told.stages] == [-0.5, 1, None]
    assert score.journey_score(told) == 0.25
    assert score.journey_score(journey()) is None


@pytest.mark.parametrize(("age", "step"), [(0, "fresh"), (75, "fresh"), (76, "due"), (100, "due"), (101, "expired")])
def test_evidence_is_due_in_its_last_quarter(age: int, step: str) -> None:
    day = (TODAY - datetime.timedelta(age)).isoformat()
    assert score.freshness(evidence(date=day, valid_for="100 days"), TODAY) == step
    assert score.review_step(TODAY - datetime.timedelta(age), {"en": "100 days"}, TODAY) == step


def test_without_a_span_everything_is_fresh() -> None:
    assert score.freshness(evidence(date="2001-01-01"), TODAY) == "fresh"
    assert score.freshness(evidence(valid_for="1 day"), TODAY) == "fresh"
    assert score.review_step(None, "1 day", TODAY) == "fresh"


KNOWN = {
    "talks": evidence(kind="interview", date="2026-11-01", valid_for="1 year"),
    "old": evidence(kind="interview", date="2020-11-01", valid_for="1 year"),
    "desk": evidence(kind="desk"),
}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"confidence": "assumed", "evidence": ["talks"]}, "assumed"),
        ({"evidence": ["talks"]}, "validated"),
        ({"evidence": ["desk", "talks"]}, "validated"),
        ({"evidence": ["old"]}, "reasoned"),
        ({"evidence": ["desk"]}, "reasoned"),
        ({"evidence": ["nowhere"]}, "assumed"),
        ({}, "assumed"),
    ],
)
def test_confidence_follows_from_evidence(claim: dict[str, Any], expected: str) -> None:
    told = journey({"title": "A", "pains": [{"title": "P", **claim}]})
    assert score.confidence(told.stages[0].pains[0], KNOWN, TODAY) == expected


def test_coverage_pools_all_claims() -> None:
    told = journey(
        {"title": "A", "pains": [{"title": "P", "evidence": ["talks"]}, "Q"], "gains": [{"title": "G", "evidence": ["desk"]}]},
        {"title": "B", "quotes": [{"text": "Q", "evidence": "talks"}]},
    )
    found = coverage(told, KNOWN, TODAY)
    assert (found.validated, found.reasoned, found.assumed, found.share) == (2, 1, 1, 0.5)
    assert [type(claim).__name__ for stage in told.stages for claim in score.claims_of(stage)] == ["Pain", "Pain", "Gain", "Quote"]


def test_a_stage_is_owned_by_most_of_its_touchpoints() -> None:
    owned = [{"title": "A", "owner": "x"}, {"title": "B", "owner": "y"}, {"title": "C", "owner": "y"}]
    told = journey({"title": "A", "touchpoints": owned}, {"title": "B", "owner": "z", "touchpoints": owned}, {"title": "C"}, owner="shop")
    assert [score.stage_owner(stage, told) for stage in told.stages] == ["y", "z", "shop"]


def test_a_phase_is_found_and_never_guessed() -> None:
    phases = {
        "research": SetStage.model_validate({"title": {"en": "Research", "ru": "Поиск"}, "also": ["search"]}),
        "use": SetStage.model_validate({"title": "Use"}),
    }
    told = journey(
        {"title": "A", "phase": "use"}, {"title": "A", "id": "research"}, {"title": "поиск"}, {"title": "Search"}, {"title": "X", "phase": "no"}, {"title": "Y"}
    )
    assert [score.phase_of(stage, phases) for stage in told.stages] == ["use", "research", "research", "research", None, None]


def test_the_funnel_ends_at_the_outcome() -> None:
    visits = {"visits": Metric.model_validate({"value": 1000}), "share": Metric.model_validate({"value": "5%"})}
    told = journey({"title": "A"}, {"title": "B", "entry": "visits"}, {"title": "C", "entry": "share"}, {"title": "D", "entry": 50}, {"title": "E"})
    assert score.entries(told, visits) == (None, 1000, None, 50, None)
    assert (score.outcome(told, visits), score.conversion(told, visits)) == (3, 0.05)


def test_the_outcome_is_marked_or_called_so() -> None:
    assert score.outcome(journey("A", {"title": "B", "outcome": True}, "Purchase"), {}) == 1
    assert score.outcome(journey("A", "Purchase", {"title": "C", "entry": 5}), {}) == 1
    assert score.outcome(journey("A"), {}) is None
    assert score.conversion(journey({"title": "A", "entry": 5, "outcome": True}), {}) is None
    assert score.conversion(journey({"title": "A", "entry": 0}, {"title": "B", "entry": 0}), {}) is None
