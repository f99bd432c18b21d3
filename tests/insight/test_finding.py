"""test_finding: what a portfolio comes down to, and what it must not claim."""

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.axis import axis
from cjmgen.insight.portfolio.finding import Finding, finding
from cjmgen.insight.portfolio.pulse import beats, counted, percentile, sums
from pages.atlases import atlas, journey, project


def found(*journeys: str) -> Finding:
    return told(project({f"j{at}": text for at, text in enumerate(journeys)}))


def told(shown: Atlas) -> Finding:
    live = counted(shown.journeys.values())
    return finding(live, axis(live, shown.phases))


def without_set(*journeys: str) -> Atlas:
    return atlas({"cjmgen.yml": "title: Shop\n", **{f"maps/journeys/j{at}.yml": text for at, text in enumerate(journeys)}})


def stages(*told: tuple[str, float | None], title: str = "Map") -> str:
    lines = (f"- title: {name}\n" + ("" if score is None else f"  emotion: {score}\n") for name, score in told)
    return f"title: {title}\nstages:\n{''.join(lines)}"


def title(made: Finding) -> str:
    return made.stage if isinstance(made.stage, str) else made.stage["en"]


def test_the_stage_that_hurts_in_most_journeys() -> None:
    made = found(journey("A", 0.5, 0, -1.5), journey("B", 0.5, 0, -0.5), journey("C", -0.4, 0, 0.2))
    assert (made.kind, title(made), made.score, made.journeys, made.total) == ("hurts_most", "Decision", -0.6, 2, 3)


def test_one_of_several_is_no_majority() -> None:
    made = found(journey("A", 0.5, -1.0, 0), journey("B", 0.5, -0.4, -0.6))
    assert (made.kind, title(made), made.score) == ("hurts", "Research", -0.7)


def test_one_journey_alone_speaks_by_its_own_stages() -> None:
    made = found(stages(("Discover", 0), ("Compare", 0), ("Sign up", -2), ("Onboard", -1), ("First month", 1), ("Renewal", 0.5)))
    assert (made.kind, made.stage, made.journey, made.score) == ("journey_hurts", "Sign up", "Map", -2.0)
    calm = found(stages(("Discover", 0.1), ("Compare", 0.3)))
    assert (calm.kind, calm.stage, calm.journey) == ("journey_calm", "Discover", "Map")


def test_a_set_that_few_stages_belong_to_does_not_speak_for_the_journeys() -> None:
    odd = stages(("Awareness", -1), ("Unboxing", -2), ("Wearing", 0), ("Washing", 0))
    made = found(odd, journey("B", -1))
    assert (made.kind, made.stage, made.score) == ("journey_hurts", "Unboxing", -2.0)
    assert found(odd, journey("B", -1, 0, 0, 0)).kind == "hurts_most"


def test_without_a_set_shared_stages_are_compared() -> None:
    first = stages(("Find", 0), ("Ask", -1), ("Wait", None), ("Pay", 1), title="A")
    second = stages(("Find", 0), ("Pay", -1), ("Ask", -1), title="B")
    shown = without_set(first, second, stages(("Ask", -0.5), ("Pay", 0.2), title="C"))
    live = counted(shown.journeys.values())
    shared = axis(live, shown.phases)
    assert (list(shared.titles), shared.named, shared.unplaced, shared.stages) == (["find", "ask", "pay"], False, 1, 9)
    assert told(shown) == Finding("hurts_most", "Ask", -0.8, 3, 3)


def test_journeys_with_nothing_in_common_are_not_averaged() -> None:
    shown = without_set(stages(("Find", 0), ("Ask", -1), title="A"), stages(("Search", 0.5), ("Buy", -1.5), title="B"))
    assert told(shown) == Finding("journey_hurts", "Buy", -1.5, journey="B")
    live = counted(shown.journeys.values())
    assert beats(live, axis(live, shown.phases)) == ()


@pytest.mark.parametrize("lowest", [0.4, 0.0, -0.1, -0.14])
def test_nothing_hurts_without_a_clearly_negative_score(lowest: float) -> None:
    made = found(journey("A", 0.5, lowest, 0.6), journey("B", 0.5, lowest, 0.6))
    assert (made.kind, title(made)) == ("calm", "Research")


def test_future_competitor_and_draft_maps_are_not_counted() -> None:
    hurt = journey("A", -2, -2, -2, more="state: future\n")
    rival = journey("B", -2, -2, -2, more="state: competitor\n")
    draft = journey("C", -2, -2, -2, more="status: draft\n")
    assert found(hurt, rival, draft).kind == "none_counted"
    assert found(hurt, rival, draft, journey("D", 0.5, 0.3), journey("E", 0.5, 0.3)).kind == "calm"


def test_without_emotion_nothing_is_said() -> None:
    assert found(journey("A", None, None)).kind == "unmeasured"


def test_stages_without_a_phase_are_named_with_their_journey() -> None:
    made = found("title: A\nstages:\n- title: Unboxing\n  emotion: -1\n- title: Wearing\n  emotion: 1\n")
    assert (made.kind, made.stage, made.journey, made.score) == ("journey_hurts", "Unboxing", "A", -1.0)


def test_a_journey_counts_once_in_a_phase() -> None:
    twice = "title: A\nstages:\n- {id: a, title: A, phase: decision, emotion: -2}\n- {id: b, title: B, phase: decision, emotion: 0}\n"
    shown = project({"a": twice, "b": journey("B", None, None, 1)})
    live = counted(shown.journeys.values())
    (beat,) = beats(live, axis(live, shown.phases))
    assert (beat.step, beat.mean, beat.journeys) == ("decision", 0.0, 2)


def test_figures_are_pooled() -> None:
    pains = """  pains: [{title: X, severity: high, confidence: validated}, {title: Y}]
  opportunities: [{title: O, status: in-progress}, {title: P, status: dropped}, {title: Q}]
"""
    future = journey("C", 1, more="state: future\n") + pains
    shown = project({"a": journey("A", -1) + pains, "b": journey("B", 0) + "  gains: [Z]\n", "c": future})
    made = sums(counted(shown.journeys.values()))
    assert (made.score, made.pains, made.unrated) == (-0.5, (0, 0, 1, 0), 1)
    assert (made.coverage.validated, made.coverage.total, made.under_way, made.opportunities) == (1, 3, 1, 2)


def test_percentiles_lie_between_neighbours() -> None:
    assert (percentile([5], 0.1), percentile([0, 10], 0.1), percentile([0, 1, 2, 3, 4], 0.9)) == (5, 1, 3.6)
