"""test_review: the words of a review: hostile titles in a comment and on a terminal, figures, and what a comment leads with."""

import copy
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from cjmgen.diff.changes import changes
from cjmgen.diff.unread import Side
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.escape import code, escape, revision, within_html
from cjmgen.report.review.markdown import MOST, markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.story import sparkline
from cjmgen.report.review.terminal import terminal
from cjmgen.report.review.value import value
from diff.edits import START
from diff.test_table import side

HOSTILE = (
    "@everyone", "@shop/e-commerce", "`code` and ``more``", "a | b || c", "<script>alert(1)</script>", "<img src=x onerror=y>", "](https://evil.example)",
    "![x](https://evil.example/x.png)", "https://evil.example/?q=1", "www.evil.example", "me@evil.example", "#1 and owner/repo#2 and GH-3 and !4",
    "\u202egnihtemos", "two\n\n# lines", "</details></summary>", "**bold** ~~gone~~ __under__", "- [ ] task", "&lt;b&gt; &#64;all", "\x1b[31mred", "x" * 10_000,
    "\\", "\\|", "$math$ :tada: ^up^", "1. one", "[link]: https://evil.example", "\u200bzero\ufeffwidth",
)  # fmt: skip


@cache
def before() -> Side:
    """The usual project."""
    return side(START)


def review(edit: Any) -> Review:
    """The review of an edit to the files of the usual project."""
    files = copy.deepcopy(START)
    edit(files)
    return Review(changes(before(), side(files)), "main", "the working tree", "en")


def called(title: str) -> Review:
    """A project in which everything new is called so: a journey, a touchpoint, a pain, a team, and a value."""

    def edit(files: dict[str, Any]) -> None:
        stage = files["maps/journeys/buying.yml"]["stages"][0]
        stage["pains"].append({"id": "new", "title": title, "severity": "critical"})
        stage["touchpoints"][0].update(title=title, description=title)
        stage["opportunities"][0].update(title=title, impact=5.0, effort=1)
        files["maps/journeys/buying.yml"]["title"] = title
        files["maps/teams.yml"]["shop"]["title"] = title
        files["maps/comparisons/both.yml"]["title"] = title

    return review(edit)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_only_shown(title: str) -> None:
    comment = markdown(called(title[:4000]))
    assert len(comment) <= MOST
    assert tags(comment) == harmless(), "a title must not add or close a tag, a link, a table cell or a list"
    assert not re.search(r"@\w|https?://|\bwww\.\w|(?<![&\w])#\d|GH-\d|!\d", re.sub(r"\\(?=[^\w])", "", comment))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\x00-\x08\x1b]", comment)


@cache
def harmless() -> list[str]:
    """The shape of a comment in which nobody means any harm."""
    return tags(markdown(called("Harmless")))


def tags(comment: str) -> list[str]:
    """What a Markdown reader makes of a comment: its blocks, links, pictures and tags in their order, without the texts."""
    found: list[str] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(comment):
        found += re.findall(r"</?\w+", token.content) if token.type == "html_block" else [token.type] * (token.type != "inline")
        for child in token.children or ():
            if child.type in ("link_open", "image", "code_inline", "s_open", "em_open"):
                found.append(child.type)
            elif child.type == "html_inline":
                found.append(child.content)
    return found


@pytest.mark.parametrize("title", HOSTILE)
def test_what_is_escaped_reads_as_it_was(title: str) -> None:
    shown = re.sub(r"<[^>]+>", "", MarkdownIt("commonmark").render(escape(title, 20_000)))
    plain = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").replace("\u2060", "").strip()
    assert plain == " ".join(re.sub("[\u202e\u200b\ufeff]", "", title).replace("\x1b", " ").split())
    assert not re.search(r"[<>\"]", within_html(title))


def test_a_terminal_obeys_nobody() -> None:
    text = terminal(called("\x1b[2J\x1b]0;title\x07\u202egnihtemos " + "x" * 200))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) <= 80


def worsen(files: dict[str, Any]) -> None:
    """Three edits."""
    stages = files["maps/journeys/buying.yml"]["stages"]
    stages[0]["touchpoints"][0]["emotion"] = -1
    stages[1]["pains"] = [{"id": "lost", "title": "The basket is lost", "severity": "critical"}]
    files["maps/teams.yml"]["care"]["contact"] = "the help desk"


def test_the_example_of_the_manual_is_real() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "diff.md").read_text("utf-8")
    shown = re.search(r"```console\n\$ cjmgen diff\n(.*?)```", manual, re.DOTALL)
    assert shown
    assert terminal(replace(review(worsen), old="main (7408a55)")) == shown[1]


def test_a_comment_says_what_changed_for_the_customer() -> None:
    comment = markdown(review(worsen))
    head = comment.split("<details>")[0]
    assert head.startswith("### 3 changes in 1 journey: 2 worse for the customer\n")
    assert "- A critical pain appeared in **Buying a pair**, without an opportunity: **The basket is lost**" in head
    assert "- **Search** of **Buying a pair** falls by 1 to −0.5" in head
    assert "| Buying a pair | `▆▂`<br>`▄▂` |" in head
    assert "emotion −0.5 → −1" in head
    assert "severe pains 1 → 2" in head
    assert "<b>Care</b>: 2 changes, 1 worse" in comment
    assert "▼ *Buying a pair*: touchpoint “Ad” in “Search”: emotion ~~\\+1~~ → **−1**" in comment


def test_a_team_without_a_change_for_the_customer_takes_one_line() -> None:
    comment = markdown(review(lambda files: files["maps/teams.yml"]["care"].update(contact="the help desk")))
    assert "<summary><b>Care</b>: 1 change, none of them for the customer</summary>" in comment


def test_json_says_its_version_and_every_kind_of_change() -> None:
    def edit(files: dict[str, Any]) -> None:
        seek, pay = files["maps/journeys/buying.yml"]["stages"]
        seek["actions"].reverse()
        seek["pains"][0]["severity"] = "low"
        pay["touchpoints"][0]["title"] = "Order form"
        pay["touchpoints"].append(seek["touchpoints"].pop())
        pay["gains"] = ["Fast"]
        del pay["lanes"]

    told = json.loads(as_json(review(edit)))
    assert told["version"] == 1
    assert {each["act"] for each in told["changes"]} == {"added", "removed", "moved", "renamed", "updated", "reordered"}
    assert told["summary"] == {"changes": 6, "worse": 0, "better": 2, "breaking": 0, "steps": {"worse": 0, "better": 0}, "tested": 1}
    assert [journey["old"]["severe"] for journey in told["journeys"]] == [1]
    assert all({"what", "meaning", "owner", "also", "breaks"} <= set(each) for each in told["changes"])


@pytest.mark.parametrize(
    ("field", "what", "words"),
    [
        ("emotion", -1.4, "−1.4"), ("emotion", {"mean": 1, "n": 4}, "+1 (n 4)"), ("emotion", {"anna": -1, "olga": 0.5}, "anna −1, olga +0.5"),
        ("entry.target", 0.305, "31%"), ("entry.target", 0.024, "2.4%"), ("automated", True, "yes"), ("entry.people", 12000, "12,000"), ("entry.people", 1234567, "1,234,567"), ("value", "25.949367%", "26%"), ("goal", "25.949367%", "25.949367%"),
        ("evidence", [{"id": "talks", "n": 9}, {"id": "logs"}], "talks (9), logs"), ("next", [{"to": "pay", "share": 0.4}], "pay (40%)"),
        ("goal", {"en": "Find", "ru": "Найти"}, "Find"), ("series", [1, "5%"], "1, 5%"), ("due", None, "none"), ("entry", {"people": 5, "of": "visits"}, "people 5, of visits"),
    ],
)  # fmt: skip
def test_values_in_words(field: str, what: Any, words: str) -> None:
    assert value(field, what, "en") == words


def test_a_line_of_bars() -> None:
    assert sparkline([-2, -1, 0, 1, 2, None]) == "▁▃▅▇█·"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("HEAD~1", "`HEAD~1`"), ("main (7408a55)", "`main` (`7408a55`)"), ("a@{u}#1:x", "`a@{u}#1:x`"), ("the working tree", "the working tree"),
        ("../old maps", "`../old maps`"), ("`a``b", "``` `a``b ```"), ("two\nlines", "`two lines`"), ("", ""),
    ],
)  # fmt: skip
def test_what_a_version_is_called_can_be_copied_letter_by_letter(name: str, shown: str) -> None:
    assert revision(name) == shown


@pytest.mark.parametrize("name", HOSTILE)
def test_code_holds_whatever_it_is_called(name: str) -> None:
    found = [token for block in MarkdownIt("commonmark").parse(code(name)) for token in block.children or ()]
    assert [token.type for token in found] == ["code_inline"]
    assert not re.search("[\u202a-\u202e\u2060\u200b\ufeff\x00-\x1f]", found[0].content)


def test_a_figure_that_comes_twice_in_a_row_is_taken_away_once() -> None:
    def edit(which: float) -> Any:
        return lambda files: files["maps/metrics/exits.yml"].update(series=[4.1, 4.4, which])

    files = copy.deepcopy(START)
    edit(4.4)(files)
    older, newer = side(files), copy.deepcopy(files)
    edit(4.2)(newer)
    assert "series − 4.4 + 4.2" in terminal(Review(changes(older, side(newer)), "a", "b", "en"))
