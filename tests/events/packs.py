"""packs: many logs at random in one question, as an engine that plans for seconds can't be asked ten thousand times; who is wrong is found out.

Each log of a pack has people of its own and, ten days after the one before it, periods of its own: so each part of the answer but the number
of events is still that of one log, small groups among it, and nobody is hidden in a sum.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cjmgen.events.calendar import Stretch
from events.logs import MAPPINGS, Case, case, log
from events.reference import Event, counts

Rows = Counter[tuple[object, ...]]
Ask = Callable[["Pack", list[Event], tuple[Stretch, ...]], Rows]
"""Has an engine answer a pack's question about these events and periods."""

APART = 10 * 86_400_000
"""Milliseconds from one log to the next: more than any window, and the days that a log and its periods take."""
WINDOWS = ("1 min", "2 hours", "12 hours", "3 days")


@dataclass(frozen=True)
class Pack:
    """Logs by what they were made from, the question they are asked together, and how the engine is to go about it."""

    case: Case
    seeds: tuple[str, ...]
    keep: bool
    slices: int

    @property
    def name(self) -> str:
        """What makes it again."""
        events = self.case.events
        how = f"window {events.window}, segment {events.segment}, threshold {events.threshold}, keep {self.keep}, slices {self.slices}"
        return f"stages {'-'.join(events.stages)}, {how}"


def packs(number: int, logs: int, size: int) -> Iterator[Pack]:
    """So many logs of one mapping in packs, each with a window, a segment, a threshold and a way to go about it at random.

    Two of three lay aside what they work out, one of two is asked in slices, and the first pack, of the mapping as it stands, does both.
    """
    chance = random.Random(f"packs of {number}")
    for at in range(-(-logs // size)):
        varied = {"window": chance.choice(WINDOWS), "segment": chance.choice((None, "segment")), "threshold": chance.choice((1, 2, 3, 5))}
        made = case({**MAPPINGS[number], **(varied if at else {})})
        seeds = tuple(f"{number}/{n}" for n in range(at * size, min(logs, (at + 1) * size)))
        yield Pack(made, seeds, not at or chance.random() < 2 / 3, 3 if not at else chance.choice((1, 1, 2, 5)))


def compare(pack: Pack, ask: Ask) -> None:
    """Compare an engine's answer with the reference's; where they differ, fail with a log that they differ about, made short."""
    seeds, difference = pack.seeds, _differs(pack, pack.seeds, ask)
    while difference and len(seeds) > 1:
        halves = ((half, _differs(pack, half, ask)) for half in (seeds[: len(seeds) // 2], seeds[len(seeds) // 2 :]))
        found = next((each for each in halves if each[1]), None)
        if not found:
            raise AssertionError(f"logs {seeds[0]} to {seeds[-1]}, {pack.name}: either half is right, together they are not:\n{difference}")
        seeds, difference = found
    if difference:
        short, difference = _shortened(pack, log(random.Random(seeds[0])), difference, ask)
        raise AssertionError(f"log {seeds[0]}, {pack.name}:\n{difference}\nmade short:\n" + "\n".join(map(str, short)))


def _differs(pack: Pack, seeds: Sequence[str], ask: Ask) -> str:
    """How the two answers about the logs that these make differ; "" where they don't."""
    return _differ(pack, [log(random.Random(seed)) for seed in seeds], ask)


def _differ(pack: Pack, logs: Sequence[list[Event]], ask: Ask) -> str:
    events, periods = _together(pack.case, logs)
    plain = replace(pack.case.plain, periods=[(each.start, each.end) for each in periods])
    found, right = ask(pack, events, periods), counts(events, plain)
    return "\n".join(
        f"{sign} {row} × {n}" for sign, rows in (("too much", found - right), ("missing", right - found)) for row, n in rows.items()
    )


def _together(asked: Case, logs: Sequence[list[Event]]) -> tuple[list[Event], tuple[Stretch, ...]]:
    """Logs as one, one after another."""
    events: list[Event] = []
    for at, each in enumerate(logs):
        for event in each:
            user, time = event["user"], event["time"]
            events.append({**event, "user": user and f"{at}-{user}", "time": None if time is None else int(str(time)) + at * APART})
    moved = (
        Stretch(f"{at} {each.name}", each.start + at * APART, each.end + at * APART) for at in range(len(logs)) for each in asked.periods
    )
    return events, tuple(moved)


def _shortened(pack: Pack, events: list[Event], difference: str, ask: Ask) -> tuple[list[Event], str]:
    """Without what can be left out while the answers still differ: halves, then smaller parts, then single events."""
    size = len(events) // 2
    while size:
        for start in range(len(events) - size, -1, -size):
            rest = events[:start] + events[start + size :]
            if found := _differ(pack, [rest], ask):
                events, difference = rest, found
        size //= 2
    return events, difference
