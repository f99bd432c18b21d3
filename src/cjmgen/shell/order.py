"""order: what somebody asked to be built, and what came of it."""

from pathlib import Path

from cjmgen.atlas.public.choice import Choice
from cjmgen.shell.clock import Day
from cjmgen.shell.session import Session
from cjmgen.value import dataclass


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

    @property
    def asked(self) -> tuple[str, ...]:
        """All that the bytes of the site depend on beside the files of project and theme."""
        output = str(self.output.resolve()) if self.output else ""
        chosen = (str(self.choice.internal), *(f"{key}={value}" for key, value in self.choice.only))
        return output, self.url or "", str(self.strict), str(self.safe), str(self.today.date), str(self.today.given), *chosen


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the site stands, None where none was written, and what was done to it."""

    folder: Path | None
    summary: str = ""
