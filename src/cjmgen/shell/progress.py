"""progress: a bar on the terminal for work that takes long; nothing anywhere else."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TextIO, TypeVar

from cjmgen.tree import Tree

T = TypeVar("T")

PATIENCE = 0.7
"""Seconds of work after which a bar is shown."""

_WIDTH, _EVERY = 24, 0.05


@dataclass
class Progress:
    """A bar over some steps, drawn on standard error when that is a terminal and wiped when the work is done."""

    label: str
    total: int
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _done: int = 0
    _next: float = 0
    _shown: bool = False

    def __enter__(self) -> "Progress":
        self._next = time.monotonic() + PATIENCE if self.stream.isatty() else float("inf")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def step(self) -> None:
        """One step is done."""
        self._done += 1
        if (now := time.monotonic()) >= self._next:
            self._next, self._shown = now + _EVERY, True
            self.stream.write(f"\r{bar(self.label, self._done, self.total)}\x1b[K")
            self.stream.flush()

    def over(self, items: Iterator[T]) -> Iterator[T]:
        """The items, each a step when it was made."""
        for item in items:
            self.step()
            yield item

    def watch(self, files: Tree) -> Tree:
        """The files, each a step when it is first read."""
        return _Watched(files, self)


class _Watched(Tree):
    """Files under the eyes of a progress bar."""

    __slots__ = ("_progress", "_read")

    def __init__(self, files: Tree, progress: Progress) -> None:
        self._blobs = files._blobs
        self._progress, self._read = progress, set[str]()

    def __getitem__(self, path: str) -> bytes:
        if path not in self._read:
            self._read.add(path)
            self._progress.step()
        return super().__getitem__(path)


def bar(label: str, done: int, total: int) -> str:
    """`Reading  ████████░░░░░░░░  412/1000`"""
    full = _WIDTH * min(done, total) // max(total, 1)
    return f"{label:<8} {'█' * full}{'░' * (_WIDTH - full)} {done}/{total}"
