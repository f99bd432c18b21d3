"""test_contest: who is compared with whom, by a file or without being asked."""

from cjmgen.insight.meet.contest import contests
from pages.atlases import journey, project

PATCH = "title: {title}\nextends: {base}\nstate: {state}\n"
APART = "title: S\npersonas: [anna, oleg]\nstages:\n- {title: Decision, touchpoints: [{title: Desk, emotion: {anna: 1, oleg: -1}}]}\n"
PEOPLE = {"personas__anna": "title: Anna\nsegment: b2c\n", "personas__oleg": "title: Oleg\nsegment: {en: B2B}\n"}


def found(journeys: dict[str, str], **others: str) -> dict[str, tuple[str, ...]]:
    return {each.id: tuple(one.key for one in each.contenders) for each in contests(project(journeys, "", **others))}


def patch(base: str, state: str = "future") -> str:
    return PATCH.format(title="P", base=base, state=state)


def test_a_journey_meets_its_patches_and_theirs() -> None:
    journeys = {"a": journey("A", 1), "b": patch("a"), "c": patch("b", "competitor"), "d": patch("a", "current"), "e": journey("E", 1)}
    assert found(journeys) == {"auto--a": ("a", "d", "b", "c")}


def test_a_file_about_the_same_subjects_takes_their_place() -> None:
    journeys = {"a": journey("A", 1), "b": patch("a")}
    assert found(journeys, comparisons__own="title: Own\njourneys: [b, a]\n") == {"own": ("b", "a")}
    both = found({**journeys, "c": journey("C", 1)}, comparisons__own="title: Own\njourneys: [b, a, c]\n")
    assert list(both) == ["own", "auto--a"]


def test_people_told_apart_are_compared() -> None:
    assert found({"s": APART}, **PEOPLE) == {"who--s": ("anna", "oleg")}
    assert found({"s": journey("S", 1, more="personas: [anna, oleg]\n")}, **PEOPLE) == {}


def test_segments_take_the_personas_of_the_journey() -> None:
    (own,) = contests(project({"s": APART}, comparisons__own="title: Own\njourney: s\nsegments: [B2C, b2b]\n", **PEOPLE))
    assert [(one.key, one.who) for one in own.contenders] == [("b2c", ("anna",)), ("b2b", ("oleg",))]


def test_more_than_twelve_versions_are_cut() -> None:
    journeys = {"a": journey("A", 1), **{f"p{at:02}": patch("a") for at in range(20)}}
    assert len(found(journeys)["auto--a"]) == 12
