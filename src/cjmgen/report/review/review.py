"""review: all that a report of changes shows: the changes, what the two versions are called, and what could not be read of them."""

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
class Review:
    """Changes between two versions. `language` is the one that titles are shown in."""

    changes: Changes
    old: str
    new: str
    language: str
    gaps: tuple[Gap, ...] = ()
