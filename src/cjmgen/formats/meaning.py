"""meaning: what our own reader makes of one file, to be compared before and after it was written anew."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cjmgen.atlas.files.group import Group
from cjmgen.atlas.files.sort import Source, sources
from cjmgen.atlas.files.unfold import Raw, unfold
from cjmgen.atlas.kept.taken import pack_entity
from cjmgen.atlas.mistakes.validate import validate
from cjmgen.model.item import Entity
from cjmgen.model.settings import Settings
from cjmgen.problem import KeyPath, Problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.read import read


@dataclass(frozen=True, slots=True)
class Meaning:
    """A file's plain data, the entities in it by the paths they begin at, and what is wrong with the file by itself."""

    data: Plain
    entities: Mapping[KeyPath, Entity]
    ids: Mapping[KeyPath, str]
    rest: tuple[str, ...]
    """What is no entity by itself, a patch or a translation, as it stands."""
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file from being understood."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    def is_same(self, other: "Meaning") -> bool:
        """Whether both say the same, wherever it stands."""
        return self._said() == other._said()

    def _said(self) -> tuple[object, ...]:
        entities = [(path, pack_entity(entity)) for path, entity in self.entities.items()]
        problems = Counter((each.code, each.message, each.hint, each.data, each.severity) for each in self.problems)
        return entities, self.ids, self.rest, problems


def meaning(source: Source, content: bytes, language: str) -> Meaning:
    """Read a file of a project by itself, without the files that it refers to."""
    checked = read(source.file, content)
    raws, more = unfold(Group(source, checked), language)
    problems, rest = [*checked.problems, *more], []
    entities: dict[KeyPath, Entity] = {}
    for raw in raws:
        if source.translates or is_patch(source.kind, raw):
            rest.append(json.dumps(raw.data, sort_keys=True))
            continue
        validated = validate(source.kind, raw.data, raw.origin, language)
        problems += validated.problems
        if validated.entity:
            entities[raw.origin.prefix] = validated.entity
    ids = {raw.origin.prefix: raw.id for raw in raws}
    return Meaning(checked.value.data, entities, ids, tuple(rest), tuple(problems))


def is_patch(kind: str, raw: Raw) -> bool:
    """Whether a journey is laid over another, and no whole by itself."""
    return kind == "journey" and isinstance(raw.data, dict) and isinstance(raw.data.get("extends"), str)


def languages(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The languages of a project, the one that ids are made in first; English where its settings can't be read."""
    found = next((source for source in sources(files).value if source.kind == "settings"), None)
    settings = meaning(found, files[found.file], "en").entities.get(()) if found else None
    return settings.languages if isinstance(settings, Settings) else Settings.model_validate({}).languages
