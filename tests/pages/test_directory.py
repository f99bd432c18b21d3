"""test_directory: the pages of teams, channels, evidence and stages hold everything, part by part."""

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.channels.channel import ChannelView
from cjmgen.pages.evidence.page import EvidenceView
from cjmgen.pages.plan import plan
from cjmgen.pages.stages import StagesView
from cjmgen.pages.teams.team import TeamView
from pages.atlases import journey, project

MANY = 130


def text(at: int) -> str:
    owner = ("a", "b")[at % 2]
    return f"""title: J{at}
{'status: draft' if at % 7 == 0 else ''}
stages:
- id: decision
  title: Decision
  touchpoints:
  - {{id: one, title: One, owner: {owner}, channel: sms, emotion: {(at % 5 - 2) / 2}}}
  - {{id: two, title: Two, channel: sms}}
  pains: [{{title: P, severity: high, touchpoint: one}}]
- {{id: odd, title: Odd, touchpoints: [{{id: three, title: Three, owner: b}}]}}
"""


@pytest.fixture(scope="module")
def shop() -> Atlas:
    return project({f"j{at:03}": text(at) for at in range(MANY)}, teams="a: {title: A}\nb: {title: B}\nc: {title: C}\n")


def views(shop: Atlas, kind: str) -> list[object]:
    return [page.view() for page in plan(shop).pages if page.subject.kind == kind]


def test_every_touchpoint_with_an_owner_stands_on_one_page_of_one_team(shop: Atlas) -> None:
    made = [view for view in views(shop, "team") if isinstance(view, TeamView)]
    points = [point.anchor.href for view in made for row in view.rows for cell in row.cells for point in cell.points]
    owned = sum(point.owner is not None for card in shop.journeys.values() for point in card.touchpoints)
    assert len(points) == len(dict.fromkeys(points)) == owned == 2 * MANY


def test_the_pages_of_a_team_hold_all_its_pains_and_journeys(shop: Atlas) -> None:
    made = [view for view in views(shop, "team") if isinstance(view, TeamView) and view.title.text == "B"]
    assert [len(view.rows) for view in made] == [60, 60, 10]
    assert sum(len(view.pains) for view in made) == sum(card.counted for at, card in enumerate(shop.journeys.values()) if at % 2)
    assert [view.pager.current if view.pager else 0 for view in made] == [1, 2, 3]


def test_a_team_that_owns_nothing_says_so(shop: Atlas) -> None:
    (made,) = [view for view in views(shop, "team") if isinstance(view, TeamView) and view.title.text == "C"]
    assert (made.lead.finding.owns, made.rows, made.pains, made.pager) == ("nothing", (), (), None)


def test_a_channel_stands_in_every_journey_that_uses_it(shop: Atlas) -> None:
    made = [view for view in views(shop, "channel") if isinstance(view, ChannelView)]
    assert [len(view.rows) for view in made] == [60, 60, 10]
    assert all(len(row.cells) == len(view.steps) == len(view.means) for view in made for row in view.rows)
    assert made[0].figures.points == 2 * sum(card.counted for card in shop.journeys.values())


def test_claims_without_evidence_are_told_for_every_counted_journey(shop: Atlas) -> None:
    made = [view for view in views(shop, "evidence") if isinstance(view, EvidenceView)]
    told = [gap.journey.href for view in made for gap in view.gaps]
    assert len(dict.fromkeys(told)) == len(told) == made[0].lead.counted == sum(card.counted for card in shop.journeys.values())
    assert made[0].lead.severe == made[0].lead.bare == len(told)


def test_stages_without_a_phase_are_listed_once_by_their_id(shop: Atlas) -> None:
    (made,) = [view for view in views(shop, "stages") if isinstance(view, StagesView)]
    assert (made.stages, made.unplaced) == (2 * MANY, MANY)
    assert [(line.id, line.after.text, line.suggested, len(line.lines) + line.more) for line in made.loose] == [
        ("odd", "Decision", "decision", MANY)
    ]


def test_without_teams_channels_or_tags_there_are_no_pages_of_them() -> None:
    kinds = {page.subject.kind for page in plan(project({"a": journey("A", 1)})).pages}
    assert kinds & {"teams", "team", "channels", "channel", "tags", "tag", "evidence"} == set()
