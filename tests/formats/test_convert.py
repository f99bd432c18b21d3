"""test_convert: a document in another form, one text or one a journey, and what is said of where things went."""

import json

from cjmgen.formats.convert import convert, placed
from cjmgen.syntax.document import Document, Plain
from cjmgen.syntax.read import read

TWO = """\
# Maps

## Journey 1: A purchase

### Stage 1: Search
- **Actions:** looks around
- **Regulation:** none

### Stage 2: Pay
- **Actions:** pays

## Journey 2: A return

### Stage 1: Pack
- **Actions:** looks for the box

### Stage 2: Send
- **Actions:** queues

## Legend

Green is good.
"""


def _document(text: str, file: str = "maps/journeys/two.md") -> Document:
    return read(file, text.encode()).value


def test_json_has_stages_and_lanes() -> None:
    [(stem, text)] = convert(_document(TWO), "json")
    assert stem == ""
    assert json.loads(text) == {
        "journeys": [
            {
                "title": "A purchase",
                "personas": [],
                "stages": [
                    {"title": "Search", "lanes": {"actions": ["looks around"], "Regulation": ["none"]}},
                    {"title": "Pay", "lanes": {"actions": ["pays"]}},
                ],
            },
            {
                "title": "A return",
                "personas": [],
                "stages": [{"title": "Pack", "lanes": {"actions": ["looks for the box"]}}, {"title": "Send", "lanes": {"actions": ["queues"]}}],
            },
        ]
    }


def test_several_journeys_are_a_file_each() -> None:
    parts = convert(_document(TWO), "yaml")
    assert [stem for stem, _ in parts] == ["a-purchase", "a-return"]
    data = read("a.yml", parts[1][1].encode()).value.data
    assert isinstance(data, dict)
    assert data["title"] == "A return"


def test_journeys_of_one_title_get_different_stems() -> None:
    journey: dict[str, Plain] = {"title": "Same", "stages": []}
    document = Document("a.md", {"journeys": [journey, journey, {"stages": []}]}, "markdown")
    assert [stem for stem, _ in convert(document, "markdown")] == ["same", "same-2", "journey-3"]


def test_risky_texts_survive_yaml() -> None:
    text = "# M\n\n## Stage 1: A\n\n**Actions:**\n- Calls about order #123: no answer\n- '-0,8\n- yes\n"
    [(_, written)] = convert(_document(text), "yaml")
    data = read("a.yml", written.encode())
    assert data.problems == ()
    assert data.value.data == _document(text).data


def test_all_of_a_yaml_journey_comes_back_from_markdown() -> None:
    text = "title: A\npersonas: [anna]\nstages:\n- title: Search\n  emotion: -1\n  pains:\n  - {title: Slow, severity: high}\n- title: {en: Buy, ru: Купить}\n"
    document = _document(text, "a.yml")
    [(_, written)] = convert(document, "markdown")
    again = read("a.md", written.encode()).value.data
    assert isinstance(again, dict)
    assert again == {**document.data, "stages": again["stages"]} if isinstance(document.data, dict) else None
    [(_, json_before)], [(_, json_after)] = convert(document, "json"), convert(read("a.md", written.encode()).value, "json")
    assert json_before == json_after


def test_json_of_by_language_texts_scores_and_metrics() -> None:
    text = (
        "title: {en: Map, ru: Карта}\nstages:\n- title: {ru: Поиск}\n  emotion: -1.4\n  metrics: [exits, {title: Rate, value: 58%}]\n"
        "  quotes: [{text: Hm, speaker: I-1}]\n"
    )
    [(_, written)] = convert(_document(text, "a.yml"), "json")
    assert json.loads(written)["journeys"][0] == {
        "title": "Map",
        "personas": [],
        "stages": [{"title": "Поиск", "lanes": {"metrics": ["exits", "Rate"], "quotes": ["Hm"], "emotion": ["-1.4"]}}],
    }


def test_what_is_no_journey_is_told_as_it_is() -> None:
    document = _document("title: Anna\ngoals: [Fit]\n", "maps/personas/anna.yml")
    assert json.loads(convert(document, "json")[0][1]) == {"title": "Anna", "goals": ["Fit"]}


def test_it_is_said_what_was_placed_and_what_not() -> None:
    lines = placed(_document(TWO))
    assert lines == (
        "A purchase: 2 stages",
        "  Search: actions 1, Regulation 1",
        "  Pay: actions 1",
        "  lanes of your own: Regulation",
        "  kept in the notes, because it belongs to no stage: Maps, Legend",
        "A return: 2 stages",
        "  Pack: actions 1",
        "  Send: actions 1",
    )
