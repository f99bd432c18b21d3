"""test_table: the documented table of changes, row by row, and each of them put back."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjmgen import pipeline
from cjmgen.diff.apply import apply
from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed, Reordered, Updated, act, noun
from cjmgen.diff.changes import Changes, Told, changes
from cjmgen.diff.node import plain
from cjmgen.diff.stand import entities
from cjmgen.diff.unread import Side
from cjmgen.memo.store import Shortlived
from cjmgen.tree import Tree
from diff.edits import TODAY

ROWS = yaml.safe_load((Path(__file__).parent / "table.yml").read_text("utf-8"))

BASE: dict[str, Any] = {
    "cjmgen.yml": {"title": "Shop"},
    "maps/teams.yml": {"shop": "The shop", "care": "Care"},
    "maps/evidence/talks.yml": {"title": "Talks", "kind": "interview"},
    "maps/metrics/exits.yml": {"title": "Exits", "value": "41%"},
    "maps/personas/anna.yml": {"title": "Anna"},
    "maps/personas/oleg.yml": {"title": "Oleg the runner"},
    "maps/journeys/buying.yml": {
        "title": "Buying", "personas": ["anna"], "owner": "shop", "stages": [{"id": "seek", "title": "Search"}, {"id": "pay", "title": "Pay"}],
    },
}  # fmt: skip


def side(files: dict[str, Any]) -> Side:
    """A version of a project, from data or texts by path."""
    texts = {path: data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in files.items()}
    tree = Tree.of({path: text.encode() for path, text in texts.items()})
    loaded = pipeline.load(tree, TODAY, Shortlived())
    return Side(loaded.value, tree, loaded.problems)


def version(row: dict[str, Any], which: str) -> dict[str, Any]:
    """The files of one side of a row."""
    files, told = copy.deepcopy(BASE), row[which]
    where = row.get("files")
    if isinstance(where, str) and where.endswith(".*"):
        files.pop(where[:-1] + "yml", None)
        files.update({where[:-1] + ending: text for ending, text in told.items()})
    elif isinstance(where, str):
        files.pop(where, None)
        files.update({where: told} if told is not None else {})
    elif "files" in row and where is None:
        files.update(told)
    else:
        files.update(where or {})
        journey = files["maps/journeys/buying.yml"]
        (journey if "journey" in row else journey["stages"][0]).update(told)
    return files


def written(value: Any) -> str:
    """A value as the table writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return "none" if value is None else str(value)


def where(place: Place) -> str:
    """A place as the table writes it."""
    return "/".join(each for each in (place.id, *(step.key for step in place.steps)) if each)


def said(told: Told) -> str:
    """A change as the table writes it."""
    change = told.change
    marks = "".join([f" ({told.meaning})" * (told.meaning != "neutral"), " (breaking)" * bool(told.breaks)])
    also = "".join(f" also {heir.id}" for heir in told.heirs)
    head = f"{act(change)} {noun(told.place)} {where(told.place)}".strip()
    match change:
        case Added() | Removed():
            line = head
        case Moved():
            line = f"moved {noun(change.new)} {where(change.old)} to {where(change.new)}"
        case Renamed():
            line = head + f" from {change.old.id}" * (not change.new.steps and change.old.id != change.new.id)
            line += ": " * bool(change.parts) + ", ".join(f"{part.field} {written(part.old)} -> {written(part.new)}" for part in change.parts)
        case Updated():
            line = f"{head}: {change.part.field} {written(change.part.old)} -> {written(change.part.new)}"
        case Reordered():
            line = f"reordered {change.lane} of {where(change.new) or noun(change.new)}: {', '.join(step.key for step in change.moved)}"
    return line + marks + also


def compared(row: dict[str, Any]) -> tuple[Side, Side, Changes]:
    """Both sides of a row, and what changed."""
    old, new = side(version(row, "old")), side(version(row, "new"))
    return old, new, changes(old, new)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_row(row: dict[str, Any]) -> None:
    old, new, found = compared(row)
    assert [said(each) for each in found.told] == row["changes"]
    if not found.unread:
        carried = apply(entities(old.atlas), found.differences)
        assert {name: plain(node) for name, node in carried.items()} == {name: plain(node) for name, node in entities(new.atlas).items()}


def test_the_table_is_long_enough_and_no_row_stands_twice() -> None:
    assert len(ROWS) >= 60
    assert len({row["name"] for row in ROWS}) == len(ROWS)
