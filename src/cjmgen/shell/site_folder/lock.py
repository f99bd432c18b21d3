"""lock: one process at a time in a site's folder; who comes second waits, and says so."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjmgen.shell.held import is_still, opened, release, taken
from cjmgen.shell.shown import slashed

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
            handle = opened(folder)
        except FileNotFoundError:
            continue  # whoever had made it took it away
        try:
            _wait(folder, handle)
            try:
                if is_still(folder, handle):
                    yield
                    return
            finally:
                release(handle)
        finally:
            os.close(handle)


def _wait(folder: Path, handle: int) -> None:
    """Try again and again; a lock that blocks could not say what it waits for."""
    started = time.monotonic()
    said = False
    while not taken(handle):
        if not said and time.monotonic() - started > PATIENCE:
            said = True
            sys.stderr.write(f"Waiting for another cjmgen that writes {slashed(folder)} …\n")
            sys.stderr.flush()
        time.sleep(_EVERY)
