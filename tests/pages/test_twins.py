"""test_twins: every page that shows data has its data beside it, in all languages at once, with the figures that the page shows."""

import json
import posixpath
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.atlas.atlas import Atlas
from cjmgen.model.amount import kept
from cjmgen.pages.data import opportunities
from cjmgen.pages.plan import plan
from cjmgen.pages.site.pager import MOST
from cjmgen.pages.site.sitemap import Page
from cjmgen.pipeline import load, site
from cjmgen.render.theme import Theme
from cjmgen.shell import disk
from cjmgen.tree import Tree
from pages.atlases import TODAY, journey, project

ROOT = Path(__file__).parent.parent.parent
WITHOUT = {"missing", "redirect"}
"""Kinds of pages that show no data of their own."""

Figure = float | None


@pytest.fixture(scope="module")
def maps() -> Atlas:
    """The repository's own maps, which fill every kind of page."""
    return load(disk.project(ROOT).value, TODAY).value


def shop(*scores: list[Figure]) -> Atlas:
    """A shop with a team, a channel and evidence, and a journey a list of scores."""
    told = "  owner: sales\n  touchpoints: [{title: T, channel: site, emotion: 1}]\n  pains: [{title: P, severity: high, evidence: [talks]}]\n"
    chance = "  opportunities: [{title: O, impact: 4, effort: 2}]\n"
    head = "personas: [anna]\ntags: {product: shoes}\n"
    journeys = {f"j{at:03}": journey(f"J{at}", *each, more=head) + told + chance for at, each in enumerate(scores)}
    others = {"personas__anna": "title: {en: Anna, ru: Анна}\n", "teams": "sales: {title: Sales}\n"}
    return project(journeys, "languages: [en, ru]\n", evidence__talks="title: Talks\nkind: interview\n", **others)


def data(pages: dict[str, Page], path: str) -> dict[str, object]:
    """A page of data as a reader gets it."""
    found = json.loads(json.dumps(pages[path].view()))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("of", ["maps", "many"])
def test_every_page_leads_to_its_data(of: str, maps: Atlas) -> None:
    made = maps if of == "maps" else shop(*[[0.5, -1.0]] * (MOST + 2))
    pages = {page.path: page for page in plan(made).pages}
    met = set()
    for page in pages.values():
        if not page.path.endswith(".html") or page.subject.kind in WITHOUT:
            continue
        around = page.view().frame  # type: ignore[attr-defined]
        assert around.twin, f"{page.path} has no data"
        beside = pages[posixpath.normpath(posixpath.join(posixpath.dirname(page.path), around.twin))]
        told = beside.view()
        kind = "journey" if page.subject.kind == "reading" else page.subject.kind
        assert (told["version"], told["kind"]) == (1, kind)  # type: ignore[index]
        assert told["id"] in (page.subject.id, page.subject.id.partition(" ")[0], "")  # type: ignore[index]
        met.add(beside.path)
    assert met == {path for path in pages if path.endswith(".json")}, "data that no page leads to"


def test_the_same_maps_make_the_same_data_in_any_order_of_languages_and_files() -> None:
    texts = dict(disk.project(ROOT / "tests" / "cases" / "comparison").value.items())
    theme = Theme.read(disk.folder(ROOT / "themes" / "default")).value

    def built(order: list[str]) -> dict[str, bytes]:
        files = Tree.of({path: texts[path] for path in order})
        return {path: bytes(blob) for path, blob in site(load(files, TODAY).value, theme, files).items() if path.endswith("index.json")}

    first = built(sorted(texts))
    assert first == built(sorted(texts, reverse=True))

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    assert all(json.loads(content, parse_constant=refuse)["version"] == 1 for content in first.values())


def test_texts_are_those_of_all_languages() -> None:
    pages = {page.path: page for page in plan(shop([1.0], [0.0])).pages}
    people = data(pages, "personas/index.json")["personas"]
    assert people == [
        {
            "id": "anna",
            "address": "personas/anna/index.html",
            "title": {"en": "Anna", "ru": "Анна"},
            "role": None,
            "segment": None,
            "journeys": ["j000", "j001"],
        }
    ]


def test_a_list_in_parts_is_whole_in_its_data() -> None:
    pages = {page.path: page for page in plan(shop(*[[0.5]] * (MOST + 2))).pages}
    assert len(data(pages, "index.json")["journeys"]) == MOST + 2  # type: ignore[arg-type]
    assert len(data(pages, "opportunities/index.json")["opportunities"]) == MOST + 2  # type: ignore[arg-type]
    assert len(data(pages, "heatmap/index.json")["rows"]) == MOST + 2  # type: ignore[arg-type]


def test_a_very_long_list_of_opportunities_is_several_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opportunities, "MOST", 30)
    pages = {page.path: page for page in plan(shop(*[[0.5]] * (MOST + 2))).pages}
    files = data(pages, "opportunities/index.json")["files"]
    assert files == ["opportunities/index.json", "opportunities/part-2.json", "opportunities/part-3.json"]
    found = [each["rank"] for file in files for each in data(pages, file)["opportunities"]]  # type: ignore[attr-defined]
    assert found == list(range(1, MOST + 3))
    second = pages["page/opportunities-2/index.html"].view()
    assert second.frame.twin == "../../opportunities/index.json"  # type: ignore[attr-defined]


def test_nothing_is_null_and_not_zero() -> None:
    made = project({"a": "title: A\nstages: [Awareness]\n", "b": "title: B\nstages: [Awareness]\n"})
    pages = {page.path: page for page in plan(made).pages}
    first = data(pages, "index.json")["journeys"][0]  # type: ignore[index]
    assert (first["score"], first["conversion"], first["evidence"]) == (None, None, None)
    row = data(pages, "heatmap/index.json")["rows"][0]  # type: ignore[index]
    assert (row["emotion"], row["pains"], row["evidence"], row["conversion"]) == ([None], [None], [None], [None])


SCORES = st.lists(st.none() | st.floats(-2, 2).map(lambda score: round(score, 4)), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None)
@given(st.lists(SCORES, min_size=2, max_size=4))
def test_the_figures_are_those_of_the_pages(scores: list[list[Figure]]) -> None:
    pages = {page.path: page for page in plan(shop(*scores)).pages}
    assert_same_figures(pages)


def test_the_figures_of_the_repositorys_maps_are_those_of_the_pages(maps: Atlas) -> None:
    assert_same_figures({page.path: page for page in plan(maps).pages})


def assert_same_figures(pages: dict[str, Page]) -> None:
    """Compare what pages show with what stands beside them."""
    for page in pages.values():
        pair = PAIRS.get(page.subject.kind)
        if (pair and page.path.endswith("/index.html")) or page.path == "index.html":
            beside = data(pages, page.path.removeprefix("ru/").removesuffix("html") + "json")
            shown, told = (pair or PAIRS["home"])(page.view(), beside)
            assert list(map(rounded, shown)) == told, page.path


def rounded(value: Figure) -> Figure:
    return None if value is None else kept(value)


def _home(view, told):  # type: ignore[no-untyped-def]
    each = [(card.score, card.evidence, card.conversion) for card in view.cards]
    rows = [(row["score"], row["evidence"], row["conversion"]) for row in told["journeys"]]
    health = [view.health.score, view.health.evidence] if view.health else []
    pooled = [told["sums"]["score"], told["sums"]["evidence"]] if view.health else []
    steps = [step.score for step in view.pulse.steps] if view.pulse else []
    beats = [beat["score"] for beat in told["pulse"]] if view.pulse else []
    return [*sum(each, ()), *health, *steps], [*sum(rows, ()), *pooled, *beats]


def _heatmap(view, told):  # type: ignore[no-untyped-def]
    shown, rows = [], []
    for row, line in zip(view.rows, told["rows"], strict=True):
        for lens, name in (("score", "emotion"), ("evidence", "evidence"), ("conversion", "conversion"), ("goal", "goal")):
            shown += [getattr(cell, lens) if cell else None for cell in row.cells] + [getattr(row.total, lens)]
            rows += line[name] + [line["total"][name]]
    return shown, rows


def _groups(view, told):  # type: ignore[no-untyped-def]
    shown = [cell.score if cell else None for group in view.groups for cell in (*group.cells, group.total)]
    return shown, [score for row in told["rows"] for score in (*row["emotion"], row["total"]["emotion"])]


def _comparison(view, told):  # type: ignore[no-untyped-def]
    felt = next((lane for lane in view.lanes if lane.key == "emotion"), None)
    shown = [entry.value.score if entry.value else None for cell in felt.cells for entry in cell.entries] if felt else []
    rows = [stage["score"] if stage else None for row in told["rows"] for stage in row["stages"]] if felt else []
    return [each.score for each in view.contenders] + shown, [each["score"] for each in told["subjects"]] + rows


def _team(view, told):  # type: ignore[no-untyped-def]
    feel = told["computed"]["figures"]["feel"]
    return [view.vitals.feel and view.vitals.feel.mean], [feel and feel["score"]]


def _channel(view, told):  # type: ignore[no-untyped-def]
    feel = told["computed"]["figures"]["feel"]
    points = {id(cell): cell for row in view.rows for cell in row.cells}
    shown = sorted(score for cell in points.values() for _, score in cell.points if score is not None)
    rows = sorted(point["score"] for point in told["computed"]["touchpoints"] if point["score"] is not None)
    return [view.figures.feel and view.figures.feel.mean, *shown], [feel and feel["score"], *rows]


def _stages(view, told):  # type: ignore[no-untyped-def]
    shown = [column.feel.mean if column.feel else None for column in view.columns]
    return shown, [phase["feel"]["score"] if phase["feel"] else None for phase in told["phases"]]


def _opportunities(view, told):  # type: ignore[no-untyped-def]
    shown = [figure for line in view.lines for figure in (line.rank, line.chance.impact, line.chance.effort)]
    return shown, [figure for each in told["opportunities"] for figure in (each["rank"], each["impact"], each["effort"])]


def _evidence(view, told):  # type: ignore[no-untyped-def]
    shown = [figure for piece in view.pieces for figure in (piece.n, piece.claims, piece.others)]
    rows = [figure for piece in told["pieces"] for figure in (piece["evidence"].get("n"), piece["claims"], piece["others"])]
    return [view.lead.coverage.share, view.lead.bare, *shown], [told["trust"]["evidence"], told["trust"]["bare"], *rows]


PAIRS = {
    "home": _home,
    "heatmap": _heatmap,
    "heatmap-by": _groups,
    "comparison": _comparison,
    "team": _team,
    "channel": _channel,
    "stages": _stages,
    "opportunities": _opportunities,
    "evidence": _evidence,
}
"""By kind: the figures that a page shows, and those that stand beside it."""
