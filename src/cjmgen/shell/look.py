"""look: the project as it stands at this moment, looked at again and again while somebody edits it."""

from dataclasses import dataclass
from pathlib import Path

from cjmgen import pipeline
from cjmgen.model.settings import Settings
from cjmgen.problem import Problem
from cjmgen.report.spot import Finding, find
from cjmgen.shell import disk
from cjmgen.shell.clock import Day
from cjmgen.shell.project import open_project
from cjmgen.tree import Tree

SHOWN = "warning"
"""The lightest findings that are shown while editing; notes are counted."""


@dataclass(frozen=True, eq=False)
class Look:
    """What one look at a project saw. `site` draws a page when it is read, and is empty where the look `failed`."""

    number: int
    root: Path
    settings: Settings
    files: Tree
    sources: tuple[str, ...]
    """The paths that were read as maps or settings."""
    findings: tuple[Finding, ...]
    failed: bool
    site: Tree

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site; the first has no folder of its own."""
        return self.settings.languages

    def located(self, problem: Problem) -> Finding:
        """A problem that showed itself only when a page was drawn, with its place looked up."""
        return find([problem], self.files)[0]


class Lookout:
    """Looks at a project as often as it is asked to; what it remembers from one look to the next is its own affair."""

    def __init__(self, start: Path, today: Day, strict: bool = False, safe: bool = False) -> None:
        self.root = disk.find_project(start)
        self._today, self._strict, self._safe = today, strict, safe
        self._number = 0

    def look(self) -> Look:
        """The project now."""
        project = open_project(self.root, self._today.date, self._strict, SHOWN, self._safe)
        made_for = self._today.date if self._today.given else None
        site = Tree({}) if project.failed else pipeline.site(project.atlas, project.theme, project.files, made_for)
        self._number += 1
        return Look(
            self._number, project.root, project.atlas.settings, project.files, project.sources, project.findings, project.failed, site
        )
