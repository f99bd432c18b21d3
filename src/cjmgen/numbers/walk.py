"""walk: a journey with branches and loops as a chain of chances: who comes where, how often, and how long it takes to the end.

Source: J. G. Kemeny and J. L. Snell (1960), *Finite Markov Chains*, chapter 3: with Q the shares between the places that are no ends, (I
- Q)⁻¹ holds the expected visits. It is solved by Gauss and Jordan's elimination with pivots, not by walking it many times.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from cjmgen.numbers import sound
from cjmgen.value import dataclass

LEAVE = "leave"
"""The end of whoever goes to none of the places that are named."""

_SAME = 1e-9
"""Shares that miss 100 % by less were rounded."""


@dataclass(frozen=True, slots=True)
class Move:
    """The share, from 0 to 1, of those at a place who go to another next."""

    to: str
    share: float

    def __post_init__(self) -> None:
        sound.part(f"the way to {self.to}", self.share)


@dataclass(frozen=True, slots=True)
class Stay:
    """A place that is no end: the share of all who ever come there, and the visits to it for each who starts."""

    place: str
    reach: float
    visits: float


@dataclass(frozen=True, slots=True)
class Walk:
    """All places that are come to, in the order they are named; the share that comes to each end; the places passed on the way there."""

    stays: tuple[Stay, ...]
    ends: tuple[tuple[str, float], ...]
    steps: float


@dataclass(frozen=True, slots=True)
class Trap:
    """Places that can be reached and never left for an end, in the order they are named: nobody can say how long a walk takes."""

    places: tuple[str, ...]


def walk(moves: Mapping[str, Sequence[Move]], start: str) -> Walk | Trap:
    """The walks from a place. A place without moves is an end; what the shares of one leave to 100 % goes to `LEAVE`.

    A ValueError if the shares of a place are more than 100 %, or a place that is moved from is called `LEAVE`.
    """
    ways = {place: _ways(place, onward) for place, onward in moves.items() if onward}
    if LEAVE in ways:
        raise ValueError(f"a walk: nobody goes on after {LEAVE!r}")
    seen = _reached(ways, (start,))
    places = [place for place in ways if place in seen]
    back: dict[str, dict[str, float]] = {}
    for place in places:
        for to, part in ways[place].items():
            back.setdefault(to, {})[place] = part
    free = _reached(back, [to for to in back if to not in ways])
    if trapped := tuple(place for place in places if place not in free):
        return Trap(trapped)
    return _solved(ways, places, start)


def time_to_end(walked: Walk, durations: Mapping[str, float]) -> float | None:
    """The mean time to an end, from the time that one visit to each place takes, in its unit; None if a place that is visited has none."""
    sound.finite("a duration", durations.values())
    if any(stay.place not in durations for stay in walked.stays if stay.visits):
        return None
    return math.fsum(stay.visits * durations[stay.place] for stay in walked.stays if stay.visits)


def _ways(place: str, onward: Sequence[Move]) -> dict[str, float]:
    """Where those at a place go, with what is left; ways that nobody takes are none."""
    ways: dict[str, float] = {}
    for move in onward:
        if move.share:
            ways[move.to] = ways.get(move.to, 0.0) + move.share
    whole = math.fsum(ways.values())
    if whole > 1 + _SAME:
        raise ValueError(f"a walk: {whole:.6g} of those at {place} go on, which is more than all")
    if whole < 1 - _SAME:
        ways[LEAVE] = ways.get(LEAVE, 0.0) + 1 - whole
        return ways
    return {to: part / whole for to, part in ways.items()}


def _reached(ways: Mapping[str, Mapping[str, float]], starts: Iterable[str]) -> frozenset[str]:
    """Whatever can be come to, the starts among it."""
    seen, open_ends = set(starts), list(starts)
    while open_ends:
        for to in ways.get(open_ends.pop(), ()):
            if to not in seen:
                seen.add(to)
                open_ends.append(to)
    return frozenset(seen)


def _solved(ways: Mapping[str, Mapping[str, float]], places: list[str], start: str) -> Walk:
    """The walk whose visits the inverse of I - Q holds."""
    if start not in ways:
        return Walk((), ((start, 1.0),), 0.0)
    visits = _inverse([[(one == to) - ways[one].get(to, 0.0) for to in places] for one in places])
    first = visits[places.index(start)]
    stays = tuple(Stay(place, min(1.0, first[at] / visits[at][at]), first[at]) for at, place in enumerate(places))
    ends: dict[str, float] = {}
    for stay in stays:
        for to, part in ways[stay.place].items():
            if to not in ways:
                ends[to] = ends.get(to, 0.0) + stay.visits * part
    return Walk(stays, tuple(ends.items()), math.fsum(stay.visits for stay in stays))


def _inverse(rows: list[list[float]]) -> list[list[float]]:
    """The inverse of a matrix that has one."""
    size = len(rows)
    wide = [[*row, *(float(at == place) for place in range(size))] for at, row in enumerate(rows)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(wide[row][at]))
        wide[at], wide[pivot] = wide[pivot], wide[at]
        head = wide[at][at]
        wide[at] = [each / head for each in wide[at]]
        for other in range(size):
            if other != at and (by := wide[other][at]):
                wide[other] = [each - by * top for each, top in zip(wide[other], wide[at], strict=True)]
    return [row[size:] for row in wide]
