"""test_from_json: a review told again from its JSON says the same, and JSON of a stranger's does no harm: it is shown as text, or refused."""

import copy
import json
import random
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.atlas.cards.card import Coverage
from cjmgen.diff.changes import changes
from cjmgen.diff.effect import Figures
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import MOST, markdown
from cjmgen.report.review.received import MOST as MOST_BYTES
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from diff.edits import EDITS, Draft
from diff.test_table import ROWS, side, version
from long import times
from report.test_review import HOSTILE, called, review, tags, worsen

STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 10**6)), max_size=12)


def again(told: Review) -> Review:
    """The review as it comes out of its JSON."""
    read = from_json(as_json(told).encode())
    assert isinstance(read, Review), read
    return read


def same(told: Review) -> None:
    """Everything that is said of a review is said of it again."""
    read = again(told)
    assert markdown(read) == markdown(told)
    assert terminal(read) == terminal(told)
    assert as_json(read) == as_json(told)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("name", ""))
def test_every_change_of_the_table_is_told_again(row: dict[str, Any]) -> None:
    same(Review(changes(side(version(row, "old")), side(version(row, "new"))), "main", "the working tree", "en"))


@pytest.mark.long
@settings(max_examples=times(20, 1000))
@given(STEPS, st.sampled_from(["en", "ru"]))
def test_whatever_authors_do_is_told_again(steps: list[tuple[str, int]], language: str) -> None:
    draft = Draft()
    old = side(draft.files)
    for name, seed in steps:
        EDITS[name](draft, random.Random(seed))
    same(Review(changes(old, side(draft.files)), "main", "topic (1234567)", language))


MEANS = st.lists(st.sampled_from([-2.0, -1.4, -0.55, -0.1, 0.05, 0.3, 0.7, 1 / 3, 1.25, 2.0]), min_size=1, max_size=9).map(lambda felt: sum(felt) / len(felt))
SCORES = MEANS | st.sampled_from([0.0499996, 0.05, -0.5499999999999999, 0.24999997, 0.4999998, 0.5000000000000001, -1.4999999])


@settings(max_examples=times(60, 3000))
@given(SCORES, SCORES, st.integers(1, 999), st.integers(1, 999))
def test_figures_are_rounded_as_they_were(before: float, after: float, part: int, whole: int) -> None:
    """Means and shares come out of binary sums, and the last digits of these must not decide what is shown."""
    told = review(worsen)
    shift, *others = told.changes.shifts
    old, new = (Figures(score, part / whole, 1, Coverage(part, 0, whole)) for score in (before, after))
    stages = tuple(replace(stage, old=replace(stage.old, score=before), new=replace(stage.new, score=after)) for stage in shift.stages if stage.old and stage.new)
    same(replace(told, changes=replace(told.changes, shifts=(replace(shift, old=old, new=new, stages=stages), *others))))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_told_again(title: str) -> None:
    same(called(title[:4000]))


@cache
def sample() -> dict[str, Any]:
    """A report with every kind of change, and something in each of its lists."""

    def edit(files: dict[str, Any]) -> None:
        seek, pay = files["maps/journeys/buying.yml"]["stages"]
        seek["actions"].reverse()
        seek["pains"][0]["severity"] = "low"
        seek["goal"] = {"en": "Find a pair", "ru": "Найти пару"}
        seek["opportunities"][0]["status"] = "dropped"
        seek["touchpoints"][0].update(emotion={"mean": -1, "n": 4}, next=["card", "seek/ad"])
        pay["touchpoints"][0]["title"] = "Order form"
        pay["touchpoints"].append(seek["touchpoints"].pop())
        pay["pains"] = [{"id": "lost", "title": "The basket is lost", "severity": "critical"}]
        del pay["lanes"], files["maps/personas/maxim.yml"]

    told: dict[str, Any] = json.loads(as_json(review(edit)))
    told["errors"] = [{"side": "main", "file": "maps/a.yml", "code": "bad-yaml", "message": "no"}]
    told["unread"] = [{"kind": "journey", "id": "a"}]
    return told


def test_the_sample_holds_everything() -> None:
    assert {each["act"] for each in sample()["changes"]} == {"added", "removed", "moved", "renamed", "updated", "reordered"}
    assert all(sample().values())


def leaves(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all parts of some data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(deep for key, each in inner for deep in leaves(each, (*way, key)))]


WAYS = leaves(sample())[1:]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["mean", "n", "id", "to", "en", "emotion", "@all", "|"]), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.long
@settings(max_examples=times(200, 20_000))
@given(st.lists(st.tuples(st.sampled_from(WAYS), ANYTHING), min_size=1, max_size=4))
def test_whatever_stands_in_it_is_shown_as_text_or_refused(changed: list[tuple[tuple[Any, ...], Any]]) -> None:
    data = copy.deepcopy(sample())
    for way, value in changed:
        put(data, way, value)
    read = from_json(json.dumps(data).encode())
    if isinstance(read, str):
        assert re.fullmatch(r"[\w., ]{1,200}", read)
        return
    comment = markdown(read)
    assert len(comment) <= MOST
    assert set(tags(comment)) <= set(tags(markdown(again(called("Harmless"))))) | {"s_open", "em_open", "code_inline", "ordered_list_open"}
    assert not re.search(r"@\w|https?://|\bwww\.\w", re.sub(r"\\(?=[^\w])", "", comment))
    terminal(read)


def put(data: Any, way: tuple[Any, ...], value: Any) -> None:
    """Have something stand in a place, as far as that is still there."""
    *outer, last = way
    for key in outer:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict) or (isinstance(data, list) and isinstance(last, int) and last < len(data)):
        data[last] = value


def changed(**fields: Any) -> bytes:
    """The sample with other values in it."""
    return json.dumps({**sample(), **fields}).encode()


def place() -> dict[str, Any]:
    """Somewhere in an entity."""
    return {"kind": "journey", "id": "a", "title": None, "path": [{"list": "stages", "id": "b", "title": None}]}


def edited(act: str, key: str, value: Any) -> bytes:
    """The sample, with another value of its first change of this kind."""
    data = copy.deepcopy(sample())
    next(each for each in data["changes"] if each["act"] == act)[key] = value
    return json.dumps(data).encode()


DEEP = json.loads("[" * 40 + "]" * 40)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is no JSON, or goes too deep"),
        (b"\xff\xfe", "it is no JSON, or goes too deep"),
        (b"[" * 100_000, "it is no JSON, or goes too deep"),
        (b'{"version": 1, "base": "\\ud800"}', "it is no JSON, or goes too deep"),
        (b"[]", "it is of the wrong kind"),
        (b"{}", "version is missing"),
        (changed(version=2), "version is of the wrong kind"),
        (changed(base=None), "base is of the wrong kind"),
        (changed(base="x" * 20_001), "base is too long"),
        (changed(language="../../etc"), "language is of the wrong kind"),
        (changed(changes=[{"act": "exploded"}]), "changes.0 is of the wrong kind"),
        (changed(unread=[{"kind": "a", "id": "b"}] * 50_001), "unread has too many"),
        (changed(errors=[{"side": "", "file": "", "code": "", "message": "x" * 30_000}]), "errors.0.message is too long"),
        (changed(ask=[{"team": "a", "title": {"##[error]x\n::error::y": "b"}, "github": None, "reasons": []}]), "ask.0.title is of the wrong kind"),
        (edited("moved", "old", {**place(), "path": []}), "changes.0.moved.old.path has too few"),
        (b" " * (MOST_BYTES + 1), "it has more than 32 MB"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_is_refused(content: bytes, said: str) -> None:
    assert re.sub(r"(?<=changes\.)\d+", "0", str(from_json(content))) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(DEEP, "is too deep"), ("x" * 20_001, "has too long a text"), (float("nan"), "out of bounds"), (float("inf"), "out of bounds"), (10**400, "out of bounds"), (-(10**16), "out of bounds")],
    ids=lambda value: str(value)[:12],
)
def test_values_have_bounds(value: Any, said: str) -> None:
    read = from_json(edited("updated", "value", {"old": None, "new": value}))
    assert isinstance(read, str)
    assert read.endswith(said), read


def test_the_name_of_a_tag_is_only_shown() -> None:
    comment = markdown(review(lambda files: files["maps/journeys/buying.yml"].update(tags={"product": "shoes", "[x](https://evil.example) @all <b>": "y"})))
    assert "evil" in comment
    assert "link_open" not in tags(comment)
    assert "<b>" not in comment.replace("<b>The shop</b>", "")
