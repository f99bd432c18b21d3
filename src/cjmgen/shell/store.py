"""store: answers kept in the project's folder `.cjmgen`, in one SQLite file that several processes may use at once.

The folder is safe to delete. The file's name holds what cjmgen and its libraries are at the moment, and a secret of this user, so that
neither another version nor a stranger's pull request can put words into its mouth.
"""

import contextlib
import json
import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cjmgen.digest import digest
from cjmgen.memo.store import Forgotten, Shortlived, Store
from cjmgen.shell.cache import secret, version

FOLDER = ".cjmgen"
_SOME = "SELECT key, value FROM kept WHERE step = ? AND key IN (SELECT value FROM json_each(?))"
_BELOW = "SELECT key FROM kept WHERE step = ? AND key >= ? AND key < ?"
_MANY = 500
"""Keys asked for in one question, and texts written at once."""


class DiskStore:
    """A store in a file. What SQLite says is wrong with the file comes up as Forgotten."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._waiting: dict[tuple[str, str], str] = {}
        self._news: list[tuple[str, str, str]] | None = None
        self._one = threading.RLock()
        """A preview looks in one thread and draws in others."""
        self._open()
        with _sound():
            self._file.execute("CREATE TABLE IF NOT EXISTS kept (step TEXT, key TEXT, value TEXT, PRIMARY KEY (step, key)) WITHOUT ROWID")

    def _open(self) -> None:
        with _sound():
            self._file = sqlite3.connect(self.place, timeout=30, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = OFF")

    def fork(self) -> None:
        """Go on in a child of the process that opened it: SQLite's connections may not be shared, and only the parent writes."""
        self._news = []
        self._open()

    def news(self) -> list[tuple[str, str, str]]:
        """What was put in this child since it was last asked."""
        told, self._news = self._news or [], []
        return told

    def get(self, step: str, key: str) -> str | None:
        """What was kept; None where nothing was."""
        with self._one, _sound():
            if (step, key) in self._waiting:
                return self._waiting[step, key]
            found = self._file.execute("SELECT value FROM kept WHERE step = ? AND key = ?", (step, key)).fetchone()
        return str(found[0]) if found else None

    def some(self, step: str, keys: Iterable[str]) -> Mapping[str, str]:
        """All that was kept of these keys."""
        wanted = list(keys)
        found: dict[str, str] = {}
        with self._one, _sound():
            for at in range(0, len(wanted), _MANY):
                part = json.dumps(wanted[at : at + _MANY])
                found.update(self._file.execute(_SOME, (step, part)))
            return {**found, **{key: self._waiting[step, key] for key in wanted if (step, key) in self._waiting}}

    def below(self, step: str, start: str) -> list[str]:
        """The keys that begin with these characters, whose last is not the last there is."""
        end = start[:-1] + chr(ord(start[-1]) + 1)
        with self._one, _sound():
            found = {str(key) for (key,) in self._file.execute(_BELOW, (step, start, end))}
            return sorted(found | {key for kept, key in self._waiting if kept == step and key.startswith(start)})

    def put(self, step: str, key: str, value: str) -> None:
        """Keep a text."""
        with self._one:
            self._waiting[step, key] = value
            if self._news is not None:
                self._news.append((step, key, value))
            elif len(self._waiting) >= _MANY:
                self.write()

    def write(self) -> None:
        """Write down what waits."""
        with self._one:
            rows = [(step, key, value) for (step, key), value in self._waiting.items()]
            if rows:
                with _sound(), _transaction(self._file):
                    self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            self._waiting.clear()

    def close(self) -> None:
        """Write what waits and let the file go."""
        self.write()
        self._file.close()


@contextlib.contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as failure:
        raise Forgotten(str(failure)) from failure


@contextlib.contextmanager
def _transaction(file: sqlite3.Connection) -> Iterator[None]:
    file.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        file.execute("ROLLBACK")
        raise
    file.execute("COMMIT")


def open_store(root: Path) -> Store:
    """The store of a project; one that lasts as long as the process where none can be kept."""
    try:
        return DiskStore(_place(root))
    except (OSError, Forgotten, sqlite3.Error) as failure:
        sys.stderr.write(f"warning: nothing is remembered in {FOLDER}: {failure}\n")
        return Shortlived()


def renewed(root: Path) -> Store:
    """A new store in place of one that is spoilt."""
    with contextlib.suppress(OSError):
        for ending in ("", "-wal", "-shm"):
            Path(f"{_place(root)}{ending}").unlink(missing_ok=True)
    return open_store(root)


def _place(root: Path) -> Path:
    """The file of this version and this user. A folder that is a link is refused: no path leads out of the project."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise OSError(f"{folder} is a link")
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")
    place = folder / f"memo-{digest((secret(), version()))}.sqlite"
    if place.is_symlink():
        raise OSError(f"{place} is a link")
    return place
