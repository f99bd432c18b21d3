"""arrange: documents as they come in, handed on with their translations and in the order that linking needs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cjmgen.atlas.sort import ORDER, Source
from cjmgen.problem import Checked
from cjmgen.syntax.document import Document


@dataclass(slots=True)
class Group:
    """A file and the sidecars that translate it, as far as they were read."""

    source: Source
    document: Checked[Document] | None = None
    sidecars: list[tuple[Source, Checked[Document]]] = field(default_factory=list)


def arranged(documents: Iterable[Checked[Document]], sources: Iterable[Source]) -> Iterator[Group]:
    """Each file with its sidecars, kind by kind. Handed over in the order of `sources`, nothing waits here."""
    by_file = {source.file: source for source in sources}
    groups = {file: Group(source) for file, source in by_file.items() if not source.translates}
    outstanding = Counter(source.translates or source.file for source in by_file.values())
    unread = Counter(source.kind for source in by_file.values())
    ready: dict[str, list[Group]] = {kind: [] for kind in ORDER}
    turn = 0
    for checked in documents:
        source = by_file.get(checked.value.file)
        if source is None:
            continue
        unread[source.kind] -= 1
        home = source.translates or source.file
        if source.translates:
            groups[home].sidecars.append((source, checked))
        else:
            groups[home].document = checked
        outstanding[home] -= 1
        if not outstanding[home]:
            ready[source.kind].append(groups.pop(home))
        while turn < len(ORDER) and (ready[ORDER[turn]] or not unread[ORDER[turn]]):
            yield from ready[ORDER[turn]]
            ready[ORDER[turn]].clear()
            if unread[ORDER[turn]]:
                break
            turn += 1
    for group in groups.values():
        ready[group.source.kind].append(group)
    for kind in ORDER:
        yield from ready[kind]
