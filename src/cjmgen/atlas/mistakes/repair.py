"""repair: a mistake, and what to do about it so that the rest can still be read."""

from typing import Any

from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.problem import KeyPath
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """What to do about a mistake: take the value at `path` away, read it under another key, or put a value there."""

    path: KeyPath
    rename: str = ""
    put: Any = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A finding with the repair that lets the rest be read."""

    finding: Finding
    repair: Repair
