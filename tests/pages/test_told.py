"""test_told: a figure is told with the same decimals on pages, in insights and in differences, and looks unlike the goal that it misses."""

import json
import re

import pytest

from cjmgen import pipeline
from cjmgen.insight.kinds import insights
from cjmgen.report.insights.as_json import as_json as insights_json
from cjmgen.report.insights.markdown import markdown
from cjmgen.report.insights.place import Places
from cjmgen.report.insights.teller import Teller
from cjmgen.report.insights.text import text
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from diff.test_table import side
from pages.changed import html, laid, theme

SCORES = [*[10] * 8, *[8] * 5, *[2] * 13]
"""Less detractors than nobody has: −5 of 26 are −19.230769 points."""


def answers(scores: list[int]) -> str:
    rows = (f"k{at},{score},completed,2026-09-{at % 28 + 1:02} 06:00:00\n" for at, score in enumerate(scores))
    return "#,Recommend?,Response Type,Submit Date (UTC)\n" + "".join(rows)


def files(language: str = "en", nps: list[int] = SCORES, goal: float = -18.5, orders: int = 2862) -> dict[str, str]:
    return {
        "cjmgen.yml": f"languages: [{language}]\n",
        "maps/journeys/buying.yml": (
            "title: Buying\nstages:\n- {id: seek, title: Seek, entry: {people: 10000}, metrics: [nps, orders]}\n"
            f"- {{id: pay, title: Pay, entry: {{people: {orders}, target: 29%}}}}\n"
        ),
        "maps/metrics/nps.yml": f'title: NPS\ntype: nps\ntarget: {goal}\nsource: {{file: nps.csv, profile: typeform, value: "Recommend?"}}\n',
        "maps/metrics/nps.csv": answers(nps),
        "maps/metrics/orders.yml": "title: Orders\ntype: conversion\ntarget: 29%\nsource: {file: o.csv, period: m, value: k, people: n}\n",
        "maps/metrics/o.csv": f"m,k,n\n2026-09,2930,10000\n2026-10,{orders},10000\n",
    }


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").replace("\u202f", " ").split())


def page(path: str, **how: object) -> str:
    made = side(files(**how))  # type: ignore[arg-type]
    return words(pipeline.site(made.atlas, theme(), made.files)[path].decode())


def follows(**how: object) -> list[str]:
    made = side(files(**how))  # type: ignore[arg-type]
    teller = Teller(made.atlas, Places(made.atlas, made.files), theme().speaker("en"))
    found = insights(made.atlas, "buying")
    return [teller.sentence(said) for each in found for said in (each.said, *(clue.said for clue in each.why))]


def test_a_score_in_points_is_whole_everywhere() -> None:
    assert "−19 −49 to 15 n = 26" in page("metrics/nps/index.html", goal=-10)
    assert "−19 −49 to 15, n = 26" in page("metrics/index.html", goal=-10)
    assert "NPS −19 " in page("journeys/buying/index.html", goal=-10)
    assert "NPS : −19 (n 26, which is few), goal −10" in page("journeys/buying/read.html", goal=-10)
    assert [said for said in follows(goal=16) if "NPS" in said] == ["NPS: −19 (n 26, which is few), the goal is 16."]
    assert "Measured, n 26, which is few: 95% interval −49 to 15." in follows(goal=16)
    old, new = (side(files(nps=scores)) for scores in (SCORES, [*SCORES, 10, 10]))
    review = Review(laid(new, old=old)[1], "before", "after", "en")
    assert "value −19 → −11 (" in terminal(review)
    assert terminal(from_json(as_json(review).encode())) == terminal(review)
    assert "was −19 → now −11 " in words(html(laid(new, old=old)[0]))


@pytest.mark.parametrize(("language", "marked"), [("en", "−19 (n 26, which is few)"), ("ru", "−19 (n 26, это мало)")])
def test_insights_mark_what_leans_on_few_in_every_form(language: str, marked: str) -> None:
    made = side(files(goal=16))
    teller = Teller(made.atlas, Places(made.atlas, made.files), theme().speaker(language))
    found = insights(made.atlas, "buying")
    assert marked in text(found, teller, color=False, named=False)
    assert marked in markdown(found, teller, named=False).replace("\\", "")
    (told,) = [each for each in json.loads(insights_json(found, teller))["insights"] if each["key"] == "metric.short"]
    assert (told["numbers"]["value"]["few"], "few" in told["numbers"]["goal"]) == (True, False)
    assert told["why"][0]["numbers"]["n"] == {"value": 26, "unit": "count", "few": True}
    assert marked in page("journeys/buying/insights.html", language=language, goal=16)


def test_thirty_are_not_few() -> None:
    assert not [said for said in follows(nps=[*SCORES, 2, 2, 2, 10], goal=30) if "few" in said]
    assert [said for said in follows(nps=[*SCORES, 2, 2, 10], goal=30) if "n 29, which is few" in said]


def test_a_narrow_score_has_a_decimal() -> None:
    many = SCORES * 60
    assert "−19.2 −23.5 to −14.8 n = 1,560" in page("metrics/nps/index.html", nps=many, goal=-10)
    assert "NPS: −19.2, the goal is −10." in follows(nps=many, goal=-10)


def test_a_figure_that_would_be_told_like_its_goal_gets_decimals_by_which_it_misses_it() -> None:
    journey = page("journeys/buying/index.html")
    assert "2,862 28.6% goal 29% " in journey, "in the funnel"
    assert "Orders 28.6% goal 29% 95%: 28%–30%, n 10,000" in journey
    assert "Orders : 28.6% (n 10,000), goal 29%" in page("journeys/buying/read.html")
    assert "28.6% of those before (goal 29%)" in page("journeys/buying/read.html")
    assert "Seek → Pay: 28.6% go on, the goal is 29%; the miss may be noise." in follows()
    assert "NPS −19.2 " in page("journeys/buying/index.html", goal=-19), "and so does a score"


@pytest.mark.parametrize(
    ("change", "metric", "language", "said"),
    [
        ("1%", "orders", "en", "+1.0 pp"), ("1%", "orders", "ru", "+1,0 п. п."), ("-0.5%", "orders", "en", "−0.5 pp"),
        ("4", "nps", "en", "+4 "), ("1 min", "nps", "en", "+1 min"),
    ],
)  # fmt: skip
def test_what_an_opportunity_expects_is_told_with_its_sign_and_in_points(change: str, metric: str, language: str, said: str) -> None:
    more = f"  opportunities: [{{id: finder, title: Finder, expects: {{metric: {metric}, change: {change}}}}}]\n"
    project = files(language)
    project["maps/journeys/buying.yml"] = project["maps/journeys/buying.yml"].replace("- {id: pay", "- id: find\n  title: Find\n" + more + "- {id: pay")
    made = side(project)
    assert f"Finder {said}" in words(pipeline.site(made.atlas, theme(), made.files)[f"metrics/{metric}/index.html"].decode())


@pytest.mark.parametrize(
    ("cost", "period", "language", "said"),
    [
        ("{spent: 96000, currency: RUB}", "2026-10", "en", "Cost RUB 96,000, October 2026"),
        ("{spent: 96000, currency: RUB}", "2026-10", "ru", "Затраты 96 000 ₽, октябрь 2026"),
        ("{spent: 96000, currency: RUB, note: with tax}", "2026", "en", "Cost RUB 96,000, 2026, with tax"),
        ("{metric: ads}", "", "en", "Cost RUB 70,000, September 2026"),
        ("{spent: 96000, currency: RUB}", "", "en", "Cost RUB 96,000 "),
    ],
)
def test_what_a_touchpoint_costs_has_its_period(cost: str, period: str, language: str, said: str) -> None:
    made = side({
        "cjmgen.yml": f"languages: [{language}]\n",
        "maps/journeys/buying.yml": "title: Buying\n" + (f"period: '{period}'\n" if period else "")
        + f"stages:\n- id: seek\n  title: Seek\n  touchpoints: [{{id: ad, title: Ad, channel: Ads, cost: {cost}}}]\n",
        "maps/metrics/ads.yml": "title: Ads\ntype: cost\nunit: RUB\nvalue: 70000\nperiod: 2026-09\n",
    })  # fmt: skip
    site = pipeline.site(made.atlas, theme(), made.files)
    assert said in words(site["journeys/buying/index.html"].decode())
    assert said.partition(" ")[2].partition(", with")[0].strip() in words(site["journeys/buying/read.html"].decode())


def test_a_heading_stands_once() -> None:
    assert page("metrics/nps/index.html").count("What people answered") == 1


def test_a_change_to_what_is_nearly_the_goal_is_none_to_the_goal() -> None:
    old, new = (side(files(orders=many)) for many in (2862, 2896))
    said = " ".join(terminal(Review(laid(new, old=old)[1], "before", "after", "en")).split())
    assert "Seek → Pay: 28.62% → 28.96% (n 10,000, no more than noise, goal 29%)" in said
    shown = words(html(laid(new, old=old)[0]))
    assert "was 28.62% → , now 28.96% ▲ +0.34 pp" in shown
    journey = {"maps/journeys/buying.yml": files()["maps/journeys/buying.yml"]}
    old, new = (side({**files(orders=many), **journey}) for many in (2862, 2896))
    said = " ".join(terminal(Review(laid(new, old=old)[1], "before", "after", "en")).split())
    assert "value 28.62% → 28.96% (2026-10, n 10,000, no more than noise, goal 29%)" in said
    shown = words(html(laid(new, old=old)[0]))
    assert "was 28.62% → now 28.96% ▲ +0.34 pp" in shown


@pytest.mark.parametrize(("language", "ends"), [("en", "−49 to 15"), ("ru", "от −49 до 15")])
def test_the_minus_of_an_interval_is_no_dash(language: str, ends: str) -> None:
    assert ends in page("metrics/nps/index.html", language=language, goal=-10)
    assert ends in page("journeys/buying/index.html", language=language, goal=-10)


def test_shares_beside_each_other_in_a_comparison_look_apart() -> None:
    def journey(paid: int, clicks: str) -> str:
        stages = f"- {{id: seek, title: Seek, entry: {{people: 1000}}, metrics: [{{title: Clicks, value: {clicks}}}]}}\n"
        return f"title: J{paid}\nstages:\n{stages}- {{id: pay, title: Pay, entry: {{people: {paid}}}}}\n"

    both = {"maps/journeys/a.yml": journey(256, "18%"), "maps/journeys/b.yml": journey(264, "18.1%")}
    made = side({**both, "maps/comparisons/ab.yml": "title: A and B\njourneys: [a, b]\n"})
    shown = words(pipeline.site(made.atlas, theme(), made.files)["compare/ab/index.html"].decode())
    assert "25.6%" in shown
    assert "26.4% ▲ +0.8 pp" in shown
    assert "18.1% +0.1 pp" in shown.replace("▲ ", "")
