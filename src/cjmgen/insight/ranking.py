"""ranking: the order of opportunities: impact for effort, then impact; what is done goes last."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

CLOSED = frozenset({"done", "dropped"})
"""Opportunities nobody needs to work on any more."""


class Rated(Protocol):
    """Anything with impact and effort from 1 to 5 and a status."""

    @property
    def impact(self) -> float | None: ...
    @property
    def effort(self) -> float | None: ...
    @property
    def status(self) -> str: ...


R = TypeVar("R", bound=Rated)


def rank(opportunities: Iterable[R]) -> tuple[R, ...]:
    """All of them, most impact for least effort first; unrated ones follow the rated, closed ones the open."""
    return tuple(sorted(opportunities, key=_place))


def open_and_rated(opportunities: Iterable[R]) -> tuple[R, ...]:
    """Those that are still to be done and have both impact and effort, ranked."""
    return rank(each for each in opportunities if each.status not in CLOSED and each.impact is not None and each.effort is not None)


def _place(each: Rated) -> tuple[bool, bool, float, float]:
    ratio = each.impact / each.effort if each.impact is not None and each.effort else 0.0
    return each.status in CLOSED, ratio == 0.0, -ratio, -(each.impact or 0.0)
