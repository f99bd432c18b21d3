"""test_stakes: pains and opportunities carry what closing their stage's gap would bring: whose they are, and the same in page, data and insight."""

import json

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.flow.brought import gap_behind, gaps_eased, largest
from cjmgen.insight.kinds import insights
from cjmgen.pages.plan import plan
from pages.atlases import atlas

STAGES = """
value: {per_conversion: 50, currency: EUR, period: month}
stages:
- title: See
  entry: 10000
  pains: [{id: loud, title: Loud}]
- title: Choose
  entry: {people: 2000, target: 30%}
  pains: [{id: sizes, title: Sizes, severity: critical}, {id: dear, title: Dear}]
- title: Buy
  outcome: true
  entry: {people: 1000, target: 60%}
  pains: [{id: forms, title: Forms}]
- title: Return
  entry: {people: 900, target: 80%}
"""
CHANCES = """
  opportunities:
  - {id: guide, title: Guide, impact: 5, effort: 1, pains: [choose/sizes, choose/dear]}
  - {id: quiet, title: Quiet, impact: 4, effort: 1, pains: [see/loud, choose/dear]}
  - {id: short, title: Short, impact: 3, effort: 1, pains: [buy/forms]}
  - {id: bare, title: Bare, impact: 2, effort: 1}
  - {id: built, title: Built, impact: 1, effort: 1, pains: [choose/sizes], status: done}
"""


def shop(state: str = "current") -> Atlas:
    text = f"title: Shop\nstate: {state}\n{STAGES.rstrip()}{CHANCES}"
    return atlas({"cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n", "maps/journeys/shop.yml": text})


def data(made: Atlas, path: str) -> dict[str, object]:
    found = next(page for page in plan(made).pages if page.path == path)
    told: dict[str, object] = json.loads(json.dumps(found.view()))
    return told


@pytest.mark.parametrize(
    ("chance", "stages"),
    [("guide", ["choose"]), ("quiet", ["see", "choose"]), ("short", []), ("bare", []), ("built", [])],
)
def test_an_opportunity_has_the_gaps_of_the_stages_whose_pains_it_would_ease(chance: str, stages: list[str]) -> None:
    """Each once, in the order of the journey; Buy reaches its goal, what is done has nothing at stake any more."""
    card = shop().journeys["shop"]
    found = gaps_eased(card, next(each for each in card.opportunities if each.id == chance), "EUR")
    assert [gap.step.start.id for gap in found] == stages


def test_a_pain_has_the_gap_of_its_stage_and_no_other() -> None:
    card = shop().journeys["shop"]
    found = {claim.id: gap_behind(card, claim, "EUR") for claim in card.claims if claim.kind == "pain"}
    assert {id: gap and gap.step.end.id for id, gap in found.items()} == {"loud": "choose", "sizes": "buy", "dear": "buy", "forms": None}


@pytest.mark.parametrize("state", ["future", "competitor"])
def test_a_plan_and_a_competitor_have_nothing_at_stake(state: str) -> None:
    card = shop(state).journeys["shop"]
    assert not any(gaps_eased(card, each, "EUR") for each in card.opportunities)
    assert not any(gap_behind(card, each, "EUR") for each in card.claims)


def test_of_several_gaps_the_one_worth_most_is_told_and_no_sum() -> None:
    card = shop().journeys["shop"]
    found = gaps_eased(card, next(each for each in card.opportunities if each.id == "quiet"), "EUR")
    assert [gap.worth.money and round(gap.worth.money.value) for gap in found] == [25_000, 10_000]
    most = largest(found)
    assert most
    assert most.step.start.id == "see"
    assert largest(()) is None


def test_page_data_and_insight_tell_the_same_figures() -> None:
    made = shop()
    leaks = {each.spots[1].stage: each for each in insights(made, "shop") if each.kind == "leak"}
    told = {each["id"]: each["gaps"] for each in data(made, "opportunities/index.json")["opportunities"]}  # type: ignore[attr-defined]
    assert {id: [gap["from"] for gap in gaps] for id, gaps in told.items() if gaps} == {"guide": ["choose"], "quiet": ["see", "choose"]}
    gap, leak = told["guide"][0], leaks["choose"]
    assert leak.worth
    assert leak.people
    assert (gap["worth"]["value"], gap["worth"]["code"], gap["period"], gap["until"]) == (pytest.approx(leak.worth.value), "EUR", "month", "buy")
    assert (gap["people"]["value"], gap["people"]["n"]) == (pytest.approx(leak.people.value), 2000)
    assert gap["worth"]["low"] < gap["worth"]["value"] < gap["worth"]["high"]
    page = next(page for page in plan(made).pages if page.path == "opportunities/index.html").view()
    line = next(line for line in page.lines if line.spot.endswith("guide"))  # type: ignore[attr-defined]
    values = dict(line.gaps[0].values)
    assert (values["money"].value, values["low"].value) == (leak.worth.value, leak.worth.low)
    assert line.gaps[0].phrase == "insight.gap.worth.month"
