"""apart: labels that would touch, moved as little as it takes to keep their distance."""

from collections.abc import Sequence


def apart(places: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places at least `gap` from one another, in the order they had, between `low` and `high` where there is room."""

    def top(group: list[float]) -> float:
        reach = (len(group) - 1) * gap
        return max(low, min(sum(group) / len(group) - reach / 2, high - reach))

    order = sorted(range(len(places)), key=lambda at: (places[at], at))
    groups: list[list[float]] = []
    for at in order:
        groups.append([places[at]])
        # a group that reaches into the one above joins it: together they stand around their common middle
        while len(groups) > 1 and top(groups[-1]) < top(groups[-2]) + len(groups[-2]) * gap:
            last = groups.pop()
            groups[-1] += last
    spread = [top(group) + nth * gap for group in groups for nth in range(len(group))]
    moved = dict(zip(order, (round(place, 2) for place in spread), strict=True))
    return tuple(moved[at] for at in range(len(places)))
