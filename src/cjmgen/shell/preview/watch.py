"""watch: rings the bell when something in a project changes, told by the system or by looking again and again."""

import threading
import time
from pathlib import Path
from typing import Protocol

from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.mounts import silent
from cjmgen.shell.preview.territory import differences, stamps
from cjmgen.shell.wrong import Refused

EVERY = 0.2
"""Seconds between two looks of a watcher that polls, if each takes a tenth of that."""

MISSING = (
    "live preview needs the package watchdog, which is not installed\n"
    "Install it with `pip install 'cjmgen[serve]'`, or start with --poll, which looks for changes five times a second."
)


class Watcher(Protocol):
    """Something that rings a bell."""

    output: str
    """The folder of the finished site, whose changes mean nothing."""
    how: str
    """How it learns of changes, if that deserves a word; else ""."""

    def settle(self) -> None:
        """Whole folders may have come or gone: watch those that are there now."""

    def stop(self) -> None:
        """Ring no more."""


class Polling:
    """Looks at every file again and again; needs nothing of the system, and works on any disk."""

    def __init__(self, root: Path, bell: Bell, output: str, how: str) -> None:
        self.output, self.how = output, how
        self._root, self._bell = root, bell
        self._known = stamps(root, output)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cjmgen-poll", daemon=True)
        self._thread.start()

    def settle(self) -> None:
        """Every look is at all there is."""

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join(EVERY)

    def _run(self) -> None:
        pause = EVERY
        while not self._over.wait(pause):
            started = time.monotonic()
            now = stamps(self._root, self.output)
            changed = differences(self._known, now)
            self._known = now
            if changed:
                self._bell.ring(*changed)
            pause = max(EVERY, 10 * (time.monotonic() - started))


def watch(root: Path, bell: Bell, output: str, poll: bool) -> Watcher:
    """The watcher that fits the disk: the system's own notices where there are any."""
    if poll:
        return Polling(root, bell, output, "looking for changes five times a second")
    if kind := silent(root):
        return Polling(root, bell, output, f"this disk ({kind}) tells of no changes: looking for them five times a second")
    try:
        from cjmgen.shell.preview.notices import Notices
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] != "watchdog":
            raise
        raise Refused(MISSING) from None
    try:
        return Notices(root, bell, output)
    except OSError as failure:
        return Polling(root, bell, output, f"the system watches no more folders ({failure.strerror}): looking five times a second")
