"""likeness: how alike two stages are, or two touchpoints, in whole numbers, so that the browser comes to the same."""

from collections.abc import Sequence

from cjmgen.insight.meet.sketch import Sketch

MOST = 1000
"""The same title, words and channels."""
LEAST = 450
"""Below this two of them are not taken for the same."""
TITLE, WORDS, CHANNELS = 4, 4, 2
"""What each part weighs, of ten."""


def likeness(one: Sketch, other: Sketch) -> int:
    """0 … MOST: how much titles, words and channels have in common."""
    same = not set(one.names).isdisjoint(other.names)
    title = MOST if same else _best(one.heads, other.heads)
    return (TITLE * title + WORDS * _best(one.words, other.words) + CHANNELS * _shared(one.channels, other.channels)) // 10


def _best(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> int:
    """The likeness in the language that shows the most of it."""
    return max((_shared(mine, theirs) for mine in one for theirs in other), default=0)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """The share of what both have in common, of all that both have (Dice)."""
    both = len(one) + len(other)
    return 2 * MOST * len(set(one) & set(other)) // both if both else 0
