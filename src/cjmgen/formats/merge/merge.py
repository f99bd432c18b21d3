"""merge: three versions of a file to one, and what in it somebody has to choose; None where a version can't be read as a map."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cjmgen.formats.arrange import holds_several
from cjmgen.formats.merge.comments import lines
from cjmgen.formats.merge.moves import moved, torn
from cjmgen.formats.merge.three import Field, Merging
from cjmgen.model.kinds import KIND, model_of
from cjmgen.model.shape import Part
from cjmgen.syntax.read import form_of
from cjmgen.syntax.text import read_text
from cjmgen.syntax.yaml.manuscript import Conflict, Entry, Group, Manuscript, Marker, has_anchors, plain
from cjmgen.syntax.yaml.pen import Marks, pen
from cjmgen.syntax.yaml.read import read_yaml
from cjmgen.syntax.yaml.transcribe import Illegible, transcribe

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Versions:
    """A file before two people changed it, and as each of them left it."""

    base: bytes
    ours: bytes
    theirs: bytes


@dataclass(frozen=True, slots=True)
class Merged:
    """The file with both changes, and how many places somebody has to choose in."""

    content: bytes
    conflicts: int = 0


def merge(file: str, kind: str, versions: Versions, language: str, marks: Marks) -> Merged | None:
    """One file of three. `kind` is that of the entity in it, "" where nobody knows."""
    if versions.ours == versions.theirs or versions.theirs == versions.base:
        return Merged(versions.ours)
    if versions.ours == versions.base:
        return Merged(versions.theirs)
    read = [_read(file, content) for content in (versions.base, versions.ours, versions.theirs)]
    if read[0] is None and not versions.base.strip() and read[1]:
        read[0] = Manuscript(Group(read[1].root.kind, ()))
    base, ours, theirs = read
    if base is None or ours is None or theirs is None or not base.root.kind == ours.root.kind == theirs.root.kind:
        return None
    made = _merged(base, ours, theirs, kind or _kind(ours), language, marks)
    if made is None or not all(_is_right(file, made, side) for side in ("ours", "theirs")):
        return None
    written = pen(made, marks)
    first = versions.ours.find(b"\n")
    windows = first > 0 and versions.ours[first - 1 : first] == b"\r"
    return Merged((written.replace("\n", "\r\n") if windows else written).encode(), _conflicts(made))


def _read(file: str, content: bytes) -> Manuscript | None:
    """A version as a manuscript, if it is YAML without a mistake in its form; none with values that are repeated by name."""
    if form_of(file) != "yaml" or any(problem.severity == "error" for problem in read_yaml(file, content).problems):
        return None
    try:
        manuscript = transcribe(read_text(file, content).value or "")
    except Illegible:
        return None
    return manuscript if manuscript and not has_anchors(manuscript.root) else None


def _kind(manuscript: Manuscript) -> str:
    return "journey" if any(entry.key == "stages" for entry in manuscript.root.sure) else ""


def _merged(base: Manuscript, ours: Manuscript, theirs: Manuscript, kind: str, language: str, marks: Marks) -> Manuscript | None:
    together = moved(base.root, ours.root, theirs.root, language) if kind == "journey" else None
    roots = (together.base, together.ours, together.theirs) if together else (base.root, ours.root, theirs.root)
    root = Merging(language, marks).group(*roots, _field(ours.root, kind))
    if root and together and together.torn:
        root = torn(root, together.torn)
    return Manuscript(root, lines(base.head, ours.head, theirs.head, marks)) if root else None


def _field(root: Group, kind: str) -> Field:
    """What a file of a kind holds."""
    if not kind:
        return Field()
    model = model_of(kind)
    several = holds_several(root, kind)
    part = Part(model, "list", "title", "title") if several or KIND[kind].file else None
    return Field(model, part, several)


def _is_right(file: str, made: Manuscript, side: Side) -> bool:
    """Whether the file, with each choice made for one side, is read as what was meant."""
    resolved = chosen(made, side)
    checked = read_yaml(file, pen(resolved).encode())
    return checked.value == plain(resolved.root) and not any(problem.severity == "error" for problem in checked.problems)


def chosen(manuscript: Manuscript, side: Side) -> Manuscript:
    """A merged manuscript with each choice made for one side."""
    return Manuscript(_chosen(manuscript.root, side), _without_markers(manuscript.head, side))


def _chosen(group: Group, side: Side) -> Group:
    entries: list[Entry] = []
    for each in group.entries:
        entries += (each.ours if side == "ours" else each.theirs) if isinstance(each, Conflict) else (each,)
    made = tuple(_chosen_entry(entry, side) for entry in entries)
    return replace(group, entries=made, below=_without_markers(group.below, side))


def _chosen_entry(entry: Entry, side: Side) -> Entry:
    value = _chosen(entry.value, side) if isinstance(entry.value, Group) and not entry.verbatim else entry.value
    return replace(entry, value=value, above=_without_markers(entry.above, side))


def _without_markers(each: tuple[str, ...], side: Side) -> tuple[str, ...]:
    """Lines of comments as one side has them."""
    kept, at = [], "both"
    for line in each:
        if isinstance(line, Marker):
            at = {"<": "ours", "=": "theirs", ">": "both"}[line[0]]
        elif at in ("both", side):
            kept.append(line)
    return tuple(kept)


def _conflicts(manuscript: Manuscript) -> int:
    return sum(1 for _ in _choices(manuscript.root)) + _marked(manuscript.head)


def _choices(group: Group) -> Iterator[None]:
    for each in group.entries:
        if isinstance(each, Conflict):
            yield None
            continue
        yield from (None for _ in range(_marked(each.above)))
        if isinstance(each.value, Group):
            yield from _choices(each.value)
    yield from (None for _ in range(_marked(group.below)))


def _marked(each: tuple[str, ...]) -> int:
    return sum(isinstance(line, Marker) and line.startswith("<") for line in each)
