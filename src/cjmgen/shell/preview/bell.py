"""bell: rings for every file that changed; what rings together is one change."""

import threading
import time

from cjmgen.value import dataclass

QUIET, LONGEST = 0.015, 0.5
"""Seconds without a ring after which a change is whole, and seconds after which it is taken for whole."""
DONE = 0.002
"""Seconds without a ring where the system says that the only file that changed is written."""


@dataclass(frozen=True, slots=True)
class Change:
    """The paths that changed together, in order; `folders` says that whole folders came, went or moved."""

    paths: tuple[str, ...]
    folders: bool = False


class Bell:
    """Collects what changed until somebody asks. Rung from the threads of watchers, asked from one."""

    def __init__(self) -> None:
        self._rung = threading.Condition()
        self._paths: set[str] = set()
        self._folders = False
        self._quiet, self._last = QUIET, 0.0

    def ring(self, *paths: str, folder: bool = False, written: bool = False) -> None:
        """These paths changed. `written` says that whoever changed them is done with them."""
        with self._rung:
            self._paths.update(paths)
            self._folders |= folder
            self._quiet = DONE if written and len(self._paths) == 1 else QUIET
            self._last = time.monotonic()
            self._rung.notify_all()

    @property
    def waiting(self) -> bool:
        """Whether something changed that nobody has asked for yet."""
        return bool(self._paths)

    def change(self, patience: float) -> Change | None:
        """What changed, once it is quiet again; None if nothing does for as long as patience lasts."""
        with self._rung:
            if not self._rung.wait_for(lambda: bool(self._paths), patience):
                return None
            until = time.monotonic() + LONGEST
            while (left := min(self._last + self._quiet, until) - time.monotonic()) > 0:
                self._rung.wait(left)
            made = Change(tuple(sorted(self._paths)), self._folders)
            self._paths, self._folders = set(), False
            return made
