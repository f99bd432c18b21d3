"""look: the project as it stands at this moment, looked at again and again while somebody edits it."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.digest import digest
from cjmgen.memo.store import Forgotten
from cjmgen.model.settings import Settings
from cjmgen.pipeline.drawing import Drawing
from cjmgen.problem import Checked, Problem
from cjmgen.render.theme import Theme
from cjmgen.report.spot import Finding, find
from cjmgen.shell import bundled, disk
from cjmgen.shell.clock import Day
from cjmgen.shell.memory import Memory
from cjmgen.shell.project import Kept, Project, opened
from cjmgen.shell.store import open_store, renewed
from cjmgen.tree import Blob, Tree

SHOWN = "warning"
"""The lightest findings that are shown while editing; notes are counted."""

PAGES = 64
"""Pages kept as they were drawn: those that somebody looks at, and a few more."""


@dataclass(frozen=True, eq=False)
class Look:
    """What one look at a project saw. `site` draws a page when it is read, and is empty where the look `failed`."""

    number: int
    root: Path
    atlas: Atlas
    files: Tree
    sources: tuple[str, ...]
    """The paths that were read as maps or settings."""
    findings: tuple[Finding, ...]
    failed: bool
    site: Tree

    @property
    def settings(self) -> Settings:
        """The settings of the project."""
        return self.atlas.settings

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site; the first has no folder of its own."""
        return self.settings.languages

    def located(self, problem: Problem) -> Finding:
        """A problem that showed itself only when a page was drawn, with its place looked up."""
        return find([problem], self.files)[0]


class Lookout:
    """Looks at a project as often as it is asked to; what has not changed since the last look is neither read nor drawn again."""

    def __init__(self, start: Path, today: Day, strict: bool = False, safe: bool = False) -> None:
        self.root = disk.find_project(start)
        self._today, self._strict, self._safe = today, strict, safe
        self._number = 0
        self._store = open_store(self.root)
        self._theme = Kept[Checked[Theme]]()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    def look(self) -> Look:
        """The project now."""
        try:
            return self._look()
        except Forgotten:
            self._store = renewed(self.root)
            return self._look()

    def _look(self) -> Look:
        # one process: a preview has threads, and a process that has them should not be copied
        memory = Memory(self._store, jobs=1)
        disk.find_project(self.root)  # refused where the settings are gone, as they may be between two looks
        read, themes = disk.project(self.root, memory.sources), bundled.themes(memory.themes)
        project = opened(self.root, read, themes, self._today.date, memory, self._strict, SHOWN, self._safe, self._theme)
        site = Tree({}) if project.failed else self._site(project)
        memory.learn()
        self._number += 1
        return Look(
            self._number, project.root, project.atlas, project.files, project.sources, project.findings, project.failed, site
        )

    def _site(self, project: Project) -> Tree:
        made_for = self._today.date if self._today.given else None
        drawing = Drawing.of(project.atlas, project.theme, self._store)
        pages = {path: Blob(partial(self._page, drawing, path)) for path in drawing.pages}
        return pipeline.others(drawing, project.atlas, project.files, made_for) | Tree(pages)

    def _page(self, drawing: Drawing, path: str) -> bytes:
        """A page as it was drawn for an earlier look, if that still holds."""
        before = self._drawn.get(path)
        ((_, name),) = drawing.known((path,))
        if before is None or name is None or digest(before) != name:
            before = drawing.draw(path)
        self._drawn[path] = before
        self._drawn.move_to_end(path)
        if len(self._drawn) > PAGES:
            self._drawn.popitem(last=False)
        return before
