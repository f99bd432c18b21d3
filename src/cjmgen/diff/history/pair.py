"""pair: two revisions of a project, and what changed from one to the other, reckoned when its page is drawn, which most are only once."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.changes import Changes
from cjmgen.diff.history.tale import Revision

NAMED = 10
"""Letters of a commit's name in an address."""

ANY = 6
"""Of so many revisions, the newest ones, any two are compared; of all others each with the one before it."""


class Pair:
    """Two revisions. It is known by a name, which stands for all that `make` will find."""

    def __init__(self, old: Revision, new: Revision, name: str, make: Callable[[], tuple[Changes, Atlas]]) -> None:
        self.old, self.new = old, new
        self._name, self._make = name, make

    def __repr__(self) -> str:
        return self._name

    @cached_property
    def told(self) -> tuple[Changes, Atlas]:
        """What changed, and the maps as they were in the later revision."""
        return self._make()


def paired(revisions: Sequence[Revision]) -> dict[str, tuple[Revision, Revision]]:
    """The pairs that are compared, by the names of their pages: `new` with the one before it, `old-new` with an earlier one."""
    found = {new.commit[:NAMED]: (old, new) for old, new in pairwise(revisions)}
    last = revisions[-ANY:]
    apart = ((old, new) for at, new in enumerate(last) for old in last[: max(at - 1, 0)])
    return {**found, **{f"{old.commit[:NAMED]}-{new.commit[:NAMED]}": (old, new) for old, new in apart}}
