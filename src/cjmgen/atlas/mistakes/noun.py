"""noun: what an author calls the thing that a path leads to."""

from cjmgen.model.item import Entity
from cjmgen.model.shape import child, shape_of
from cjmgen.problem import KeyPath

NOUNS = {
    "SetStage": "a stage", "EvidenceUse": "an evidence reference", "Short": "a value", "Next": "a way on", "StageMetric": "a metric",
    "Plan": "a plan", "Rice": "a RICE score", "Gates": "the setting 'evidence'", "Settings": "cjmgen.yml", "Evidence": "evidence",
    "Empathy": "an empathy map", "Row": "a row", "Expectation": "an expectation", "Note": "an item", "Value": "'value'", "Cost": "a cost",
}  # fmt: skip


def noun(model: type[Entity] | None) -> str:
    """What an author calls an entity or item of this type: `a touchpoint`."""
    name = model.__name__ if model else "Item"
    return NOUNS.get(name) or f"{'an' if name[0] in 'AEIOU' else 'a'} {name.lower()}"


def type_at(model: type[Entity], path: KeyPath) -> type[Entity] | None:
    """The type of the item that a path leads to."""
    at: type[Entity] | None = model
    for key in path:
        at = child(at, key) if isinstance(key, int) or (at and key in shape_of(at).keys) else at
    return at
