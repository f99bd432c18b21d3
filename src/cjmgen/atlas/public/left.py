"""left: what was left out of a project, counted, and without a word of it."""

from collections.abc import Mapping

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Left:
    """How many entities of each kind, items inside of others and references are left out."""

    entities: Mapping[str, int]
    items: int = 0
    links: int = 0
    unmet: tuple[tuple[str, str], ...] = ()
    """What was asked for and no journey has, each with what may have been meant."""


NOTHING = Left({})
"""Nothing is left out."""
