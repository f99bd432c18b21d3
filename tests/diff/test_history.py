"""test_history: what revisions do to the cells of journeys, told one after another: nothing loses its past, and nothing gets another's."""

import copy
import datetime
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.between import between
from cjmgen.diff.history.tale import Past, Revision, Step, figures, pasts
from cjmgen.diff.history.touch import touches
from cjmgen.pages.history.cells import cells
from cjmgen.pipeline import load
from publishing.written import tree

TODAY = datetime.date(2026, 11, 21)

BASE: dict[str, Any] = {
    "title": "Buying",
    "stages": [
        {
            "id": stage,
            "title": f"The stage {stage}",
            "goal": f"To {stage}",
            "touchpoints": [{"id": f"{stage}-t{n}", "title": f"Touch {n} of {stage}", "emotion": n} for n in range(2)],
            "pains": [{"id": f"{stage}-p{n}", "title": f"Pain {n} of {stage}", "severity": "low"} for n in range(2)],
            "lanes": {"legal": [f"A law of {stage}"]},
        }
        for stage in ("seek", "try", "pay")
    ],
}


def atlas(files: dict[str, Any]) -> Atlas:
    """Journeys by id as an atlas."""
    return load(tree({"cjmgen.yml": {"title": "Shop"}, **{f"maps/journeys/{id}.yml": data for id, data in files.items()}}), TODAY).value


def told(*versions: dict[str, Any]) -> dict[str, Past]:
    """The histories of journeys in some versions, each of which has its number as a tag."""
    every = [atlas(version) for version in versions]
    steps = []
    for at, now in enumerate(every):
        revision = Revision(f"{at:040}", str(at), "Olga", TODAY)
        known = {id: figures(card) for id, card in now.journeys.items()}
        steps.append(Step(revision, known, touches(between(every[at - 1], now).every) if at else ()))
    return pasts(steps, every[-1].journeys)


def last(past: Past, version: dict[str, Any], id: str = "buying") -> dict[tuple[str, str], str]:
    """The tag of the revision that changed each cell last; without those that are older than all."""
    found = cells(atlas({id: version}).journey(id), past)
    return {(stage.stage, cell.lane): cell.revision.name for stage in found for cell in stage.cells if cell.revision}


def edited(change: Any) -> dict[str, Any]:
    """The map with a change in it."""
    data = copy.deepcopy(BASE)
    change(data)
    return data


def _swap(data: Any) -> None:
    one, two, _ = data["stages"]
    one["pains"].append(two["pains"].pop())


def _rename(data: Any) -> None:
    data["stages"][1] = {**data["stages"][1], "id": "test", "was": ["try"]}


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        (lambda data: data["stages"][0].update(goal="To look around"), {("seek", "goal")}),
        (lambda data: data["stages"][0]["touchpoints"][0].update(emotion=-2), {("seek", "channels")}),
        (lambda data: data["stages"][1]["pains"].pop(), {("try", "pains")}),
        (lambda data: data["stages"][1]["pains"].append("Another pain"), {("try", "pains")}),
        (lambda data: data["stages"][1]["pains"].reverse(), {("try", "pains")}),
        (lambda data: data["stages"][2]["lanes"].update(legal=["Another law altogether", "And one more"]), {("pay", "legal")}),
        (lambda data: data["stages"][2].update(title="Settle the bill"), {("pay", "")}),
        (lambda data: data["stages"][2].update(entry=100), {("pay", "funnel")}),
        (lambda data: data.update(title="Buying a pair"), {("", "")}),
        (lambda data: data.update(summary="In short"), {("", "")}),
        (_swap, {("seek", "pains"), ("try", "pains")}),
        (_rename, {("test", "")}),
    ],
)
def test_the_cell_that_an_edit_touches(change: Any, cell: set[tuple[str, str]]) -> None:
    now = edited(change)
    assert set(last(told({"buying": BASE}, {"buying": now})["buying"], now)) == cell


def test_the_last_change_counts() -> None:
    one, two = edited(lambda data: data["stages"][0].update(goal="A")), edited(lambda data: data["stages"][0].update(goal="B"))
    past = told({"buying": BASE}, {"buying": one}, {"buying": two}, {"buying": two})["buying"]
    assert last(past, two) == {("seek", "goal"): "2"}
    assert [moment.revision.name for moment in past.moments] == ["0", "1", "2"]


def test_a_stage_keeps_its_past_under_another_id() -> None:
    one = edited(lambda data: data["stages"][1].update(goal="A"))
    two = copy.deepcopy(one)
    _rename(two)
    assert last(told({"buying": BASE}, {"buying": one}, {"buying": two})["buying"], two) == {("test", "goal"): "1", ("test", ""): "2"}


def test_a_new_stage_is_all_of_one_revision() -> None:
    now = edited(lambda data: data["stages"].append({"id": "own", "title": "Own", "goal": "To wear"}))
    past = told({"buying": BASE}, {"buying": now})["buying"]
    assert {cell: tag for cell, tag in last(past, now).items() if cell[0] == "own"} == {("own", ""): "1", ("own", "goal"): "1"}


def test_a_stage_that_came_back_has_no_past() -> None:
    one, two = edited(lambda data: data["stages"][2].update(goal="A")), edited(lambda data: data["stages"].pop())
    past = told({"buying": BASE}, {"buying": one}, {"buying": two}, {"buying": BASE})["buying"]
    assert {tag for (stage, _), tag in last(past, BASE).items() if stage == "pay"} == {"3"}


def test_a_journey_keeps_its_past_under_another_name() -> None:
    one = edited(lambda data: data["stages"][0].update(goal="A"))
    past = told({"buying": BASE}, {"buying": one}, {"shopping": {**one, "was": ["buying"]}})["shopping"]
    assert last(past, one | {"was": ["buying"]}, "buying")[("seek", "goal")] == "1"
    assert past.begun is None


def test_a_journey_that_is_new_and_one_that_is_gone() -> None:
    past = told({"buying": BASE}, {"buying": BASE, "renting": BASE}, {"renting": BASE})
    assert [*past] == ["renting"]
    assert past["renting"].begun
    assert past["renting"].begun.name == "1"


LANES = {"goal": "goal", "touchpoints": "channels", "pains": "pains"}


def _edit(data: Any, fate: random.Random) -> None:
    """Something happens to a cell, and to no other."""
    stage = fate.choice(data["stages"])
    match fate.randrange(5):
        case 0:
            stage["goal"] = f"To {fate.randrange(99)}"
        case 1:
            fate.choice(stage["touchpoints"])["emotion"] = fate.choice([-2, -1.5, 1.5, 2])
        case 2:
            fate.choice(stage["pains"])["severity"] = fate.choice(["low", "high", "critical"])
        case 3:
            stage["pains"].append({"id": f"p{fate.randrange(999)}-{len(stage['pains'])}", "title": f"Ache {fate.random()}"})
        case _:
            stage["pains"].reverse()


@pytest.mark.long
@settings(max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_it_is_the_last_revision_in_which_a_cell_reads_otherwise(seeds: list[int]) -> None:
    versions = [copy.deepcopy(BASE)]
    for seed in seeds:
        versions.append(copy.deepcopy(versions[-1]))
        _edit(versions[-1], random.Random(seed))
    expected = {}
    for at in range(1, len(versions)):
        for before, now in zip(versions[at - 1]["stages"], versions[at]["stages"], strict=True):
            expected |= {(now["id"], lane): str(at) for field, lane in LANES.items() if before[field] != now[field]}
    past = told(*({"buying": version} for version in versions))["buying"]
    assert last(past, versions[-1]) == expected
