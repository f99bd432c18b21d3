"""works: a site made of a project: what is known to stand as it should is left alone, the rest is drawn and put in its place."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cjmgen import pipeline
from cjmgen.digest import Digest, digest
from cjmgen.memo.trace import INSIDE, Fact
from cjmgen.pipeline.drawing import Drawing
from cjmgen.shell.clock import Day
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.many import ENOUGH
from cjmgen.shell.memory import Memory
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project
from cjmgen.shell.site_folder import Place, Written, in_turn, opened
from cjmgen.shell.standing import before, ledger_of, note, remember, standing
from cjmgen.tree import Tree

TOUCHED: Fact = ("file", "")
"""Why a page is made again of which everything is known: its file is not what it was."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a build did to the folder, the digests of what stands there now, and for each page that was drawn, why."""

    written: Written
    digests: dict[str, Digest]
    reasons: tuple[tuple[str, Fact], ...]


def make_site(project: Project, folder: Path, today: Day, memory: Memory, explain: bool = False) -> Made:
    """Draw the pages that are not known to stand, and write what changed."""
    made_for = today.date if today.given else None
    drawing = Drawing.of(project.atlas, project.theme, memory.store)
    with opened(folder) as place:
        ledger = Ledger(memory.store, ledger_of(folder))
        stands = standing(place, ledger)
        work = _Work(drawing, place, memory, project.atlas.settings.languages)
        inside = drawing.readers(before(memory.store, folder, made_for, stands))
        if inside is not None:
            reasons: dict[str, Fact] = {path: (INSIDE, id) for path, id in inside.items()} if explain else {}
            digests = {**stands, **work.draw(inside)}
        else:
            reasons, digests = work.all(stands, pipeline.others(drawing, project.atlas, project.files, made_for), explain)
        written = place.settle(digests, work.staged)
        note(place, ledger, digests)
        remember(memory.store, folder, made_for, digests, drawing.standing)
    return Made(written, digests, tuple(reasons.items()))


@dataclass
class _Work:
    """Files made and laid aside."""

    drawing: Drawing
    place: Place
    memory: Memory
    languages: tuple[str, ...]
    staged: list[str] = field(default_factory=list)
    """The paths of what was laid aside."""

    def all(self, stands: Mapping[str, Digest], rest: Tree, explain: bool) -> tuple[dict[str, Fact], dict[str, Digest]]:
        """Whatever doesn't stand as it should; why each page was drawn, and the digests of all files."""
        digests = {path: rest.digest(path) for path in rest}
        due = {path for path, name in self.drawing.known(self.drawing.pages) if name is None or stands.get(path) != name}
        reasons = {path: why or TOUCHED for path, why in self.drawing.reasons(due)} if explain else {}
        for path, name in digests.items():
            if stands.get(path) != name:
                self._aside(path, self.place.stage(path, rest[path]).aside)
        drawn = self.draw(due)
        return reasons, {**digests, **{path: drawn.get(path) or stands[path] for path in self.drawing.pages}}

    def draw(self, paths: Iterable[str]) -> dict[str, Digest]:
        """Draw pages, the languages of each after one another, as they share what is made for them; their digests."""
        due = in_turn(paths, self.languages)

        def work(number: int) -> str:
            content = self.drawing.draw(due[number])
            return json.dumps([self.place.stage(due[number], content).aside, digest(content)])

        digests = {}
        if len(due) >= ENOUGH:
            self.drawing.prepare(due)
        with Progress("Writing", len(due)) as progress:
            for path, told in zip(due, progress.over(self.memory.many(work, len(due))), strict=True):
                aside, name = json.loads(told)
                digests[path] = Digest(name)
                self._aside(path, aside)
        return digests

    def _aside(self, path: str, aside: bool) -> None:
        if aside:
            self.staged.append(path)
