"""test_compare: the list of comparisons, and what the browser is given to compare any journeys."""

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.meet.sketch import packed, stage_sketches
from cjmgen.pages.compare.comparable import ComparableView
from cjmgen.pages.compare.index import CompareView
from cjmgen.pages.compare.roll import Roll
from cjmgen.pages.plan import plan
from pages.atlases import journey, project

PATCH = "title: Soon\nextends: a\nstate: future\n"


def views(shown: Atlas, kind: str, language: str = "en") -> dict[str, object]:
    """The views of a kind's pages, by path."""
    return {page.path: page.view() for page in plan(shown).pages if page.subject.kind == kind and page.language == language}


def test_two_journeys_can_be_compared_though_nobody_asked() -> None:
    shown = project({"a": journey("A", 1), "b": journey("B", -1)}, "languages: [en, ru]\n")
    (view,) = views(shown, "compare", "ru").values()
    assert isinstance(view, CompareView)
    assert (view.sights, view.total, view.pager) == ((), 0, None)
    assert view.picker
    assert (view.picker.roll, view.picker.folder) == ("ru/compare/journeys.js", "ru/")


def test_one_journey_has_nothing_to_be_compared_with() -> None:
    alone = project({"a": journey("A", 1)})
    assert [views(alone, kind) for kind in ("compare", "roll", "comparable")] == [{}, {}, {}]


def test_people_of_one_journey_are_listed_without_a_field() -> None:
    told = "title: A\npersonas: [jo, al]\nstages:\n- title: Pay\n  touchpoints:\n  - title: Till\n    emotion: {jo: 1, al: -1}\n"
    (view,) = views(project({"a": told}, personas__jo="title: Jo\n", personas__al="title: Al\n"), "compare").values()
    assert isinstance(view, CompareView)
    assert view.picker is None
    assert [(sight.kind, [one.name.said.text for one in sight.series]) for sight in view.sights] == [("who", ["Jo", "Al"])]


def test_a_long_list_is_split_and_only_its_first_part_has_the_field() -> None:
    files = {f"j{at:03}": journey(f"J{at}", 1) for at in range(61)} | {f"soon-{at:03}": PATCH.replace("a\n", f"j{at:03}\n", 1) for at in range(61)}
    first, second = views(project(files), "compare").items()
    assert [first[0], second[0]] == ["compare/index.html", "page/compare-2/index.html"]
    assert isinstance(first[1], CompareView)
    assert isinstance(second[1], CompareView)
    assert (len(first[1].sights), len(second[1].sights), first[1].total) == (60, 1, 61)
    assert first[1].picker
    assert second[1].picker is None


def test_the_roll_names_all_journeys_as_the_home_page_orders_them() -> None:
    shown = project({"a": journey("A", 1), "b": journey("B", -1, more="personas: [jo]\n"), "soon": PATCH}, personas__jo="title: Jo\n")
    (view,) = views(shown, "roll").values()
    assert view == Roll((("b", "B", "", "Jo", "current"), ("a", "A", "", "", "current"), ("soon", "Soon", "", "", "future")))


@pytest.mark.parametrize(("score", "felt"), [(-0.85, -9), (0.04, 0), (1.25, 13), (None, None)])
def test_figures_are_whole_tenths_of_what_is_shown(score: float | None, felt: int | None) -> None:
    shown = project({"a": journey("A", score), "b": journey("B", 1)})
    view = views(shown, "comparable")["journeys/a/compare.js"]
    assert isinstance(view, ComparableView)
    assert [stage.felt for stage in view.stages] == [felt]
    assert [stage.sketch for stage in view.stages] == [packed(sketch) for sketch in stage_sketches(shown.journeys["a"])]
