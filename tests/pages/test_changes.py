"""test_changes: the page of changes: everything told in its place or counted, whatever is edited, hostile or huge; and nothing without a base."""

import copy
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cjmgen import pipeline
from cjmgen.diff.change import Added, Removed
from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.news import Gap, News
from cjmgen.diff.unread import Side
from cjmgen.pages.changes.page import ChangesView
from cjmgen.pages.journey.page import JourneyView
from cjmgen.pages.plan import plan
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree
from diff.edits import EDITS, START, Draft
from diff.test_table import side
from site_check.links import broken

FOLDER = Path(__file__).parent.parent.parent / "themes" / "default"
PAGE = "changes/pr-42/index.html"
BUYING = "maps/journeys/buying.yml"

Files = dict[str, Any]


@cache
def theme() -> Theme:
    """The theme that ships."""
    files = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    return Theme.read(Tree.of(files)).value


@cache
def before() -> Side:
    """The usual project."""
    return side(START)


def news(edit: Callable[[Files], None], gaps: tuple[Gap, ...] = ()) -> tuple[Side, Changes]:
    """The usual project after an edit, with what changed in it beside its maps."""
    files = copy.deepcopy(START)
    edit(files)
    return laid(side(files), gaps)


def laid(new: Side, gaps: tuple[Gap, ...] = (), old: Side | None = None) -> tuple[Side, Changes]:
    """A version with what changed since another one."""
    found = changes(old or before(), new)
    return replace(new, atlas=replace(new.atlas, news={"pr-42": News("main", found, gaps)})), found


def view(new: Side, path: str = PAGE) -> Any:
    """The view of a page."""
    return plan(new.atlas).by_path[path].view()


def html(new: Side, path: str = PAGE) -> str:
    """A page as its file says it."""
    return pipeline.site(new.atlas, theme(), new.files)[path].decode()


def entries(told: ChangesView) -> list[Any]:
    """All things that the page shows as changed."""
    maps = [section.grid for section in told.sections if section.grid]
    inside = [entry for grid in maps for lane in grid.lanes for cell in lane.cells for entry in cell.entries]
    about = [entry for grid in maps for entry in grid.about]
    return [entry for entry in (*inside, *about, *(entry for each in told.others for entry in each.entries)) if entry.spot]


def left_out(told: ChangesView) -> int:
    """How many things the page counts instead of showing them."""
    maps = [section.grid for section in told.sections if section.grid]
    return sum(grid.more + sum(cell.more for lane in grid.lanes for cell in lane.cells) for grid in maps) + sum(each.more for each in told.others)


@pytest.mark.parametrize("seed", range(24))
def test_every_change_stands_in_its_place_or_is_counted(seed: int) -> None:
    draft, fate = Draft(), random.Random(seed)
    for _ in range(6):
        EDITS[fate.choice(sorted(EDITS))](draft, fate)
    new, found = laid(side(draft.files))
    told = view(new)
    whole = (each.place for each in found.told if isinstance(each.change, Added | Removed) and not each.place.steps)
    came = {place.id for place in whole if place.kind == "journey"}
    things = {(each.place.kind, each.place.id, each.place.way) for each in found.told if each.place.id not in came}
    assert len(entries(told)) + left_out(told) == len(things)
    assert told.counts.total == len(found.told) == sum(team.counts.total for team in told.teams)
    site = pipeline.site(new.atlas, theme(), new.files)
    assert broken(site, [PAGE, f"ru/{PAGE}"]) == []


def test_without_news_there_is_no_page_and_no_word_of_one() -> None:
    site = pipeline.site(before().atlas, theme(), before().files)
    assert not [path for path in site if "changes/" in path]
    assert [path for path in site if path.endswith(".html") and b"changes/" in site[path]] == []


def test_the_changed_journeys_and_the_home_page_lead_to_it() -> None:
    new, _ = news(lambda files: files[BUYING]["stages"][0]["touchpoints"][0].update(emotion=-1))
    buying: JourneyView = view(new, "journeys/buying/index.html")
    assert buying.changed is not None
    assert (buying.changed.base, buying.changed.href) == ("main", "../../changes/pr-42/index.html#j-buying")
    assert view(new, "journeys/renting/index.html").changed is None
    assert [each.href for each in view(new, "ru/index.html").changed] == ["changes/pr-42/index.html"]
    assert 'id="j-buying"' in html(new)


def test_what_is_shown_of_an_edit() -> None:
    def edit(files: Files) -> None:
        seek, pay = files[BUYING]["stages"]
        seek["touchpoints"][0]["emotion"] = -1
        seek["goal"] = "Find a pair that will last two muddy winters"
        seek["pains"][0]["severity"] = "critical"
        pay["gains"] = [{"id": "fast", "title": "Fast"}]
        pay["quotes"] = []
        files["maps/teams.yml"]["care"] = {"title": "Care", "contact": "the help desk"}

    told = view(news(edit)[0])
    (section,) = told.sections
    assert [(each.felt.old, each.felt.new) for each in section.grid.columns] == [(0.5, -0.5), (-1.5, -1.5)]
    assert section.grid.chart.even
    assert [spot.by for spot in section.grid.chart.spots] == [-1.0]
    cells = {lane.key: [[entry.mark for entry in cell.entries] for cell in lane.cells] for lane in section.grid.lanes}
    assert cells == {
        "stage": [["changed"], []], "touchpoints": [["changed", ""], [""]], "quotes": [[], ["removed"]], "gains": [[], ["added"]],
        "pains": [["changed"], []],
    }  # fmt: skip
    page = html(news(edit)[0])
    assert "Find a pair that will last <del>a winter</del><ins>two muddy winters</ins>" in page
    assert "<del>+1.0</del>" in page
    assert "<ins>−1.0</ins>" in page
    assert ">2 changes for the worse, 1 for the better</h1>" in page


def test_a_team_without_a_change_for_the_customer_has_one_line_and_comes_last() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"][0]["touchpoints"][0]["emotion"] = -1
        files[BUYING]["stages"][1]["touchpoints"][0]["description"] = "Six fields"

    told = view(news(edit)[0])
    assert [(team.anchor.said.text, team.quiet, len(team.lines)) for team in told.teams] == [("The shop", False, 1), ("Care", True, 0)]
    assert told.teams[0].github == "@a/shop"
    assert "1 change, not felt by the customer" in html(news(edit)[0])


def test_what_moved_stands_in_both_places() -> None:
    def edit(files: Files) -> None:
        seek, pay = files[BUYING]["stages"]
        pay["pains"] = [seek["pains"].pop()]
        del seek["opportunities"]

    grid = view(news(edit)[0]).sections[0].grid
    (pains,) = [lane for lane in grid.lanes if lane.key == "pains"]
    assert [[(entry.mark, entry.where.text) for entry in cell.entries] for cell in pains.cells] == [[("left", "Pay")], [("moved", "Search")]]


def test_a_stage_that_is_gone_keeps_its_column() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"].insert(0, {"id": "dream", "title": "Dream", "emotion": 2})

    new, old = news(edit)[0], before()
    assert [(each.mark, each.number) for each in view(new).sections[0].grid.columns] == [("added", 1), ("", 2), ("", 3)]
    back, _ = laid(old, (), new)
    assert [(each.mark, each.number) for each in view(back).sections[0].grid.columns] == [("removed", 0), ("", 1), ("", 2)]


HOSTILE = (
    "@everyone", "`code`", "a | b", "<script>alert(1)</script>", "</del></ins></table>", "\u202egnihtemos", "](javascript:alert(1))", "{{ 7*7 }}",
    "&lt;b&gt;", "x" * 10_000, "\u200bzero", "two\n\n# lines", "<img src=x onerror=y>", "'\" onmouseover=alert(1)",
)  # fmt: skip


VOID = {"input", "br", "path", "line", "use", "col", "circle"}


class Tags(HTMLParser):
    """What a piece of HTML is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.hrefs: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; it stays open until it is closed."""
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.hrefs += [value or "" for name, value in attrs if name == "href" and tag == "a"]
        self.opened += [] if tag in VOID else [tag]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Such as stands in a drawing."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        if tag not in VOID:
            assert self.opened.pop() == tag


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_shown_and_nothing_but_shown(title: str) -> None:
    def edit(files: Files) -> None:
        stage = files[BUYING]["stages"][0]
        stage["pains"].append({"id": "new", "title": title, "severity": "critical"})
        stage["touchpoints"][0].update(title=title, description=title)
        stage.update(title=title, goal=title)
        files[BUYING].update(title=title, summary=title)
        files["maps/teams.yml"]["shop"]["title"] = title
        files["maps/personas/anna.yml"]["title"] = title

    gap = Gap("main", f"maps/{title}.yml", "bad-yaml", title)
    for page in (html(news(edit, (gap,))[0]), html(news(edit, (gap,))[0], f"ru/{PAGE}")):
        tags = Tags()
        tags.feed(page.partition("<main")[2].partition("</main>")[0])
        assert tags.names & {"script", "img", "iframe", "b-", "h4"} == set()
        assert [name for name in tags.attributes if name.startswith("on")] == []
        assert [href for href in tags.hrefs if not href.startswith(("#", "../"))] == []
        assert (tags.opened, "49" in page) == ([], False)
        assert len(page) < 60_000


def test_a_file_with_thousands_of_changes_is_bounded_and_says_so() -> None:
    def edit(files: Files, mood: int) -> Files:
        made = copy.deepcopy(files)
        points = [{"id": f"p{at}", "title": f"Point {at}", "owner": "shop", "emotion": mood} for at in range(5_000)]
        made["maps/journeys/buying.yml"]["stages"][0]["touchpoints"] = points
        made["maps/journeys/buying.yml"]["stages"][0]["opportunities"] = []
        made["maps/journeys/buying.yml"]["stages"][0]["pains"] = []
        made["maps/journeys/buying.yml"]["stages"][1]["touchpoints"] = []
        return made

    new, found = laid(side(edit(START, -1)), (), side(edit(START, 1)))
    assert len(found.told) == 5_000
    page = html(new)
    assert len(page) < 200_000
    assert ">5,000 changes for the worse</h1>" in page
    assert "and 4,992 more" in page
    assert "4,760 more have no room here" in page


def test_many_journeys_are_told_in_lines() -> None:
    def many(score: int) -> Files:
        journey = {"title": "J", "stages": [{"id": "s", "title": "S", "touchpoints": [{"id": "t", "title": "T", "emotion": score}]}]}
        return {"cjmgen.yml": {"title": "Shop"}, **{f"maps/journeys/j{at}.yml": {**journey, "title": f"J{at}"} for at in range(140)}}

    new, _ = laid(side(many(-1)), (), side(many(1)))
    told = view(new)
    assert (len(told.sections), len(told.rows), told.more_rows) == (16, 100, 24)
    assert "and 24 more" in html(new)
    assert view(new, "journeys/j99/index.html").changed is not None


def test_what_one_side_could_not_read_is_named() -> None:
    old = side({**START, "maps/personas/anna.yml": "title: [\n"})
    gaps = (Gap("main", "maps/personas/anna.yml", "unclosed-bracket", "a bracket is not closed"),)
    page = html(laid(before(), gaps, old)[0])
    assert "Could not be read in full" in page
    assert "<code>maps/personas/anna.yml</code>" in page
    assert ">Nothing changed since main</h1>" in page


def test_what_breaks_leads() -> None:
    def edit(files: Files) -> None:
        files[BUYING]["stages"][0]["pains"] = []
        files["cjmgen.yml"]["rules"] = {"unknown-pain": "warning"}

    told = view(news(edit)[0])
    assert [(each.line.anchor.said.text, each.files) for each in told.broken] == [("Too much noise", (BUYING,))]
    assert "still referred to in <code>maps/journeys/buying.yml</code>" in html(news(edit)[0])


@pytest.mark.parametrize("state", ["added", "removed"])
def test_a_whole_journey_that_comes_or_goes_has_its_curve(state: str) -> None:
    def edit(files: Files) -> None:
        del files["maps/journeys/renting.yml"], files["maps/comparisons/both.yml"]

    less, _ = news(edit)
    new = less if state == "removed" else laid(before(), (), less)[0]
    (section,) = view(new).sections
    assert (section.mark, section.grid, section.chart.old == (), section.chart.new == ()) == (state, None, state == "added", state == "removed")
    assert ("This journey is new." in html(new)) == (state == "added")
