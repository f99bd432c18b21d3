"""breaks: references that led somewhere before a change and lead nowhere after it."""

from collections.abc import Iterator, Mapping

from cjmgen.diff.change import Change, Place, Removed, Renamed
from cjmgen.diff.unread import Side
from cjmgen.problem import Problem
from cjmgen.value import dataclass

CODES: Mapping[str, tuple[str, ...]] = {
    "unknown-persona": ("persona",), "unknown-actor": ("persona", "actor", "actors"), "unknown-team": ("team", "actor", "actors"),
    "unknown-channel": ("channel",), "unknown-evidence": ("evidence",), "unknown-metric": ("metric",), "unknown-journey": ("journey",),
    "unknown-stage": ("stages", "phases"), "unknown-touchpoint": ("touchpoints",), "unknown-pain": ("pains",),
    "patch-unknown-id": ("stages", "touchpoints", "pains", "gains", "opportunities", "quotes", "experiments"),
    "ambiguous-reference": ("touchpoints", "pains"),
}  # fmt: skip
"""The problems that a vanished name leads to, each with the kinds and lists of what may have had it."""


@dataclass(frozen=True, slots=True)
class Break:
    """A reference that leads nowhere now: the file it stands in and what `check` says of it."""

    file: str
    message: str


Lost = Mapping[str, tuple[Problem, ...]]
"""Problems that only the new side has, by the name that leads nowhere."""


def lost(old: Side, new: Side) -> Lost:
    """The references that lead nowhere now and did before, or were not there."""
    known = {(each.code, each.place.file, each.data) for each in old.problems}
    found: dict[str, tuple[Problem, ...]] = {}
    for each in new.problems:
        if each.code in CODES and each.data and (each.code, each.place.file, each.data) not in known:
            name = each.data[0].rpartition("/")[2]
            found[name] = (*found.get(name, ()), each)
    return found


def breaks(change: Change, lost: Lost) -> Iterator[Break]:
    """Where a name is still used that is gone with this change."""
    if not isinstance(change, Removed | Renamed) or (isinstance(change, Renamed) and not _other_id(change)):
        return
    place = change.old
    kind = place.steps[-1].lane if place.steps else place.kind
    for problem in lost.get(_last(place), ()):
        if kind in CODES[problem.code]:
            yield Break(problem.place.file, problem.message)


def _other_id(change: Renamed) -> bool:
    return _last(change.old) != _last(change.new)


def _last(place: Place) -> str:
    return place.steps[-1].key if place.steps else place.id
