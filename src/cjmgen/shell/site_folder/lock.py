"""lock: one process at a time in a site's folder; who comes second waits, and says so."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjmgen.shell.shown import slashed
from cjmgen.shell.site_folder.claim import LOCK

PATIENCE = 0.7
"""Seconds of waiting after which it is said aloud."""

_EVERY = 0.02


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes the folder, which is made if it isn't there.

    The lock goes with its process, however that ends. Processes forked inside hold it too: should one outlive its parent
    and still lay pages aside, the next build waits for it.
    """
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            handle = _opened(folder)
        except FileNotFoundError:
            continue  # whoever had made it took it away
        try:
            _wait(folder, handle)
            try:
                if _is_still(folder, handle):
                    yield
                    return
            finally:
                _release(handle)
        finally:
            os.close(handle)


def _wait(folder: Path, handle: int) -> None:
    """Try again and again; a lock that blocks could not say what it waits for."""
    started = time.monotonic()
    said = False
    while not _taken(handle):
        if not said and time.monotonic() - started > PATIENCE:
            said = True
            sys.stderr.write(f"Waiting for another cjmgen that writes {slashed(folder)} …\n")
            sys.stderr.flush()
        time.sleep(_EVERY)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

    def _is_still(folder: Path, handle: int) -> bool:
        return True  # a folder with an open file in it can't be taken away there

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(handle: int) -> None:
        # closing alone would leave it with forked processes that are about to end
        fcntl.flock(handle, fcntl.LOCK_UN)

    def _is_still(folder: Path, handle: int) -> bool:
        """Whether the folder that was waited for is there: who made it takes it away again where the work fails."""
        try:
            return os.path.samestat(folder.stat(), os.fstat(handle))
        except FileNotFoundError:
            return False
