"""project: a project opened from disk: its files, its atlas, its theme and everything found wrong with them."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import weighed
from cjmgen.atlas.public.choice import EVERYTHING, Choice
from cjmgen.atlas.public.left import NOTHING, Left
from cjmgen.digest import Digest, digest
from cjmgen.memo.seen import named
from cjmgen.problem import Checked, Problem, Severity
from cjmgen.render.theme import Theme
from cjmgen.report.spot import Finding, find
from cjmgen.shell import bundled, disk
from cjmgen.shell.memory import Memory, forgetting
from cjmgen.shell.progress import Progress
from cjmgen.tree import Tree

T = TypeVar("T")


@dataclass(frozen=True)
class Project:
    """A project as it stands on disk. `sources` are the paths read as maps; `findings` are in the order of the report."""

    root: Path
    files: Tree
    sources: tuple[str, ...]
    atlas: Atlas
    theme: Theme
    findings: tuple[Finding, ...]
    light: int
    """How many more findings there are that weigh less than what was asked for."""
    left: Left = NOTHING
    """What is left out of the atlas."""

    @property
    def failed(self) -> bool:
        """Whether anything is an error."""
        return any(finding.problem.severity == "error" for finding in self.findings)


def open_project(
    start: Path, today: datetime.date, strict: bool = False, least: Severity = "info", safe: bool = False, memory: Memory | None = None,
    choice: Choice = EVERYTHING,
) -> Project:  # fmt: skip
    """Find, read and check the project at or above a folder.

    `least` is the lightest finding that will be shown; `safe` leaves the project's own templates alone. What the memory holds of a file
    is not read again.
    """
    root, known = disk.find_project(start), memory or forgetting()
    return opened(root, disk.project(root, known.sources), bundled.themes(known.themes), today, known, strict, least, safe, choice=choice)


@dataclass
class Kept(Generic[T]):
    """The last value of something dear, under the name of what it was made from."""

    name: Digest | None = None
    value: T | None = None

    def get(self, name: Digest, make: Callable[[], T]) -> T:
        """The value, made again only if it is another one."""
        if self.value is None or self.name != name:
            self.name, self.value = name, make()
        return self.value


def opened(
    root: Path,
    read: Checked[Tree],
    themes: Tree,
    today: datetime.date,
    known: Memory,
    strict: bool,
    least: Severity,
    safe: bool,
    dressed: Kept[Checked[Theme]] | None = None,
    side: str = "",
    choice: Choice = EVERYTHING,
) -> Project:
    """A project of files that somebody has looked at. `dressed` is the theme of an earlier look, `side` an earlier version's name,
    `choice` the part of it that is wanted; the findings are those of the whole."""
    sources = pipeline.source_files(read.value)
    with Progress("Reading", len(sources)) as progress:
        loaded = pipeline.load(progress.watch(read.value), today, known.store, known.many, least, side, choice)
    worn = _worn(loaded.value, themes, read.value, safe)
    theme = (dressed or Kept()).get(worn, lambda: pipeline.dress(loaded.value, themes, read.value, safe, known.codes))
    problems = (*weighed(read.problems, loaded.value.settings), *loaded.problems, *theme.problems)
    if not any(problem.severity == "error" for problem in problems):
        problems = (*problems, *pipeline.tried(loaded.value, theme.value, known.store))
    findings = find(_stricter(problems) if strict else problems, read.value, least)
    return Project(root, read.value, sources, loaded.value, theme.value, findings, loaded.light, loaded.left)


def _worn(atlas: Atlas, themes: Tree, files: Tree, safe: bool) -> Digest:
    """The name of all that a theme is made from."""
    own = ((path, files.digest(path)) for path in files if path.startswith("themes/") or "/" not in path)
    return digest((named(atlas.settings), tuple(own), tuple((path, themes.digest(path)) for path in themes), safe))


def _stricter(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with warnings taken for errors."""
    return tuple(replace(problem, severity="error") if problem.severity == "warning" else problem for problem in problems)
