"""kinds: every kind of entity, the type that holds it and the place its files stand in."""

from functools import cache

from cjmgen.model.item import Entity
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity. `folder` holds one entity a file; `file` holds many, by id."""

    name: str
    module: str
    type_name: str
    folder: str = ""
    file: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("settings", "settings", "Settings"),
    Kind("journey", "journey", "Journey", folder="journeys"),
    Kind("persona", "persona", "Persona", folder="personas"),
    Kind("evidence", "evidence", "Evidence", folder="evidence"),
    Kind("metric", "metric", "Metric", folder="metrics"),
    Kind("comparison", "comparison", "Comparison", folder="comparisons"),
    Kind("team", "directory", "Team", file="teams"),
    Kind("channel", "directory", "Channel", file="channels"),
    Kind("actor", "journey", "Actor", file="actors"),
    Kind("stage", "directory", "SetStage", file="stages"),
)

KIND = {kind.name: kind for kind in KINDS}


@cache
def model_of(kind: str) -> type[Entity]:
    """The type of a kind, imported when first asked for: a kind a project doesn't use costs nothing."""
    from importlib import import_module

    model: type[Entity] = getattr(import_module(f"cjmgen.model.{KIND[kind].module}"), KIND[kind].type_name)
    return model
