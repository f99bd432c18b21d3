"""test_heatmap: rows and columns of the heat map, its means and its groups, and what its first sentence says."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.heat.board import MOST_STEPS
from cjmgen.pages.heat.groups import HeatGroupsView, groups
from cjmgen.pages.heat.page import HeatmapView, heatmap
from cjmgen.pages.home.page import home
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.listing import Index
from cjmgen.pages.site.pager import MOST
from pages.atlases import atlas, journey, project

ANNA, BORIS = "title: {en: Anna, ru: Анна}\nrole: buyer\n", "title: Boris\n"


def seen(made: Atlas, part: str = "", language: str = "en") -> HeatmapView:
    return heatmap(Edition(made, plan(made).sitemap, language), part)


def grouped(made: Atlas, by: str) -> HeatGroupsView:
    return groups(Edition(made, plan(made).sitemap, "en"), by)


def shop() -> Atlas:
    return project(
        {
            "calm": journey("Calm", 1, 0.5, more="personas: [anna]\ntags: {product: shoes}\n"),
            "sad": journey("Sad", -1, -1.4, more="personas: [anna, boris]\ntags: {product: bags}\nowner: sales\n"),
            "plan": journey("Plan", 2, more="personas: [boris]\nstate: future\n"),
            "sketch": journey("Sketch", -2, more="status: draft\n"),
        },
        "languages: [en, ru]\n",
        personas__anna=ANNA,
        personas__boris=BORIS,
        teams="sales: {title: Sales}\ncare: {title: Care}\n",
    )


def test_the_lowest_journey_comes_first_and_what_is_not_counted_last() -> None:
    view = seen(shop())
    assert [(row.anchor.said.text, row.state, row.status) for row in view.rows] == [
        ("Sad", "current", "live"),
        ("Calm", "current", "live"),
        ("Sketch", "current", "draft"),
        ("Plan", "future", "live"),
    ]
    assert view.rows[0].who[0].text == "Anna"
    assert (view.rows[0].others, view.rows[2].who[0].text) == (1, "")


def test_means_count_what_is_counted() -> None:
    board = seen(shop()).board
    assert [column.text for column in board.columns] == ["Awareness", "Research"]
    assert [mean and round(mean.score or 0, 3) for mean in board.means] == [0, -0.45]
    assert (board.counted, board.journeys, board.lenses) == (2, 4, ("emotion",))
    assert board.total is not None
    assert round(board.total.score or 0, 3) == -0.225


def test_a_cell_leads_to_its_stage_and_an_empty_one_nowhere() -> None:
    sad, _, sketch, _ = seen(shop()).rows
    cell = sad.cells[1]
    assert cell is not None
    assert (cell.score, cell.warmth, cell.href) == (-1.4, -3, "../journeys/sad/index.html#s-research")
    assert sketch.cells[1] is None
    assert (sad.total.href, sad.total.score) == ("", -1.2)


def test_the_first_sentence_names_the_worst_counted_cell() -> None:
    worst = seen(shop()).worst
    assert (worst.kind, worst.stage.text, worst.journey.text, worst.score) == ("journey_hurts", "Research", "Sad", -1.4)
    assert worst.href == "../journeys/sad/index.html#s-research"
    assert seen(project({"a": journey("A", 1), "b": journey("B", 0.5)})).worst.kind == "journey_calm"
    assert seen(project({"a": journey("A", None), "b": journey("B", None)})).worst.kind == "unmeasured"
    drafts = {id: journey(id, -1, more="status: draft\n") for id in "ab"}
    assert seen(project(drafts)).worst.kind == "none_counted"


def test_groups_are_what_several_counted_journeys_have() -> None:
    ways = seen(shop()).board.ways
    assert [(way.kind, way.label.text, way.href, way.current) for way in ways] == [
        ("journey", "", "index.html", True),
        ("persona", "", "by-persona/index.html", False),
        ("tag", "product", "by-tag-product/index.html", False),
    ]


def test_a_persona_is_the_mean_of_the_journeys_walked() -> None:
    view = grouped(shop(), "persona")
    assert [(group.anchor.said.text, group.journeys, round(group.total.score or 0, 3)) for group in view.groups] == [
        ("Boris", 1, -1.2),
        ("Anna", 2, -0.225),
    ]
    assert view.groups[1].anchor.href == "../../personas/anna/index.html"
    assert view.groups[1].href == "../index.html#persona=anna"
    cell = view.groups[1].cells[1]
    assert cell is not None
    assert (round(cell.score or 0, 3), cell.href) == (-0.45, "../../journeys/sad/index.html#s-research")
    assert view.lowest is not None
    assert (view.lowest.group.text, view.lowest.stage.text, view.lowest.score) == ("Boris", "Research", -1.4)


def test_a_tag_leads_to_its_page_and_to_its_journeys() -> None:
    bags, shoes = grouped(shop(), "tag-product").groups
    assert (bags.anchor.href, bags.href) == ("../../tags/product/bags/index.html", "../index.html#tag-product=product:bags")
    assert shoes.total.score == 0.75


def test_a_team_is_the_mean_of_the_stages_it_answers_for() -> None:
    told = "title: A\nstages:\n- {title: Awareness, emotion: -1, owner: sales}\n- {title: Research, emotion: 1, owner: care}\n"
    made = project({"a": told, "b": journey("B", 1, more="owner: care\n")}, teams="sales: {title: Sales}\ncare: {title: Care}\n")
    view = grouped(made, "team")
    assert [(group.anchor.said.text, group.journeys, group.total.score) for group in view.groups] == [("Sales", 1, -1), ("Care", 2, 1)]
    assert [cell and cell.score for cell in view.groups[1].cells] == [1, 1]


def test_one_journey_makes_no_heat_map() -> None:
    made = project({"a": journey("A", 1)})
    edition = Edition(made, plan(made).sitemap, "en")
    assert not any(subject.kind.startswith("heatmap") for subject, _ in edition.sitemap)
    assert home(edition).heatmap == ""


def test_nor_do_journeys_that_share_no_stage() -> None:
    files = {f"maps/journeys/{id}.yml": f"title: {id}\nstages: [{{title: Only {id}}}]\n" for id in "ab"}
    assert not any(page.subject.kind.startswith("heatmap") for page in plan(atlas(files)).pages)


def test_the_stages_that_most_journeys_have_are_the_columns() -> None:
    stages = "".join(f"- {{id: s{at}, title: S{at}}}\n" for at in range(MOST_STEPS + 3))
    files = {f"maps/journeys/{id}.yml": f"title: {id}\nstages:\n{stages}" for id in "ab"}
    files["maps/journeys/c.yml"] = f"title: c\nstages:\n- {{id: s{MOST_STEPS + 2}, title: Last}}\n- {{title: Own}}\n"
    board = seen(atlas(files)).board
    assert (len(board.columns), board.left_out, board.named, board.unplaced) == (MOST_STEPS, 3, False, 1)
    assert f"S{MOST_STEPS + 2}" in [column.text for column in board.columns]


def test_every_journey_is_a_row_once() -> None:
    made = project({f"j{at:03}": journey(f"Way {at}", at / 100 - 1) for at in range(MOST * 2 + 1)})
    sitemap = {page.path: page for page in plan(made).pages}
    rows = [row.anchor.href for part in ("", "2", "3") for row in seen(made, part).rows]
    assert len({href.split("journeys/")[1] for href in rows}) == len(rows) == MOST * 2 + 1
    index = sitemap["page/heatmap.js"].view()
    assert isinstance(index, Index)
    assert [row[0] for row in index.rows] == [f"Way {at}" for at in range(MOST * 2 + 1)]
    assert [page for page, _ in index.parts] == ["heatmap/index.html", "page/heatmap-2/index.html", "page/heatmap-3/index.html"]
