"""answer: what came back of a question: counts by their part, with groups of too few people folded once more."""

from collections.abc import Iterator, Sequence

from cjmgen.events.counts import FOLDED, FUNNEL, MATCHED, OTHER, ROUTES, TOTAL, WAYS, Count
from cjmgen.value import dataclass

MOST_ROUTES = 20
"""Routes of a period that are told one by one."""


@dataclass(frozen=True, slots=True)
class Reached:
    """People of a segment ("": all) who reach a stage, and the seconds since the one before that half, and nine in ten, don't exceed."""

    period: int
    segment: str
    stage: int
    people: int
    lost: int | None
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Route:
    """People who first visit the stages in this order; () for all with too few. `follows` is None where these are of both kinds."""

    period: int
    stages: tuple[int, ...]
    follows: bool | None
    people: int


@dataclass(frozen=True, slots=True)
class Way:
    """People who go from a touchpoint to another, and how often they do."""

    period: int
    start: int
    goal: int
    people: int
    times: int


@dataclass(frozen=True, slots=True)
class Answer:
    """All that may be told, in an order that depends on nothing else."""

    events: int
    aside: int
    """Events of which it isn't known who did them or when."""
    people: int
    first: int | None
    last: int | None
    matched: tuple[tuple[int, int, int], ...]
    """0 for a stage and 1 for a touchpoint, its position, and how many events belong to it."""
    reached: tuple[Reached, ...]
    following: tuple[tuple[int, int, int], ...]
    """By period how many follow the map as far as they go, and how many don't."""
    routes: tuple[Route, ...]
    ways: tuple[Way, ...]


def answer(counts: Sequence[Count], stages: int, threshold: int) -> Answer:
    """The answer that these counts make."""
    by_part: dict[int, list[Count]] = {part: [each for each in counts if each.part == part] for part in range(5)}
    total = by_part[TOTAL][0]
    reached = _funnel(by_part[FUNNEL], stages, threshold)
    following, routes = _routed(by_part[ROUTES], stages, threshold)
    ways = sorted(_ways(by_part[WAYS]), key=lambda way: (way.period, way.start, way.goal == FOLDED, -way.people, way.goal))
    told = [way for way in ways if way.people >= threshold]
    return Answer(
        total.one or 0, (total.one or 0) - (total.two or 0), total.people or 0, total.median, total.p90,
        tuple(sorted((each.one or 0, each.two or 0, each.people or 0) for each in by_part[MATCHED])),
        tuple(reached), tuple(following), tuple(routes), tuple(told),
    )  # fmt: skip


def _funnel(counts: Sequence[Count], stages: int, threshold: int) -> list[Reached]:
    rows: list[Reached] = []
    for period in sorted({each.period or 0 for each in counts}):
        groups: dict[str, dict[int, Count]] = {}
        for each in counts:
            if (each.period or 0) == period:
                groups.setdefault(each.segment or "", {})[each.one or 0] = each
        whole = groups.pop("", {})
        told = [at for at, number in enumerate(_numbers(whole, stages)) if not 0 < number < threshold]
        shown, other = _segments(groups, told, stages, threshold)
        for segment, people in [("", _numbers(whole, stages)), *shown, *([(OTHER, other)] if other else [])]:
            timed = whole if segment == "" else groups.get(segment, {}) if segment != OTHER else {}
            rows += _steps(period, segment, people, timed, told)
    return rows


def _segments(
    groups: dict[str, dict[int, Count]], told: Sequence[int], stages: int, threshold: int
) -> tuple[list[tuple[str, list[int]]], list[int]]:
    """The segments that may stand alone, and the sum of the others.

    A segment with few people in any stage is folded, and with it the smallest others, until what is folded is no small group either:
    else it would be what is left of the whole. A stage that few people reach at all is told of nobody.
    """
    sizes = {name: _numbers(found, stages) for name, found in groups.items() if name != OTHER}
    alone = sorted((name for name in sizes if not _is_small(sizes[name], told, threshold)), key=lambda name: (-sizes[name][0], name))
    folded = [numbers for name, numbers in sizes.items() if name not in alone]
    folded += [_numbers(groups[OTHER], stages)] if OTHER in groups else []
    other = [sum(numbers) for numbers in zip(*folded, strict=True)]
    while other and alone and _is_small(other, told, threshold):
        folded.append(sizes[alone.pop()])
        other = [sum(numbers) for numbers in zip(*folded, strict=True)]
    if other and _is_small(other, told, threshold):
        other = []
    return sorted((name, sizes[name]) for name in alone), other


def _is_small(numbers: Sequence[int], told: Sequence[int], threshold: int) -> bool:
    return any(0 < numbers[at] < threshold for at in told)


def _numbers(found: dict[int, Count], stages: int) -> list[int]:
    return [(found[at].people or 0) if at in found else 0 for at in range(stages)]


def _steps(period: int, segment: str, people: Sequence[int], timed: dict[int, Count], told: Sequence[int]) -> Iterator[Reached]:
    """A row for each stage that may be told."""
    for at in told:
        lost = people[at] - people[at + 1] if at + 1 in told else None
        found = timed.get(at) if at else None
        times = (found.median, found.p90) if found else (None, None)
        median, p90 = (None if each is None else each / 1000 for each in times)
        yield Reached(period, segment, at, people[at], lost, median, p90)


def _routed(counts: Sequence[Count], stages: int, threshold: int) -> tuple[list[tuple[int, int, int]], list[Route]]:
    following: list[tuple[int, int, int]] = []
    routes: list[Route] = []
    for period in sorted({each.period or 0 for each in counts}):
        rows = [each for each in counts if (each.period or 0) == period]
        on, off = (sum(each.people or 0 for each in rows if each.two == follows) for follows in (1, 0))
        if not any(0 < number < threshold for number in (on, off)):
            following.append((period, on, off))
        alone, folded = _alone(rows, threshold)
        routes += [Route(period, _stages(each.one or 0, stages), bool(each.two), each.people or 0) for each in alone]
        number = sum(each.people or 0 for each in folded)
        if number >= threshold:
            kinds = {bool(each.two) for each in folded}
            routes.append(Route(period, (), kinds.pop() if len(kinds) == 1 else None, number))
    return following, routes


def _alone(rows: Sequence[Count], threshold: int) -> tuple[list[Count], list[Count]]:
    """The routes that may be told, the commonest first, and those that are folded."""
    ordered = sorted(rows, key=lambda each: (-(each.people or 0), each.one or 0))
    alone = [each for each in ordered if each.one != FOLDED and (each.people or 0) >= threshold]
    alone = alone[:MOST_ROUTES]
    folded = [each for each in ordered if each not in alone]
    while alone and 0 < sum(each.people or 0 for each in folded) < threshold:
        folded.append(alone.pop())
    return alone, folded


def _stages(code: int, stages: int) -> tuple[int, ...]:
    """The stages of a route in the order they were visited, out of its number."""
    places = [code // (stages + 1) ** at % (stages + 1) for at in range(stages)]
    return tuple(sorted((at for at, place in enumerate(places) if place), key=lambda at: places[at]))


def _ways(counts: Sequence[Count]) -> Iterator[Way]:
    for each in counts:
        yield Way(each.period or 0, each.one or 0, each.two or 0, each.people or 0, each.median or 0)
