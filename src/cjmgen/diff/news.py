"""news: what changed in a project since an earlier version, as one value that is laid beside its maps."""

from cjmgen.diff.changes import Changes
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A file that one of the versions has with an error, and the first thing that is wrong with it."""

    side: str
    file: str
    code: str
    message: str


@dataclass(frozen=True, eq=False, slots=True)
class News:
    """The changes since a version that goes by the name of `base`, and what could not be read of either."""

    base: str
    changes: Changes
    gaps: tuple[Gap, ...] = ()
    more: int = 0
    """How many files there are besides."""
    head: str = ""
    """What the newer version is called, "" for the maps as they stand."""
    untold: int = 0
    """How many entities are not compared, as something in them became internal."""
