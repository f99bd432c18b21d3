"""What may be told of counts: no group of few people, and none that is what is left of a whole."""

from hypothesis import given
from hypothesis import strategies as st

from cjmgen.events.answer import MOST_ROUTES, Answer, answer
from cjmgen.events.counts import FOLDED, FUNNEL, OTHER, ROUTES, TOTAL, WAYS, Count

STAGES = 3
FALLING = st.lists(st.integers(0, 40), min_size=STAGES, max_size=STAGES).map(lambda numbers: sorted(numbers, reverse=True))


def funnel(segments: dict[str, list[int]]) -> list[Count]:
    """What an engine answers of these segments; it says nothing of a stage that nobody reaches."""
    whole = [sum(numbers) for numbers in zip(*segments.values(), strict=True)]
    rows = [(None, whole), *segments.items()]
    return [Count(FUNNEL, 0, name, at, None, number, 7000, 9500) for name, numbers in rows for at, number in enumerate(numbers) if number]


def told(counts: list[Count], threshold: int) -> Answer:
    return answer([Count(TOTAL, None, None, 9, 9, 9, 0, 1), *counts], STAGES, threshold)


@given(segments=st.dictionaries(st.sampled_from(("a", "b", "c", "d", OTHER)), FALLING, min_size=1), threshold=st.integers(1, 8))
def test_no_small_group_is_told_and_the_parts_make_the_whole(segments: dict[str, list[int]], threshold: int) -> None:
    found = told(funnel(segments), threshold).reached
    assert all(each.people == 0 or each.people >= threshold for each in found)
    whole = {each.stage: each.people for each in found if not each.segment}
    parts = {each.segment for each in found} - {""}
    for stage, people in whole.items():
        assert people == sum(numbers[stage] for numbers in segments.values())
        if parts:
            assert people == sum(each.people for each in found if each.segment and each.stage == stage)
    for each in found:
        assert each.stage in whole
        assert each.lost is None or each.lost >= 0
        assert each.segment != OTHER or each.median is None


@given(people=st.lists(st.tuples(st.integers(1, 30), st.booleans()), max_size=30), few=st.integers(0, 9), threshold=st.integers(1, 9))
def test_routes_are_folded_until_what_is_folded_is_no_small_group(people: list[tuple[int, bool]], few: int, threshold: int) -> None:
    counts = [Count(ROUTES, 0, None, at + 1, int(on), number, None, None) for at, (number, on) in enumerate(people) if number >= threshold]
    counts += [Count(ROUTES, 0, None, FOLDED, 0, few, None, None)] if few else []
    routes = told(counts, threshold).routes
    assert all(each.people >= threshold for each in routes)
    alone = [each for each in routes if each.stages]
    assert len(alone) <= MOST_ROUTES
    assert [each.people for each in alone] == sorted((each.people for each in alone), reverse=True)
    total = sum(count.people or 0 for count in counts)
    assert sum(each.people for each in routes) in (total, 0)
    assert total < threshold or sum(each.people for each in routes) == total


@given(on=st.integers(0, 20), off=st.integers(0, 20), threshold=st.integers(1, 9))
def test_who_follows_is_told_where_neither_group_is_small(on: int, off: int, threshold: int) -> None:
    counts = [Count(ROUTES, 0, None, FOLDED, int(follows), people, None, None) for follows, people in ((True, on), (False, off)) if people]
    small = any(0 < number < threshold for number in (on, off))
    assert told(counts, threshold).following == (((0, on, off),) if counts and not small else ())


def test_a_way_of_few_people_is_left_out() -> None:
    counts = [Count(WAYS, 0, None, 0, goal, people, people * 2, None) for goal, people in ((1, 9), (2, 5), (FOLDED, 4))]
    assert [(way.goal, way.people, way.times) for way in told(counts, 5).ways] == [(1, 9, 18), (2, 5, 10)]
