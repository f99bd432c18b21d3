"""test_experiment: how far a trial is, what its figures say, and that none of them brings anything down."""

import datetime
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.atlas.cards.experiment import ExperimentCard, VariantCard, against, effect, experiment_card, phase, seen, tried
from cjmgen.model.metric import Metric
from cjmgen.model.opportunity import Experiment
from cjmgen.numbers.experiment.trial import Verdict
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.share import Count

TODAY = datetime.date(2026, 10, 20)
NOBODY = ExperimentCard("x", "X", None, None, None, None, (), (), None, None, None, None, None, "")


def counted(*arms: tuple[int, int], **more: object) -> ExperimentCard:
    variants = tuple(VariantCard(f"v{at}", None, n, k, None, None) for at, (k, n) in enumerate(arms))
    return replace(NOBODY, variants=variants, **more)


def averaged(*arms: tuple[float, float, int], **more: object) -> ExperimentCard:
    variants = tuple(VariantCard(f"v{at}", None, n, None, mean, sd) for at, (mean, sd, n) in enumerate(arms))
    return replace(NOBODY, variants=variants, **more)


@pytest.mark.parametrize(
    ("started", "ended", "decision", "expected"),
    [
        (None, None, None, "planned"),
        ("2026-10-21", None, None, "planned"),
        ("2026-10-20", None, None, "running"),
        ("2026-10-01", "2026-10-20", None, "running"),
        ("2026-10-01", "2026-10-19", None, "ended"),
        ("2026-10-01", None, "continue", "running"),
        ("2026-10-01", None, "stop", "ended"),
        (None, None, "ship", "ended"),
    ],
)
def test_how_far_it_is(started: str | None, ended: str | None, decision: str | None, expected: str) -> None:
    days = [datetime.date.fromisoformat(day) if day else None for day in (started, ended)]
    assert phase(replace(NOBODY, started=days[0], ended=days[1], decision=decision), TODAY) == expected


def test_one_that_was_counted_runs_though_nobody_noted_its_first_day() -> None:
    assert phase(counted((1, 10), (2, 10)), TODAY) == "running"


@pytest.mark.parametrize(
    ("card", "verdict"),
    [
        (counted((1062, 4100), (1190, 4080), split=(50, 50), n=8000, effect="3%"), Verdict.BETTER),
        (counted((1190, 4080), (1062, 4100)), Verdict.WORSE),
        (counted((1000, 4000), (900, 3000), split=(50, 50)), Verdict.UNBALANCED),
        (counted((31, 402), (45, 411), n=2400, effect="3%"), Verdict.RUNNING),
        (counted((1000, 4000), (1001, 4000), effect="5%"), Verdict.NO_GAIN),
        (counted((1000, 4000), (1001, 4000)), Verdict.UNCLEAR),
        (averaged((220.0, 30.0, 400), (200.0, 30.0, 400)), Verdict.WORSE),
    ],
)
def test_what_the_figures_say(card: ExperimentCard, verdict: Verdict) -> None:
    found = tried(card, None)
    assert found
    assert found.verdict == verdict


def test_less_of_a_mean_may_be_better_and_more_conversions_always_are() -> None:
    waiting = Metric(id="wait", type="time")
    shorter = tried(averaged((220.0, 30.0, 400), (200.0, 30.0, 400)), waiting)
    assert shorter
    assert shorter.verdict == Verdict.BETTER
    kept = tried(counted((1062, 4100), (1190, 4080)), Metric(id="exits", type="drop-off"))
    assert kept
    assert kept.verdict == Verdict.BETTER


def test_who_looks_before_the_end_pays_for_it() -> None:
    once, often = tried(counted((400, 2000), (460, 2000)), None), tried(counted((400, 2000), (460, 2000), looks=4), None)
    assert once
    assert often
    assert (once.verdict, often.verdict) == (Verdict.BETTER, Verdict.UNCLEAR)
    assert often.comparisons[0].p == pytest.approx((once.comparisons[0].p or 0) * 5)


@pytest.mark.parametrize(
    ("written", "control", "expected"),
    [
        ("3%", Count(1, 4), 0.03), ("-10%", Count(1, 4), -0.1), (0.03, Count(1, 4), 0.03), (3, Count(1, 4), None), ("3:00", Count(1, 4), None),
        (None, Count(1, 4), None), ("5%", Sample(200, 30, 9), 10), (4, Sample(200, 30, 9), 4), ("0:20", Sample(200, 30, 9), 20),
    ],
)  # fmt: skip
def test_the_planned_effect_in_the_unit_of_the_figure(written: object, control: Count | Sample, expected: float | None) -> None:
    found = effect(replace(NOBODY, effect=written), control)
    assert found == pytest.approx(expected) if expected is not None else found is None


@pytest.mark.parametrize(
    "card",
    [
        NOBODY, counted((3, 10)), counted((11, 10), (3, 10)), averaged((math.inf, 1, 9), (2, 1, 9)), averaged((math.nan, 1, 9), (2, 1, 9)),
        replace(NOBODY, variants=(*counted((3, 10)).variants, *averaged((2, 1, 9)).variants)),
    ],
)  # fmt: skip
def test_nothing_is_said_where_arms_cannot_be_compared(card: ExperimentCard) -> None:
    assert tried(card, None) is None
    assert against(replace(card, decision="ship"), None) is None


def test_only_what_was_shipped_is_held_against_the_verdict() -> None:
    worse = counted((1190, 4080), (1062, 4100))
    assert against(replace(worse, decision="ship"), None) == Verdict.WORSE
    assert against(replace(worse, decision="stop"), None) is None


arms = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from("abc")},
        optional={
            "n": st.integers(0, 10**12), "conversions": st.integers(0, 10**12), "mean": st.floats(), "sd": st.floats(0, 1e12),
        },
    ),
    max_size=4,
)  # fmt: skip
effects = st.one_of(st.floats(-1e15, 1e15), st.sampled_from(["3%", "-10%", "0%", "1000%", "0:20", "2 days"]))


@given(
    arms,
    st.lists(st.floats(), max_size=4),
    st.fixed_dictionaries({}, optional={"n": st.integers(0, 10**12), "effect": effects, "power": st.floats(-1, 1)}),
    st.one_of(st.none(), st.integers(0, 10**12)),
    st.sampled_from([None, "time", "csat"]),
)
def test_whatever_stands_in_a_map_can_be_reckoned_with(arms: list, split: list, planned: dict, looks: int | None, type: str | None) -> None:
    written = Experiment.model_validate({"title": "x", "variants": arms, "split": split, "planned": planned, "looks": looks, "decision": "ship"})
    card = experiment_card(written)
    metric = Metric.model_validate({"id": "m", "type": type})
    found = tried(card, metric)
    assert [seen(each) for each in card.variants].count(None) == len(card.variants) or found is None or found.n >= 0
    against(card, metric)
