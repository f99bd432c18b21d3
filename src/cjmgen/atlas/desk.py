"""desk: where files are taken in one by one, kind by kind; what they declare is kept, what they refer to is followed."""

import datetime
import posixpath
from collections.abc import Mapping
from typing import TypeVar

from cjmgen.atlas.arrange import Group
from cjmgen.atlas.atlas import Atlas, Media
from cjmgen.atlas.card import PersonaCard
from cjmgen.atlas.finding import placed, written
from cjmgen.atlas.gather import persona_card
from cjmgen.atlas.kinship import unused_personas
from cjmgen.atlas.link import Journeys
from cjmgen.atlas.meant import meant
from cjmgen.atlas.media import Gallery, below_maps, images_of_persona
from cjmgen.atlas.rules.texts import words_of
from cjmgen.atlas.scene import Names, Scene
from cjmgen.atlas.settle import settle
from cjmgen.atlas.shelf import Shelf
from cjmgen.atlas.small import look
from cjmgen.atlas.sort import ORDER
from cjmgen.atlas.telling import SILENT, Telling, telling
from cjmgen.atlas.unfold import Raw, unfold
from cjmgen.atlas.validate import Validated, validate
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.comparison import Comparison
from cjmgen.model.directory import Channel, SetStage, Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor
from cjmgen.model.kinds import model_of
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.settings import Settings
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.problem import Problem
from cjmgen.tree import Tree

T = TypeVar("T")
E = TypeVar("E", bound=Entity)


class Desk:
    """The work of one load: `take` each file, then `link`."""

    def __init__(self, files: Tree, today: datetime.date, version: str) -> None:
        self.problems: list[Problem] = []
        self._today, self._version = today, version
        self._settings = Settings.model_validate({})
        self._gallery = Gallery(files)
        self._media: dict[str, Media] = {}
        self._small: dict[str, dict[str, Entity]] = {kind: {} for kind in ORDER}
        self._broken: dict[str, dict[str, None]] = {kind: {} for kind in ORDER}
        self._persona_cards: dict[str, PersonaCard] = {}
        self._persona_was: dict[str, str] = {}
        self._personas = Shelf(Persona)
        self._scenes: dict[str, Scene] = {}
        self._tellings: dict[str, Telling] = {}
        self._journeys = Journeys(self._gallery, self._media, self.problems)

    def take(self, group: Group) -> None:
        """Take in a file with its sidecars."""
        read = [checked for checked in (group.document, *(checked for _, checked in group.sidecars)) if checked]
        self.problems += [problem for checked in read for problem in checked.problems]
        kind = group.source.kind
        errors = group.document is None or any(problem.severity == "error" for problem in group.document.problems)
        if group.document is None or (group.document.value.data is None and errors):
            self._broken[kind][group.source.id] = None
            if kind == "journey":
                self._journeys.broken[group.source.id] = None
            return
        raws, problems = unfold(group, self._settings.languages[0])
        self.problems += problems
        for raw in raws:
            self._entity(kind, raw)
            self._count(kind, raw)

    def _count(self, kind: str, raw: Raw) -> None:
        languages, file = self._settings.languages, raw.origin.file
        if len(languages) > 1:
            self._tellings[file] = self._tellings.get(file, SILENT) + telling(raw.data, model_of(kind), languages)

    def _entity(self, kind: str, raw: Raw) -> None:
        if kind == "settings":
            checked = settle(raw, self._gallery, self._version)
            self._settings = checked.value
            self._show_logo()
            self.problems += checked.problems
        elif kind == "journey":
            self._journeys.take(raw, self._scene(kind))
        else:
            self._other(kind, raw)

    def _show_logo(self) -> None:
        if self._settings.logo:
            path = posixpath.normpath(self._settings.logo)
            seen = self._gallery.logo(path)
            if isinstance(seen, Media):
                self._media[below_maps(path)] = seen

    def _other(self, kind: str, raw: Raw) -> None:
        scene = self._scene(kind)
        checked = validate(kind, raw.data, raw.origin, scene.language)
        wrong = meant(checked.problems, raw.data, scene)
        self.problems += [problem for problem in wrong if not (raw.partial and problem.code == "missing-key")]
        if checked.entity is None:
            self._broken[kind][raw.id] = None
            return
        looked = look(raw.id, checked.entity, scene, sound=not checked.problems and not raw.partial)
        words = words_of(checked.data, model_of(kind), scene.settings.languages)
        self.problems += [placed(written(finding, checked.data), checked.origin) for finding in (*looked.findings, *words)]
        if isinstance(looked.entity, Persona):
            self._persona(raw.id, looked.entity, checked)
            return
        self._small[kind][raw.id] = looked.entity
        if isinstance(looked.entity, Comparison):
            self._journeys.compare(raw.id, looked.entity, checked)

    def _scene(self, kind: str) -> Scene:
        """What is known when the files of a kind are read: everything of the kinds before it."""
        if kind not in self._scenes:
            self._scenes[kind] = self._all()
        return self._scenes[kind]

    def _all(self) -> Scene:
        chosen = {stage.id or "": stage for stage in STAGE_SETS.get(self._settings.stages or "", ())}
        own = self._of(SetStage, "stage")
        channels = dict(sorted({**BUILTIN_CHANNELS, **self._of(Channel, "channel")}.items()))
        small: dict[str, Mapping[str, Entity]] = {**self._small, "channel": channels, "stage": own or chosen}
        names = {kind: Names.of(entities, self._broken[kind]) for kind, entities in small.items()}
        names["persona"] = Names({**self._broken["persona"], **self._persona_cards}, self._persona_was)
        return Scene(
            self._settings,
            self._today,
            teams=self._sorted(Team, "team"),
            channels=channels,
            actors=self._sorted(Actor, "actor"),
            phases=own or chosen,
            evidence=self._sorted(Evidence, "evidence"),
            metrics=self._sorted(Metric, "metric"),
            names=names,
        )

    def _of(self, model: type[T], kind: str) -> dict[str, T]:
        return {id: entity for id, entity in self._small[kind].items() if isinstance(entity, model)}

    def _sorted(self, model: type[T], kind: str) -> dict[str, T]:
        return dict(sorted(self._of(model, kind).items()))

    def link(self) -> Atlas:
        """Resolve patches, follow what journeys say of one another, and hand over the whole."""
        scene = self._all()
        cards = self._journeys.link(scene, self._persona_cards)
        sound = not any(problem.severity == "error" for problem in self.problems)
        self.problems += unused_personas(self._persona_cards.values(), cards.values()) if sound else ()
        return Atlas(
            settings=scene.settings,
            today=self._today,
            journeys=cards,
            personas=dict(sorted(self._persona_cards.items())),
            evidence=scene.evidence,
            metrics=scene.metrics,
            comparisons=dict(sorted(self._journeys.comparisons.items())),
            comparison_files=dict(sorted((id, checked.origin.file) for id, checked in self._journeys.compared.items())),
            teams=scene.teams,
            channels=scene.channels,
            actors=scene.actors,
            phases=scene.phases,
            media=dict(sorted(self._media.items())),
            journey=self._journeys.shelf.get,
            persona=self._personas.get,
            tellings=dict(sorted(self._tellings.items())),
        )

    def _persona(self, id: str, persona: Persona, checked: Validated) -> None:
        photo = None
        for image, path in images_of_persona(persona):
            seen = self._gallery.look(checked.origin.file, image, path)
            self.problems += [placed(written(finding, checked.data), checked.origin) for finding in seen.findings]
            if seen.media:
                photo = seen.file.removeprefix("maps/")
                self._media[photo] = seen.media
        self._persona_cards[id] = persona_card(id, checked.origin.file, persona, photo)
        self._persona_was.update((old, id) for old in persona.was)
        self._personas.put(id, persona)
