"""test_opportunities: every opportunity of every journey stands once in the list, under an address that all links use."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.journey.page import journey_view
from cjmgen.pages.opportunities.page import OpportunitiesView, opportunities
from cjmgen.pages.parts.chances import count, line, listed, opportunity_link
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.pager import MOST
from pages.atlases import journey, project

SHOP = """
title: Shop
stages:
- title: Awareness
  emotion: 1
  pains: [{id: dear, title: Dear, severity: high}]
  opportunities:
  - {id: feed, title: Feed, impact: 3, effort: 1, status: done}
  - {id: price, title: Price, impact: 4, effort: 2, status: in-progress, owner: sales, due: 2026-01-01, pains: [dear], link: "https://example.org/1"}
- title: Purchase
  emotion: -1
  opportunities:
  - {id: price, title: Price again, impact: 5, effort: 1}
  - {id: guess, title: Guess}
"""
PLAN = """
title: Plan
extends: shop
state: future
stages:
- id: purchase
  opportunities: [{id: new, title: New, impact: 5, effort: 5, status: dropped}]
"""


def edition(atlas: Atlas) -> Edition:
    return Edition(atlas, plan(atlas).sitemap, "en")


def seen(atlas: Atlas, part: str = "") -> OpportunitiesView:
    return opportunities(edition(atlas), part)


def shop() -> Atlas:
    return project({"shop": SHOP, "plan": PLAN}, teams="sales: {title: Sales}\n")


def test_the_list_is_ranked_and_each_line_has_its_address() -> None:
    view = seen(shop())
    assert [(each.rank, each.spot) for each in view.lines] == [
        (1, "o-shop--purchase-price"),
        (2, "o-shop--awareness-price"),
        (3, "o-shop--guess"),
        (4, "o-shop--feed"),
        (5, "o-plan--new"),
    ]
    assert [each.chance.anchor.href for each in view.lines] == [f"index.html#{each.spot}" for each in view.lines]


def test_a_line_leads_to_its_stage_its_pains_and_its_team() -> None:
    price = seen(shop()).lines[1]
    assert price.stage.href == "../journeys/shop/index.html#s-awareness"
    assert [pain.href for pain in price.pains] == ["../journeys/shop/index.html#p-awareness-dear"]
    assert (price.owner.said.text, price.owner.href) == ("Sales", "../teams/sales/index.html")
    assert (price.chance.overdue, price.chance.link, price.state) == (True, "https://example.org/1", "")
    assert seen(shop()).lines[4].state == "future"


def test_the_lead_counts_what_is_open_in_counted_journeys() -> None:
    lead = seen(shop()).lead
    assert (lead.open, lead.doing, lead.best.said.text, lead.counted, lead.journeys) == (3, 1, "Price again", 1, 2)


def test_the_matrix_shows_what_is_rated() -> None:
    view = seen(shop())
    cells = [(field.key, field.column, field.row, [mark.rank for mark in field.marks], field.more) for field in view.fields]
    assert cells == [("at:5-1", 1, 1, [1], 0), ("at:5-5", 5, 1, [5], 0), ("at:4-2", 2, 2, [2], 0), ("at:3-1", 1, 3, [4], 0)]
    assert view.unrated == 1


def test_a_journey_leads_to_the_lines_also_of_what_it_takes_over() -> None:
    made = edition(shop())
    view = journey_view(made, "plan")
    assert view.chances
    lines = [re.sub(".*/opportunities/index.html", "", chance.line) for cell in view.chances.cells for chance in cell]
    assert lines == ["#o-shop--feed", "#o-shop--awareness-price", "#o-shop--purchase-price", "#o-shop--guess", "#o-plan--new"]


def test_there_is_no_page_without_opportunities() -> None:
    made = edition(project({"a": journey("A", 1), "b": journey("B", -1)}))
    assert not any(subject.kind.startswith("opportunities") for subject, _ in made.sitemap)


OPPORTUNITY = st.tuples(st.sampled_from("abc"), st.sampled_from((None, 1, 3, 5)), st.sampled_from((1, 2, 5)), st.sampled_from(("idea", "done")))
STAGES = st.lists(st.lists(OPPORTUNITY, max_size=3, unique_by=lambda each: each[0]), min_size=1, max_size=3)


def told(stages: list, more: str = "") -> str:
    lines = [f"title: J\n{more}stages:"]
    for at, chances in enumerate(stages):
        lines.append(f"- id: s{at}\n  title: Stage {at}")
        lines += ["  opportunities:"] if chances else []
        lines += [
            f"  - {{id: {id}, title: T, effort: {effort}, status: {status}{f', impact: {impact}' if impact else ''}}}"
            for id, impact, effort, status in chances
        ]
    return "\n".join(lines) + "\n"


@given(st.dictionaries(st.sampled_from(("a", "b", "a--b", "x/a")), STAGES, min_size=1), STAGES)
@settings(max_examples=40)
def test_every_opportunity_stands_once_and_is_found(journeys: dict[str, list], patch: list) -> None:
    base = sorted(journeys)[0]
    files = {id.replace("--", "-"): told(stages) for id, stages in journeys.items()}
    atlas = project({**files, "patch": told(patch, f"extends: {base.replace('--', '-')}\nstate: future\n")})
    made = edition(atlas)
    every = made.once(listed)
    spots = [each.spot for each in every]
    assert len(set(spots)) == len(spots) == count(atlas)
    assert len({each.key for each in every}) == len(every)
    for card in atlas.journeys.values():
        for chance in card.opportunities:
            href = opportunity_link(made, "index.html", card, chance).href
            assert href.split("#")[1] in spots, "what a journey has, or takes over, leads to a line"
            assert href == line(made, "index.html", card.id, chance.stage, chance.id)


def test_links_lead_to_the_part_that_holds_the_line() -> None:
    stages = [[(f"o{at:03}", 3, 1, "idea") for at in range(MOST + 7)]]
    atlas = project({"a": told(stages)})
    made = edition(atlas)
    first, second = seen(atlas), seen(atlas, "2")
    assert (len(first.lines), len(second.lines), bool(first.fields), bool(second.fields)) == (MOST, 7, True, False)
    assert line(made, "index.html", "a", "s0", f"o{MOST:03}") == f"page/opportunities-2/index.html#o-a--o{MOST:03}"
    assert second.lines[0].rank == MOST + 1
    (field,) = first.fields
    assert (len(field.marks), field.more) == (5, MOST + 2)
    assert field.href == "index.html#o-a--o005", "what has no room is found where it begins in the list"
