"""many: work shared among processes, with the same results as in one."""

import gc
import json
import os
import selectors
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cjmgen.memo.store import Store

ENOUGH = 24
"""Pieces of work from which on several processes are faster: starting two costs as much as a few pages or files."""

_BLOCK = 8
"""Pieces that a process does one after another: neighbours share what they are made of."""


@dataclass(slots=True)
class _Worker:
    """A child at work: its process, the end of the pipe that it writes into, and what came through so far."""

    process: int
    pipe: int
    came: bytearray = field(default_factory=bytearray)
    done: deque[str | None] = field(default_factory=deque)


class Workers:
    """Does pieces of work in so many processes. Children are forks, so nothing has to be packed up for them."""

    def __init__(self, jobs: int, store: Store) -> None:
        self._jobs, self._store = jobs, store

    def __call__(self, work: Callable[[int], str], count: int) -> Iterator[str]:
        """The results in the order of the numbers."""
        if self._jobs < 2 or count < ENOUGH or not _may_fork():
            return map(work, range(count))
        return self._shared(work, count)

    def _shared(self, work: Callable[[int], str], count: int) -> Iterator[str]:
        sys.stdout.flush()
        sys.stderr.flush()
        # what is there already is nothing a child's collector should look through: looking alone would copy it
        gc.freeze()
        workers = [self._start(work, count, turn) for turn in range(self._jobs)]
        try:
            for number in range(count):
                worker = workers[number // _BLOCK % self._jobs]
                while not worker.done and worker.pipe >= 0:
                    _listen(workers, self._store)
                result = worker.done.popleft() if worker.done else None
                # what went wrong there goes wrong here once more, where somebody can be told
                yield work(number) if result is None else result
        finally:
            for worker in workers:
                _end(worker)
            gc.unfreeze()

    def _start(self, work: Callable[[int], str], count: int, turn: int) -> _Worker:
        ours, theirs = os.pipe()
        process = os.fork()
        if process:
            os.close(theirs)
            return _Worker(process, ours)
        code = 1
        try:
            os.close(ours)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            self._store.fork()
            with os.fdopen(theirs, "wb") as pipe:
                for number in (number for number in range(count) if number // _BLOCK % self._jobs == turn):
                    pipe.write(_told(work, number, self._store))
                    pipe.flush()
            code = 0
        finally:
            os._exit(code)


def _may_fork() -> bool:
    """Whether this process may be copied: it has one thread, and a system on which copies of it can go on."""
    return sys.platform not in ("win32", "darwin") and threading.active_count() == 1


def _told(work: Callable[[int], str], number: int, store: Store) -> bytes:
    """A result and what was put into the store on the way, as one line."""
    try:
        return json.dumps([work(number), store.news()]).encode() + b"\n"
    except Exception:
        return b"[null, []]\n"


def _listen(workers: list[_Worker], store: Store) -> None:
    """Take in what any of the workers has to say."""
    with selectors.DefaultSelector() as ears:
        for worker in workers:
            if worker.pipe >= 0:
                ears.register(worker.pipe, selectors.EVENT_READ, worker)
        for key, _ in ears.select():
            _hear(key.data, store)


def _hear(worker: _Worker, store: Store) -> None:
    part = os.read(worker.pipe, 1 << 20)
    if not part:
        os.close(worker.pipe)
        worker.pipe = -1
        return
    worker.came += part
    *lines, rest = worker.came.split(b"\n")
    worker.came = bytearray(rest)
    for line in lines:
        result, news = json.loads(line)
        for step, key, value in news:
            store.put(step, key, value)
        worker.done.append(result)


def _end(worker: _Worker) -> None:
    if worker.pipe >= 0:
        os.close(worker.pipe)
        os.kill(worker.process, signal.SIGKILL)
    os.waitpid(worker.process, 0)


def jobs_here() -> int:
    """As many processes as there are cores for this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
