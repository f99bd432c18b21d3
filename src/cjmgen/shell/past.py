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
from cjmgen.atlas.public import left
from cjmgen.atlas.public.choice import Choice
from cjmgen.diff.between import between
from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.effect import Figures
from cjmgen.diff.history.pair import Pair, paired
from cjmgen.diff.history.tale import Revision, Step, figures, pasts
from cjmgen.diff.history.touch import Touch, touches
from cjmgen.diff.unread import Side
from cjmgen.digest import digest
from cjmgen.memo.many import Many, one_by_one
from cjmgen.shell.memory import Memory
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project
from cjmgen.shell.revision import has_settings, project_at
from cjmgen.shell.revisions import around
from cjmgen.tree import Tree

_FIGURES = TypeAdapter(dict[str, Figures])
_TOUCHES = TypeAdapter(tuple[Touch, ...])

PART = "part "
"""Marks what is remembered of a revision something of which was left out."""

NOTHING = "-"
"""What is remembered of a revision in which there is no project, or one with errors: its site was never built."""

MORE = "with `git fetch --unshallow` (GitHub Actions: `fetch-depth: 0`) there is more of it"


def with_past(project: Project, revisions: tuple[Revision, ...], choice: Choice, memory: Memory) -> Project:
    """The project with the history of its journeys beside its maps. One with errors has no site, so nobody looks back."""
    if not revisions or project.failed:
        return project
    back = _Back(project.root, choice, memory)
    steps = list(_looked_back(back, revisions, choice))
    _say(project.root, len(revisions), len(steps))
    if not steps:
        return project
    # what was open in one revision and internal in a later one would come back out of what changed between them
    open_to_all = choice.all or not (choice.only or project.left != left.NOTHING or back.withholds)
    pairs = paired([step.revision for step in steps]) if open_to_all else {}
    last = back.uncommitted(steps[-1].revision, project.atlas, project.files)
    histories = pasts((*steps, *last), project.atlas.journeys)
    told = {name: back.pair(old, new) for name, (old, new) in pairs.items()}
    return replace(project, atlas=replace(project.atlas, histories=histories, pairs=told))


def _looked_back(back: "_Back", revisions: tuple[Revision, ...], choice: Choice) -> Iterator[Step]:
    """The revisions in which there is a sound project. Whoever must not see all of it is not told what commits say of themselves."""
    before: Revision | None = None
    with Progress("Looking back", len(revisions)) as progress:
        for revision in progress.over(iter(revisions)):
            known = back.figures(revision)
            if known is not None:
                told = revision if choice.all else replace(revision, subject="")
                yield Step(told, known, back.touches(before, revision) if before else ())
                before = revision


def _say(root: Path, asked: int, sound: int) -> None:
    """Say what of a history is missing."""
    if sound < asked:
        click.echo(f"history: {asked - sound} of {asked} revisions have no project in this place, or one with errors", err=True)
    if around(root).is_shallow:
        click.echo(f"history: this clone is shallow; {MORE}", err=True)


class _Back:
    """Reads revisions as they are asked for; two of them stay open, as each is compared with the one before."""

    def __init__(self, root: Path, choice: Choice, memory: Memory) -> None:
        self._repository = around(root)
        self._choice, self._memory = choice, memory
        self._many: Many = memory.many
        self._open: OrderedDict[str, Side | None] = OrderedDict()
        self._withheld: dict[str, str] = {}
        self.withholds = False
        """Whether anything is left out of a revision that was looked at."""
        self._of = (self._repository.prefix, str(choice.internal), choice.only)

    def figures(self, revision: Revision) -> Mapping[str, Figures] | None:
        """The figures of all journeys in a revision; None where there is no sound project."""
        key = digest((revision.commit, *self._of))
        kept = self._memory.store.get("past", key)
        if kept is None:
            side = self._side(revision)
            kept = f"{self._withheld.get(revision.commit, '')}{_FIGURES.dump_json(_figures(side.atlas)).decode()}" if side else NOTHING
            self._memory.store.put("past", key, kept)
        self.withholds = self.withholds or kept.startswith(PART)
        return None if kept == NOTHING else _FIGURES.validate_json(kept.removeprefix(PART))

    def touches(self, old: Revision, new: Revision) -> tuple[Touch, ...]:
        """What happened to journeys between two revisions."""
        key = digest((old.commit, new.commit, *self._of))
        kept = self._memory.store.get("touches", key)
        if kept is None:
            one, other = self._sides(old, new)
            kept = _TOUCHES.dump_json(_touches(one.atlas, other.atlas)).decode()
            self._memory.store.put("touches", key, kept)
        return _TOUCHES.validate_json(kept)

    def uncommitted(self, last: Revision, now: Atlas, files: Tree) -> Iterator[Step]:
        """What stands in the working tree and in no commit, if anything does."""
        committed = project_at(self._repository, last.commit, self._memory.store).value
        if list(committed) == list(files) and all(committed.digest(path) == files.digest(path) for path in files):
            return
        before = self._side(last)
        told = _touches(before.atlas, now) if before else ()
        if told:
            yield Step(Revision("", "", "", None), _figures(now), told)

    def pair(self, old: Revision, new: Revision) -> Pair:
        """Two revisions, to be compared when a page of them is drawn."""

        def make() -> tuple[Changes, Atlas]:
            self._many = one_by_one  # pages are drawn in processes of their own
            one, other = self._sides(old, new)
            return changes(one, other), other.atlas

        return Pair(old, new, digest((str(old), str(new), *self._of)), make)

    def _sides(self, old: Revision, new: Revision) -> tuple[Side, Side]:
        one, other = self._side(old), self._side(new)
        assert one
        assert other
        return one, other

    def _side(self, revision: Revision) -> Side | None:
        if revision.commit not in self._open:
            self._open[revision.commit] = self._read(revision)
            if len(self._open) > 2:
                self._open.popitem(last=False)
        return self._open[revision.commit]

    def _read(self, revision: Revision) -> Side | None:
        read = project_at(self._repository, revision.commit, self._memory.store)
        if not has_settings(read.value):
            return None
        day, memory = revision.day or datetime.date.min, self._memory
        loaded = pipeline.load(read.value, day, memory.store, self._many, side="past", choice=self._choice)
        problems = (*read.problems, *loaded.problems)
        self._withheld[revision.commit] = PART if loaded.left != left.NOTHING else ""
        return None if any(problem.severity == "error" for problem in problems) else Side(loaded.value, read.value, problems)


def _figures(atlas: Atlas) -> dict[str, Figures]:
    return {id: figures(card) for id, card in atlas.journeys.items()}


def _touches(old: Atlas, new: Atlas) -> tuple[Touch, ...]:
    return touches(between(old, new).every)
