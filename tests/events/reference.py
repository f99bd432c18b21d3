"""reference: what a table of events answers, counted in plain Python and slowly, after the words of docs/events.md and not after our expression."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Event = dict[str, object]
Is = Callable[[Event], bool]
NOBODY = None


@dataclass(frozen=True)
class Asked:
    """A question in plain words: which events are which stage, and so on. Times are milliseconds."""

    stages: list[Is]
    touchpoints: list[Is]
    window: int
    periods: list[tuple[int, int]]
    threshold: int
    segmented: bool


@dataclass(frozen=True)
class Try:
    """A journey that somebody began, with the time of each stage reached in order, and of the first visit to each stage."""

    user: object
    period: int
    segment: str
    reached: list[int]
    visited: dict[int, int]


def counts(log: Iterable[Event], asked: Asked) -> Counter[tuple[object, ...]]:
    """The rows of the answer: part, period, segment, one, two, people, median, p90."""
    log = list(log)
    events = [event for event in log if event["user"] is not NOBODY and event["time"] is not None]
    times = [event["time"] for event in events]
    whole = len({event["user"] for event in events})
    rows = [(0, None, None, len(log), len(events), whole, min(times, default=None), max(times, default=None))]
    rows += [(1, None, None, 0, at, sum(map(stage, events)), None, None) for at, stage in enumerate(asked.stages)]
    touched = Counter(touch(event, asked) for event in events)
    rows += [(1, None, None, 1, at, touched[at], None, None) for at in range(len(asked.touchpoints))]
    tries = list(best(events, asked))
    rows += list(funnel(tries, asked)) + list(routes(tries, asked)) + list(ways(events, asked))
    return Counter(rows)


def touch(event: Event, asked: Asked) -> int:
    return next((at for at, touchpoint in enumerate(asked.touchpoints) if touchpoint(event)), -1)


def period(time: int, asked: Asked) -> int | None:
    return next((at for at, (start, end) in enumerate(asked.periods) if start <= time < end), None)


def best(events: list[Event], asked: Asked) -> Iterable[Try]:
    """Of each person and period the journey that came furthest; of several the first."""
    by_user = defaultdict(list)
    for event in events:
        by_user[event["user"]].append(event)
    for user, own in by_user.items():
        found: dict[int, Try] = {}
        for time in sorted({event["time"] for event in own if asked.stages[0](event)}):
            at = period(time, asked)
            if at is None:
                continue
            begun = Try(user, at, segment(own, time, asked), reach(own, time, asked), visits(own, time, asked))
            if at not in found or len(begun.reached) > len(found[at].reached):
                found[at] = begun
        yield from found.values()


def segment(own: list[Event], time: int, asked: Asked) -> str:
    named = [event["segment"] for event in own if event["time"] == time and asked.stages[0](event) and event["segment"] is not None]
    return (min(named) if named else "") or "(none)"


def reach(own: list[Event], start: int, asked: Asked) -> list[int]:
    reached = [start]
    for before, stage in zip(asked.stages, asked.stages[1:], strict=False):
        now = reached[-1]
        later = [e["time"] for e in own if stage(e) and (e["time"] > now or (e["time"] == now and not before(e)))]
        if not later or min(later) > start + asked.window:
            break
        reached.append(min(later))
    return reached


def visits(own: list[Event], start: int, asked: Asked) -> dict[int, int]:
    seen = {0: start}
    inside = [event for event in own if start <= event["time"] <= start + asked.window]
    for at in range(1, len(asked.stages)):
        stage, before = asked.stages[at], asked.stages[at - 1]
        earlier = [e["time"] for e in inside if before(e)]
        times = [e["time"] for e in inside if stage(e) and (not before(e) or any(time < e["time"] for time in earlier))]
        if times:
            seen[at] = min(times)
    return seen


def funnel(tries: list[Try], asked: Asked) -> Iterable[tuple[object, ...]]:
    groups = defaultdict(list)
    sizes = Counter((each.period, each.segment) for each in tries)
    for each in tries:
        groups[each.period, None].append(each)
        if asked.segmented:
            small = sizes[each.period, each.segment] < asked.threshold
            groups[each.period, "(other)" if small else each.segment].append(each)
    for (at, name), group in groups.items():
        for stage in range(len(asked.stages)):
            took = sorted(each.reached[stage] - each.reached[max(stage - 1, 0)] for each in group if len(each.reached) > stage)
            if took:
                half, most = (next(value for n, value in enumerate(took, 1) if n / len(took) >= share) for share in (0.5, 0.9))
                yield 2, at, name, stage, None, len(took), half, most


def routes(tries: list[Try], asked: Asked) -> Iterable[tuple[object, ...]]:
    found = Counter((each.period, tuple(sorted(each.visited, key=lambda at: (each.visited[at], at)))) for each in tries)
    told: Counter[tuple[object, ...]] = Counter()
    for (at, route), people in found.items():
        follows = route == tuple(range(len(route)))
        code = sum((place + 1) * (len(asked.stages) + 1) ** stage for place, stage in enumerate(route))
        told[at, -2 if people < asked.threshold else code, int(follows)] += people
    return [(3, at, None, code, follows, people, None, None) for (at, code, follows), people in told.items()]


def ways(events: list[Event], asked: Asked) -> Iterable[tuple[object, ...]]:
    steps: Counter[tuple[object, ...]] = Counter()
    for user in {event["user"] for event in events}:
        own = sorted({(event["time"], touch(event, asked)) for event in events if event["user"] == user and touch(event, asked) >= 0})
        for n, (time, at) in enumerate(own):
            near = n > 0 and time - own[n - 1][0] <= asked.window
            on = n + 1 < len(own) and own[n + 1][0] - time <= asked.window
            came = [(own[n - 1][1] if near else -1, at)] + ([] if on else [(at, len(asked.touchpoints))])
            for start, goal in came:
                if start != goal and period(time, asked) is not None:
                    steps[user, period(time, asked), start, goal] += 1
    people = Counter(step[1:] for step in steps)
    told: dict[tuple[object, ...], tuple[set[object], int]] = {}
    for (user, at, start, goal), times in steps.items():
        key = (at, start, -2 if people[at, start, goal] < asked.threshold else goal)
        users, so_far = told.get(key, (set(), 0))
        told[key] = users | {user}, so_far + times
    return [(4, at, None, start, goal, len(users), times, None) for (at, start, goal), (users, times) in told.items()]
