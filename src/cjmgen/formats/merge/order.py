"""order: three orders of a list made one: who moved an item says where it stands, and what is new follows what it followed."""

from collections.abc import Collection, Iterable, Sequence


def woven(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: Collection[str]) -> tuple[str, ...] | None:
    """The names that are kept, in order; None where both sides put the same items into different orders."""
    moved = [_is_moved(base, side) for side in (ours, theirs)]
    common = set(base) & set(ours) & set(theirs)
    if all(moved) and _only(ours, common) != _only(theirs, common):
        return None
    leading = theirs if moved[1] else ours if moved[0] else base
    spine = [name for name in leading if name in kept and name in base]
    runs = [_runs(side, set(spine), kept) for side in (ours, theirs)]
    placed: dict[str, None] = {}
    for anchor in ("", *spine):
        new = sorted(run.get(anchor, []) for run in runs)
        placed.update(dict.fromkeys(name for name in (anchor, *new[0], *new[1]) if name))
    return tuple(placed)


def _is_moved(base: Sequence[str], side: Sequence[str]) -> bool:
    common = set(base) & set(side)
    return _only(base, common) != _only(side, common)


def _only(names: Iterable[str], some: Collection[str]) -> list[str]:
    return [name for name in names if name in some]


def _runs(names: Sequence[str], spine: Collection[str], kept: Collection[str]) -> dict[str, list[str]]:
    """The names that are no part of the spine, by the one of it that they follow; "" for those at the beginning."""
    runs: dict[str, list[str]] = {}
    anchor = ""
    for name in names:
        if name in spine:
            anchor = name
        elif name in kept:
            runs.setdefault(anchor, []).append(name)
    return runs
