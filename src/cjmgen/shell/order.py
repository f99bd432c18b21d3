"""order: what somebody asked to be built, and what came of it."""

import re
from pathlib import Path

import click

from cjmgen.atlas.public.choice import Choice
from cjmgen.model.slug import slug
from cjmgen.report.width import safe
from cjmgen.shell.clock import Day
from cjmgen.shell.session import Session
from cjmgen.shell.wrong import Refused
from cjmgen.value import dataclass

USUAL, MOST = 20, 200
"""Revisions that a history looks at unless somebody says how many, and at most."""

TAGS = "tags"


def read_history(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """What --history asks for: `tags`, a number, or "" for no history."""
    if value is None or value == TAGS:
        return value or ""
    if value.isdecimal() and value.isascii() and 2 <= int(value[:4]) <= MOST:
        return str(int(value[:4]))
    raise Refused(f"--history takes a number from 2 to {MOST} or `{TAGS}`, found '{safe(value)}'")


_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_LONGEST = 64
_TAKEN = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What no folder may be called on Windows."""

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier version to tell the changes since, and the name of the page that does."""

    base: str
    page: str


def since_of(base: str | None, page: str | None) -> Since | None:
    """What the options ask for: the changes since BASE, on a page named after it unless it has a name of its own."""
    if base is None:
        if page is not None:
            raise Refused("--changes names the page that --since makes; say --since BASE too")
        return None
    name = page if page is not None else slug(short(base))[:_LONGEST].strip("-") or "base"
    if page is None and _TAKEN.fullmatch(name):
        name = f"since-{name}"
    if len(name) > _LONGEST or not _NAME.fullmatch(name) or _TAKEN.fullmatch(name):
        raise Refused(f"--changes is the name of a folder of the site: letters, digits and single hyphens, {_LONGEST} at most, as in pr-42")
    return Since(base, name)


def short(base: str) -> str:
    """A revision as somebody would say it."""
    return base[:7] if _COMMIT.fullmatch(base) else base


@dataclass(frozen=True, slots=True)
class Order:
    """A site to be built, and how."""

    session: Session
    output: Path | None
    url: str | None
    strict: bool
    safe: bool
    explain: bool
    today: Day
    choice: Choice
    history: str
    """The revisions whose history is told, `tags` or how many; "" for none."""
    since: Since | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """All that the bytes of the site depend on beside the files of project and theme."""
        output = str(self.output.resolve()) if self.output else ""
        chosen = (str(self.choice.internal), *(f"{key}={value}" for key, value in self.choice.only))
        since = ("since", self.since.base, self.since.page) if self.since else ()
        asked = (self.history, *chosen, *since)
        return output, self.url or "", str(self.strict), str(self.safe), str(self.today.date), str(self.today.given), *asked


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the site stands, None where none was written, and what was done to it."""

    folder: Path | None
    summary: str = ""
