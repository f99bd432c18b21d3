"""pairs: a small set of combinations in which every two choices meet at least once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any


def pairwise(choices: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Combinations of one value each, chosen greedily: always the one that holds most pairs that have not met yet."""
    names = tuple(choices)
    waiting = {((a, x), (b, y)) for a, b in combinations(names, 2) for x, y in product(choices[a], choices[b])}
    every = [tuple(zip(names, values, strict=True)) for values in product(*choices.values())]
    while waiting:
        best = max(every, key=lambda row: len(waiting.intersection(combinations(row, 2))))
        waiting.difference_update(combinations(best, 2))
        yield dict(best)
