"""edits: a map, and what two people do to it, each edit with what it touches."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]

BASE: Data = {
    "title": "Buying a pair",
    "personas": ["anna", "boris"],
    "tags": {"product": "shoes", "segment": "b2c"},
    "stages": [
        {
            "id": stage,
            "title": f"Stage {stage}",
            "goal": f"Goal {stage}",
            "actions": [f"Does {stage} {n}" for n in range(3)],
            "touchpoints": [{"id": f"{stage}-t{n}", "title": f"Touch {stage} {n}", "emotion": n - 1} for n in range(3)],
            "pains": [{"title": f"Pain {stage} {n}", "severity": "low", "evidence": [{"id": "talks", "n": n}, "desk"]} for n in range(2)],
        }
        for stage in ("one", "two", "three")
    ],
}


@dataclass(frozen=True)
class Edit:
    """What somebody does to a map, and the names of what is touched by it: two edits that share none are disjoint."""

    name: str
    touches: frozenset[str]
    do: Callable[[Data], None]

    def __repr__(self) -> str:
        return self.name


def _stage(data: Data, id: str) -> Data:
    found: Data = next(stage for stage in data["stages"] if stage["id"] == id)
    return found


def _pain(data: Data, stage: str, number: int) -> Data:
    found: Data = _stage(data, stage)["pains"][number]
    return found


def _touchpoint(data: Data, id: str) -> tuple[list[Data], Data]:
    """A touchpoint and the list it stands in by now."""
    return next((stage["touchpoints"], item) for stage in data["stages"] for item in stage.get("touchpoints", ()) if item["id"] == id)


def _edits() -> list[Edit]:
    found = [
        Edit("title", frozenset({"title"}), lambda data: data.update(title="Another title")),
        Edit("summary", frozenset({"summary"}), lambda data: data.update(summary="New")),
        Edit("no tags", frozenset({"tags product", "tags segment", "tags x"}), lambda data: data.pop("tags")),
        Edit("tag", frozenset({"tags product"}), lambda data: data["tags"].update(product="boots")),
        Edit("new tag", frozenset({"tags x"}), lambda data: data["tags"].update(x="y")),
        Edit("persona", frozenset({"personas"}), lambda data: data["personas"].append("vera")),
        Edit("no persona", frozenset({"personas"}), lambda data: data["personas"].remove("anna")),
        Edit("order", frozenset({"order"}), lambda data: data["stages"].reverse()),
        Edit("new stage", frozenset({"order"}), lambda data: data["stages"].insert(1, {"id": "new", "title": "New"})),
    ]
    for stage in ("one", "two", "three"):
        inside = {f"{stage} {part}" for part in ("goal", "actions", "order t", "p0", "p1", *(f"t{n} {key}" for n in range(3) for key in "abc"))}
        found += [
            Edit(f"no {stage}", frozenset({*inside, "order"}), lambda data, id=stage: data["stages"].remove(_stage(data, id))),
            Edit(f"goal {stage}", frozenset({f"{stage} goal"}), lambda data, id=stage: _stage(data, id).update(goal="Other")),
            Edit(f"no goal {stage}", frozenset({f"{stage} goal"}), lambda data, id=stage: _stage(data, id).pop("goal")),
            Edit(f"does {stage}", frozenset({f"{stage} actions"}), lambda data, id=stage: _stage(data, id)["actions"].append("Runs")),
            Edit(f"action {stage}", frozenset({f"{stage} actions"}), lambda data, id=stage: _reworded(_stage(data, id)["actions"])),
            Edit(f"turn {stage}", frozenset({f"{stage} order t"}), lambda data, id=stage: _stage(data, id)["touchpoints"].reverse()),
            Edit(f"new t {stage}", frozenset({f"{stage} order t"}), lambda data, id=stage: _added(_stage(data, id)["touchpoints"])),
        ]
        for n in range(3):
            found += _of_touchpoint(stage, n)
        for n in range(2):
            touched, name = frozenset({f"{stage} p{n}"}), f"pain {stage} {n}"
            found += [
                Edit(f"severe {name}", touched, lambda data, id=stage, n=n: _pain(data, id, n).update(severity="high")),
                Edit(f"retitle {name}", touched, lambda data, id=stage, n=n: _pain(data, id, n).update(title="Hurts")),
                Edit(f"count {name}", touched, lambda data, id=stage, n=n: _pain(data, id, n)["evidence"][0].update(n=9)),
            ]
    return found


def _reworded(actions: list[str]) -> None:
    actions[1] = "Does something else"


def _added(items: list[Data]) -> None:
    items.insert(1, {"id": "new-t", "title": "New"})


def _of_touchpoint(stage: str, n: int) -> list[Edit]:
    id, here = f"{stage}-t{n}", f"{stage} t{n}"
    goal = {"one": "two", "two": "three", "three": "one"}[stage]
    every = frozenset({f"{here} a", f"{here} b", f"{here} c", f"{here} home", f"{stage} order t"})
    away = frozenset({f"{stage} order t", f"{goal} order t", f"{here} home"})

    def change(**fields: Any) -> Callable[[Data], None]:
        return lambda data: _touchpoint(data, id)[1].update(fields)

    def remove(data: Data) -> None:
        items, item = _touchpoint(data, id)
        items.remove(item)

    def move(data: Data) -> None:
        items, item = _touchpoint(data, id)
        items.remove(item)
        _stage(data, goal)["touchpoints"].append(item)

    return [
        Edit(f"feel {id}", frozenset({f"{here} a"}), change(emotion=2)),
        Edit(f"channel {id}", frozenset({f"{here} b"}), change(channel="phone")),
        Edit(f"retitle {id}", frozenset({f"{here} c"}), change(title="Else")),
        Edit(f"no {id}", every, remove),
        Edit(f"move {id}", away, move),
    ]


EDITS = _edits()


def done(edits: list[Edit]) -> Data:
    """The map after some edits."""
    data = copy.deepcopy(BASE)
    for edit in edits:
        edit.do(data)
    return data


def _clear(edits: list[Edit]) -> list[Edit]:
    """The edits that touch nothing that one before them touched, so that each can be done whatever the others did."""
    kept: list[Edit] = []
    for edit in edits:
        if not any(edit.touches & other.touches for other in kept):
            kept.append(edit)
    return kept


SOME = st.lists(st.sampled_from(EDITS), min_size=1, max_size=6, unique_by=lambda edit: edit.name).map(_clear)
"""What one person does."""


@st.composite
def disjoint(draw: Any) -> tuple[list[Edit], list[Edit]]:
    """What two people do who touch nothing in common."""
    edits = draw(st.lists(st.sampled_from(EDITS), min_size=2, max_size=10, unique_by=lambda edit: edit.name).map(_clear))
    half = draw(st.integers(0, len(edits)))
    return edits[:half], edits[half:]
