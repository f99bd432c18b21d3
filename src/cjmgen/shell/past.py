"""past: what became of a project's journeys, revision by revision. What two revisions differ in is reckoned once and remembered."""

import datetime
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click
from pydantic import TypeAdapter

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.public.choice import Choice
from cjmgen.diff.between import between
from cjmgen.diff.effect import Figures
from cjmgen.diff.history.tale import Past, Revision, Step, figures, pasts
from cjmgen.diff.history.touch import Touch, touches
from cjmgen.digest import digest
from cjmgen.shell.memory import Memory
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project
from cjmgen.shell.revision import has_settings, project_at
from cjmgen.shell.revisions import around
from cjmgen.tree import Tree

_FIGURES = TypeAdapter(dict[str, Figures])
_TOUCHES = TypeAdapter(tuple[Touch, ...])

NOTHING = "-"
"""What is remembered of a revision in which there is no project, or one with errors: its site was never built."""


MORE = "with `git fetch --unshallow` (GitHub Actions: `fetch-depth: 0`) there is more of it"


def with_past(project: Project, revisions: tuple[Revision, ...], choice: Choice, memory: Memory) -> Project:
    """The project with the history of its journeys beside its maps. One with errors has no site, so nobody looks back."""
    if not revisions or project.failed:
        return project
    histories = looked_back(project.root, project.atlas, project.files, revisions, choice, memory)
    return replace(project, atlas=replace(project.atlas, histories=histories))


def looked_back(root: Path, now: Atlas, files: Tree, revisions: tuple[Revision, ...], choice: Choice, memory: Memory) -> Mapping[str, Past]:
    """The history of each journey of an atlas. Whoever must not see the whole project is not told what commits say of themselves."""
    back = _Back(root, choice, memory)
    found: list[Step] = []
    with Progress("Looking back", len(revisions)) as progress:
        for revision in progress.over(iter(revisions)):
            known = back.figures(revision)
            if known is not None:
                before = found[-1].revision if found else None
                told = revision if choice.all else Revision(revision.commit, revision.name, revision.who, revision.day)
                found.append(Step(told, known, back.touches(before, revision) if before else ()))
    if found:
        found += back.uncommitted(found[-1].revision, now, files)
    passed = len(revisions) - len([step for step in found if step.revision.commit])
    if passed:
        click.echo(f"history: {passed} of {len(revisions)} revisions have no project in this place, or one with errors", err=True)
    if around(root).is_shallow:
        click.echo(f"history: this clone is shallow; {MORE}", err=True)
    return pasts(found, now.journeys)


class _Back:
    """Reads revisions as they are asked for; two of them stay open, as each is compared with the one before."""

    def __init__(self, root: Path, choice: Choice, memory: Memory) -> None:
        self._repository = around(root)
        self._choice, self._memory = choice, memory
        self._open: OrderedDict[str, Atlas | None] = OrderedDict()
        self._of = (self._repository.prefix, str(choice.internal), choice.only)

    def figures(self, revision: Revision) -> Mapping[str, Figures] | None:
        """The figures of all journeys in a revision; None where there is no sound project."""
        key = digest((revision.commit, *self._of))
        kept = self._memory.store.get("past", key)
        if kept is None:
            atlas = self._atlas(revision)
            kept = _FIGURES.dump_json(_figures(atlas)).decode() if atlas else NOTHING
            self._memory.store.put("past", key, kept)
        return None if kept == NOTHING else _FIGURES.validate_json(kept)

    def touches(self, old: Revision, new: Revision) -> tuple[Touch, ...]:
        """What happened to journeys between two revisions."""
        key = digest((old.commit, new.commit, *self._of))
        kept = self._memory.store.get("touches", key)
        if kept is None:
            one, other = self._atlas(old), self._atlas(new)
            assert one
            assert other
            kept = _TOUCHES.dump_json(_touches(one, other)).decode()
            self._memory.store.put("touches", key, kept)
        return _TOUCHES.validate_json(kept)

    def uncommitted(self, last: Revision, now: Atlas, files: Tree) -> Iterator[Step]:
        """What stands in the working tree and in no commit, if anything does."""
        committed = project_at(self._repository, last.commit, self._memory.store).value
        if list(committed) == list(files) and all(committed.digest(path) == files.digest(path) for path in files):
            return
        before = self._atlas(last)
        told = _touches(before, now) if before else ()
        if told:
            yield Step(Revision("", "", "", None), _figures(now), told)

    def _atlas(self, revision: Revision) -> Atlas | None:
        if revision.commit not in self._open:
            self._open[revision.commit] = self._read(revision)
            if len(self._open) > 2:
                self._open.popitem(last=False)
        return self._open[revision.commit]

    def _read(self, revision: Revision) -> Atlas | None:
        read = project_at(self._repository, revision.commit, self._memory.store)
        if not has_settings(read.value):
            return None
        day, memory = revision.day or datetime.date.min, self._memory
        loaded = pipeline.load(read.value, day, memory.store, memory.many, side="past", choice=self._choice)
        return None if any(problem.severity == "error" for problem in (*read.problems, *loaded.problems)) else loaded.value


def _figures(atlas: Atlas) -> dict[str, Figures]:
    return {id: figures(card) for id, card in atlas.journeys.items()}


def _touches(old: Atlas, new: Atlas) -> tuple[Touch, ...]:
    return touches(between(old, new).every)
