"""rounds: the life of a preview: something changes, the project is looked at, and what is seen now is shown and told."""

import os
import time
from collections.abc import Callable

from cjmgen.problem import Stopped
from cjmgen.shell.look import Look, Lookout
from cjmgen.shell.preview.bell import Bell, Change
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.territory import Stamp, differences, stamps
from cjmgen.shell.preview.told import Told
from cjmgen.shell.preview.watch import Watcher
from cjmgen.shell.wrong import Refused

PATIENCE = 1.0
"""Seconds that the loop sleeps at a time, so that Ctrl-C is noticed everywhere."""
HALF_WRITTEN, AGAIN, TRIES = 0.15, 0.05, 5
"""Seconds that an empty file is given to be filled, and seconds and times that what changed under the eyes is looked at again."""
MANY, SETTLED = 50, 0.5
"""Files that change together and may have outrun the system's queue; seconds of quiet after which they are counted again."""


class Rounds:
    """Looks, shows and tells, round after round."""

    def __init__(self, lookout: Lookout, showing: Showing, bell: Bell, watcher: Watcher, told: Told) -> None:
        self._lookout, self._showing, self._bell, self._watcher, self._told = lookout, showing, bell, watcher, told
        self._doubt: dict[str, Stamp] | None = None

    def run(self, over: Callable[[], bool] = lambda: False) -> None:
        """The first look, and one for each change, until it is over."""
        self._round(("first look",))
        while not over():
            change = self._bell.change(SETTLED if self._doubt is not None else PATIENCE) or self._counted()
            if change and not over():
                self._let_write(change)
                self._watcher.settle()
                self._doubt = stamps(self._lookout.root, self._watcher.output) if change.folders or len(change.paths) > MANY else None
                self._round(change.paths)

    def _round(self, changed: tuple[str, ...]) -> None:
        started = time.monotonic()
        before = self._showing.now
        try:
            look = self._look()
        except Stopped as stop:
            sight = before.without(str(stop))
        except Refused as refused:
            sight = before.without(refused.message)
        except OSError as failure:
            sight = before.without(f"{failure.strerror or failure}: {failure.filename}")
        except Exception as failure:
            if os.environ.get("CJMGEN_TRACEBACK") == "1":
                raise
            sight = before.without(f"internal error: {type(failure).__name__}: {' '.join(str(failure).split())[:300]}")
        else:
            sight = before.after(look)
            self._watcher.output = look.settings.output.strip("/")
        self._showing.show(sight)
        self._told.update(sight, changed, time.monotonic() - started)

    def _look(self) -> Look:
        """One look. A file that goes away or changes while it is read, as in a move or a save, is looked for again in a moment."""
        for _ in range(TRIES):
            try:
                return self._lookout.look()
            except (FileNotFoundError, Refused):
                time.sleep(AGAIN)
        return self._lookout.look()

    def _let_write(self, change: Change) -> None:
        """Some editors empty a file before they fill it: wait for the rest, so that no mistake flashes up that nobody made."""
        until = time.monotonic() + HALF_WRITTEN
        while time.monotonic() < until and any(self._empty(path) for path in change.paths[:MANY]):
            time.sleep(0.005)

    def _empty(self, path: str) -> bool:
        try:
            return os.stat(self._lookout.root / path).st_size == 0
        except OSError:
            return False

    def _counted(self) -> Change | None:
        """After a change of many files: what the system may have kept to itself."""
        if self._doubt is None:
            return None
        found = differences(self._doubt, stamps(self._lookout.root, self._watcher.output))
        self._doubt = None
        return Change(found) if found else None
