"""test_tagging: the addresses of tags, whatever strangers write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.pages.plan import plan
from cjmgen.pages.tags.tagging import names, tagged
from pages.atlases import journey, project

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@given(st.lists(st.text(max_size=90), max_size=12))
def test_names_are_safe_and_one_for_each_text(texts: list[str]) -> None:
    found = names(texts)
    assert sorted(found) == sorted(dict.fromkeys(texts))
    assert len(dict.fromkeys(found.values())) == len(found)
    assert all(SAFE.fullmatch(name) for name in found.values())
    assert max(map(len, found.values()), default=0) <= 130


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["shoes", "b2c"], {"shoes": "shoes", "b2c": "b2c"}),
        (["Обувь"], {"Обувь": "obuv"}),
        (["../../etc"], {"../../etc": "etc"}),
        (["c", "C"], {"c": "c"}),
    ],
)
def test_a_plain_text_keeps_its_name(texts: list[str], expected: dict[str, str]) -> None:
    assert {text: name for text, name in names(texts).items() if text in expected} == expected


def test_texts_that_look_alike_are_told_apart() -> None:
    found = names(["C", "C++", "c#", "日本", "!"])
    assert len(dict.fromkeys(found.values())) == 5
    assert all(name.startswith("c-") for text, name in found.items() if text.lower().startswith("c"))
    assert all(found[text].startswith("tag-") for text in ("日本", "!"))


def test_a_name_does_not_depend_on_what_else_there_is() -> None:
    alone, among = names(["C++", "c"]), names(["C++", "c", "C", "x", "日本"])
    assert all(among[text] == name for text, name in alone.items())


def test_tags_are_kept_by_key_and_value() -> None:
    shown = project({"a": journey("A", 1, more="tags: {city: Berlin}\n"), "b": journey("B", 1, more="tags: {city: berlin, x: 1}\n")})
    found = tagged(shown.journeys.values())
    assert [(each.key, each.value, [card.id for card in each.journeys]) for each in found.values()] == [
        ("city", "Berlin", ["a"]), ("city", "berlin", ["b"]), ("x", "1", ["b"]),
    ]  # fmt: skip
    assert list(found)[1:] == ["city/berlin", "x/1"]


def test_a_tag_of_many_journeys_is_split() -> None:
    made = plan(project({f"j{at:03}": journey("J", 1, more="tags: {kind: all}\n") for at in range(121)}))
    assert [page.path for page in made.pages if page.subject.kind == "tag"] == [
        "tags/kind/all/index.html", "page/tag-kind--all-2/index.html", "page/tag-kind--all-3/index.html",
    ]  # fmt: skip


def test_parts_of_tags_that_look_alike_stand_apart() -> None:
    tags = ("{a-b: c}", "{a: b-c}")
    made = plan(project({f"j{at:03}": journey("J", 1, more=f"tags: {tags[at % 2]}\n") for at in range(124)}))
    paths = [page.path for page in made.pages]
    assert len(dict.fromkeys(paths)) == len(paths)
