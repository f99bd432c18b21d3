"""scene: everything a rule may know about the project around the entity it looks at."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import field

from cjmgen.model.directory import Channel, SetStage, Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor
from cjmgen.model.metric import Metric
from cjmgen.model.settings import Settings
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of one kind, and earlier ids with those that took their place."""

    known: Mapping[str, object]
    was: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entities: Mapping[str, Entity], broken: Iterable[str] = ()) -> "Names":
        """The names of entities, and of those whose file can't be read: a reference to them is no mistake of its own."""
        was = {old: id for id, entity in entities.items() for old in getattr(entity, "was", ())}
        return cls({**dict.fromkeys(broken), **entities}, {old: id for old, id in was.items() if old not in entities})


@dataclass(frozen=True, slots=True)
class Scene:
    """The project's settings and small entities; the journeys and their links to one another are checked later."""

    settings: Settings
    today: datetime.date
    teams: Mapping[str, Team] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    phases: Mapping[str, SetStage] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    measured: Mapping[str, Measured] = field(default_factory=dict)
    """What the exports of metrics say."""
    names: Mapping[str, Names] = field(default_factory=dict)
    """By kind: persona, team, channel, actor, stage, evidence, metric."""

    @property
    def language(self) -> str:
        """The language that plain texts are in."""
        return self.settings.languages[0]
