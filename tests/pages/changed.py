"""changed: the usual project after an edit, with what changed in it beside its maps, and its page of changes."""

import copy
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from cjmgen import pipeline
from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.news import Gap, News
from cjmgen.diff.unread import Side
from cjmgen.pages.changes.page import ChangesView
from cjmgen.pages.plan import plan
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree
from diff.edits import START
from diff.test_table import side

FOLDER = Path(__file__).parent.parent.parent / "themes" / "default"
PAGE = "changes/pr-42/index.html"
BUYING = "maps/journeys/buying.yml"

Files = dict[str, Any]


@cache
def theme() -> Theme:
    """The theme that ships."""
    files = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    return Theme.read(Tree.of(files)).value


@cache
def before() -> Side:
    """The usual project."""
    return side(START)


def news(edit: Callable[[Files], None], gaps: tuple[Gap, ...] = ()) -> tuple[Side, Changes]:
    """The usual project after an edit, with what changed in it beside its maps."""
    files = copy.deepcopy(START)
    edit(files)
    return laid(side(files), gaps)


def laid(new: Side, gaps: tuple[Gap, ...] = (), old: Side | None = None) -> tuple[Side, Changes]:
    """A version with what changed since another one."""
    found = changes(old or before(), new)
    return replace(new, atlas=replace(new.atlas, news={"pr-42": News("main", found, gaps)})), found


def view(new: Side, path: str = PAGE) -> Any:
    """The view of a page."""
    return plan(new.atlas).by_path[path].view()


def html(new: Side, path: str = PAGE) -> str:
    """A page as its file says it."""
    return pipeline.site(new.atlas, theme(), new.files)[path].decode()


def entries(told: ChangesView) -> list[Any]:
    """All things that the page shows as changed."""
    maps = [section.grid for section in told.sections if section.grid]
    inside = [entry for grid in maps for lane in grid.lanes for cell in lane.cells for entry in cell.entries]
    about = [entry for grid in maps for entry in grid.about]
    return [entry for entry in (*inside, *about, *(entry for each in told.others for entry in each.entries)) if entry.spot]


def left_out(told: ChangesView) -> int:
    """How many things the page counts instead of showing them."""
    maps = [section.grid for section in told.sections if section.grid]
    return sum(grid.more + sum(cell.more for lane in grid.lanes for cell in lane.cells) for grid in maps) + sum(each.more for each in told.others)
