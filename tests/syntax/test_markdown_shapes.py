"""test_markdown_shapes: maps as people write them, each with the journeys, stages and items that a reader should make of it."""

import json
import re
from itertools import chain
from pathlib import Path

import pytest

from cjmgen.formats.convert import convert
from cjmgen.model.journey import Journey
from cjmgen.problem import Checked
from cjmgen.syntax.document import Document, Plain
from cjmgen.syntax.habits import lane_names
from cjmgen.syntax.read import read

CASES = Path(__file__).parent.parent / "cases_markdown"
FILES = sorted(path for path in CASES.iterdir() if path.suffix in (".md", ".csv", ".tsv") and path.name != "README.md")


def _read(path: Path) -> Checked[Document]:
    return read(path.name, path.read_bytes())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.lower()))


NAMES = _words(
    " ".join(chain(lane_names.LANES.values(), lane_names.JOURNEY.values(), (lane_names.STAGE_WORDS, " ".join(lane_names.QUALIFIERS))))
)
FRAMES = _words(
    "journey map stages stage detailed details yaml markdown section aspect detail dimension how what четыре cjm этапы карта путь детальный "
    "клиентского подробно metrica usual four the drop risk off all frustrates interact they them with контактирует покупатель"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_item_is_in_its_place(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(convert(_read(path).value, "json")[0][1]) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    """Only labels may go: what stood under them is in their lane."""
    source = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    told = json.dumps(_read(path).value.data, ensure_ascii=False).lower()
    assert {word for word in _words(source) if word not in told} - NAMES - FRAMES == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_journey_is_sound(path: Path) -> None:
    """What is read is what a journey may be: only a map without stages is none."""
    data = _read(path).value.data
    assert isinstance(data, dict)
    several = data.get("journeys", [data])
    assert isinstance(several, list)
    for journey in several:
        assert isinstance(journey, dict)
        Journey.model_validate(_without_x(journey))


def _without_x(journey: dict[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in journey.items() if not key.startswith("x-")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_shape_survives_our_own_form(path: Path) -> None:
    """Written as our Markdown and read again, it is the same map."""
    document = _read(path).value
    for _, text in convert(document, "markdown"):
        again = read("map.md", text.encode())
        assert json.loads(convert(again.value, "json")[0][1])["journeys"][0] in json.loads(convert(document, "json")[0][1])["journeys"]


def test_there_are_forty_shapes() -> None:
    assert len(FILES) >= 40
