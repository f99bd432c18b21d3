"""spark: the geometry of a sparkline in a box of 64 × 24."""

from collections.abc import Sequence

WIDTH, HEIGHT, MARGIN, MOST = 64, 24, 4, 8


def spark(values: Sequence[float], goal: float | None) -> tuple[tuple[tuple[float, float], ...], float | None]:
    """The points of the last eight values and the height of the goal's line; the range is that of values and goal."""
    shown = values[-MOST:]
    reach = [*shown, *([] if goal is None else [goal])]
    low, high = min(reach), max(reach)
    step = (WIDTH - MARGIN) / max(len(shown) - 1, 1)

    def y(value: float) -> float:
        return HEIGHT / 2 if high == low else round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - low) / (high - low), 1)

    return tuple((round(at * step, 1), y(value)) for at, value in enumerate(shown)), None if goal is None else y(goal)
