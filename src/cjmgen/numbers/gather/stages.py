"""stages: our stages with the names that their steps go by in the exports, and the names that nobody knows."""

from collections.abc import Iterator, Sequence

from cjmgen.model.metric import Source
from cjmgen.model.slug import slug
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.deal import LOST, WON, bare, stood
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Complaint, Misread
from cjmgen.numbers.profile import Role, Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.figure import Stages

ROLES: dict[Shape, Role] = {"steps": "step", "deals": "stage", "events": "event"}
"""Where the records of a shape say in which stage they stand."""


def stages_of(source: Source, shape: Shape, readings: Sequence[tuple[str, Reading]]) -> Stages:
    """As the source maps them, in its order; without a word, each step of an export is a stage of its own."""
    ours: dict[str, tuple[str, ...]] = {}
    for theirs, stage in source.stages.items():
        if not _is_end(theirs, shape):
            ours[stage] = (*ours.get(stage, ()), plain(theirs))
    if source.stages or shape != "steps":
        return ours
    steps = dict.fromkeys(str(record.values["step"]) for _, reading in readings for record in reading.records)
    return {slug(step): (plain(step),) for step in steps}


def _is_end(theirs: str, shape: Shape) -> bool:
    """Whether this says that a deal was lost, which it may be at any stage."""
    return shape == "deals" and bare(theirs) in LOST


def unmatched(source: Source, shape: Shape, readings: Sequence[tuple[str, Reading]], every: bool) -> Iterator[Complaint]:
    """Names that the source maps and no export has; and where every step should have a stage, those that have none."""
    role = ROLES.get(shape)
    if not source.stages or not role:
        return
    first = _first(readings, role)
    known = {each for name in first for each in (name, bare(name))}
    for theirs in source.stages:
        if _is_end(theirs, shape):
            message = f"“{theirs}” is no stage: a deal may be lost at any"
            yield Misnamed(("source", "stages", theirs), "export-unmatched", message, f"take “{theirs}” out")
        elif plain(theirs) not in known:
            names = tuple(name for _, _, _, name in first.values())
            hint = f"they are called {', '.join(f'“{name[:40]}”' for name in names[:8])}"
            yield Misnamed(("source", "stages", theirs), "export-unmatched", f"no export has a step “{theirs}”", hint, theirs, names)
    if shape == "events" or not every:
        return  # most of what people do leads nowhere
    mapped = {plain(theirs) for theirs in source.stages}
    for name, (file, line, column, told) in first.items():
        if not {name, bare(name)} & mapped and bare(name) not in WON | LOST:
            hint = "give it one of our stages below `stages` in the metric's source, if it is one"
            yield Misread(file, "export-step-left-out", Fault(line, column, f"“{told[:40]}” is none of the stages that are mapped", hint))


def gone(source: Source, shape: Shape, readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """Stages that an earlier file of steps counts and a later one doesn't: a step that was renamed loses its stage without a word."""
    ours = {plain(theirs): stage for theirs, stage in source.stages.items()}
    had: dict[str, tuple[str, str]] = {}
    for file, reading in readings if shape == "steps" else ():
        steps = [(each.line, str(each.values["step"])) for each in reading.records if "step" in each.values]
        here = {ours[name]: (file, step) for _, step in steps if (name := plain(step)) in ours}
        for stage in (stage for stage in had if here and stage not in here):
            earlier, step = had[stage]
            message = f"the stage '{stage}' has no step here, and in {earlier} it has: “{step[:40]}”"
            hint = f"if it was renamed, give its new name the stage '{stage}' as well, below `stages` in the metric's source"
            yield Misread(file, "export-unmatched", Fault(steps[0][0], 1, message, hint))
        had |= here


def _first(readings: Sequence[tuple[str, Reading]], role: Role) -> dict[str, tuple[str, int, int, str]]:
    """By plain name where a step stands first: the file, the line, the column, and the name as it is written."""
    first: dict[str, tuple[str, int, int, str]] = {}
    for file, reading in readings:
        columns = {each.role: each.column for each in reading.provenance.used}
        for record in reading.records:
            if role in record.values:
                first.setdefault(plain(str(record.values[role])), (file, record.line, columns[role], str(record.values[role])))
            for name in stood(record.values) if role == "stage" else ():
                first.setdefault(plain(name), (file, record.line, columns.get("reached", 1), name))
    return first
