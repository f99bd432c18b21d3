"""test_wide: what follows for channels and personas, row by row; that page, command and data say the same of them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.flow.beside import ALONE, beside
from cjmgen.insight.insight import Insight, Number
from cjmgen.insight.kinds import insights, ranked
from cjmgen.insight.kinds.channels import of_channel
from cjmgen.insight.kinds.wide import only_once, wide
from cjmgen.insight.portfolio.outlay import outlay
from cjmgen.insight.portfolio.reach import reaches
from cjmgen.insight.record import record
from cjmgen.pages.plan import plan
from cjmgen.render.theme import Theme
from cjmgen.report.insights.as_json import as_json
from cjmgen.report.insights.markdown import markdown
from cjmgen.report.insights.place import Places
from cjmgen.report.insights.teller import Teller
from cjmgen.report.insights.text import text
from cjmgen.tree import Tree
from insight.test_insights import BASE, lines, project, row_files
from insight.test_insights import ROWS as TOLD

ROWS = yaml.safe_load((Path(__file__).parent / "wide.yml").read_text("utf-8"))
OF = {"maps/personas/oleg.yml": {"title": "Oleg", "evidence": ["talks"]}}


def files(row: dict[str, Any]) -> dict[str, Any]:
    journeys = {f"maps/journeys/{id}.yml": {"title": id.title(), **told} for id, told in row["journeys"].items()}
    return {**BASE, **OF, **row.get("files", {}), **journeys}


def found(row: dict[str, Any]) -> tuple[tuple[Insight, ...], Atlas, Tree]:
    """What is asked of each row: all of it, but not that nobody is spoken of where a row is about something else."""
    atlas, tree = project(files(row))
    about = [each for each in wide(atlas) if row.get("alone") or not each.said.key.startswith("insight.people.") or "Anna" in str(row["says"])]
    return tuple(each for each in about if not each.said.key.endswith("invented")), atlas, tree


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_table(row: dict[str, Any], theme: Theme) -> None:
    told, atlas, tree = found(row)
    teller = Teller(atlas, Places(atlas, tree), theme.speaker("en"))
    assert [line for each in told for line in lines(each, teller)] == row["says"]
    russian = Teller(atlas, Places(atlas, tree), theme.speaker("ru"))
    spoken = [line for each in told for line in lines(each, russian)]
    assert len(spoken) == len(row["says"])
    assert not any("{" in line for line in spoken)


def test_what_is_told_of_a_channel_leads_to_what_it_was_drawn_from(theme: Theme) -> None:
    """A channel that every project has stands in no file, so places are those of its touchpoints, and of people who miss us there."""
    told, atlas, tree = found(next(row for row in ROWS if "paid" in str(row["says"]) or "is spent" in str(row["says"])))
    costs = next(each for each in told if each.said.key.startswith("insight.channel.costs"))
    assert [spot.kind for spot in costs.spots][:2] == ["channel", "touchpoint"]
    teller = Teller(atlas, Places(atlas, tree), theme.speaker("en"))
    assert teller.where(costs).startswith("maps/journeys/")
    assert f"({teller.where(costs)})".replace("(", "(`").replace(")", "`)") in markdown([costs], teller, False)
    told_again = json.loads(as_json([costs], teller))["insights"][0]["places"]
    assert [bool(place["file"]) for place in told_again] == [False, *(True for _ in told_again[1:])]


def test_personas_who_miss_us_in_a_channel_are_told_on_its_page_alone(theme: Theme) -> None:
    row = next(row for row in ROWS if "do not meet us" in row["name"])
    told, atlas, tree = found(row)
    assert not any("in_vain" in each.said.key for each in told)
    [mine] = of_channel(atlas, "ads", reaches(atlas.journeys.values(), atlas.channels)["ads"])
    teller = Teller(atlas, Places(atlas, tree), theme.speaker("en"))
    assert lines(mine, teller) == ["The only persona who uses “Advertising” does not meet us there in any current journey.", "- Anna."]
    assert teller.where(mine) == "maps/personas/anna.yml"


def test_who_leans_on_nothing_is_told_once_for_all_journeys() -> None:
    atlas, _ = project({**BASE, "maps/journeys/a.yml": {"title": "A", "personas": ["oleg"], "stages": [{"title": "Use"}]}})
    told = [each for each in (*wide(atlas), *wide(atlas)) if each.said.key == "insight.people.invented"]
    assert len(only_once(told)) == 1


def test_page_command_and_data_say_the_same(theme: Theme) -> None:
    row = next(row for row in ROWS if "deserves a look" in row["name"])
    atlas, tree = project(files(row))
    made = plan(atlas).by_path
    page, twin = made["channels/ads/index.html"].view(), json.loads(json.dumps(made["channels/ads/index.json"].view()))
    told = [each for each in ranked(wide(atlas), "EUR") if (each.spot.kind, each.spot.id) == ("channel", "ads")]
    assert twin["insights"] == [json.loads(json.dumps(record(each))) for each in told]
    command = json.loads(as_json(told, Teller(atlas, Places(atlas, tree), theme.speaker("en")), 0))["insights"]
    assert [each["numbers"] for each in command] == [each["numbers"] for each in twin["insights"]]
    figures = [[value for _, value in each.told.values if isinstance(value, Number)] for each in page.follows]
    assert figures == [[value for _, value in each.said.values if isinstance(value, Number)] for each in told]
    paid, (data,) = page.outlay.paid[0], twin["computed"]["outlay"]["spent"]
    assert (paid.spent, paid.people, paid.each) == (data["amount"], data["people"], data["each"]["value"]) == (100, 1000, 0.1)


def test_where_no_journey_is_named_the_line_ends_with_its_sentence(theme: Theme) -> None:
    told, atlas, tree = found(next(row for row in ROWS if "deserves a look" in row["name"]))
    shown = text(told, Teller(atlas, Places(atlas, tree), theme.speaker("en")), color=False, named=True)
    assert "touchpoint" in shown
    assert [line for line in shown.splitlines() if line != line.rstrip()] == []


def test_the_ledger_of_experiments_says_what_its_journeys_say() -> None:
    row = next(row for row in TOLD if "waits for a decision" in row["name"])
    atlas, _ = project(row_files(row))
    made = plan(atlas).by_path
    page, twin = made["experiments/index.html"].view(), json.loads(json.dumps(made["experiments/index.json"].view()))
    told = [each for each in insights(atlas, "buying") if each.kind == "experiment"]
    assert twin["insights"] == [json.loads(json.dumps(record(each))) for each in told]
    assert [(each.told.phrase, each.severity) for each in page.follows] == [(each.said.key, each.severity) for each in told]
    assert len(told) == 5


@pytest.mark.parametrize("name", ["our own other journeys", "best tenth of all", "the segment that leaves most"])
def test_what_others_do_is_the_same_on_the_page_and_for_the_command(name: str) -> None:
    """A page looks the others up in a table that is remembered as text; the command reckons them."""
    atlas, _ = project(row_files(next(row for row in TOLD if name in row["name"])))
    made, told = plan(atlas).by_path, insights(atlas, "buying", beside(atlas.journeys.values()).get("buying", ALONE))
    twin = json.loads(json.dumps(made["journeys/buying/insights.json"].view()))
    assert twin["insights"] == [json.loads(json.dumps(record(each))) for each in told]
    page = made["journeys/buying/insights.html"].view()
    assert [each.told.phrase for each in (*page.mend, *page.keep)] == [each.said.key for each in sorted(told, key=lambda each: each.good)]


def test_an_amount_in_the_projects_own_currency_needs_no_name() -> None:
    row = next(row for row in ROWS if "fullest stage" in row["name"])
    atlas, _ = project(files(row))
    told = outlay(reaches(atlas.journeys.values(), atlas.channels)["ads"], "EUR")
    assert [(each.currency, each.spent, each.points) for each in told.spends] == [("EUR", 400, 2)]
    bare = outlay(reaches(atlas.journeys.values(), atlas.channels)["ads"], "")
    assert [(each.currency, each.spent) for each in bare.spends] == [("", 300), ("EUR", 100)]


def test_the_page_and_the_data_of_a_channel_name_what_measures_its_costs() -> None:
    atlas, _ = project(files(next(row for row in ROWS if "months of a quarter" in row["name"])))
    made = plan(atlas).by_path
    page, twin = made["channels/ads/index.html"].view(), json.loads(json.dumps(made["channels/ads/index.json"].view()))
    paid, (data,) = page.outlay.paid[0], twin["computed"]["outlay"]["spent"]
    assert (paid.spent, paid.each, paid.periods, paid.apart, [gauge.title.text for gauge in paid.sources]) == (600, 0.6, ("2026-Q3",), False, ["Spent"])
    assert (data["amount"], data["each"]["value"], data["periods"], data["apart"]) == (600, 0.6, ["2026-Q3"], [])
    assert [(each["id"], [point["value"] for point in each["series"]]) for each in data["metrics"]] == [("spend", [700, 100, 200, 300])]
    atlas, _ = project(files(next(row for row in ROWS if "not shared out" in row["name"])))
    made = plan(atlas).by_path
    page, twin = made["channels/ads/index.html"].view(), json.loads(json.dumps(made["channels/ads/index.json"].view()))
    paid, (data,) = page.outlay.paid[0], twin["computed"]["outlay"]["spent"]
    assert (paid.spent, paid.each, paid.onward, paid.apart) == (300, None, None, True)
    assert data["apart"] == [{"spent": "2026-10", "people": None}, {"spent": "2026-10", "people": "2026-11"}]
