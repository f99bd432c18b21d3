"""lanes: the lanes of the map that hold items, a cell a stage."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cjmgen.model.journey import Stage
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.view import SILENCE, Said

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


OF_NOTES = frozenset(
    {"actions", "thoughts", "questions", "feelings", "physical_evidence", "frontstage", "backstage", "support", "policies"}
)
"""Built-in lanes that a project may hide: nothing on a page leads into them."""


def lane(key: str, scene: Scene, read: Callable[[Stage], Iterable[T]]) -> Lane[T] | None:
    """A lane of what `read` finds in each stage; None when it finds nothing anywhere, or the project hides it."""
    if key in OF_NOTES and any(each.hidden and each.key == key for each in scene.edition.atlas.settings.lanes):
        return None
    cells = tuple(tuple(read(stage)) for stage in scene.journey.stages)
    return Lane(key, cells) if any(cells) else None
