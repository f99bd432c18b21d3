"""spots: the ids that parts of stages have in a page."""

from collections.abc import Iterable


def spots(letter: str, parts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """An id for each part, named by its stage and its own id, in the order of the journey.

    `a` with `b-c` and `a-b` with `c` would share one: whoever comes later is numbered.
    """
    found: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for part in parts:
        plain = id = f"{letter}-{part[0]}-{part[1]}"
        number = 1
        while id in taken:
            number += 1
            id = f"{plain}-{number}"
        taken.add(id)
        found.setdefault(part, id)
    return found
