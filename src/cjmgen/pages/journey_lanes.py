"""journey_lanes: the lanes of the map that hold items, a cell a stage."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from cjmgen.pages.journey_items import SILENCE
from cjmgen.pages.view import Said

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Lane(Generic[T]):
    """A lane with a cell for every stage, each a tuple of items.

    `key` names it (`actions`, `thoughts`, `backstage` …) for the words `lane.<key>`; a free lane brings its own title.
    """

    key: str
    cells: tuple[tuple[T, ...], ...]
    title: Said = SILENCE
    icon: str = ""
    lines: tuple[str, ...] = ()
    """The lines of a blueprint that run above this lane: interaction, visibility, internal."""
