"""lanes: the lanes of the map that hold items, a cell a stage, and the order a project puts all lanes in."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from cjmgen.model.journey import Stage
from cjmgen.model.lane import BLUEPRINT, LANES
from cjmgen.model.lane import Lane as Listed
from cjmgen.pages.journey.items import Item
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Lane(Generic[T]):
    """A lane with a cell for every stage, each a tuple of items."""

    key: str
    cells: tuple[tuple[T, ...], ...]


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane in its place on the page. One of notes brings them; all others stand in the view's field of the same name."""

    key: str
    """goal, actions, emotion … for the words `lane.<key>`, or the id of a free lane."""
    title: Said
    """The project's name for it; a free lane always has one."""
    icon: str
    notes: Lane[Item] | None = None
    behind: bool = False
    """Whether it belongs to the service blueprint."""
    lines: tuple[str, ...] = ()
    """The lines of a blueprint that run above it: interaction, visibility, internal."""
    leads: bool = False
    """Whether it is what customers do, right above the blueprint, which would begin with the same: then it is shown once."""


def lane(key: str, scene: Scene, read: Callable[[Stage], Iterable[T]]) -> Lane[T] | None:
    """A lane of what `read` finds in each stage; None when it finds nothing anywhere, or the project hides it."""
    if key in scene.hidden:
        return None
    cells = tuple(tuple(read(stage)) for stage in scene.journey.stages)
    return Lane(key, cells) if any(cells) else None


def row(scene: Scene, key: str, notes: Lane[Item] | None = None, behind: bool = False, lines: tuple[str, ...] = ()) -> LaneRow:
    """A lane of the map under the name and with the icon that the project gives it."""
    listed = scene.listed.get(key)
    return LaneRow(key, scene.say(listed.title if listed else None), (listed.icon if listed else None) or "", notes, behind, lines)


class Placed(Protocol):
    """What stands in a lane's place."""

    @property
    def key(self) -> str:
        """The lane's name."""

    @property
    def behind(self) -> bool:
        """Whether it belongs to the service blueprint."""


P = TypeVar("P", bound=Placed)


def in_order(listed: Sequence[Listed], rows: Iterable[P]) -> tuple[P, ...]:
    """Rows as the project lists them, those it doesn't list after them as they come.

    A list that names no lane of the map only declares free lanes, or hides some: it orders nothing.
    """
    shown = [each.key for each in listed if not each.hidden]
    if not any(key in LANES for key in shown):
        return tuple(rows)
    blocks = list(dict.fromkeys(map(_block, shown)))
    places = {block: place for place, block in enumerate(blocks)}
    return tuple(sorted(rows, key=lambda each: places.get("blueprint" if each.behind else _block(each.key), len(places))))


def _block(key: str) -> str:
    """The lanes that move together: those of the blueprint, and handoffs with the teams whose borders they stand on."""
    return "blueprint" if key in BLUEPRINT else "teams" if key == "handoffs" else key
