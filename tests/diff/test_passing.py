"""test_passing: what became of the steps of a funnel: told with n, test and goal, better or worse only beyond noise, all tests together."""

from typing import Any

import pytest

from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.headline import headlines
from cjmgen.diff.passing import Passing
from cjmgen.diff.sure import Sure
from cjmgen.diff.unread import Side
from cjmgen.numbers.change.step import step
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.share import Count
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.story import tally
from cjmgen.report.review.terminal import terminal
from diff.test_table import side

STAGES = ("Decision", "Purchase", "Loyalty")
FUNNEL = "title: The way\ntype: funnel\nsource: {file: way-*.csv, period: m, stage: s, people: n, stages: {d: decision, p: purchase}}\n"
EXITS = {"title": "Exits", "value": "41%", "type": "drop-off"}


def version(*people: int | None, state: str = "current", ids: tuple[str, ...] = ("decision", "purchase", "loyalty"), **more: Any) -> Side:
    """A journey that so many people come to, stage by stage; purchase has a goal of 36%."""
    goals: dict[str, dict[str, Any]] = {"Purchase": {"target": "36%"}}
    entries = [{**({} if n is None else {"people": n}), **goals.get(title, {})} for title, n in zip(STAGES, people, strict=False)]
    stages = [{"id": id, "title": title, **({"entry": entry} if entry else {})} for id, title, entry in zip(ids, STAGES, entries, strict=False)]
    stages[0].update(more)
    journey = {"title": "Buying", "state": state, "stages": stages}
    return side({"cjmgen.yml": {"title": "Shop"}, "maps/journeys/buying.yml": journey, "maps/metrics/exits.yml": EXITS})


def steps(found: Changes) -> list[str]:
    """The steps that are told, each with what it means."""
    return [f"{way.start[0]} {way.end[0]}: {way.meaning}, {way.noise}" for shift in found.shifts for way in shift.told]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param((7900, 2050), (8140, 1872), ["decision purchase: worse, beyond"], id="falls by more than noise"),
        pytest.param((8140, 1872), (7900, 2050), ["decision purchase: better, beyond"], id="rises by more than noise"),
        pytest.param((790, 205), (814, 187), ["decision purchase: neutral, within"], id="falls as far, of a tenth of the people"),
        pytest.param((7900, 2050), (15800, 4100), [], id="twice as many, and the same share"),
        pytest.param((7900, 2050), (7900, None), [], id="nobody counts them any more"),
        pytest.param((7900, 2050), (1000, 2050), [], id="a funnel that grows has no share"),
        pytest.param((0, 0), (7900, 2050), [], id="nobody came before"),
        pytest.param((7900, 2050, 500), (7900, 2050, 300), ["purchase loyalty: worse, beyond"], id="one step of two"),
    ],
)
def test_a_step_is_better_or_worse_only_beyond_noise(old: tuple[int | None, ...], new: tuple[int | None, ...], told: list[str]) -> None:
    assert steps(changes(version(*old), version(*new))) == told


def test_a_competitors_customers_are_not_ours() -> None:
    found = changes(version(7900, 2050, state="competitor"), version(8140, 1872, state="competitor"))
    assert steps(found) == ["decision purchase: neutral, beyond"]
    assert not headlines(found)


def test_a_stage_that_was_renamed_is_the_same_step() -> None:
    renamed = ("choosing", "purchase", "loyalty")
    assert steps(changes(version(7900, 2050), version(8140, 1872, ids=renamed))) == ["choosing purchase: worse, beyond"]


def test_a_step_is_told_in_every_form_and_again_from_json() -> None:
    review = Review(changes(version(7900, 2050), version(8140, 1872)), "HEAD~1 (7408a55)", "the working tree", "en", ())
    said = " ".join(terminal(review).split())
    assert "▼ Decision → Purchase: 26% → 23% (n 7,900 → 8,140, more than noise, goal 36%)" in said
    assert "conversion" not in said, "it is that step"
    assert tally(review.changes) == "2 changes in 1 journey: 1 funnel step worse"
    comment = markdown(review)
    assert "▼ Decision → Purchase: ~~26%~~ → **23%**" in comment
    again = from_json(as_json(review).encode())
    assert isinstance(again, Review)
    assert (terminal(again), markdown(again), as_json(again)) == (terminal(review), comment, as_json(review))


def test_shares_that_look_alike_get_the_digits_that_tell_them_apart() -> None:
    said = " ".join(terminal(Review(changes(version(100_000, 26_100), version(100_000, 25_900)), "a", "b", "en", ())).split())
    assert "26.1% → 25.9% (n 100,000, no more than noise, goal 36%)" in said


def test_what_may_be_noise_leads_nowhere() -> None:
    [lead] = headlines(changes(version(7900, 2050), version(8140, 1872)))
    assert (lead.kind, lead.by) == ("step", -3.0)
    assert not headlines(changes(version(79, 20), version(79, 12)))


def test_all_tests_of_a_comparison_are_looked_at_together() -> None:
    alone = step(Count(500, 1000), Count(455, 1000))
    assert alone
    assert alone.noise is Noise.BEYOND
    others = [step(Count(500, 1000), Count(500 + by, 1000)) for by in (1, 2)]
    assert Sure([alone, alone, None]).of(alone) is Noise.BEYOND  # told in two places, and tested once
    assert Sure([alone, *others]).of(alone) is Noise.WITHIN
    assert Sure([]).of(alone) is Noise.UNKNOWN


def test_a_step_tells_nothing_of_figures_that_nobody_tested() -> None:
    told = Passing(("a", "A"), ("b", "B"), (0.5, 0.2), (0, 0), Noise.UNKNOWN)
    assert told.meaning == "neutral"


def test_a_metric_on_a_stage_goes_by_its_title() -> None:
    found = changes(version(10, 5), version(10, 5, metrics=[{"metric": "exits"}]))
    assert "metric “Exits” in “Decision” is new" in terminal(Review(found, "a", "b", "en", ()))
