"""many: the same work for many things, in one process or in several; the shell knows how many there are."""

from collections.abc import Callable, Iterator

Many = Callable[[Callable[[int], str], int], Iterator[str]]
"""Does a piece of work for each number below a limit and gives the results, which are texts, in the order of the numbers."""


def one_by_one(work: Callable[[int], str], count: int) -> Iterator[str]:
    """All of it here."""
    return map(work, range(count))
