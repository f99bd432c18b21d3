"""follow: references that go on leading to what they led to, after it was renamed or moved: following is no change of its own."""

from collections.abc import Callable, Iterator, Mapping

from cjmgen.diff.node import Plain
from cjmgen.diff.twig import Twig

Renames = Mapping[tuple[str, str], str]
"""By kind and id of an entity the id it goes by now; a stage of a journey is of the kind `journey#`, with the id `journey#stage`."""

Ask = Callable[[str, str], str]
"""From a kind and a reference to what is written now. Kinds are those of entities and `who`, `end`, `at`, `next`, `touchpoint`, `pain`."""

FIELDS: Mapping[str, str] = {
    "personas": "persona", "persona": "persona", "who": "who", "owner": "team", "team": "team", "channel": "channel", "channels": "channel",
    "phase": "stage", "metric": "metric", "funnel": "metric", "journey": "journey", "journeys": "journey", "extends": "journey",
    "parent": "journey", "from": "end", "to": "end", "at": "at", "touchpoint": "touchpoint", "pains": "pain",
}  # fmt: skip
"""Fields that hold a reference or a list of them, each with what it leads to."""

INSIDE: Mapping[str, Mapping[str, str]] = {
    "evidence": {"id": "evidence"}, "emotion_evidence": {"id": "evidence"}, "next": {"to": "next"}, "expects": {"metric": "metric"},
    "cost": {"metric": "metric"},
}  # fmt: skip
"""Fields that hold mappings with a reference in them."""


def followed(fields: Mapping[str, Plain], model: str, ask: Ask) -> dict[str, Plain]:
    """The fields of a thing with its references as they have to be written now."""
    return {name: _field(name, value, model, ask) for name, value in fields.items()}


def _field(name: str, value: Plain, model: str, ask: Ask) -> Plain:
    if name == "emotion" and isinstance(value, Mapping) and "mean" not in value:
        return {ask("who", who): felt for who, felt in value.items()}
    if name == "entry" and isinstance(value, Mapping):
        return followed(value, model, ask)
    if model == "Comparison" and name == "names":
        return {ask("journey", ask("who", key)): text for key, text in value.items()}
    if name in INSIDE:
        return [_mapping(each, INSIDE[name], ask) for each in value] if isinstance(value, list) else _mapping(value, INSIDE[name], ask)
    if name in FIELDS:
        return [ask(FIELDS[name], each) for each in value] if isinstance(value, list) else ask(FIELDS[name], value)
    return value


def _mapping(value: Plain, inside: Mapping[str, str], ask: Ask) -> Plain:
    return {key: ask(inside[key], each) if key in inside else each for key, each in value.items()}


def row(fields: Mapping[str, Plain], ask: Ask) -> dict[str, Plain]:
    """A row of a comparison, whose keys are journeys and whose values are stages of them."""
    result: dict[str, Plain] = {}
    for key, value in fields.items():
        if key in ("id", "title", "was", "who", "audience"):
            result[key] = value
            continue
        stages = [ask("journey", f"{key}#{stage}").partition("#")[2] for stage in ([value] if isinstance(value, str) else value)]
        result[ask("journey", key)] = stages[0] if isinstance(value, str) else stages
    return result


def renamed_inside(root: Twig, id: str) -> Iterator[tuple[tuple[str, str], str]]:
    """The stages and phases of an entity that go by other ids now, for references from other entities."""
    for twig in (*root.inside.get("stages", ()), *root.inside.get("phases", ())):
        if twig.mate and twig.mate.key != twig.key:
            yield (("stage", twig.key) if twig.lane == "phases" else ("journey#", f"{id}#{twig.key}")), twig.mate.key


class Compass:
    """Where the references of one entity lead now: to entities by their renames, inside by what became of each thing."""

    def __init__(self, root: Twig, renames: Renames) -> None:
        self._renames = renames
        self._found: dict[tuple[str, str], list[Twig]] = {}
        for twig in root.below():
            self._found.setdefault((twig.lane, twig.key), []).append(twig)

    def fields(self, twig: Twig) -> dict[str, Plain]:
        """The fields of a thing of this entity, following."""

        def ask(kind: str, reference: str) -> str:
            return self._ask(kind, reference, twig)

        return row(twig.fields, ask) if twig.model.__name__ == "Row" else followed(twig.fields, twig.model.__name__, ask)

    def _ask(self, kind: str, reference: str, twig: Twig) -> str:
        match kind:
            case "who" | "end":
                return self._actor(reference) or self._kinds(("persona", "actor") if kind == "who" else ("team", "actor"), reference)
            case "at":
                return self._at("stages", reference) or reference
            case "touchpoint" | "pain":
                return self._thing(f"{kind}s", reference, twig) or reference
            case "next":
                return self._at("stages", reference) or self._thing("touchpoints", reference, twig) or reference
            case "journey":
                id, mark, stage = reference.partition("#")
                return self._kinds(("journey",), id) + mark + (self._renames.get(("journey#", reference), stage) if mark else "")
        return self._kinds((kind,), reference)

    def _kinds(self, kinds: tuple[str, ...], id: str) -> str:
        return next((self._renames[kind, id] for kind in kinds if (kind, id) in self._renames), id)

    def _actor(self, id: str) -> str:
        return next((twig.mate.key for twig in self._found.get(("actors", id), ()) if twig.mate), "")

    def _at(self, lane: str, id: str) -> str:
        return next((twig.mate.key for twig in self._found.get((lane, id), ()) if twig.mate), "")

    def _thing(self, lane: str, reference: str, twig: Twig) -> str:
        """A touchpoint or pain by its id, or by its stage and id; where it stands now, written as it was."""
        stage, _, name = reference.rpartition("/")
        home = twig.up("stages")
        near = list(self._near(self._found.get((lane, name), []), stage or (home.key if home else "")))
        every = near or ([] if stage else self._found.get((lane, name), []))
        mate = every[0].mate if every else None
        at = mate.up("stages") if mate else None
        if not mate or not at:
            return f"{self._at('stages', stage) or stage}/{name}" if stage else ""
        return f"{at.key}/{mate.key}" if stage else mate.key

    @staticmethod
    def _near(twigs: list[Twig], stage: str) -> Iterator[Twig]:
        return (twig for twig in twigs if (at := twig.up("stages")) and at.key == stage)
