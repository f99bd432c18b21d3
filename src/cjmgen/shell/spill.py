"""spill: a folder for what an engine lays on disk; it goes with its process, or is taken away by the next one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cjmgen.shell.held import is_still, opened, release, taken

_PREFIX = "cjmgen-spill-"


@contextmanager
def spill() -> Iterator[Path]:
    """A folder that is held as long as it is needed. What killed processes left behind may fill a disk, so it is removed first."""
    parent = Path(tempfile.gettempdir())
    for left in parent.glob(f"{_PREFIX}*"):
        _removed_unless_held(left)
    folder, handle = _made()
    try:
        yield folder
    finally:
        release(handle)
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _made() -> tuple[Path, int]:
    """A new folder, held; another one where somebody took it for left behind before it was."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with suppress(FileNotFoundError):
            handle = opened(folder)
            if taken(handle) and is_still(folder, handle):
                return folder, handle
            os.close(handle)


def _removed_unless_held(folder: Path) -> None:
    with suppress(OSError):  # somebody else's, or gone by now
        if folder.is_symlink():
            return
        handle = opened(folder)
        try:
            if taken(handle):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)
