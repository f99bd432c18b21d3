"""test_changes_hostile: the page of changes whatever titles say, and however much changed: nothing but text, and never too long."""

import copy
from html.parser import HTMLParser

import pytest

from cjmgen.diff.news import Gap
from diff.edits import START
from diff.test_table import side
from pages.changed import BUYING, PAGE, Files, html, laid, news

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
