"""desk: where files are taken in kind by kind; what they declare is kept, what they refer to is followed."""

import datetime
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from cjmgen.atlas.atlas import Atlas, Media
from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.files.exports import Exports
from cjmgen.atlas.files.group import Files, Group, Read
from cjmgen.atlas.files.sort import ORDER
from cjmgen.atlas.files.unfold import unfold
from cjmgen.atlas.kept.deck import Deck, JourneyDeck
from cjmgen.atlas.kept.outline import Kept, Opened, Outline, pack_problems
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.kept.taken import NONE, Reading, Taken, Texts, open_measured, open_persona_card
from cjmgen.atlas.links.kinship import unused_personas
from cjmgen.atlas.links.link import Journeys
from cjmgen.atlas.mapped import Mapped
from cjmgen.atlas.media import Gallery, below_maps
from cjmgen.atlas.reading import readings
from cjmgen.atlas.scene import Names, Scene
from cjmgen.atlas.settle import settle
from cjmgen.atlas.sight import Sight
from cjmgen.atlas.take import tell
from cjmgen.atlas.telling import SILENT, Telling
from cjmgen.digest import Digest, digest
from cjmgen.memo.many import Many
from cjmgen.memo.store import Store
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.comparison import Comparison
from cjmgen.model.directory import Channel, SetStage, Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.item import Entity
from cjmgen.model.journey import Actor, Journey
from cjmgen.model.kinds import model_of
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.settings import Settings
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.numbers.measured import Measured
from cjmgen.problem import Problem
from cjmgen.tree import Tree

T = TypeVar("T")


def _but_comparisons(kinds: Mapping[str, T]) -> dict[str, T]:
    return {kind: each for kind, each in kinds.items() if kind not in ("comparison", "journey")}


class Desk:
    """The work of one load: `settings` first, then `take` kind by kind, then `link`."""

    def __init__(self, files: Tree, today: datetime.date, version: str, store: Store) -> None:
        self.problems: list[Problem] = []
        self._files, self._today, self._version, self._store = files, today, version, store
        self._settings = Settings.model_validate({})
        self._gallery, self._exports, self._texts = Gallery(files), Exports(files), Texts(store)
        self._measured: dict[str, Measured] = {}
        self._media: dict[str, Media] = {}
        self._small: dict[str, dict[str, Entity]] = {kind: {} for kind in ORDER}
        self._broken: dict[str, dict[str, None]] = {kind: {} for kind in ORDER}
        self._shown: dict[str, list[tuple[str, Digest]]] = {kind: [] for kind in ORDER}
        self._persona_cards: dict[str, Digest] = {}
        self._persona_was: dict[str, str] = {}
        self._personas = Shelf(Persona, self._texts)
        self._tellings: dict[str, Telling] = {}
        self._journeys, self._mapped = Journeys(self._texts, self._media, self.problems), Mapped(self._texts)

    def settle(self, groups: Iterable[Group]) -> None:
        """Take the settings in; they are one file, and read each time."""
        for group in groups:
            self.problems += group.document.problems
            raws, problems = unfold(group, self._settings.languages[0])
            self.problems += problems
            for raw in raws:
                checked = settle(raw, self._gallery, self._version)
                self._settings = checked.value
                self.problems += checked.problems
                self._count(raw.origin.file, tell("settings", raw.data, self._settings.languages))
                self._show_logo()

    def _show_logo(self) -> None:
        if self._settings.logo:
            path = posixpath.normpath(self._settings.logo)
            seen = self._gallery.logo(path)
            if isinstance(seen, Media):
                self._media[below_maps(path)] = seen

    def take(self, kind: str, groups: Sequence[Files], read: Read, many: Many) -> None:
        """Take in all files of a kind; what is known of a file under this scene is not read again."""
        sight = Sight(self._all(), self._gallery, self._exports, self._store)
        keys = [group.key(self._files) for group in groups]
        for group, key, reading in zip(groups, keys, readings(groups, keys, sight, self._store, read, many), strict=True):
            self._shown[kind].append((key, reading.shown))
            self._add(kind, group.source.id, reading)

    def _add(self, kind: str, id: str, reading: Reading) -> None:
        self.problems += reading.problems
        if reading.lost:
            self._broken[kind][id] = None
            if kind == "journey":
                self._journeys.broken[id] = None
        for taken in reading.taken:
            self.problems += taken.problems
            self._media.update((media.file.removeprefix("maps/"), media) for media in taken.media)
            self._count(taken.start.file, taken.told)
            self._keep(kind, taken)

    def sees_like(self, other: "Desk") -> bool:
        """Whether a journey that is read at the other desk would see around it just what it sees at this one."""
        mine, theirs = (
            (each._settings, each._persona_cards, each._persona_was, each._measured, _but_comparisons(each._small))
            for each in (self, other)
        )
        return mine == theirs and _but_comparisons(self._broken) == _but_comparisons(other._broken)

    def _count(self, file: str, told: Telling | None) -> None:
        if told:
            self._tellings[file] = self._tellings.get(file, SILENT) + told

    def _keep(self, kind: str, taken: Taken) -> None:
        if kind == "journey":
            self._journeys.take(taken)
        elif taken.entity == NONE:
            self._broken[kind][taken.id] = None
        elif kind == "persona":
            self._persona_cards[taken.id] = taken.card
            self._persona_was.update((old, taken.id) for old in taken.was)
            self._personas.put(taken.id, taken.entity)
        else:
            entity = model_of(kind).model_validate_json(self._texts.open(taken.entity))
            self._small[kind][taken.id] = entity
            if taken.measured != NONE:
                self._measured[taken.id] = open_measured(self._texts.open(taken.measured))
            if isinstance(entity, Metric):
                self._mapped.take(taken, entity)
            if isinstance(entity, Comparison):
                self._journeys.compare(taken, entity)

    def _all(self) -> Scene:
        """What is known by now."""
        chosen = {stage.id or "": stage for stage in STAGE_SETS.get(self._settings.stages or "", ())}
        own = self._of(SetStage, "stage")
        channels = dict(sorted({**BUILTIN_CHANNELS, **self._of(Channel, "channel")}.items()))
        small: dict[str, Mapping[str, Entity]] = {**self._small, "channel": channels, "stage": own or chosen}
        names = {kind: Names.of(entities, self._broken[kind]) for kind, entities in small.items()}
        broken, people = self._broken["persona"], self._people()
        names["persona"] = Names({**broken, **people} if broken else people, self._persona_was)
        return Scene(
            self._settings,
            self._today,
            teams=self._sorted(Team, "team"),
            channels=channels,
            actors=self._sorted(Actor, "actor"),
            phases=own or chosen,
            evidence=self._sorted(Evidence, "evidence"),
            metrics=self._sorted(Metric, "metric"),
            measured=dict(sorted(self._measured.items())),
            names=names,
        )

    def _people(self) -> Deck[PersonaCard]:
        return Deck(dict(sorted(self._persona_cards.items())), self._texts, open_persona_card)

    def _of(self, model: type[T], kind: str) -> dict[str, T]:
        return {id: entity for id, entity in self._small[kind].items() if isinstance(entity, model)}

    def _sorted(self, model: type[T], kind: str) -> dict[str, T]:
        return dict(sorted(self._of(model, kind).items()))

    def kept(self, side: str, groups: Sequence[Files], around: Digest, read: Read, many: Many) -> Opened | None:
        """The journeys as an earlier load linked them, if no file of them shows anything else by now; only what changed is read."""
        keys = [group.key(self._files) for group in groups]
        kept = Kept(self._store, side, self._around(around), keys)
        if kept.changed is None:
            return None
        changed = kept.changed
        sight = Sight(self._all(), self._gallery, self._exports, self._store)
        found = readings([groups[at] for at in changed], [keys[at] for at in changed], sight, self._store, read, many)
        return kept.opened(dict(zip(changed, found, strict=True)))

    @property
    def earlier(self) -> Iterable[str]:
        """The names that the journeys taken in went by before."""
        return self._journeys.was

    def _around(self, around: Digest) -> Digest:
        return digest((around, self._version, self._today.isoformat()))

    def open(self, opened: Opened) -> Atlas:
        """Hand over the whole, the journeys as they were linked before."""
        outline = opened.outline
        self._media, self._tellings = dict(outline.media), dict(outline.tellings)
        return self._atlas(JourneyDeck(outline.cards, self._texts), Shelf(Journey, self._texts, opened.entities), opened.name)

    def link(self) -> Atlas:
        """Resolve patches, follow what journeys say of one another, and hand over the whole."""
        scene = self._all()
        heads = self._journeys.link(scene, Sight(scene, self._gallery, self._exports, self._store), self._store, self._people())
        used = [persona for head in heads.values() for persona in head.personas]
        self.problems += unused_personas(self._people().values(), used) if self._sound else ()
        self._cards = {id: (head.card, head.facets) for id, head in heads.items()}
        cards = JourneyDeck(self._cards, self._texts, self._journeys.changed)
        self.problems += () if self._journeys.broken else list(self._mapped.problems(heads, scene.phases, cards, self.problems))
        return self._atlas(cards, self._journeys.shelf, NONE)

    def outline(self, around: Digest, problems: Sequence[Problem]) -> Outline | None:
        """What was linked, for the next load; None where that would not be all of it."""
        if not self._sound or self._journeys.renamed:
            return None
        heavy = tuple(problem for problem in problems if problem.severity != "info")
        return Outline(
            self._around(around),
            tuple(self._shown["journey"]),
            self._journeys.shelf.names,
            self._cards,
            tuple(id for id in self._journeys.looked if id in self._cards),
            self._media,
            self._tellings,
            heavy,
            self._texts.keep(pack_problems(problems)),
            len(problems) - len(heavy),
        )

    @property
    def _sound(self) -> bool:
        """Whether nothing that was read is an error."""
        return not any(problem.severity == "error" for problem in self.problems)

    def _atlas(self, cards: JourneyDeck, shelf: Shelf[Journey], outline: Digest) -> Atlas:
        scene = self._all()
        return Atlas(
            settings=scene.settings,
            today=self._today,
            journeys=cards,
            personas=self._people(),
            evidence=scene.evidence,
            metrics=scene.metrics,
            measured=dict(sorted(self._measured.items())),
            comparisons=dict(sorted(self._journeys.comparisons.items())),
            comparison_files=dict(sorted((id, taken.start.file) for id, taken in self._journeys.compared.items())),
            teams=scene.teams,
            channels=scene.channels,
            actors=scene.actors,
            phases=scene.phases,
            media=dict(sorted(self._media.items())),
            journey=shelf.get,
            persona=self._personas.get,
            tellings=dict(sorted(self._tellings.items())),
            names={"journey": shelf.names, "persona": self._personas.names},
            outline=outline,
        )
