"""one_build: work in a process of its own that may be killed, quickly: it is forked from one that has imported everything."""

import itertools
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from cjmgen.shell import cli
from cjmgen.shell.site_folder import as_files, write
from cjmgen.tree import Tree

Work = Callable[[], None]

_CHANGING = ("replace", "unlink", "rmdir", "mkdir", "fsync")
"""Every call of `os` by which a site's folder is changed, but for the writing of files."""


def started(work: Work, said: Path | None = None) -> BaseProcess:
    """The work, running; what it says goes to a file."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["one_build", "cjmgen.shell.build"])
    process = processes.Process(target=_run, args=(work, str(said or os.devnull)))
    process.start()
    return process


def ended(work: Work, said: Path | None = None) -> int:
    """The exit code of the work; minus the signal that killed it."""
    process = started(work, said)
    process.join(60)
    assert process.exitcode is not None, "it hangs"
    return process.exitcode


def _run(work: Work, said: str) -> None:
    with open(said, "w", encoding="utf-8") as out:
        sys.stdout = sys.stderr = out
        work()


def command(*words: str) -> Work:
    """A command of cjmgen."""
    return partial(_command, words)


def _command(words: tuple[str, ...]) -> None:
    sys.argv = ["cjmgen", *words]
    cli.main()


def writing(site: dict[str, bytes], folder: Path) -> Work:
    """A site written to a folder."""
    return partial(_write, site, folder)


def _write(site: dict[str, bytes], folder: Path) -> None:
    write(as_files(Tree.of(site)), folder)


def killed_at(call: int, work: Work) -> Work:
    """The work, killed right before its nth call that changes a folder."""
    return partial(_kill_at, call, work)


def _kill_at(call: int, work: Work) -> None:
    calls = itertools.count(1)
    for name in _CHANGING:
        setattr(os, name, partial(_unless, calls, call, getattr(os, name)))
    work()


def _unless(calls: Iterator[int], last: int, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
    if next(calls) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return function(*given, **named)


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a site's folder, without what is hidden at its top."""
    found = {place.relative_to(folder).as_posix(): place for place in folder.rglob("*") if place.is_file()}
    return {path: place.read_bytes() for path, place in sorted(found.items()) if not path.startswith(".")}
