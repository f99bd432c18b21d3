"""test_insights: the documented table of insights, row by row; that they weigh alike on any machine; that no figure is told twice."""

import copy
import datetime
import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.flow.beside import ALONE, beside
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Insight, Number, Spot, says, weight
from cjmgen.insight.kinds import KINDS, OUTSIDE, insights, outside, ranked
from cjmgen.insight.record import record
from cjmgen.memo.store import Shortlived
from cjmgen.render.theme import Theme
from cjmgen.report.insights.place import Places
from cjmgen.report.insights.teller import Teller
from cjmgen.tree import Tree

TABLES = [Path(__file__).parent / name for name in ("insights.yml", "evidence.yml", "contradictions.yml", "sure.yml")]
ROWS = [row for table in TABLES for row in yaml.safe_load(table.read_text("utf-8"))]
TODAY = datetime.date(2026, 11, 26)
REPOSITORY = Path(__file__).parents[2]

BASE: dict[str, Any] = {
    "cjmgen.yml": {"title": "Shop", "currency": "EUR"},
    "maps/teams.yml": {"shop": "The shop", "care": "Care", "ads": "Advertising"},
    "maps/evidence/talks.yml": {"title": "14 talks", "kind": "interview", "status": "heard"},
    "maps/evidence/calls.yml": {"title": "Calls", "kind": "support", "status": "told"},
    "maps/metrics/exits.yml": {
        "title": "Exits", "type": "drop-off", "value": "41%", "series": ["40%", "41%", "40%", "42%", "40%", "41%"],
    },
    "maps/personas/anna.yml": {"title": "Anna", "channels": ["ads", "e-mail"], "evidence": ["talks"]},
    "maps/personas/oleg.yml": {"title": "Oleg"},
}  # fmt: skip


def project(files: dict[str, Any]) -> tuple[Atlas, Tree]:
    """A project of data by path, which has to be free of mistakes."""
    dumped = {path: data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in files.items()}
    tree = Tree.of({path: text.encode() for path, text in dumped.items()})
    loaded = pipeline.load(tree, TODAY, Shortlived())
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    return loaded.value, tree


def row_files(row: dict[str, Any]) -> dict[str, Any]:
    journey = {"title": "Buying", **copy.deepcopy(row["journey"])}
    return {**copy.deepcopy(BASE), **row.get("files", {}), "maps/journeys/buying.yml": journey}


def told(files: dict[str, Any], theme: Theme, language: str = "en", id: str = "buying") -> list[str]:
    atlas, tree = project(files)
    teller = Teller(atlas, Places(atlas, tree), theme.speaker(language))
    others = beside(atlas.journeys.values()).get(id, ALONE)
    return [line for insight in insights(atlas, id, others) for line in lines(insight, teller)]


def lines(insight: Insight, teller: Teller) -> list[str]:
    return [teller.sentence(insight.said), *(f"- {teller.sentence(clue.said)}" for clue in insight.why)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_table(row: dict[str, Any], theme: Theme, request: pytest.FixtureRequest) -> None:
    assert told(row_files(row), theme) == row["says"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_same_is_told_in_russian(row: dict[str, Any], theme: Theme) -> None:
    spoken = told(row_files(row), theme, "ru")
    assert len(spoken) == len(row["says"])
    assert not any("{" in line for line in spoken)


def test_every_kind_has_its_row() -> None:
    grounds = [Ground(atlas, atlas.journeys["buying"]) for atlas, _ in (project(row_files(row)) for row in ROWS)]
    assert [kind.__name__ for kind in KINDS if not any(True for ground in grounds for _ in kind(ground))] == []


def test_the_order_of_files_changes_nothing(theme: Theme) -> None:
    row = next(row for row in ROWS if "competitor keeps more" in row["name"])
    files = row_files(row)
    wanted = told(files, theme)
    for order in itertools.islice(itertools.permutations(files), 0, 5000, 997):
        assert told({path: files[path] for path in order}, theme) == wanted


def test_a_card_is_enough_for_what_a_portfolio_is_told() -> None:
    """What is told of cards alone is among what is told of the whole, with the same figures."""
    atlas, _ = project({**BASE, "maps/journeys/buying.yml": {"title": "Buying", **ROWS[0]["journey"]}})
    whole = {insight.said: (insight.worth, insight.people, insight.numbers) for insight in insights(atlas, "buying")}
    assert outside(atlas, atlas.journeys["buying"])
    assert all(whole[each.said] == (each.worth, each.people, each.numbers) for each in outside(atlas, atlas.journeys["buying"]))
    assert set(OUTSIDE) < set(KINDS)


def test_what_weighs_more() -> None:
    """Money of the project's currency first, then people, then what hurts more; what to keep last of all."""
    spots = (Spot("a"),)

    def one(severity: int, worth: Number | None = None, people: Number | None = None, good: bool = False) -> Insight:
        return Insight("leak", says("x"), spots, severity, worth=worth, people=people, good=good)  # type: ignore[arg-type]

    rich, poor = one(1, Number(10, "money", "EUR")), one(4, Number(5, "money", "EUR"))
    foreign, crowd = one(4, Number(900, "money", "RUB"), Number(2, "people")), one(2, people=Number(3, "people"))
    bad, mild, kept = one(4), one(1), one(3, good=True)
    loose = one(4, people=Number(50, "people", low=0.5, high=90))  # it may be none at all
    expected = (rich, poor, crowd, foreign, loose, bad, mild, kept)
    for order in itertools.islice(itertools.permutations(expected), 0, 40320, 797):
        assert ranked(order, "EUR") == expected
    assert weight(rich, "RUB") == weight(one(1), "RUB")


def test_the_first_pair_is_told_without_doubles(theme: Theme) -> None:
    """The repository's own journey: no sentence twice, the dearest first, every place found to the line."""
    paths = [*(path for path in sorted(REPOSITORY.glob("maps/**/*")) if path.is_file()), REPOSITORY / "cjmgen.yml"]
    tree = Tree.of({path.relative_to(REPOSITORY).as_posix(): path.read_bytes() for path in paths})
    atlas = pipeline.load(tree, TODAY, Shortlived()).value
    teller = Teller(atlas, Places(atlas, tree), theme.speaker("en"))
    found = insights(atlas, "first-pair")
    said = [teller.sentence(insight.said) for insight in found]
    assert len(set(said)) == len(said) > 10
    amounts = [insight.worth.low or 0.0 for insight in found if insight.worth]
    assert amounts == sorted(amounts, reverse=True)
    text = tree["maps/journeys/first-pair.yml"].decode().splitlines()
    for insight in found:
        for spot in insight.spots:
            where = teller.places.of(spot)
            assert where is not None, spot
            if spot.kind in ("pain", "touchpoint", "opportunity") and where.file.endswith("first-pair.yml"):
                assert spot.id in text[where.line - 1], spot
    assert [record(insight)["kind"] for insight in found][:2] == ["leak", "leak"]
