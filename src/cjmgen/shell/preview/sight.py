"""sight: what there is to see between two updates: the pages of the last good look, and the problems of the newest."""

import threading
from collections.abc import Sequence
from dataclasses import field
from functools import cached_property
from pathlib import Path

from cjmgen.digest import digest
from cjmgen.problem import Stopped
from cjmgen.report.spot import Finding
from cjmgen.shell.look import Look
from cjmgen.shell.wrong import Refused
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file of the site: its bytes and their digest; or what went wrong when it was drawn."""

    content: bytes
    digest: str
    wrong: Finding | None = None
    broken: str = ""


@dataclass(frozen=True, eq=False)
class Sight:
    """One state of the preview. `good` is the last look without an error; `trouble` says why nothing could be looked at."""

    number: int
    good: Look | None = None
    newest: Look | None = None
    trouble: str = ""
    _one: threading.Lock = field(default_factory=threading.Lock, repr=False)
    """One page is drawn at a time, of this state or of another."""
    _drawn: dict[str, Drawn] = field(default_factory=dict, init=False, repr=False)

    def after(self, look: Look) -> "Sight":
        """What there is to see after one more look."""
        return Sight(self.number + 1, self.good if look.failed else look, look, "", self._one)

    def without(self, trouble: str) -> "Sight":
        """What there is to see when looking itself failed."""
        return Sight(self.number + 1, self.good, self.newest, trouble, self._one)

    @property
    def findings(self) -> Sequence[Finding]:
        """What the newest look found."""
        return self.newest.findings if self.newest else ()

    @property
    def root(self) -> Path:
        """The folder of the project."""
        return self.newest.root if self.newest else Path()

    @property
    def editor(self) -> str | None:
        """The editor that links open."""
        return self.newest.settings.editor if self.newest else None

    @cached_property
    def failed(self) -> bool:
        """Whether the pages are older than the maps."""
        return bool(self.trouble) or bool(self.newest and self.newest.failed)

    def draw(self, path: str) -> Drawn | None:
        """A file of the site, drawn once a state, one at a time; None where there is none."""
        if not self.good or path not in self.good.site:
            return None
        with self._one:
            if path not in self._drawn:
                self._drawn[path] = _draw(self.good, path)
            return self._drawn[path]


def _draw(look: Look, path: str) -> Drawn:
    """A file, or what is wrong with it: a page that can't be drawn is no reason to end a preview."""
    try:
        try:
            content = look.site[path]
            return Drawn(content, digest(content))
        except Stopped as stop:
            return Drawn(b"", "", wrong=look.located(stop.problem))
    except Refused as refused:
        # a picture or a template is another than it was when it was looked at; the next look is on its way
        return Drawn(b"", "", broken=refused.message)
    except OSError as failure:
        return Drawn(b"", "", broken=f"{failure.strerror or failure}: {failure.filename or path}")
    except Exception as failure:
        return Drawn(b"", "", broken=f"internal error in {path}: {type(failure).__name__}: {' '.join(str(failure).split())[:300]}")
