"""test_experiments: the ledger of experiments, how each is told, and what came of what was expected."""

import json
import re

import pytest

from cjmgen.pages.plan import Plan, plan
from cjmgen.pages.site.sitemap import Subject
from diff.test_table import side
from pages.atlases import atlas as made
from pages.changed import html

JOURNEY = """
title: Buying
stages:
- id: choose
  title: Choose
  opportunities:
  - id: finder
    title: Finder
    expects: {metric: METRIC, change: CHANGE}
    experiments:
    - {id: won, title: Won, metric: orders, started: 2026-08-01, ended: 2026-08-31, split: [50, 50], planned: {n: 8000, effect: 3%}, decision: ship, variants: [{id: a, n: 4100, conversions: 1062}, {id: b, n: 4080, conversions: 1190}]}
    - {id: runs, title: Runs, started: 2026-09-01, planned: {n: 2400, effect: 3%}, variants: [{id: a, n: 402, conversions: 31}, {id: b, n: 20, conversions: 2}]}
    - {id: broken, title: Broken, started: 2026-07-01, ended: 2026-07-31, split: [50, 50], looks: 3, decision: ship, variants: [{id: a, n: 4000, conversions: 1000}, {id: b, n: 3000, conversions: 900}]}
    - {id: later, title: Later, started: 2027-09-01}
"""


def told(metric: str = "orders", change: str = "4%") -> Plan:
    files = {
        "maps/journeys/buying.yml": JOURNEY.replace("METRIC", metric).replace("CHANGE", change),
        "maps/metrics/orders.yml": "title: Orders\ntype: conversion\n",
        "maps/metrics/exits.yml": "title: Exits\ntype: drop-off\n",
    }
    return plan(made(files))


def view(found: Plan, kind: str, id: str = "") -> object:
    return next(page for page in found.pages if page.subject == Subject(kind, id)).view()


def test_the_ledger_has_what_runs_before_what_ended_and_that_before_what_is_planned() -> None:
    shown = view(told(), "experiments")
    assert [(each.trial.said.text, each.trial.phase, each.trial.verdict) for each in shown.entries] == [
        ("Runs", "running", "running"),
        ("Won", "ended", "better"),
        ("Broken", "ended", "unbalanced"),
        ("Later", "planned", ""),
    ]
    assert (shown.running, shown.ended, shown.planned) == (1, 2, 1)
    assert [each.name for each in shown.bar.filters] == ["phase", "verdict", "decision"]


def test_there_is_no_ledger_without_experiments() -> None:
    found = plan(made({"maps/journeys/a.yml": "title: A\nstages: [B]\n"}))
    assert not any(page.subject.kind == "experiments" for page in found.pages)


def test_what_can_be_said_of_an_experiment() -> None:
    runs, won, broken, later = (each.trial for each in view(told(), "experiments").entries)
    assert won.main.apart.value == pytest.approx(100 * (1190 / 4080 - 1062 / 4100))
    assert won.main.drawn.zero < won.main.drawn.low < won.main.drawn.at < won.main.drawn.high
    assert (won.reached, won.planned, won.effect, won.against) == (8180, 8000, 3, False)
    assert (runs.small, runs.arms[0].small, runs.arms[1].small) == (True, False, True)
    assert (broken.against, broken.looks, broken.stated) == (True, 3, True)
    assert broken.mismatch < 0.001
    assert broken.level == pytest.approx(1 - 0.05 / 4)
    assert (later.main, later.arms, later.contrasts) == (None, (), ())


def test_the_twin_says_what_the_page_shows() -> None:
    found = told()
    data, shown = view(found, "experiments-data")["experiments"], view(found, "experiments").entries
    assert json.loads(json.dumps(data)) == data
    assert [each["title"] for each in data] == [each.trial.said.text for each in shown]
    for each, entry in zip(data, shown, strict=True):
        assert (each["verdict"] or "") == entry.trial.verdict
        assert [told["uplift"]["value"] * 100 for told in each["comparisons"]] == [one.apart.value for one in entry.trial.contrasts]


@pytest.mark.parametrize(
    ("metric", "change", "standing", "found"),
    [
        ("orders", "1%", "met", 3.264),
        ("orders", "4%", "close", 3.264),
        ("orders", "12%", "short", 3.264),
        ("orders", "-4%", "short", 3.264),
        ("orders", "0:20", "", None),
        ("exits", "-4%", "", None),
    ],
)
def test_what_was_expected_and_what_came_of_it(metric: str, change: str, standing: str, found: float | None) -> None:
    [line] = view(told(metric, change), "opportunities").lines
    assert line.hope.standing == standing
    assert line.hope.found is None if found is None else line.hope.found.value == pytest.approx(found, abs=0.001)


def test_who_was_hoped_to_stay_does_not_leave() -> None:
    files = {"maps/journeys/buying.yml": JOURNEY.replace("METRIC", "exits").replace("CHANGE", "-2%").replace("metric: orders", "metric: exits"), "maps/metrics/exits.yml": "title: Exits\ntype: drop-off\n"}
    [line] = view(plan(made(files)), "opportunities").lines
    assert line.hope.found.value < 0
    assert line.hope.standing == "close"


def test_the_journey_tells_them_too() -> None:
    found = told()
    page = view(found, "journey", "buying")
    assert [each.said.text for each in page.chances.cells[0][0].trials] == ["Won", "Runs", "Broken", "Later"]


def test_why_an_opportunity_is_asked_for_leads_to_what_customers_said() -> None:
    stage = """title: A
status: live
stages:
- id: b
  title: B
  touchpoints: [{id: t, title: T}, {id: u, title: U}]
  pains: [{id: mild, title: Mild, severity: low}, {id: hard, title: Hard, severity: high, touchpoint: t, evidence: [{id: talks, n: 3}]}]
  quotes: [{text: Of the same, touchpoint: t}, {text: Of another, touchpoint: u, evidence: talks}, {text: Of no place, evidence: talks}]
  opportunities: [{id: c, title: C, pains: [mild, hard], impact: 4, effort: 1}, {id: d, title: D, impact: 2, effort: 4}]
"""
    shown = view(plan(made({"maps/journeys/a.yml": stage, "maps/evidence/talks.yml": "title: Talks\nkind: interview\nn: 9\n"})), "opportunities")
    [hard, mild] = shown.lines[0].why
    assert (hard.pain.anchor.said.text, [source.title.text for source in hard.pain.proof.sources]) == ("Hard", ["Talks"])
    assert [voice.text for voice in hard.voices] == ["Of the same", "Of no place"]
    assert mild.voices == ()
    assert shown.lines[1].why == ()
    [model] = shown.models
    assert (model.key, model.scored, [(each.anchor.said.text, each.rank, each.worst) for each in model.first]) == ("impact-effort", 2, [("C", 1, 1), ("D", 2, 2)])


def test_a_ledger_of_many_is_split_and_found_again() -> None:
    trials = "".join(f"    - {{title: Trial {at}, started: 2026-01-{at % 28 + 1:02}}}\n" for at in range(70))
    journey = f"title: A\nstages:\n- title: B\n  opportunities:\n  - title: C\n    experiments:\n{trials}"
    found = plan(made({"maps/journeys/a.yml": journey}))
    kinds = [page.subject.kind for page in found.pages]
    assert (kinds.count("experiments"), kinds.count("experiments-part"), kinds.count("experiments-index")) == (2, 2, 1)
    assert len({each.spot for each in view(found, "experiments").entries}) == 60


def shown(page: str, journey: str = JOURNEY) -> str:
    """The words of a page."""
    files = {"cjmgen.yml": "title: Shop\n", "maps/metrics/orders.yml": "title: Orders\ntype: conversion\n"}
    journey = journey.replace("METRIC", "orders").replace("CHANGE", "4%")
    return " ".join(re.sub(r"<[^>]+>", " ", html(side({**files, "maps/journeys/buying.yml": journey}), page)).split())


def test_what_was_shipped_and_dealt_out_badly_has_figures_that_say_nothing() -> None:
    """Worse figures speak against it; those of an unbalanced one say nothing, so they speak against nothing either."""
    ledger = shown("experiments/index.html")
    assert "Shipped, although the figures say nothing." in ledger
    assert "Shipped, although the figures speak against it." not in ledger
    worse = shown("experiments/index.html", JOURNEY.replace("conversions: 1190", "conversions: 890"))
    assert "Shipped, although the figures speak against it." in worse


def test_an_uplift_has_its_interval_in_points_and_as_a_part_of_the_control() -> None:
    """1,190 of 4,080 against 1,062 of 4,100: 12.6 % more, by the logarithm of the ratio from 4.9 % to 20.9 %."""
    assert "+13% (+4.9% to +21%) relative to the control" in shown("experiments/index.html")
    alone = JOURNEY.replace("{id: b, n: 4080, conversions: 1190}", "{id: b, n: 4080, conversions: 0}")
    assert "-100% relative to the control" in shown("experiments/index.html", alone).replace("\u2212", "-")


@pytest.mark.parametrize("page", ["opportunities/index.html", "journeys/buying/index.html"])
def test_several_experiments_of_an_opportunity_are_told_apart_by_name(page: str) -> None:
    told = shown(page)
    for title, state in (("Won", "better"), ("Runs", "no difference yet"), ("Broken", "can’t be trusted"), ("Later", "Planned")):
        assert f"Experiment “ {title} ”: {state}" in told or f"Experiment “{title}”: {state}" in told


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["idea"], "1 open opportunity, not in progress yet."),
        (["in-progress"], "1 open opportunity, and it is in progress."),
        (["idea", "planned"], "2 open opportunities, none of them in progress yet."),
        (["in-progress", "in-progress"], "2 open opportunities, all of them in progress."),
        (["in-progress", "idea", "done"], "2 open opportunities, 1 of them in progress."),
    ],
)
def test_how_many_opportunities_are_open_and_in_progress(statuses: list[str], said: str) -> None:
    chances = "\n".join(f"  - {{title: Chance {at}, status: {status}}}" for at, status in enumerate(statuses))
    assert said in shown("opportunities/index.html", f"title: Buying\nstages:\n- title: Choose\n  opportunities:\n{chances}\n")
