"""test_merge: two edits of one map are one map with both, and a conflict stands only where both changed the same."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.formats.merge.merge import Merged, Versions, merge
from cjmgen.syntax.yaml.pen import Marks
from cjmgen.syntax.yaml.read import read_yaml
from cjmgen.syntax.yaml.write import write
from edits import BASE, SOME, Edit, disjoint, done
from long import times
from scribble import scribbled

FILE = "maps/journeys/a.yml"
TEXT = """\
# head
title: A

personas: [anna]
stages:
- id: one
  title: One
  touchpoints:
    - id: shop   # note
      title: Shop
      emotion: 1
    - {id: cart, title: 'Cart'}
  pains:
  - {id: p, title: Slow, severity: low}

- id: two
  title: Two
  goal: "g"
  metrics: [m]
"""


def merged(ours: str, theirs: str, base: str = TEXT, kind: str = "journey") -> Merged:
    """The merge of two texts."""
    made = merge(FILE, kind, Versions(base.encode(), ours.encode(), theirs.encode()), "en", Marks())
    assert made is not None
    return made


def edited(*pairs: tuple[str, str]) -> str:
    """The text with something in it replaced, once each."""
    text = TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


CLEAN: dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]] = {
    "two fields of an item": ([("emotion: 1", "emotion: 2")], [("title: Shop", "title: Store")], [("title: Shop", "title: Store"), ("emotion: 1", "emotion: 2")]),
    "two items": ([("severity: low", "severity: high")], [("'Cart'", "Basket")], [("'Cart'", "Basket"), ("severity: low", "severity: high")]),
    "one adds, one changes": ([("[anna]", "[anna, vera]")], [("title: A", "title: B")], [("[anna]", "[anna, vera]"), ("title: A", "title: B")]),
    "both add to a list": ([("[anna]", "[anna, vera]")], [("[anna]", "[anna, boris]")], [("[anna]", "[anna, boris, vera]")]),
    "both add the same": ([("[anna]", "[anna, vera]"), ("severity: low", "severity: high")], [("[anna]", "[anna, vera]")], [("[anna]", "[anna, vera]"), ("severity: low", "severity: high")]),
    "both add an item with the same id, and different fields": (
        [("  pains:", "    - {id: x, title: X, emotion: 1}\n  pains:")],
        [("  pains:", "    - {id: x, title: X, channel: phone}\n  pains:"), ("severity: low", "severity: high")],
        [("  pains:", "    - {id: x, title: X, emotion: 1, channel: phone}\n  pains:"), ("severity: low", "severity: high")],
    ),
    "one removes, the other changes something else": (
        [("    - {id: cart, title: 'Cart'}\n", "")],
        [("emotion: 1", "emotion: 2")],
        [("    - {id: cart, title: 'Cart'}\n", ""), ("emotion: 1", "emotion: 2")],
    ),
    "one moves to another stage what the other changes": (
        [("    - {id: cart, title: 'Cart'}\n", ""), ('  goal: "g"\n', '  goal: "g"\n  touchpoints:\n  - {id: cart, title: Cart}\n')],
        [("'Cart'", "Basket")],
        [("    - {id: cart, title: 'Cart'}\n", ""), ('  goal: "g"\n', '  goal: "g"\n  touchpoints:\n  - {id: cart, title: Basket}\n')],
    ),
    "a new title without an id is the same item": (
        [("{id: p, title: Slow", "{title: Slower")],
        [("severity: low", "severity: high")],
        [("{id: p, title: Slow", "{title: Slower"), ("severity: low", "severity: high")],
    ),
    "comments": ([("# note", "# noted")], [("# head", "# a head")], [("# note", "# noted"), ("# head", "# a head")]),
    "a comment and the value beside it": ([("# note", "# noted")], [("title: Shop", "title: Store")], [("# note", "# noted"), ("title: Shop", "title: Store")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_disjoint_edits_are_both_there(name: str) -> None:
    ours, theirs, both = (edited(*pairs) for pairs in CLEAN[name])
    for made in (merged(ours, theirs), merged(theirs, ours)):
        assert made.conflicts == 0
        assert read_yaml(FILE, made.content).value == read_yaml(FILE, both.encode()).value
        assert re.findall("#.*", made.content.decode()) == re.findall("#.*", both)


CONFLICTS = {
    "one field": ([("emotion: 1", "emotion: 2")], [("emotion: 1", "emotion: -1")], "<<<<<<< ours\n    emotion: 2\n=======\n    emotion: -1\n>>>>>>> theirs\n"),
    "a field of an item in brackets": (
        [("severity: low", "severity: high")],
        [("severity: low", "severity: medium")],
        "  - id: p\n    title: Slow\n<<<<<<< ours\n    severity: high\n=======\n    severity: medium\n>>>>>>> theirs\n",
    ),
    "the first field of an item": (
        [("- id: two\n  title: Two", "- title: Zwei")],
        [("- id: two\n  title: Two", "- title: Deux")],
        "<<<<<<< ours\n- title: Zwei\n=======\n- title: Deux\n>>>>>>> theirs\n  goal: \"g\"\n",
    ),
    "one removes what the other changes": (
        [("    - {id: cart, title: 'Cart'}\n", "")],
        [("'Cart'", "Basket")],
        "<<<<<<< ours\n=======\n  - {id: cart, title: Basket}\n>>>>>>> theirs\n",
    ),
    "comments": ([("# head", "# one")], [("# head", "# two")], "<<<<<<< ours\n# one\n=======\n# two\n>>>>>>> theirs\n"),
    "comments beside": (
        [("# note", "# one")],
        [("# note", "# two")],
        "<<<<<<< ours\n  # one\n=======\n  # two\n>>>>>>> theirs\n  - id: shop\n",
    ),
    "figures": ([("metrics: [m]", "metrics: [m, {title: N, series: [1, 2]}]")], [("metrics: [m]", "metrics: [m, {title: N, series: [1, 3]}]")],
        "<<<<<<< ours\n    series: [1, 2]\n=======\n    series: [1, 3]\n>>>>>>> theirs\n"),
    "one item to two stages": (
        [("    - {id: cart, title: 'Cart'}\n", ""), ("  metrics: [m]\n", "  metrics: [m]\n- id: three\n  title: 3\n  touchpoints:\n  - {id: cart, title: Cart}\n")],
        [("    - {id: cart, title: 'Cart'}\n", ""), ("  metrics: [m]\n", "  metrics: [m]\n  touchpoints:\n  - {id: cart, title: Cart}\n")],
        "<<<<<<< ours\n=======\n  - {id: cart, title: Cart}\n>>>>>>> theirs\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_stands_where_both_changed_the_same(name: str) -> None:
    ours, theirs, marked = edited(*CONFLICTS[name][0]), edited(*CONFLICTS[name][1]), CONFLICTS[name][2]
    made = merged(ours, theirs)
    assert made.conflicts >= 1
    assert marked in made.content.decode()
    assert made.content.decode().count("<<<<<<< ours\n") == made.conflicts


def test_what_nobody_changed_stays_as_it_is_written() -> None:
    made = merged(edited(("emotion: 1", "emotion: 2")), edited(("title: A", "title: B")))
    assert made.content.decode() == edited(("emotion: 1", "emotion: 2"), ("title: A", "title: B"))


def test_markers_have_the_size_and_the_names_that_are_asked_for() -> None:
    versions = Versions(TEXT.encode(), edited(("severity: low", "severity: high")).encode(), edited(("severity: low", "severity: medium")).encode())
    made = merge(FILE, "journey", versions, "en", Marks(9, "HEAD", "topic"))
    assert made is not None
    assert re.findall(r"^[<=>].*", made.content.decode(), re.MULTILINE) == ["<<<<<<<<< HEAD", "=========", ">>>>>>>>> topic"]


@pytest.mark.parametrize("text", ["title: [A\n", "title: &a A\nsummary: *a\nstages: [One]\n", "- a\n", "x: 1\n? a\n: b\n", ""])
def test_what_is_no_map_is_not_merged_by_field(text: str) -> None:
    for versions in (Versions(text.encode() or b"- a\n", TEXT.encode(), edited(("severity: low", "severity: high")).encode()), Versions(TEXT.encode(), text.encode(), b"a: 1\n")):
        assert merge(FILE, "journey", versions, "en", Marks()) is None
    assert merge("a.md", "journey", Versions(b"a", b"b", b"c"), "en", Marks()) is None


def test_both_add_the_file() -> None:
    made = merged("title: A\nstages: [One]\n", "title: A\nsummary: S\nstages: [One, Two]\n", base="")
    assert read_yaml(FILE, made.content).value == {"title": "A", "summary": "S", "stages": ["One", "Two"]}


def test_other_kinds_and_unknown_ones() -> None:
    base = "crm:\n  title: CRM\n  contact: c\nsales: {title: Sales}\n"
    made = merged(base.replace("contact: c", "contact: d"), base.replace("Sales", "Selling"), base, "team")
    assert made.content.decode() == base.replace("contact: c", "contact: d").replace("Sales", "Selling")
    made = merged("a:\n- {id: x, n: 1, m: 1}\n", "a:\n- {id: x, n: 0, m: 2}\n", "a:\n- {id: x, n: 0, m: 1}\n", "")
    assert read_yaml(FILE, made.content).value == {"a": [{"id": "x", "n": 1, "m": 2}]}


def test_no_item_takes_the_place_of_another() -> None:
    base = "title: A\nstages:\n- {id: a, title: A}\n- {id: z, title: Z}\n"
    twice = "title: A\nstages:\n- {id: b, was: [a], title: B}\n- {id: c, was: [a], title: C}\n- {id: z, title: Z}\n"
    made = merged(twice, base.replace("title: Z", "title: Y"), base)
    data: Any = read_yaml(FILE, made.content).value
    assert [stage["title"] for stage in data["stages"]] == ["B", "C", "Y"]
    made = merged("personas: [a.b, x]\n", "personas: [a-b, y]\n", "personas: []\n", "journey")
    assert read_yaml(FILE, made.content).value == {"personas": ["a-b", "y", "a.b", "x"]}


def test_line_ends_are_ours() -> None:
    windows = edited(("severity: low", "severity: high")).replace("\n", "\r\n")
    made = merge(FILE, "journey", Versions(TEXT.encode(), windows.encode(), edited(("title: A", "title: B")).encode()), "en", Marks())
    assert made is not None
    assert made.content.decode() == edited(("severity: low", "severity: high"), ("title: A", "title: B")).replace("\n", "\r\n")


@settings(max_examples=times(15, 1000))
@given(scribbled(), scribbled())
def test_where_one_side_did_nothing_the_other_is_the_result(one: tuple[str, object], other: tuple[str, object]) -> None:
    base, x = one[0], other[0]
    assert merged(x, base, base) == merged(base, x, base) == merged(x, x, base) == Merged(x.encode())


@settings(max_examples=times(60, 20_000))
@given(disjoint())
def test_disjoint_edits_give_what_doing_both_gives(edits: tuple[list[Edit], list[Edit]]) -> None:
    one, two = (write(done(each)) for each in edits)
    both = read_yaml(FILE, write(done([*edits[0], *edits[1]])).encode()).value
    here, there = merged(one, two, write(BASE)), merged(two, one, write(BASE))
    assert (here.conflicts, there.conflicts) == (0, 0)
    assert read_yaml(FILE, here.content).value == both
    assert read_yaml(FILE, there.content).value == both


@settings(max_examples=times(60, 20_000))
@given(SOME, SOME, st.data())
def test_nothing_that_either_side_did_is_lost(ours: list[Edit], theirs: list[Edit], data: st.DataObject) -> None:
    base = write(BASE)
    one, two = (data.draw(commented(write(done(each)), name)) for each, name in ((ours, "ours"), (theirs, "theirs")))
    made = merged(one, two, base)
    text = made.content.decode()
    assert text.count("<<<<<<< ") == text.count("\n=======\n") == text.count(">>>>>>> ") == made.conflicts
    before = leaves(read_yaml(FILE, base.encode()).value)
    for side, written in (("ours", one), ("theirs", two)):
        checked = read_yaml(FILE, chosen(text, side).encode())
        assert not checked.problems
        new = leaves(read_yaml(FILE, written.encode()).value) - before
        assert new <= leaves(checked.value)
        assert set(re.findall("# .*", written)) <= set(re.findall("# .*", text))


@st.composite
def commented(draw: Any, text: str, name: str) -> str:
    """A text with a comment or two above some of its lines."""
    lines = text.splitlines()
    for number in sorted(draw(st.sets(st.integers(0, len(lines) - 1), max_size=2)), reverse=True):
        margin = " " * (len(lines[number]) - len(lines[number].lstrip(" ")))
        lines.insert(number, f"{margin}# {name} {number}")
    return "\n".join(lines) + "\n"


def leaves(value: Any, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """All single values, each with the keys that lead to it."""
    if isinstance(value, dict):
        return set().union(*(leaves(each, (*path, key)) for key, each in value.items()))
    if isinstance(value, list):
        return set().union(*(leaves(each, path) for each in value))
    return {(*path, str(value))}


def chosen(text: str, side: str) -> str:
    """A file with each conflict settled for one side, as an editor does it."""
    pattern = re.compile(r"<<<<<<< ours\n(?P<ours>.*?)=======\n(?P<theirs>.*?)>>>>>>> theirs\n", re.DOTALL)
    return pattern.sub(lambda found: found[side], text)
