"""project: a project opened from disk: its files, its atlas and everything found wrong with it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.problem import Problem
from cjmgen.report.spot import Finding, find
from cjmgen.shell import disk
from cjmgen.shell.progress import Progress
from cjmgen.tree import Tree


@dataclass(frozen=True)
class Project:
    """A project as it stands on disk. `findings` are in the order they are reported in."""

    root: Path
    files: Tree
    atlas: Atlas
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether anything is an error."""
        return any(finding.problem.severity == "error" for finding in self.findings)

    @property
    def sources(self) -> int:
        """How many files were read as maps and settings."""
        return sum(1 for path in self.files if pipeline.is_source(path))


def open_project(start: Path, today: datetime.date, strict: bool = False) -> Project:
    """Find, read and check the project at or above a folder."""
    root = disk.find_project(start)
    read = disk.project(root)
    with Progress("Reading", sum(1 for path in read.value if pipeline.is_source(path))) as progress:
        loaded = pipeline.load(progress.watch(read.value), today)
    problems = weighed((*read.problems, *loaded.problems), strict)
    return Project(root, read.value, loaded.value, find(problems, read.value))


def weighed(problems: Iterable[Problem], strict: bool) -> tuple[Problem, ...]:
    """The problems with warnings taken for errors where that was asked for."""
    return tuple(replace(problem, severity="error") if strict and problem.severity == "warning" else problem for problem in problems)
