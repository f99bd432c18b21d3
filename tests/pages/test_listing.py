"""test_listing: a list's scripts hold every item exactly once, and a list of one part has none."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cjmgen.pages.home.page import LISTING as JOURNEYS
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.listing import SHARD, Index, Listing, Row
from cjmgen.pages.site.pager import MOST, Pager, pager, part_ids, part_of, part_path
from cjmgen.pages.site.sitemap import Sitemap, Subject
from pages.atlases import journey, project

ATLAS = project({})


def numbers(count: int) -> tuple[Listing[int], Edition]:
    """A list of numbers in English, with an edition that knows all its addresses."""
    listing: Listing[int] = Listing(
        "number", "number.html", lambda atlas: count, lambda edition: range(count),
        lambda edition, n: Row(f"number {n}", (f"odd:{n % 2}", f"last:{n % 10}"), f"n-{n}"), lambda edition, path, items: tuple(items),
    )  # fmt: skip
    pages = {(part_of("number", int(id or 1)), "en"): part_path("number", id) for id in part_ids(count)}
    scripts = {(Subject(kind.name, id), "en"): kind.path(id) for kind in listing.kinds() for id in kind.ids(ATLAS)}
    return listing, Edition(ATLAS, Sitemap({**pages, **scripts}), "en")


@given(st.integers(0, 3 * SHARD))
@example(MOST)
@example(MOST + 1)
@example(SHARD)
@example(SHARD + 1)
@settings(max_examples=25)
def test_parts_and_index_hold_every_item_once(count: int) -> None:
    listing, edition = numbers(count)
    part, index = listing.kinds()
    parts = [number for id in part.ids(ATLAS) for number in part.view(edition, id)]  # type: ignore[attr-defined]
    files = [index.view(edition, id) for id in index.ids(ATLAS)]
    rows = [(row[0], row[1], [file.keys[key] for key in row[2:]]) for file in files for row in file.rows]
    expected = list(range(count)) if count > MOST else []
    assert parts == expected
    assert rows == [(f"number {n}", f"n-{n}", [f"odd:{n % 2}", f"last:{n % 10}"]) for n in expected]
    assert listing.bar(edition, 1, ()).total == count


def test_the_first_file_of_an_index_knows_the_way_to_all_others() -> None:
    listing, edition = numbers(SHARD + 1)
    index = listing.kinds()[1]
    first, second = (index.view(edition, id) for id in index.ids(ATLAS))
    assert isinstance(first, Index)
    assert first.parts[:2] == (("number/index.html", "page/number-1.js"), ("page/number-2/index.html", "page/number-2.js"))
    assert (len(first.parts), first.size, first.more) == (-(-(SHARD + 1) // MOST), MOST, ("page/number.2.js",))
    assert (second.parts, second.more, len(second.rows)) == ((), (), 1)


@pytest.mark.parametrize(("count", "index"), [(0, ""), (MOST, ""), (MOST + 1, "page/number.js")])
def test_a_list_of_one_part_has_no_index(count: int, index: str) -> None:
    listing, edition = numbers(count)
    assert listing.bar(edition, 1, ()).index == index


@pytest.mark.parametrize(
    ("current", "shown"),
    [
        (1, [1, 2, 3, 4, 5, 0, 40]),
        (6, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 40]),
        (20, [1, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 0, 40]),
        (40, [1, 0, 36, 37, 38, 39, 40]),
    ],
)
def test_a_pager_leaves_gaps(current: int, shown: list[int]) -> None:
    _, edition = numbers(40 * MOST)
    made = pager(edition, "number/index.html", "number", current, 40)
    assert isinstance(made, Pager)
    assert [number for number, _ in made.links] == shown


def test_the_home_page_lists_each_journey_in_every_language() -> None:
    people = {f"personas__p{at}": f"title: Person {at}\nrole: buyer\n" for at in range(2)}
    journeys = {f"j{at:03}": journey(f"Way {at}", at / 100 - 1, more=f"personas: [p{at % 2}]\n") for at in range(MOST + 5)}
    atlas = project(journeys, "languages: [en, ru]\n", **people)
    made = {page.path: page for page in plan(atlas).pages}
    for prefix in ("", "ru/"):
        index = made[f"{prefix}page/home.js"].view()
        assert isinstance(index, Index)
        assert [row[0] for row in index.rows] == [f"Way {at} Person {at % 2} buyer" for at in range(MOST + 5)]
        assert index.parts[1] == (f"{prefix}page/2/index.html", f"{prefix}page/home-2.js")
        hrefs = [card.anchor.href for card in made[f"{prefix}page/home-2.js"].view().cards]  # type: ignore[attr-defined]
        assert hrefs == [f"../journeys/j{at:03}/index.html" for at in range(MOST, MOST + 5)]


def test_filters_know_the_items_of_all_parts() -> None:
    journeys = {f"j{at:03}": journey("Way", at / 100 - 1, more=f"status: {'draft' if at == MOST else 'live'}\n") for at in range(MOST + 1)}
    view = next(page for page in plan(project(journeys)).pages if page.path == "index.html").view()
    assert [[value for value, _ in each.options] for each in view.bar.filters] == [["live", "draft"]]  # type: ignore[attr-defined]
    assert JOURNEYS.count(project(journeys)) == MOST + 1
