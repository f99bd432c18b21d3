"""What a journey may say, how shorthands open up, and how mistakes are named."""

from typing import Any

import pytest
from pydantic import ValidationError

from cjmgen.model.field import allowed_link
from cjmgen.model.journey import Journey
from cjmgen.model.kinds import KINDS, model_of


def journey(**stage: Any) -> Journey:
    return Journey.model_validate({"title": "Buying", "stages": [{"title": "Decision", **stage}]})


def complaints(**stage: Any) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        journey(**stage)
    return [(error["loc"][2:], error["msg"]) for error in caught.value.errors()]


def test_the_smallest_useful_map() -> None:
    found = Journey.model_validate(
        {"title": "Buying", "personas": ["anna"], "stages": ["Awareness", {"title": "Decision", "pains": ["No size"]}]}
    )
    assert [stage.id for stage in found.stages] == ["awareness", "decision"]
    assert found.stages[1].pains[0].title == "No size"
    assert found.stages[1].pains[0].id == "no-size"


def test_titles_may_be_texts_by_language_and_ids_follow_the_default_language() -> None:
    data = {"title": "x", "stages": [{"ru": "Осознание", "en": "Awareness"}]}
    assert Journey.model_validate(data, context={"language": "ru"}).stages[0].id == "osoznanie"
    assert Journey.model_validate(data, context={"language": "en"}).stages[0].id == "awareness"


def test_sisters_of_one_name_get_ids_of_their_own_and_given_ids_come_first() -> None:
    found = journey(pains=["Slow", "Slow", {"id": "slow", "title": "Slow indeed"}])
    assert [pain.id for pain in found.stages[0].pains] == ["slow-2", "slow-3", "slow"]


def test_a_title_without_letters_still_has_an_id() -> None:
    assert journey(pains=["😀"]).stages[0].pains[0].id == "title"


@pytest.mark.parametrize(
    ("written", "mean", "by"),
    [(-1.4, -1.4, {}), ({"mean": 1, "n": 9}, 1.0, {}), ({"anna": -1, "olga": {"mean": 2, "sd": 0.5}}, 0.5, {"anna": -1.0, "olga": 2.0})],
)
def test_an_emotion_is_one_value_or_one_a_person(written: Any, mean: float, by: dict[str, float]) -> None:
    emotion = journey(emotion=written).stages[0].emotion
    assert emotion is not None
    assert emotion.mean == mean
    assert {who: feeling.mean for who, feeling in emotion.by.items()} == by


@pytest.mark.parametrize("written", [7900, "reach", {"people": 7900, "target": "32%"}])
def test_an_entry_is_people_a_metric_or_both_with_a_target(written: Any) -> None:
    entry = journey(entry=written).stages[0].entry
    assert entry is not None
    assert (entry.people, entry.metric) in {(7900, None), (None, "reach")}


@pytest.mark.parametrize(
    ("stage", "place", "message"),
    [
        ({"emotion": 3}, ("emotion",), "3 is out of scale: an emotion goes from -2 to 2"),
        ({"emotion": "-0,8"}, ("emotion",), "expected an emotion from -2 to 2, found the text '-0,8'"),
        ({"emotion": {"Anna Smith": 1}}, ("emotion",), "'Anna Smith' can't be the id of a persona or actor"),
        ({"pains": "slow"}, ("pains",), "expected a list, found the text 'slow'"),
        ({"pains": [{"title": 4}]}, ("pains", 0, "title"), "expected text, found the number 4"),
        ({"touchpoints": [{"title": "t", "channel": 4}]}, ("touchpoints", 0, "channel"), "expected an id, found the number 4"),
        ({"id": "Size Guide"}, ("id",), "'Size Guide' can't be an id"),
        ({"id": "leave"}, ("id",), "'leave' is a reserved word"),
        (
            {"opportunities": [{"title": "o", "due": "soon"}]},
            ("opportunities", 0, "due"),
            "expected a date like 2026-10-01, found the text 'soon'",
        ),
        ({"opportunities": [{"title": "o", "impact": 6}]}, ("opportunities", 0, "impact"), "6 is out of scale: a score goes from 1 to 5"),
        ({"entry": {"people": -1}}, ("entry", "people"), "-1 is out of scale: a count goes from 0 to 10¹²"),
        ({"entry": {"target": 32}}, ("entry", "target"), "a share is written 32% or as a number up to 1, found 32"),
    ],
)
def test_a_mistake_is_told_once_in_plain_words(stage: dict[str, Any], place: tuple[Any, ...], message: str) -> None:
    assert complaints(**stage) == [(place, message)]


def test_nothing_changes_after_it_was_read() -> None:
    with pytest.raises(ValidationError):
        journey().__setattr__("title", "Selling")


def test_a_journey_survives_its_own_json() -> None:
    found = journey(
        entry=120, emotion={"anna": -1.4, "olga": {"mean": 1, "n": 9}}, actions=["A", {"en": "x", "ru": "y"}], duration={"en": "1 day", "ru": "1 день"},
        touchpoints=[{"title": "T", "next": ["leave", {"to": "t", "share": "40%"}], "image": "a.png"}],
        quotes=["So what?"], metrics=["reach", {"title": "C", "value": "58%", "series": [1, "3:40"]}], lanes={"legal": ["consent"]},
    )  # fmt: skip
    assert Journey.model_validate_json(found.model_dump_json(by_alias=True, exclude_unset=True)) == found


@pytest.mark.parametrize(
    "address", ["https://a.b/c?d#e", "http://a", "mailto:x@example.org", "docs/a.html", "../a", "#s-decision", "a/b:c", "?q=1"]
)
def test_links_that_may_stand(address: str) -> None:
    assert allowed_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScript:x", " javascript:x", "java\tscript:x", "data:text/html,x", "blob:https://a/b", "//host/x", "\\\\host", "/\\host",
        "vbscript:x", "file:///etc/passwd", "view-source:http://a", "javascript&colon;alert(1)", "https&colon;//x",
    ],
)  # fmt: skip
def test_links_that_may_not(address: str) -> None:
    assert not allowed_link(address)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_field_has_a_description(kind: str) -> None:
    bare = [name for name, field in model_of(kind).model_fields.items() if not field.description]
    assert bare == []


@pytest.mark.parametrize(("tags", "sound"), [(0, True), (50, True), (51, False)])
def test_a_journey_has_fifty_tags_at_most(tags: int, sound: bool) -> None:
    written = {"title": "A", "stages": ["One"], "tags": {f"key-{n}": "x" for n in range(tags)}}
    if sound:
        assert len(Journey.model_validate(written).tags) == tags
        return
    with pytest.raises(ValidationError, match="at most 50 tags"):
        Journey.model_validate(written)
