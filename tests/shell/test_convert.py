"""`cjmgen convert`: any form into any other, outside a project, from a file or standard input."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.shell.convert import form

Run = Callable[..., Any]

TABLE = "Stage,Awareness,Purchase\nActions,Sees a pair,Pays by card\nPain points,,Delivery is a surprise\nWeather,Rain,Sun\n"
TWO = """# Journey 1: Buying

## Stage 1: Search
- **Actions**: Looks around
- **Pain points**: Too much choice

## Stage 2: Purchase
- **Actions**: Pays
- **Pain points**: Slow

# Journey 2: Returning

## Stage 1: Sending
- **Actions**: Packs the parcel
- **Pain points**: No box

## Stage 2: Waiting
- **Actions**: Waits
- **Pain points**: No news
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    place = tmp_path / "buying-shoes.csv"
    place.write_text(TABLE, "utf-8")
    return place


def test_a_table_becomes_json(run: Run, table: Path) -> None:
    ran = run("convert", "buying-shoes.csv", "--to", "json")
    assert ran.code == 0
    (journey,) = json.loads(ran.out)["journeys"]
    assert [stage["title"] for stage in journey["stages"]] == ["Awareness", "Purchase"]
    assert journey["stages"][1]["lanes"]["pains"] == ["Delivery is a surprise"]
    assert "info[unknown-label]" in ran.err
    assert "pains 1" in ran.err


def test_what_convert_prints_it_reads_again(run: Run, table: Path, tmp_path: Path) -> None:
    for to, name in (("yaml", "a.yml"), ("markdown", "b.md")):
        (tmp_path / name).write_text(run("convert", "buying-shoes.csv", "--to", to).out, "utf-8")
    from_yaml, from_markdown = (json.loads(run("convert", name, "--to", "json").out) for name in ("a.yml", "b.md"))
    assert from_yaml == from_markdown


@pytest.mark.parametrize(
    ("content", "expected"),
    [(TABLE, "csv"), (TABLE.replace(",", "\t"), "tsv"), (TWO, "md"), ("title: A\nstages: [B]\n", "yml")],
)
def test_the_form_of_standard_input_is_told(content: str, expected: str) -> None:
    assert form(content.encode()) == expected


def test_other_texts_are_told_too() -> None:
    assert form(b"---\ntitle: A\n---\nWords\n") == "md"
    assert form(b"# a comment\ntitle: A\nstages: [B]\n") == "yml"
    assert form(b"| | A | B |\n|---|---|---|\n| Actions | x | y |\n") == "md"
    assert form(b"") == "md"


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    ran = run("convert", "-", "--to", "yaml")
    assert ran.code == 0
    assert "- title: Awareness\n" in ran.out


def test_several_journeys_are_told_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shop.md").write_text(TWO, "utf-8")
    printed = run("convert", "shop.md", "--to", "yaml").out
    assert [line for line in printed.splitlines() if line.startswith("# ")] == ["# shop/buying.yml", "# shop/returning.yml"]
    ran = run("convert", "shop.md", "--to", "yaml", "--output", "maps")
    assert ran.code == 0
    assert sorted(place.name for place in (tmp_path / "maps" / "shop").iterdir()) == ["buying.yml", "returning.yml"]
    assert len(json.loads(run("convert", "shop.md", "--to", "json").out)["journeys"]) == 2


def test_nothing_is_written_over(run: Run, table: Path, tmp_path: Path) -> None:
    (tmp_path / "buying-shoes.yml").write_text("mine", "utf-8")
    ran = run("convert", "buying-shoes.csv", "--to", "yaml", "--output", ".")
    assert (ran.code, ran.out) == (2, "")
    assert (tmp_path / "buying-shoes.yml").read_text() == "mine"


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("convert", "gone.md", "--to", "yaml").code == 2


def test_a_file_that_can_not_be_read_is_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.yml").write_bytes(b"title: \xff\x80")
    ran = run("convert", "odd.yml", "--to", "json")
    assert (ran.code, ran.out) == (1, "")
    assert "not-utf-8" in ran.err
