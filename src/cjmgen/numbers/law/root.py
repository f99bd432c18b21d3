"""root: where a rising function reaches a value: Newton's steps, kept between two bounds that close in."""

from collections.abc import Callable


def reached(goal: float, rises: Callable[[float], float], slope: Callable[[float], float], low: float, high: float, start: float) -> float:
    """The x with rises(x) = goal, to nearly all digits of a float; it lies between low and high, and is first looked for at start."""
    x = start if low < start < high else (low + high) / 2
    for _ in range(200):
        miss = rises(x) - goal
        if miss < 0:
            low = x
        else:
            high = x
        steep = slope(x)
        after = x - miss / steep if steep > 0 else low
        if not low < after < high:
            after = (low + high) / 2
        if abs(after - x) <= 1e-12 * abs(x) or not low < after < high:
            return after
        x = after
    return x
