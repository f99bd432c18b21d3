"""rounds: the life of a preview: something changes, the project is looked at, and what is seen now is shown and told."""

import os
import time
from collections.abc import Callable

from cjmgen.problem import Stopped
from cjmgen.shell.look import Look, Lookout
from cjmgen.shell.preview.bell import Bell, Change
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.told import Told
from cjmgen.shell.preview.watch import Watcher
from cjmgen.shell.wrong import Refused

PATIENCE = 1.0
"""Seconds that the loop sleeps at a time, so that Ctrl-C is noticed everywhere."""
HALF_WRITTEN, AGAIN, TRIES = 0.15, 0.05, 5
"""Seconds that an empty file is given to be filled, and seconds and times that what changed under the eyes is looked at again."""
FEW, SETTLED = 50, 0.5
"""Files that are believed to be the only ones that changed; seconds of quiet after which all are looked at, to see whether that is true."""


class Rounds:
    """Looks, shows and tells, round after round."""

    def __init__(self, lookout: Lookout, showing: Showing, bell: Bell, watcher: Watcher, told: Told) -> None:
        self._lookout, self._showing, self._bell, self._watcher, self._told = lookout, showing, bell, watcher, told
        self._doubt = False

    def run(self, over: Callable[[], bool] = lambda: False) -> None:
        """The first look, and one for each change, until it is over."""
        self._round(("first look",))
        while not over():
            change = self._bell.change(SETTLED if self._doubt else PATIENCE) or self._idle()
            if change and not over():
                self._let_write(change)
                self._watcher.settle()
                self._round(change.paths, () if change.folders or len(change.paths) > FEW else change.paths)
                self._doubt = True

    def _round(self, changed: tuple[str, ...], alone: tuple[str, ...] = ()) -> None:
        started = time.monotonic()
        before = self._showing.now
        try:
            look = self._look(alone)
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

    def _look(self, changed: tuple[str, ...]) -> Look:
        """One look. A file that goes away or changes while it is read, as in a move or a save, is looked for again in a moment."""
        for _ in range(TRIES):
            try:
                return self._lookout.look(changed)
            except (FileNotFoundError, Refused):
                time.sleep(AGAIN)
        return self._lookout.look()

    def _let_write(self, change: Change) -> None:
        """Some editors empty a file before they fill it: wait for the rest, so that no mistake flashes up that nobody made."""
        until = time.monotonic() + HALF_WRITTEN
        while time.monotonic() < until and any(self._empty(path) for path in change.paths[:FEW]):
            time.sleep(0.005)

    def _empty(self, path: str) -> bool:
        try:
            return os.stat(self._lookout.root / path).st_size == 0
        except OSError:
            return False

    def _idle(self) -> Change | None:
        """Nothing changed for a while: time to write down what was learnt, and to look for what the system kept to itself."""
        self._lookout.keep()
        if not self._doubt:
            return None
        self._doubt = False
        try:
            missed = self._lookout.missed()
        except (OSError, Refused):
            return None  # whatever is on the move rings when it has come to rest
        return Change(missed) if missed else None
