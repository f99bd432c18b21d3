"""unchanged: whether a build has anything to do at all: the same files as last time, and a site that stands as it was left."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from cjmgen.digest import Digest, digest
from cjmgen.problem import Checked
from cjmgen.shell import bundled, disk
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.memory import Memory
from cjmgen.shell.order import Order
from cjmgen.shell.site_folder import opened
from cjmgen.shell.standing import ledger_of, site_name, standing
from cjmgen.tree import Tree
from cjmgen.value import dataclass

if TYPE_CHECKING:
    from cjmgen.diff.history.tale import Revision


@dataclass(frozen=True, slots=True)
class Seen:
    """What a build begins with: the files of the project and of the themes, and one name for all of it."""

    read: Checked[Tree]
    themes: Tree
    inputs: Digest
    revisions: tuple["Revision", ...] = ()
    """Those whose history is told."""
    base: Checked[Tree] | None = None
    """The earlier version that the changes are told since."""


@dataclass(frozen=True, slots=True)
class Before:
    """The last build of the same order: from what, where to, how many files, and what was said, without and with colour."""

    inputs: str
    folder: str
    real: str
    """Where that folder was, links followed: one that leads elsewhere by now is left to the checks of a build."""
    files: int
    site: str
    """One name for all files of the site with their bytes."""
    plain: str
    colored: str


def look(root: Path, memory: Memory, order: Order) -> Seen:
    """Look at all files without reading those that are known."""
    read, themes = disk.project(root, memory.sources), bundled.themes(memory.themes)
    base = _base(root, memory, order)
    before = (base,) if base else ()
    files = (f"{path} {tree.digest(path)}" for tree in (read.value, themes, *(each.value for each in before)) for path in tree)
    told = (f"{problem.place.file} {problem.message}" for each in (read, *before) for problem in each.problems)
    revisions = _revisions(root, order)
    past = (str(revision) for revision in revisions)
    return Seen(read, themes, digest("\n".join((*order.asked, *files, *told, *past))), revisions, base)


def _revisions(root: Path, order: Order) -> tuple["Revision", ...]:
    if not order.history:
        return ()
    # Imported here and not above: most builds need no git.
    from cjmgen.shell.revisions import revisions

    return revisions(root, order.history)


def _base(root: Path, memory: Memory, order: Order) -> Checked[Tree] | None:
    if order.since is None:
        return None
    # Imported here and not above: most builds need no git.
    from cjmgen.shell.versions import older

    return older(order.session, root, order.since.base, memory).files


def unchanged(seen: Seen, memory: Memory, order: Order) -> Before | None:
    """The last build, if this one would do and say the very same."""
    before = _before(memory, order)
    if before is None or before.inputs != seen.inputs:
        return None
    folder = Path(before.folder)
    if not folder.is_dir() or folder.is_symlink() or os.path.realpath(folder) != before.real:
        return None
    with opened(folder) as place:
        if place.strangers():
            return None
        ledger = Ledger(memory.store, ledger_of(folder))
        stands = standing(place, ledger)
        ledger.keep()
    return before if before.site == site_name(stands) else None


def remember(before: Before, memory: Memory, order: Order) -> None:
    """Write down what was built."""
    memory.store.put("built", digest(order.asked), json.dumps(asdict(before), ensure_ascii=False))


def _before(memory: Memory, order: Order) -> Before | None:
    kept = memory.store.get("built", digest(order.asked))
    try:
        return Before(**json.loads(kept)) if kept else None
    except (ValueError, TypeError):
        return None
