"""chain: of all pairs that might meet, those that keep the order of both sides and together weigh the most."""

from collections.abc import Collection, Sequence


def chain(weights: Sequence[Sequence[int]], stays: Collection[int] = ()) -> dict[int, int]:
    """By position on the left the position on the right that it meets; 0 in `weights[left][right]` means never.

    A right side in `stays` may meet several lefts in a row. Of equal chains the one that begins soonest is taken, so that
    what meets nothing changes nothing.
    """
    best = _best(weights, stays)
    found: dict[int, int] = {}
    start = 0
    for left, row in enumerate(weights):
        for right in range(start, len(row)):
            after = right if right in stays else right + 1
            if row[right] and best[left][start] == row[right] + best[left + 1][after]:
                found[left] = right
                start = after
                break
    return found


def _best(weights: Sequence[Sequence[int]], stays: Collection[int]) -> list[list[int]]:
    """What can still be gained from each left and right on."""
    wide = len(weights[0]) if weights else 0
    best = [[0] * (wide + 1) for _ in range(len(weights) + 1)]
    for left in range(len(weights) - 1, -1, -1):
        for right in range(wide - 1, -1, -1):
            weight = weights[left][right]
            met = weight + best[left + 1][right if right in stays else right + 1] if weight else 0
            best[left][right] = max(met, best[left + 1][right], best[left][right + 1])
    return best
