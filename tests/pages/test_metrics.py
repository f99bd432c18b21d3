"""test_metrics: the page of a metric and the list of all: what they say of figures that were measured, typed, unfinished, corrected or never read."""

import json

import pytest

from cjmgen.pages.metrics.apart import Apart
from cjmgen.pages.plan import Plan, plan
from cjmgen.pages.site.sitemap import Subject
from pages.atlases import atlas as made

JOURNEY = """
title: Buying
funnel: way
stages:
- id: choose
  title: Choose
  emotion: 1
  metrics: [orders, nps]
  opportunities:
  - id: finder
    title: Finder
    expects: {metric: orders, change: 4%}
    experiments:
    - {id: won, title: Won, metric: orders, started: 2026-08-01, ended: 2026-08-31, variants: [{id: a, n: 4100, conversions: 1062}, {id: b, n: 4080, conversions: 1190}]}
- id: pay
  title: Pay
"""
MONTHS = "month,visits,orders\n" + "".join(
    f"2026-{month:02},{1000 + month},{orders}\n" for month, orders in ((1, 200), (2, 210), (4, 230), (5, 240), (6, 300))
)
DAYS = "date,visits\n" + "".join(f"2026-{month:02}-{day:02},{100 + day}\n" for month in (8, 9) for day in range(1, 31) if (month, day) < (9, 8))
SCORES = "#,Recommend?,Response Type,Submit Date (UTC)\n" + "".join(
    f"k{at},{score},completed,2026-09-{at + 1:02} 06:00:00\n" for at, score in enumerate((10, 9, 9, 8, 3))
)
FILES = {
    "cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n",
    "maps/journeys/buying.yml": JOURNEY,
    "maps/teams.yml": "sales: {title: Sales}\n",
    "maps/evidence/talks.yml": "title: Talks\nkind: interview\nn: 12\n",
    "maps/metrics/orders.yml": (
        "title: {en: Orders, ru: Заказы}\ntype: conversion\ntarget: 40%\ndue: DUE\nowner: sales\nbaseline: 10%\n"
        "source: {file: orders-*.csv, period: month, value: orders, people: visits}\n"
    ),
    "maps/metrics/orders-1.csv": MONTHS,
    "maps/metrics/visits.yml": "title: Visits\ntype: reach\nsource: {file: visits-*.csv, date: date, value: visits}\n",
    "maps/metrics/visits-1.csv": DAYS.replace("2026-08-05,105", "2026-08-05,many") + "Total,9999\n",
    "maps/metrics/visits-2.csv": "date,visits\n2026-08-03,500\n2026-08-31,140\n",
    "maps/metrics/nps.yml": 'title: NPS\ntype: nps\nsource: {file: nps.csv, profile: typeform, value: "Recommend?"}\n',
    "maps/metrics/nps.csv": SCORES,
    "maps/metrics/typed.yml": "title: Typed\nseries: [1, 2, 3, 4, 5]\ntarget: 4.5\nupdated: 2026-10-01\n",
    "maps/metrics/bare.yml": "type: cost\n",
    "maps/metrics/way.yml": "title: Way\ntype: funnel\nsource: {file: way.csv, stage: step, value: people, stages: {look: choose, buy: pay}, period: 2026-09}\n",
    "maps/metrics/way.csv": "step,people\nlook,1000\nbuy,250\n",
}


def told(due: str = "2027-01-01", **more: str) -> Plan:
    return plan(made({path: text.replace("DUE", due) for path, text in {**FILES, **more}.items()}))


def view(found: Plan, kind: str, id: str = "", language: str = "en"):
    return next(page for page in found.pages if page.subject == Subject(kind, id) and page.language == language).view()


@pytest.fixture(scope="module")
def project() -> Plan:
    return told()


def test_the_newest_value_stands_with_all_that_judges_it(project: Plan) -> None:
    now = view(project, "metric", "orders").newest
    assert (round(now.value.value, 4), now.n, now.few, now.period, now.lower) == (0.2982, 1006, False, "2026-06", False)
    assert now.low.value < now.value.value < now.high.value
    assert (now.goal.value.value, now.goal.standing, now.goal.reached) == (0.4, "short", False)
    assert now.goal.apart.value == pytest.approx(-10.18, abs=0.01)
    assert (now.change.period, now.change.noise, now.change.test, now.change.good) == ("2026-05", "beyond", "z", True)
    assert (now.course.way, now.course.periods) == ("better", 5)


def test_a_goal_is_missed_once_its_day_has_come() -> None:
    """And the figures reach up to it."""
    goals = [view(told(due), "metric", "orders").newest.goal for due in ("2026-06-30", "2026-11-20", "2026-11-21")]
    assert [(goal.standing, goal.over and goal.over.stands) for goal in goals] == [("missed", "missed"), ("short", "older"), ("short", None)]


def test_a_missing_month_is_a_gap_that_the_line_bridges(project: Plan) -> None:
    drawn = view(project, "metric", "orders").chart
    assert [(dot.period, dot.value is None) for dot in drawn.dots][1:4] == [("2026-02", False), ("2026-03", True), ("2026-04", False)]
    assert [len(run) for run in drawn.runs] == [2, 3]
    assert (len(drawn.bridges), drawn.gaps, drawn.noted) == (1, ((33.33, 16.67),), True)
    assert [tick.year for tick in drawn.ticks] == ["2026", "", "", "", "", ""]


def test_a_month_that_is_not_over_stands_apart_and_a_corrected_one_is_marked(project: Plan) -> None:
    shown = view(project, "metric", "visits")
    assert shown.chart is None, "one whole month is no series"
    export = shown.provenance
    assert (export.files, export.totals, export.refused) == (2, 1, 1)
    (group,) = export.groups
    assert [each.name for each in group.files] == ["visits-2.csv", "visits-1.csv"]
    assert (group.profile, group.columns, group.ignored) == ("", ("date", "visits"), ())
    (first,) = [each for each in group.refused if each.refused]
    assert ([(row.line, row.reason, row.cell) for row in first.refusals], first.summed) == ([(6, "no_number", "many")], (39,))


def test_periods_that_are_not_whole_or_were_corrected_are_told() -> None:
    july = "date,visits\n" + "".join(f"2026-07-{day:02},{90 + day}\n" for day in range(1, 32))
    found = told(**{"maps/metrics/visits-0.csv": july})
    drawn = view(found, "metric", "visits").chart
    assert [(dot.period, dot.part, dot.restated is not None) for dot in drawn.dots] == [
        ("2026-07", False, False), ("2026-08", False, True), ("2026-09", True, False),
    ]  # fmt: skip
    was = drawn.dots[1].restated
    assert (was.old.value, was.new.value) == (3500, drawn.dots[1].value.value)
    assert [str(day) for day in (drawn.dots[2].first, drawn.dots[2].last)] == ["2026-09-01", "2026-09-07"]
    assert [len(run) for run in drawn.runs] == [2], "what is not over is no fall of the line"
    assert drawn.last.period == "2026-08"


def test_the_month_of_the_day_is_no_fall_of_the_line() -> None:
    months = "date,visits\n2026-08,900\n2026-09,950\n2026-10,930\n2026-11,200\n2026-12,10\n"
    found = told(**{"maps/metrics/visits-1.csv": months, "maps/metrics/visits-2.csv": "date,visits\n2026-08,900\n"})
    drawn = view(found, "metric", "visits").chart
    assert [(dot.period, dot.part) for dot in drawn.dots][2:] == [("2026-10", False), ("2026-11", True)], "December is to come"
    (until,) = [each.until for each in view(found, "metrics").lines if each.anchor.said.text == "Visits"]
    assert str(until) == "2026-11-01", "what is to come is known to nobody"


def test_answers_are_told_with_the_share_of_each_group(project: Plan) -> None:
    given = view(project, "metric", "nps").answers
    assert [(group.key, group.n) for group in given.groups] == [("promoters", 3), ("passives", 1), ("detractors", 1)]
    assert [(row.answer, row.n) for row in given.rows if row.n] == [(3, 1), (8, 1), (9, 2), (10, 1)]
    assert len(given.rows) == 11
    assert view(project, "metric", "nps").newest.few


def test_a_funnel_tells_its_stages_by_the_names_of_the_journey_that_it_counts(project: Plan) -> None:
    rows = view(project, "metric", "way").passage.rows
    assert [(row.stage.said.text, row.people, row.onward) for row in rows] == [("Choose", 1000, None), ("Pay", 250, 0.25)]
    assert rows[0].stage.href == "../../journeys/buying/index.html#s-choose"


def test_typed_figures_have_no_interval_and_say_so(project: Plan) -> None:
    shown = view(project, "metric", "typed")
    assert (shown.newest.value.value, shown.newest.low, shown.newest.goal.standing) == (5, None, "close")
    assert (shown.newest.change.noise, shown.newest.course.way, shown.formula.typed) == ("unknown", "better", True)
    assert [dot.period for dot in shown.chart.dots] == [""] * 5
    assert (shown.chart.ticks, shown.provenance.groups) == ((), ())


def test_a_metric_without_a_figure_has_a_page_all_the_same(project: Plan) -> None:
    shown = view(project, "metric", "bare")
    assert (shown.title.text, shown.newest.value, shown.chart, shown.uses.any) == ("bare", None, None, False)


def test_it_says_where_it_is_used_and_is_led_to_from_there(project: Plan) -> None:
    used = view(project, "metric", "orders").uses
    assert [(each.journey.said.text, [stage.said.text for stage in each.stages]) for each in used.shown] == [("Buying", ["Choose"])]
    assert [(each.chance.said.text, each.by) for each in used.hoped] == [("Finder", Apart(4.0, None, None, "points", 1))]
    assert [(each.trial.said.text, each.phase, each.verdict) for each in used.tried] == [("Won", "ended", "better")]
    assert used.tried[0].trial.href == "../../experiments/index.html#x-buying--choose-finder-won"
    assert view(project, "metric", "way").uses.shown[0].funnel
    cell = view(project, "journey", "buying").metrics.cells[0]
    assert [each.href for each in cell] == ["../../metrics/orders/index.html", "../../metrics/nps/index.html"]
    assert view(project, "journey", "buying").funnel.href == "../../metrics/way/index.html"
    assert view(project, "evidence").metrics == "../metrics/index.html"


def test_the_list_has_what_misses_its_goal_first(project: Plan) -> None:
    shown = view(project, "metrics")
    assert [line.anchor.said.text for line in shown.lines] == ["Orders", "Typed", "bare", "NPS", "Visits", "Way"]
    assert (shown.total, shown.goals, shown.met, shown.close, shown.behind) == (6, 2, 0, 1, 1)
    assert shown.lines[0].keys == ("standing:short", "type:conversion", "team:sales")
    assert [each.name for each in shown.bar.filters] == ["standing", "type"]
    assert view(project, "metrics", language="ru").lines[0].anchor.said.text == "Заказы"


def test_the_data_beside_the_page_say_the_same(project: Plan) -> None:
    data = json.loads(json.dumps(view(project, "metric-data", "orders"), default=list))
    now, computed = view(project, "metric", "orders").newest, data["computed"]
    assert (computed["value"], computed["n"], computed["standing"]) == (0.298211, now.n, now.goal.standing)
    assert (computed["step"]["test"], computed["trend"]["way"], computed["formula"], computed["interval"]) == ("z", "better", "conversion", "wilson")
    assert [each["file"] for each in computed["exports"]] == ["maps/metrics/orders-1.csv"]
    assert computed["journeys"][0]["experiments"] == [{"stage": "choose", "opportunity": "finder", "id": "won"}]
    assert [each["key"] for each in data["insights"]] == ["metric.short"]


def test_there_is_no_page_and_no_way_to_one_without_metrics() -> None:
    found = plan(made({"maps/journeys/a.yml": "title: A\nstages: [{title: B, metrics: [{title: Own, value: 3}]}]\n"}))
    assert not any(page.subject.kind.startswith("metric") for page in found.pages)
    assert "metrics" not in [kind for kind, _ in view(found, "journey", "a").frame.more]
    assert view(found, "journey", "a").metrics.cells[0][0].href == ""


def test_an_address_of_old_leads_to_the_metric() -> None:
    found = plan(made({"maps/metrics/new.yml": "title: New\nwas: [old]\nvalue: 3\n"}))
    assert next(page for page in found.pages if page.path == "metrics/old/index.html").view().goal.href == "../new/index.html"


def test_a_thousand_metrics_are_listed_in_parts() -> None:
    files = {f"maps/metrics/m{number:04}.yml": f"title: M {number}\nvalue: {number}\n" for number in range(130)}
    found = plan(made(files))
    assert [page.path for page in found.pages if page.subject.kind == "metrics"] == [
        "metrics/index.html", "page/metrics-2/index.html", "page/metrics-3/index.html",
    ]  # fmt: skip
    last = view(found, "metrics", "3")
    assert (len(last.lines), last.pager.current, last.bar.index) == (10, 3, "page/metrics.js")
