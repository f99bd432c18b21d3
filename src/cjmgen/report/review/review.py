"""review: all that a report of changes shows: the changes, what the two versions are called, and what could not be read of them."""

from cjmgen.diff.changes import Changes
from cjmgen.diff.news import Gap
from cjmgen.value import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Review:
    """Changes between two versions. `language` is the one that titles are shown in."""

    changes: Changes
    old: str
    new: str
    language: str
    gaps: tuple[Gap, ...] = ()
