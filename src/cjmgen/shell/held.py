"""held: whether a process holds a folder, which it does no longer than it lives, however it ends."""

import os
import sys
from pathlib import Path

LOCK = ".cjmgen-lock"
"""Held where a folder itself can't be locked."""

if sys.platform == "win32":
    import msvcrt

    def opened(folder: Path) -> int:
        """What a folder is held by."""
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT)

    def taken(handle: int) -> bool:
        """Hold the folder, unless somebody else does."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def release(handle: int) -> None:
        """Hold the folder no longer."""
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

    def is_still(folder: Path, handle: int) -> bool:
        """Whether the folder is there: it is, as one with an open file in it can't be taken away."""
        return True

else:
    import fcntl

    def opened(folder: Path) -> int:
        """What a folder is held by."""
        return os.open(folder, os.O_RDONLY)

    def taken(handle: int) -> bool:
        """Hold the folder, unless somebody else does."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(handle: int) -> None:
        """Hold the folder no longer; closing alone would leave it with forked processes that are about to end."""
        fcntl.flock(handle, fcntl.LOCK_UN)

    def is_still(folder: Path, handle: int) -> bool:
        """Whether the folder that was waited for is there: who made it takes it away again where the work fails."""
        try:
            return os.path.samestat(folder.stat(), os.fstat(handle))
        except FileNotFoundError:
            return False
