"""memory: what a command remembers of a project from earlier ones, and the processes it may share its work with."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cjmgen.memo.store import Forgotten, Shortlived, Store
from cjmgen.shell.cache import CodeFolder
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.many import Workers, jobs_here
from cjmgen.shell.store import DiskStore, open_store, renewed

T = TypeVar("T")


class Memory:
    """A project's store, the ledgers of the files that are read, and the code of templates."""

    def __init__(self, store: Store, jobs: int | None = None) -> None:
        self.store = store
        self.codes = CodeFolder() if isinstance(store, DiskStore) else None
        self.sources, self.themes = Ledger(store, "sources"), Ledger(store, "themes")
        self.many = Workers(jobs or jobs_here(), store)

    def again(self) -> None:
        """Look at all files once more."""
        self.sources.again()
        self.themes.again()

    def learn(self) -> None:
        """Keep what was learnt."""
        self.sources.keep()
        self.themes.keep()
        if isinstance(self.store, DiskStore):
            self.store.write()

    def keep(self) -> None:
        """Keep what was learnt, and let the store go."""
        self.learn()
        if isinstance(self.store, DiskStore):
            self.store.close()


def remembering(root: Path, jobs: int | None, work: Callable[[Memory], T]) -> T:
    """Do something with the memory of a project; where that turns out to be spoilt, once more with a new one."""
    try:
        return _kept(Memory(open_store(root), jobs), work)
    except Forgotten as failure:
        sys.stderr.write(f"warning: what was remembered in .cjmgen is spoilt and begins anew ({failure})\n")
    try:
        return _kept(Memory(renewed(root), jobs), work)
    except Forgotten as failure:
        sys.stderr.write(f"warning: nothing can be remembered in .cjmgen ({failure})\n")
    return work(forgetting(jobs))


def forgetting(jobs: int | None = None) -> Memory:
    """A memory that is empty and stays so."""
    return Memory(Shortlived(), jobs)


def _kept(memory: Memory, work: Callable[[Memory], T]) -> T:
    result = work(memory)
    memory.keep()
    return result
