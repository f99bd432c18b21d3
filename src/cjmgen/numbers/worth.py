"""worth: what closing the gap of a step to its goal would bring, and what the funnel would be with other shares.

A page recomputes both in the browser, so they are plain arithmetic, from left to right; tests/numbers/worth.json holds cases for both
sides. People who are kept at one step are taken to go on as the others do. Two gaps closed together bring more than the sum of both.

Source: expected value; P. W. Farris and others (2010), *Marketing Metrics*, 2.8, for people carried through a funnel.
"""

from collections.abc import Sequence

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import Estimate
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Worth:
    """More people past the step, more at the end, and their value in the currency of one conversion, for the period that was counted.

    Each has the interval that the share's gives it: the higher the share, the less is left to gain. None without a value of a conversion.
    """

    people: Estimate
    carried: Estimate
    money: Estimate | None


@dataclass(frozen=True, slots=True)
class Supposed:
    """The people at each stage under other shares, the first stage among them, and the value of those at the end."""

    people: tuple[float, ...]
    money: float | None


def worth(entered: float, share: Estimate, goal: float, onward: Sequence[float] = (), value: float | None = None) -> Worth:
    """What raising a step's share to its goal brings: `entered` people come to the step, `onward` are the shares of the steps after it.

    Shares are from 0 to 1. A goal that is reached brings nothing; people, shares or values that can't be are a ValueError.
    """
    _sound(entered, (share.value, goal, *onward), value)
    further = 1.0
    for part in onward:
        further *= part
    people = _gained(entered, share, goal)
    carried = people.scaled(further)
    return Worth(people, carried, None if value is None else carried.scaled(value))


def supposed(entered: float, shares: Sequence[float], value: float | None = None) -> Supposed:
    """The funnel of so many people with these shares from stage to stage, from 0 to 1."""
    _sound(entered, shares, value)
    people = [float(entered)]
    for part in shares:
        people.append(people[-1] * part)
    return Supposed(tuple(people), None if value is None else people[-1] * value)


def _gained(entered: float, share: Estimate, goal: float) -> Estimate:
    """More people past the step: the gap to the goal, at the share and at both ends of its interval."""
    low, high = (None if end is None else entered * max(0.0, goal - end) for end in (share.high, share.low))
    return Estimate(entered * max(0.0, goal - share.value), low, high, share.n, share.method)


def _sound(entered: float, shares: Sequence[float], value: float | None) -> None:
    sound.finite("worth", (entered, *(() if value is None else (value,))))
    if entered < 0 or (value is not None and value < 0):
        raise ValueError("worth: neither people nor the value of a conversion are below 0")
    sound.part("worth", *shares)
