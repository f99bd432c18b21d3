"""test_finding: what a portfolio comes down to, and what it must not claim."""

import pytest

from cjmgen.insight.finding import Finding, finding
from cjmgen.insight.pulse import beats, counted, percentile, sums
from pages.atlases import journey, project


def found(*journeys: str) -> Finding:
    atlas = project({f"j{at}": text for at, text in enumerate(journeys)})
    return finding(counted(atlas.journeys.values()), atlas.phases)


def title(made: Finding) -> str:
    return made.stage if isinstance(made.stage, str) else made.stage["en"]


def test_the_stage_that_hurts_in_most_journeys() -> None:
    made = found(journey("A", 0.5, 0, -1.5), journey("B", 0.5, 0, -0.5), journey("C", -0.4, 0, 0.2))
    assert (made.kind, title(made), made.score, made.journeys, made.total) == ("hurts_most", "Decision", -0.6, 2, 3)


def test_one_journey_alone_is_no_majority() -> None:
    made = found(journey("A", 0.5, -1.0, 0))
    assert (made.kind, title(made), made.score) == ("hurts", "Research", -1.0)


@pytest.mark.parametrize("lowest", [0.4, 0.0, -0.1, -0.14])
def test_nothing_hurts_without_a_clearly_negative_score(lowest: float) -> None:
    made = found(journey("A", 0.5, lowest, 0.6), journey("B", 0.5, lowest, 0.6))
    assert (made.kind, title(made)) == ("calm", "Research")


def test_future_competitor_and_draft_maps_are_not_counted() -> None:
    hurt = journey("A", -2, -2, -2, more="state: future\n")
    rival = journey("B", -2, -2, -2, more="state: competitor\n")
    draft = journey("C", -2, -2, -2, more="status: draft\n")
    assert found(hurt, rival, draft).kind == "none_counted"
    assert found(hurt, rival, draft, journey("D", 0.5, 0.3)).kind == "calm"


def test_without_emotion_nothing_is_said() -> None:
    assert found(journey("A", None, None)).kind == "unmeasured"


def test_stages_without_a_phase_are_named_with_their_journey() -> None:
    made = found("title: A\nstages:\n- title: Unboxing\n  emotion: -1\n- title: Wearing\n  emotion: 1\n")
    assert (made.kind, made.stage, made.journey, made.score) == ("journey_hurts", "Unboxing", "A", -1.0)


def test_a_journey_counts_once_in_a_phase() -> None:
    twice = "title: A\nstages:\n- {id: a, title: A, phase: decision, emotion: -2}\n- {id: b, title: B, phase: decision, emotion: 0}\n"
    atlas = project({"a": twice, "b": journey("B", None, None, 1)})
    (beat,) = beats(counted(atlas.journeys.values()), atlas.phases)
    assert (beat.phase, beat.mean, beat.journeys) == ("decision", 0.0, 2)


def test_figures_are_pooled() -> None:
    pains = """  pains: [{title: X, severity: high, confidence: validated}, {title: Y}]
  opportunities: [{title: O, status: in-progress}, {title: P, status: dropped}, {title: Q}]
"""
    future = journey("C", 1, more="state: future\n") + pains
    atlas = project({"a": journey("A", -1) + pains, "b": journey("B", 0) + "  gains: [Z]\n", "c": future})
    made = sums(counted(atlas.journeys.values()))
    assert (made.score, made.pains, made.unrated) == (-0.5, (0, 0, 1, 0), 1)
    assert (made.coverage.validated, made.coverage.total, made.under_way, made.opportunities) == (1, 3, 1, 2)


def test_percentiles_lie_between_neighbours() -> None:
    assert (percentile([5], 0.1), percentile([0, 10], 0.1), percentile([0, 1, 2, 3, 4], 0.9)) == (5, 1, 3.6)
