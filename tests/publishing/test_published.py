"""test_published: what becomes of things that refer to what is left out, and which journeys tags ask for."""

import datetime
from typing import Any

import pytest

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import Loaded
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC, Choice, read_tag, written
from publishing.written import tree

TODAY = datetime.date(2026, 11, 21)


def loaded(choice: Choice = PUBLIC, **files: Any) -> Loaded:
    """A project of these files by path, `__` for a slash."""
    own = {f"maps/{path.replace('__', '/')}.yml": data for path, data in files.items()}
    found = pipeline.load(tree({"cjmgen.yml": {"title": "Shop"}, **own}), TODAY, choice=choice)
    assert [(each.message, each.place) for each in found.problems if each.severity == "error"] == []
    return found


def atlas(choice: Choice = PUBLIC, **files: Any) -> Atlas:
    """Its atlas."""
    return loaded(choice, **files).value


def journey(title: str = "A journey", **more: Any) -> dict[str, Any]:
    """A journey of one stage."""
    return {"title": title, "stages": [{"id": "one", "title": "One"}], **more}


HIDDEN = {"audience": "internal"}


def test_an_internal_journey_is_left_out_and_counted() -> None:
    found = loaded(journeys__open=journey(), journeys__plan=journey(**HIDDEN))
    assert [*found.value.journeys] == ["open"]
    assert found.left.entities == {"journey": 1}
    with pytest.raises(KeyError):
        found.value.journey("plan")


def test_its_problems_are_told_all_the_same() -> None:
    found = loaded(journeys__open=journey(personas=["anna"]), personas__anna={"title": "Anna"}, journeys__plan=journey(**HIDDEN))
    assert "maps/journeys/plan.yml" in {problem.place.file for problem in found.problems}


def test_links_to_it_become_nothing() -> None:
    stages = [{"id": "one", "title": "One", "touchpoints": [{"id": "ad", "title": "Ad", "journey": "plan"}]}]
    found = loaded(journeys__open={"title": "Open", "parent": "plan", "stages": stages}, journeys__plan=journey(**HIDDEN))
    told = found.value.journey("open")
    assert (told.parent, told.stages[0].touchpoints[0].journey, found.left.links) == (None, None, 2)


def test_a_stage_that_is_left_out_is_no_parent() -> None:
    whole = {"title": "Whole", "stages": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two", **HIDDEN}]}
    found = atlas(journeys__whole=whole, journeys__part=journey(parent="whole#two"))
    assert found.journeys["part"].parent == "whole"


def test_a_future_takes_over_that_its_base_is_internal() -> None:
    patch = {"extends": "plan", "state": "future", "title": "Later"}
    assert [*atlas(journeys__plan=journey(**HIDDEN), journeys__later=patch).journeys] == []


def test_a_future_may_be_open_without_its_base() -> None:
    patch = {"extends": "plan", "state": "future", "title": "Later", "audience": "public"}
    found = atlas(journeys__plan=journey(**HIDDEN), journeys__later=patch)
    assert [(card.id, card.extends, card.state) for card in found.journeys.values()] == [("later", None, "future")]


def test_a_journey_without_stages_left_is_left_out() -> None:
    found = atlas(journeys__open=journey(), journeys__empty={"title": "Empty", "stages": [{"title": "One", **HIDDEN}]})
    assert [*found.journeys] == ["open"]


def test_what_leans_on_internal_evidence_stays_as_sure_as_it_is() -> None:
    stages = [{"id": "one", "title": "One", "pains": [{"id": "ache", "title": "Ache", "evidence": ["talks"]}]}]
    talks = {"title": "Talks", "kind": "interview", **HIDDEN}
    found = atlas(journeys__open={"title": "Open", "stages": stages}, evidence__talks=talks)
    pain = found.journey("open").stages[0].pains[0]
    assert (pain.evidence, pain.confidence, found.journeys["open"].coverage.validated) == ((), "validated", 1)


def test_feelings_of_people_who_are_left_out_count_no_more() -> None:
    touchpoint = {"id": "ad", "title": "Ad", "emotion": {"anna": 1, "boris": -1}}
    stages = [{"id": "one", "title": "One", "touchpoints": [touchpoint, {"title": "Bill", "emotion": {"boris": -2}}]}]
    people = {"personas__anna": {"title": "Anna"}, "personas__boris": {"title": "Boris", **HIDDEN}}
    found = atlas(journeys__open={"title": "Open", "personas": ["anna", "boris"], "stages": stages}, **people)
    card = found.journeys["open"]
    assert (card.score, card.personas, card.voices) == (1, ("anna",), ())
    assert found.journey("open").stages[0].touchpoints[1].emotion is None


def test_who_and_what_only_internal_maps_speak_of_goes_with_them() -> None:
    people = {"personas__anna": {"title": "Anna"}, "personas__boris": {"title": "Boris"}, "personas__nobody": {"title": "Nobody"}}
    plan = journey(personas=["anna", "boris"], owner="moon", **HIDDEN)
    found = atlas(journeys__open=journey(personas=["anna"], owner="shop"), journeys__plan=plan, teams={"shop": "Shop", "moon": "Moon", "idle": "Idle"}, **people)
    assert ([*found.personas], [*found.teams]) == (["anna", "nobody"], ["idle", "shop"])


def test_a_comparison_is_left_out_with_any_of_its_sides() -> None:
    maps = {f"journeys__{id}": journey(id) for id in ("a", "b")} | {"journeys__plan": journey(**HIDDEN)}
    both = {"title": "Both", "journeys": ["a", "b"]}
    three = {"title": "Three", "journeys": ["a", "b", "plan"]}
    assert [*atlas(comparisons__both=both, comparisons__three=three, **maps).comparisons] == ["both"]


def test_for_colleagues_nothing_is_left_out() -> None:
    found = loaded(EVERYTHING, journeys__open=journey(), journeys__plan=journey(**HIDDEN))
    assert ([*found.value.journeys], found.left.entities) == (["open", "plan"], {})


TAGGED = {
    "journeys__a": journey(tags={"client": "alpha", "product": "shoes"}, personas=["anna"]), "journeys__b": journey(tags={"client": "beta"}, personas=["boris"]),
    "journeys__c": journey(tags={"client": "alpha", "product": "hats"}, **HIDDEN), "journeys__d": journey(tags={"product": "shoes", "new": True}),
    "personas__anna": {"title": "Anna"}, "personas__boris": {"title": "Boris"}, "personas__ghost": {"title": "Ghost"},
    "personas__alf": {"title": "Alf", "tags": {"client": "alpha"}}, "personas__bea": {"title": "Bea", "tags": {"client": "beta"}},
}  # fmt: skip


@pytest.mark.parametrize(
    ("only", "journeys", "personas"),
    [
        ("tag:client=alpha", "a", "alf anna"),
        ("tag:client=beta", "b", "bea boris"),
        ("tag:client", "a b", "alf anna bea boris"),
        ("tag:client=alpha tag:client=beta", "a b", "alf anna bea boris"),
        ("tag:product=shoes", "a d", "anna"),
        ("tag:product=shoes tag:client=alpha", "a", "anna"),
        ("tag:new=true", "d", ""),
        ("tag:client=alp", "", ""),
    ],
)
def test_tags(only: str, journeys: str, personas: str) -> None:
    tags = tuple(tag for each in only.split() if (tag := read_tag(each)))
    assert [written(tag) for tag in tags] == only.split()
    found = atlas(Choice(only=tags), **TAGGED)
    assert (" ".join(found.journeys), " ".join(found.personas)) == (journeys, personas)


def test_a_persona_of_somebody_else_is_left_out_even_where_it_is_named() -> None:
    files = {**TAGGED, "journeys__a": journey(tags={"client": "alpha"}, personas=["anna", "bea"])}
    assert atlas(Choice(only=(("client", "alpha"),)), **files).journeys["a"].personas == ("anna",)


def test_what_no_journey_has_is_told_with_what_may_be_meant() -> None:
    assert loaded(Choice(only=(("client", "alpa"),)), **TAGGED).left.unmet == (("tag:client=alpa", "tag:client=alpha"),)


@pytest.mark.parametrize("text", ["", "client=alpha", "tag:", "tag:=x", "tag: =x", "team:shop", "TAG:client=alpha"])
def test_other_forms_mean_nothing(text: str) -> None:
    assert read_tag(text) is None
