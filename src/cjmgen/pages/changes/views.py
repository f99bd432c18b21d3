"""views: what the map of a journey with its changes shows: columns, lanes, and in each cell what is there and what was."""

from cjmgen.pages.changes.chart import Chart, Felt
from cjmgen.pages.changes.entry import Entry, Mark
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A stage. `mark` says whether it is new, gone, or stands elsewhere now."""

    anchor: Anchor
    number: int
    """Its place in the journey as it is, 0 for one that is gone."""
    mark: Mark
    felt: Felt
    still: bool = False
    """Whether nothing changed in it: a narrow screen leaves it out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stage in a lane: what is there and what was."""

    entries: tuple[Entry, ...]
    more: int
    """How many things changed besides."""
    rest: int
    """How many did not change, besides those that are shown."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane, a cell for each column."""

    key: str
    """A phrase below `changes.lane.`; for a free lane its own name."""
    title: Said
    """What the project calls a free lane."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The map; `about` is what changed of the journey as a whole."""

    columns: tuple[Column, ...]
    missing: int
    """Stages that are not shown."""
    chart: Chart | None
    lanes: tuple[Lane, ...]
    about: tuple[Entry, ...]
    more: int
    """How many changes of the journey as a whole are not shown."""
