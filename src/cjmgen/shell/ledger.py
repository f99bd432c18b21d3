"""ledger: the digests of files on a disk, believed as git believes its index: as long as size, time and inode are the same."""

import json
import os
import time
from collections.abc import Callable

from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Store

Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, inode."""

_TICK = 20_000_000
"""Nanoseconds in which a file might change twice and keep its time; where clocks count whole seconds, two of them."""


class Ledger:
    """Digests by path. An entry as young as the ledger itself is doubted: the file may have changed again within the same tick."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._began = time.time_ns()
        self._written, self._known = _opened(store.get("ledger", name))
        self._now: dict[str, tuple[int, int, int, str]] = {}
        self._news = False

    @staticmethod
    def stamp(seen: os.stat_result) -> Stamp:
        """The stamp of a file."""
        return seen.st_size, seen.st_mtime_ns, seen.st_ino

    def digest(self, path: str, stamp: Stamp, read: Callable[[], bytes]) -> Digest:
        """The digest of a file's bytes, which are only read if they have to be."""
        known = self._known.get(path)
        if known is None or known[:3] != stamp or not self._older(stamp[1]):
            known = *stamp, digest(read())
        self._now[path] = known
        return Digest(known[3])

    def note(self, path: str, stamp: Stamp, name: Digest) -> None:
        """A file has this digest: whoever says so has just written it."""
        self._now[path] = *stamp, name

    def renew(self) -> None:
        """From now on only what is noted counts, at this moment."""
        self._began, self._now = time.time_ns(), {}

    def again(self) -> None:
        """Look at everything once more: what was found this time is what is known from now on."""
        self._news = self._changed
        self._written, self._known = self._began, self._now
        self.renew()

    def _older(self, time_ns: int) -> bool:
        return time_ns + (_TICK if time_ns % 1_000_000_000 else 2_000_000_000) < self._written

    def keep(self) -> None:
        """Write down what is known of the files that were asked for."""
        if self._changed:
            self._store.put("ledger", self._name, json.dumps([self._began, self._now], ensure_ascii=False))

    @property
    def _changed(self) -> bool:
        """Whether more is known now than what is written down."""
        return self._news or self._now != self._known or any(not self._older(known[1]) for known in self._now.values())


def _opened(text: str | None) -> tuple[int, dict[str, tuple[int, int, int, str]]]:
    try:
        written, files = json.loads(text or "")
        return int(written), {path: (size, changed, inode, name) for path, (size, changed, inode, name) in files.items()}
    except (ValueError, TypeError, AttributeError):
        return 0, {}
