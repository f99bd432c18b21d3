"""test_persona: a persona's page shows what was told, and the journeys that are walked."""

import pytest

from cjmgen.pages.parts.portrait import initials, tint
from cjmgen.pages.personas.page import personas
from cjmgen.pages.personas.persona import PersonaView, persona
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from pages.atlases import journey, project

ANNA = """
title: Anna Petrova
role: first-time buyer
segment: b2c
share: 46%
demographics: {age: 24, city: Kazan}
goals: [Look *good*]
jobs: [{when: it rains, want: dry feet, so_that: I can walk}]
traits: [{title: Patience, score: 2}]
empathy: {says: [Show me], gains: [A pair that fits]}
channels: [instagram]
evidence: [{id: talks, n: 9}]
"""
TALKS = "title: 14 interviews\nkind: interview\nn: 14\n"
CHANCES = """  opportunities:
  - {title: Costly, impact: 5, effort: 5}
  - {title: Cheap, impact: 4, effort: 1}
  - {title: Unrated}
  - {title: Finished, impact: 5, effort: 1, status: done}
"""


def seen(text: str = ANNA, **more: str) -> PersonaView:
    journeys = {"a": journey("A", 1, more="personas: [anna]\n") + CHANCES, "b": journey("B", 1)}
    atlas = project(journeys, personas__anna=text, evidence__talks=TALKS, **more)
    return persona(Edition(atlas, plan(atlas).sitemap, "en"), "anna")


def test_everything_that_was_told_is_there() -> None:
    view = seen()
    assert (view.title.text, view.role.text, view.segment.text, view.share) == ("Anna Petrova", "first-time buyer", "b2c", 0.46)
    assert [(key, said.text) for key, said in view.demographics] == [("age", "24"), ("city", "Kazan")]
    assert [(part.key, [line.text for line in part.lines]) for part in view.lists] == [("goals", ["Look *good*"])]
    assert [(job.when.text, job.want.text, job.so_that.text) for job in view.duties] == [("it rains", "dry feet", "I can walk")]
    assert [(scale.said.text, scale.score) for scale in view.scales] == [("Patience", 2)]
    assert [part.key for part in view.empathy] == ["says", "gains"]
    assert [(way.anchor.said.text, way.icon) for way in view.ways] == [("Instagram", "message-heart")]
    assert [(ground.anchor.said.text, ground.n) for ground in view.grounds] == [("14 interviews", 9)]
    assert view.confidence == "validated"


def test_only_journeys_that_are_walked_are_shown() -> None:
    view = seen()
    assert [(card.anchor.said.text, card.anchor.href) for card in view.cards] == [("A", "../../journeys/a/index.html")]
    assert view.more == ()


def test_open_opportunities_come_by_impact_for_effort() -> None:
    assert [chance.anchor.said.text for chance in seen().chances] == ["Cheap", "Costly", "Unrated"]
    assert seen().chances[0].anchor.href == "../../opportunities/index.html#o-a--cheap"


def test_a_bare_persona_is_a_name() -> None:
    view = seen("title: Anna\n")
    assert (view.lists, view.empathy, view.ways, view.grounds, view.confidence) == ((), (), (), (), "assumed")


def test_the_list_names_journeys() -> None:
    atlas = project({"a": journey("A", -1, more="personas: [anna]\n")}, personas__anna=ANNA, evidence__talks=TALKS)
    (figure,) = personas(Edition(atlas, plan(atlas).sitemap, "en")).figures
    assert (figure.anchor.href, [(walk.anchor.said.text, walk.score) for walk in figure.walks]) == ("anna/index.html", [("A", -1)])


@pytest.mark.parametrize(
    ("name", "letters"), [("Anna", "A"), ("Oleg Petrov", "OP"), ("Анна-Мария фон Штейн", "АШ"), ("*Anna*", "A"), ("42", "?"), ("", "?")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_tint_belongs_to_an_id() -> None:
    assert [tint(id) for id in ("anna", "maxim", "dasha")] == [tint(id) for id in ("anna", "maxim", "dasha")]
    assert {tint(f"persona-{at}") for at in range(60)} == set(range(6))
