"""around: what stands around journeys as far as it is taken in: the settings, personas as cards, small entities, and what was measured."""

import datetime
from collections.abc import Mapping
from typing import TypeVar

from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.files.sort import ORDER
from cjmgen.atlas.kept.deck import Deck
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.kept.taken import NONE, Taken, Texts, open_measured, open_persona_card
from cjmgen.atlas.scene import Names, Scene
from cjmgen.digest import Digest
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.directory import Channel, SetStage, Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor
from cjmgen.model.kinds import model_of
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.settings import Settings
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.numbers.measured import Measured

T = TypeVar("T")


def _but_comparisons(kinds: Mapping[str, T]) -> dict[str, T]:
    return {kind: each for kind, each in kinds.items() if kind not in ("comparison", "journey")}


class Around:
    """What a journey may refer to; `files` are those of small entities, by kind and id.

    `broken` has by kind the ids of what can't be read: a reference to it is no mistake of its own.
    """

    def __init__(self, texts: Texts) -> None:
        self.settings = Settings.model_validate({})
        self.personas = Shelf(Persona, texts)
        self.broken: dict[str, dict[str, None]] = {kind: {} for kind in ORDER}
        self.files: dict[str, str] = {}
        self._texts = texts
        self._measured: dict[str, Measured] = {}
        self._small: dict[str, dict[str, Entity]] = {kind: {} for kind in ORDER}
        self._cards: dict[str, Digest] = {}
        self._was: dict[str, str] = {}

    def take_persona(self, taken: Taken) -> None:
        """Take a persona in."""
        self._cards[taken.id] = taken.card
        self._was.update((old, taken.id) for old in taken.was)
        self.personas.put(taken.id, taken.entity)

    def take_small(self, kind: str, taken: Taken) -> Entity:
        """Take a small entity in, with what was measured of it."""
        entity: Entity = model_of(kind).model_validate_json(self._texts.open(taken.entity))
        self._small[kind][taken.id] = entity
        self.files[f"{kind}/{taken.id}"] = taken.start.file
        if taken.measured != NONE:
            self._measured[taken.id] = open_measured(self._texts.open(taken.measured))
        return entity

    def is_like(self, other: "Around") -> bool:
        """Whether a journey sees just the same around it in both."""
        mine, theirs = (
            (each.settings, each._cards, each._was, each._measured, _but_comparisons(each._small), _but_comparisons(each.broken))
            for each in (self, other)
        )
        return mine == theirs

    @property
    def measured(self) -> dict[str, Measured]:
        """What exports say, by metric, in order."""
        return dict(sorted(self._measured.items()))

    @property
    def people(self) -> Deck[PersonaCard]:
        """The personas."""
        return Deck(dict(sorted(self._cards.items())), self._texts, open_persona_card)

    def scene(self, today: datetime.date) -> Scene:
        """What is known by now."""
        chosen = {stage.id or "": stage for stage in STAGE_SETS.get(self.settings.stages or "", ())}
        own = self._of(SetStage, "stage")
        channels = dict(sorted({**BUILTIN_CHANNELS, **self._of(Channel, "channel")}.items()))
        small: dict[str, Mapping[str, Entity]] = {**self._small, "channel": channels, "stage": own or chosen}
        names = {kind: Names.of(entities, self.broken[kind]) for kind, entities in small.items()}
        broken, people = self.broken["persona"], self.people
        names["persona"] = Names({**broken, **people} if broken else people, self._was)
        return Scene(
            self.settings,
            today,
            teams=self._sorted(Team, "team"),
            channels=channels,
            actors=self._sorted(Actor, "actor"),
            phases=own or chosen,
            evidence=self._sorted(Evidence, "evidence"),
            metrics=self._sorted(Metric, "metric"),
            measured=self.measured,
            names=names,
        )

    def _of(self, model: type[T], kind: str) -> dict[str, T]:
        return {id: entity for id, entity in self._small[kind].items() if isinstance(entity, model)}

    def _sorted(self, model: type[T], kind: str) -> dict[str, T]:
        return dict(sorted(self._of(model, kind).items()))
