"""order: what somebody asked to be built, and what came of it."""

from pathlib import Path

import click

from cjmgen.atlas.public.choice import Choice
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

    @property
    def asked(self) -> tuple[str, ...]:
        """All that the bytes of the site depend on beside the files of project and theme."""
        output = str(self.output.resolve()) if self.output else ""
        chosen = (str(self.choice.internal), *(f"{key}={value}" for key, value in self.choice.only))
        return output, self.url or "", str(self.strict), str(self.safe), str(self.today.date), str(self.today.given), self.history, *chosen


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the site stands, None where none was written, and what was done to it."""

    folder: Path | None
    summary: str = ""
