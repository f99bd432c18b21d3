"""entries: what stands in the cells of a comparison, as templates see it."""

from typing import Generic, TypeVar

from cjmgen.model.amount import Amount
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One subject in a cell. `there` says whether it has the stage at all, `value` is None where nobody noted one."""

    style: int
    there: bool
    value: T | None


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """A cell with its id in the page."""

    spot: str
    entries: tuple[Entry[T], ...]


@dataclass(frozen=True, slots=True)
class Felt:
    """A score, and how far it is from the first subject's; `change` is None for the first and where one is missing."""

    score: float
    change: float | None


@dataclass(frozen=True, slots=True)
class Onward:
    """The share that moves on, the difference in percentage points, and the decimals by which those beside each other look apart."""

    share: float
    change: float | None
    digits: int | None


@dataclass(frozen=True, slots=True)
class Aches:
    """Severe pains: how many, how bad the worst, which."""

    count: int
    worst: int
    items: tuple[Anchor, ...]
    change: float | None


@dataclass(frozen=True, slots=True)
class Chances:
    """Opportunities, each with its status."""

    items: tuple[tuple[Anchor, str], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A channel. `sign` is + for one the first subject lacks, - for one only the first has, else ""."""

    said: Said
    icon: str
    sign: str


@dataclass(frozen=True, slots=True)
class Span:
    """How long a stage takes, and what is waited before."""

    duration: Said
    wait: Said


@dataclass(frozen=True, slots=True)
class Trust:
    """Claims, how many of them are validated, and what all of them weigh, 0 … 1."""

    share: float
    weight: float
    validated: int
    total: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric of one subject; `change` is the difference in the metric's own measure, better or worse."""

    value: Amount | None
    change: float | None
    better: bool | None


@dataclass(frozen=True, slots=True)
class Dial:
    """A metric that two subjects or more have in a column."""

    said: Said
    unit: Said
    gauges: tuple[tuple[int, Gauge], ...]


@dataclass(frozen=True, slots=True)
class Touch:
    """A touchpoint of a column. `sign` is + where the first subject lacks it, - where only the first has it, else "".

    `names` are what it is called, each with the styles of the subjects that call it so.
    """

    sign: str
    names: tuple[tuple[Anchor, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the table: entries by subject, or for touchpoints and metrics what the subjects share."""

    key: str
    cells: tuple[Cell[object], ...]
