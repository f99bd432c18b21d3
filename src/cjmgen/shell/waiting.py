"""waiting: a bar on the terminal while one long answer is waited for; nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TextIO

from cjmgen.shell.progress import PATIENCE, bar

_EVERY = 0.2


@contextmanager
def waiting(label: str, share: Callable[[], float], stream: TextIO | None = None) -> Iterator[None]:
    """Show how much is done, asked a few times a second; below 0 nobody knows."""
    out = stream or sys.stderr
    if not out.isatty():
        yield
        return
    over = Event()
    watcher = Thread(target=_watch, args=(label, share, out, over), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(label: str, share: Callable[[], float], out: TextIO, over: Event) -> None:
    shown = False
    late = over.wait(PATIENCE)
    while not late:
        done = share()
        out.write(f"\r{bar(label, round(100 * done), 100)}\x1b[K" if done >= 0 else f"\r{label} …\x1b[K")
        out.flush()
        shown, late = True, over.wait(_EVERY)
    if shown:
        out.write("\r\x1b[K")
        out.flush()
