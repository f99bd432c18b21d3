"""look: the project as it stands at this moment, looked at again and again while somebody edits it."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from cjmgen import pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.public.choice import EVERYTHING, Choice
from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Forgotten
from cjmgen.model.settings import Settings
from cjmgen.pipeline.drawing import Drawing
from cjmgen.problem import Checked, Problem, Severity
from cjmgen.render.theme import Theme
from cjmgen.report.spot import Finding, find
from cjmgen.shell import bundled, disk
from cjmgen.shell.choosing import met
from cjmgen.shell.clock import Day
from cjmgen.shell.memory import Memory
from cjmgen.shell.project import Kept, Project, opened
from cjmgen.shell.store import open_store, renewed
from cjmgen.tree import Tree
from cjmgen.value import dataclass

SHOWN: Severity = "warning"
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
    light: int
    """How many notes there are beside them."""
    failed: bool
    site: Mapping[str, bytes]

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


class _Site(Mapping[str, bytes]):
    """The files of a site, its pages drawn when they are read."""

    def __init__(self, others: Tree, drawing: Drawing, page: Callable[[Drawing, str], bytes]) -> None:
        self._others, self._drawing, self._page = others, drawing, page

    def __getitem__(self, path: str) -> bytes:
        return self._page(self._drawing, path) if path in self._drawing.pages else self._others[path]

    def __contains__(self, path: object) -> bool:
        return path in self._drawing.pages or path in self._others

    def __iter__(self) -> Iterator[str]:
        return iter((*self._others, *self._drawing.pages))

    def __len__(self) -> int:
        return len(self._others) + len(self._drawing.pages)


class Lookout:
    """Looks at a project as often as it is asked to; what has not changed since the last look is neither read nor drawn again."""

    def __init__(self, start: Path, today: Day, strict: bool = False, safe: bool = False, choice: Choice = EVERYTHING) -> None:
        self.root = disk.find_project(start)
        self._today, self._strict, self._safe, self._choice = today, strict, safe, choice
        self._number = 0
        # one process: a preview has threads, and a process that has them should not be copied
        self._memory = Memory(open_store(self.root), jobs=1)
        self._files: tuple[Checked[Tree], Tree] | None = None
        """The project's files and those of the themes, as they were last looked at."""
        self._through = False
        """Whether the last look came to its end."""
        self._theme = Kept[Checked[Theme]]()
        self._others = Kept[Tree]()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()

    def look(self, changed: Sequence[str] = ()) -> Look:
        """The project now. `changed` are the files that changed since the last look, if somebody says that it was these alone."""
        try:
            return self._look(changed)
        except Forgotten:
            self._renew()
            return self._look()

    def missed(self) -> tuple[str, ...]:
        """The files that are others than when they were last looked at, and that nobody told of."""
        if not self._files:
            return ()
        (before, themes), (now, own) = self._files, self._all()
        changed = (*_apart(before.value, now.value), *(f"themes/{path}" for path in _apart(themes, own)))
        links = {problem.place.file for problem in {*before.problems} ^ {*now.problems}}
        return tuple(sorted({*changed, *links}))

    def keep(self) -> None:
        """Write down what was learnt since the last time, for the next run; best done while nobody waits."""
        try:
            self._memory.learn()
        except Forgotten:
            self._renew()

    def _renew(self) -> None:
        self._memory = Memory(renewed(self.root), jobs=1)

    def _look(self, changed: Sequence[str] = ()) -> Look:
        read, themes = self._files = self._looked(changed) or self._all()
        self._through = False
        project = opened(
            self.root, read, themes, self._today.date, self._memory, self._strict, SHOWN, self._safe, self._theme, choice=self._choice
        )
        if not project.failed:
            met(project.left)
        site = {} if project.failed else self._site(project)
        self._through = True
        self._number += 1
        return Look(
            self._number, project.root, project.atlas, project.files, project.sources, project.findings, project.light, project.failed, site
        )

    def _looked(self, changed: Sequence[str]) -> tuple[Checked[Tree], Tree] | None:
        """The files if only these changed; None where all have to be looked at."""
        if not changed or not self._files or not self._through:
            return None
        again = disk.again(self.root, self._files[0], changed, self._memory.sources)
        return (again, self._files[1]) if again else None

    def _all(self) -> tuple[Checked[Tree], Tree]:
        self._memory.again()
        disk.find_project(self.root)  # refused where the settings are gone, as they may be between two looks
        return disk.project(self.root, self._memory.sources), bundled.themes(self._memory.themes)

    def _site(self, project: Project) -> Mapping[str, bytes]:
        drawing = Drawing.of(project.atlas, project.theme, self._memory.store)
        made_for = self._today.date if self._today.given else None

        def others() -> Tree:
            return pipeline.others(drawing, project.atlas, project.files, made_for)

        return _Site(self._others.get(Digest(drawing.world.state), others) if drawing.world.state else others(), drawing, self._page)

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


def _apart(before: Tree, now: Tree) -> Iterator[str]:
    """The paths that came, went or changed."""
    return (path for path in {*before, *now} if path not in before or path not in now or before.digest(path) != now.digest(path))
