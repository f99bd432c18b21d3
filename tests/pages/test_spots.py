"""test_spots: every part of a stage has an id of its own in the page, the same for all who link to it."""

import re

from cjmgen.pages.journey.page import journey_view
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.personas.persona import persona
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from pages.atlases import atlas

TWINS = """
title: Twins
personas: [anna]
stages:
- id: a
  title: A
  touchpoints: [{id: b-c, title: First, emotion: 1, next: [a-b/c]}]
  pains: [{id: b-c, title: Slow}]
  opportunities: [{id: b-c, title: Speed, pains: [a-b/c]}]
- id: a-b
  title: AB
  touchpoints: [{id: c, title: Second, emotion: -1}]
  pains: [{id: c, title: Dear}]
  opportunities: [{id: c, title: Discount, impact: 5, effort: 1}]
"""


def test_a_later_part_is_numbered() -> None:
    parts = [("a", "b-c"), ("a", "b-c-2"), ("a-b", "c"), ("a-b", "d")]
    assert list(spots("t", parts).values()) == ["t-a-b-c", "t-a-b-c-2", "t-a-b-c-3", "t-a-b-d"]


def test_links_lead_to_the_part_they_mean() -> None:
    shown = atlas({"maps/journeys/twins.yml": TWINS, "maps/personas/anna.yml": "title: Anna\n"})
    edition = Edition(shown, plan(shown).sitemap, "en")
    view = journey_view(edition, "twins")
    assert [contact.spot for head in view.stages for contact in head.contacts] == ["t-a-b-c", "t-a-b-c-2"]
    assert view.emotion
    assert [dot.href for dot in view.emotion.series[0].dots] == ["#t-a-b-c", "#t-a-b-c-2"]
    (way,) = view.stages[0].contacts[0].ways
    assert way.anchor
    assert way.anchor.href == "#t-a-b-c-2"
    assert view.pains
    assert view.chances
    assert [claim.spot for cell in view.pains.cells for claim in cell] == ["p-a-b-c", "p-a-b-c-2"]
    assert [chance.spot for cell in view.chances.cells for chance in cell] == ["o-a-b-c", "o-a-b-c-2"]
    assert view.chances.cells[0][0].pains[0].href == "#p-a-b-c-2"
    anchors = [chance.anchor for chance in persona(edition, "anna").chances]
    assert [re.sub(".*#", "", anchor.href) for anchor in anchors if anchor.said.text == "Discount"] == ["o-twins--c"]


def test_a_stages_notes_are_shown() -> None:
    shown = atlas({"maps/journeys/a.yml": "title: A\nstages:\n- {title: S, emotion: 1, notes: Mind the *gap*}\n"})
    (head,) = journey_view(Edition(shown, plan(shown).sitemap, "en"), "a").stages
    assert head.notes.text == "Mind the *gap*"
