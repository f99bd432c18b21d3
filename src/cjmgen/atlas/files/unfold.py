"""unfold: a file and its translations to the entities in it, each as plain data that knows where its parts stand."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cjmgen.atlas.files.entries import Entry, collection, journeys, without_notes
from cjmgen.atlas.files.group import Group
from cjmgen.atlas.files.overlay import overlay
from cjmgen.atlas.files.sort import Source
from cjmgen.atlas.mistakes.finding import Finding, placed
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.origin import Origin
from cjmgen.model.kinds import KIND, model_of
from cjmgen.problem import Problem
from cjmgen.syntax.document import Document


class Raw(NamedTuple):
    """An entity not validated yet."""

    id: str
    data: Any
    origin: Origin
    partial: bool = False
    """Whether the file could only be read in part: what seems to be missing may stand in the other part."""


def unfold(group: Group, language: str) -> tuple[list[Raw], list[Problem]]:
    """The entities of a file, with the texts of its sidecars laid in, and what is wrong with how they stand there."""
    problems: list[Problem] = []
    partial = any(problem.severity == "error" for problem in group.document.problems)
    own = _entries(group.source, group.document.value, language, problems)
    raws = [Raw(entry.id, entry.data, Origin(group.source.file, entry.path), partial) for entry in own]
    for source, checked in group.sidecars:
        if checked.value.data is not None:
            words = list(_entries(source, checked.value, source.language, problems))
            raws = list(_translated(raws, words, source, language, problems))
    return raws, problems


def _entries(source: Source, document: Document, language: str, problems: list[Problem]) -> Iterator[Entry]:
    data = without_notes(document.data)
    if KIND[source.kind].file:
        found: Iterator[Entry | Finding] = collection(data, model_of(source.kind), language)
    else:
        found = journeys(data, source) if source.kind == "journey" else iter((Entry(source.id, data),))
    for each in found:
        if isinstance(each, Finding):
            problems.append(placed(each, Origin(document.file)))
        else:
            yield each


def _translated(raws: list[Raw], words: list[Entry], source: Source, language: str, problems: list[Problem]) -> Iterator[Raw]:
    """Each entity with its texts: by id in a collection, else by position."""
    collected = bool(KIND[source.kind].file)
    by_id = {entry.id: entry for entry in words}
    for at, raw in enumerate(raws):
        entry = by_id.pop(raw.id, None) if collected else words[at] if at < len(words) else None
        if entry is None:
            yield raw
            continue
        above = Origin(source.file, entry.path)
        texts = {key: value for key, value in entry.data.items() if key != "id"} if isinstance(entry.data, dict) else entry.data
        laid = overlay(raw.data, raw.origin, texts, above, model_of(source.kind), (language, source.language))
        problems.extend(placed(each, above) for each in laid.findings)
        yield raw._replace(data=laid.data, origin=laid.origin)
    for id, entry in by_id.items() if collected else ():
        hint = did_you_mean(nearest(id, [raw.id for raw in raws]), f"declare it in {source.translates}")
        finding = Finding("patch-unknown-id", f"there is no '{id}' for this to translate", (), hint, data=(id,))
        problems.append(placed(finding, Origin(source.file, entry.path)))
