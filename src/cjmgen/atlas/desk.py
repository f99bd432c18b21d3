"""desk: where files are taken in kind by kind; what they declare is kept, what they refer to is followed."""

import datetime
import posixpath
from collections.abc import Iterable, Sequence

from cjmgen.atlas.around import Around
from cjmgen.atlas.atlas import Atlas, Media
from cjmgen.atlas.files.exports import Exports
from cjmgen.atlas.files.group import Files, Group, Read
from cjmgen.atlas.files.sort import ORDER
from cjmgen.atlas.files.unfold import unfold
from cjmgen.atlas.kept.deck import JourneyDeck
from cjmgen.atlas.kept.outline import Kept, Opened, Outline, pack_problems
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.kept.taken import NONE, Reading, Taken, Texts
from cjmgen.atlas.links.kinship import unused_personas
from cjmgen.atlas.links.link import Journeys
from cjmgen.atlas.mapped import Mapped
from cjmgen.atlas.media import Gallery, below_maps
from cjmgen.atlas.reading import readings
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.settle import settle
from cjmgen.atlas.sight import Sight
from cjmgen.atlas.take import tell
from cjmgen.atlas.telling import SILENT, Telling
from cjmgen.digest import Digest, digest
from cjmgen.memo.many import Many
from cjmgen.memo.store import Store
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.problem import Problem
from cjmgen.tree import Tree


class Desk:
    """The work of one load: `settings` first, then `take` kind by kind, then `link`."""

    def __init__(self, files: Tree, today: datetime.date, version: str, store: Store) -> None:
        self.problems: list[Problem] = []
        self._files, self._today, self._version, self._store = files, today, version, store
        self._gallery, self._exports, self._texts = Gallery(files), Exports(files), Texts(store)
        self._known = Around(self._texts)
        self._media: dict[str, Media] = {}
        self._shown: dict[str, list[tuple[str, Digest]]] = {kind: [] for kind in ORDER}
        self._tellings: dict[str, Telling] = {}
        self._journeys, self._mapped = Journeys(self._texts, self._media, self.problems), Mapped(self._texts)

    def settle(self, groups: Iterable[Group]) -> None:
        """Take the settings in; they are one file, and read each time."""
        for group in groups:
            self.problems += group.document.problems
            raws, problems = unfold(group, self._known.settings.languages[0])
            self.problems += problems
            for raw in raws:
                checked = settle(raw, self._gallery, self._version)
                self._known.settings = checked.value
                self.problems += checked.problems
                self._count(raw.origin.file, tell("settings", raw.data, self._known.settings.languages))
                self._show_logo()

    def _show_logo(self) -> None:
        if self._known.settings.logo:
            path = posixpath.normpath(self._known.settings.logo)
            seen = self._gallery.logo(path)
            if isinstance(seen, Media):
                self._media[below_maps(path)] = seen

    def take(self, kind: str, groups: Sequence[Files], read: Read, many: Many) -> None:
        """Take in all files of a kind; what is known of a file under this scene is not read again."""
        sight = Sight(self._scene, self._gallery, self._exports, self._store)
        keys = [group.key(self._files) for group in groups]
        for group, key, reading in zip(groups, keys, readings(groups, keys, sight, self._store, read, many), strict=True):
            self._shown[kind].append((key, reading.shown))
            self._add(kind, group.source.id, reading)

    def _add(self, kind: str, id: str, reading: Reading) -> None:
        self.problems += reading.problems
        if reading.lost:
            self._known.broken[kind][id] = None
            if kind == "journey":
                self._journeys.broken[id] = None
        for taken in reading.taken:
            self.problems += taken.problems
            self._media.update((media.file.removeprefix("maps/"), media) for media in taken.media)
            self._count(taken.start.file, taken.told)
            self._keep(kind, taken)

    def sees_like(self, other: "Desk") -> bool:
        """Whether a journey that is read at the other desk would see around it just what it sees at this one."""
        return self._known.is_like(other._known)

    def _count(self, file: str, told: Telling | None) -> None:
        if told:
            self._tellings[file] = self._tellings.get(file, SILENT) + told

    def _keep(self, kind: str, taken: Taken) -> None:
        if kind == "journey":
            self._journeys.take(taken)
        elif taken.entity == NONE:
            self._known.broken[kind][taken.id] = None
        elif kind == "persona":
            self._known.take_persona(taken)
        else:
            entity = self._known.take_small(kind, taken)
            if isinstance(entity, Metric):
                self._mapped.take(taken, entity)
            if isinstance(entity, Comparison):
                self._journeys.compare(taken, entity)

    @property
    def _scene(self) -> Scene:
        """What is known by now."""
        return self._known.scene(self._today)

    def kept(self, side: str, groups: Sequence[Files], around: Digest, read: Read, many: Many) -> Opened | None:
        """The journeys as an earlier load linked them, if no file of them shows anything else by now; only what changed is read."""
        keys = [group.key(self._files) for group in groups]
        kept = Kept(self._store, side, self._around(around), keys)
        if kept.changed is None:
            return None
        changed = kept.changed
        sight = Sight(self._scene, self._gallery, self._exports, self._store)
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
        scene = self._scene
        heads = self._journeys.link(scene, Sight(scene, self._gallery, self._exports, self._store), self._store, self._known.people)
        used = [persona for head in heads.values() for persona in head.personas]
        self.problems += unused_personas(self._known.people.values(), used) if self._sound else ()
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
        scene = self._scene
        return Atlas(
            settings=scene.settings,
            today=self._today,
            journeys=cards,
            personas=self._known.people,
            evidence=scene.evidence,
            metrics=scene.metrics,
            measured=scene.measured,
            comparisons=dict(sorted(self._journeys.comparisons.items())),
            files=dict(sorted({**self._known.files, **self._journeys.files}.items())),
            teams=scene.teams,
            channels=scene.channels,
            actors=scene.actors,
            phases=scene.phases,
            media=dict(sorted(self._media.items())),
            journey=shelf.get,
            persona=self._known.personas.get,
            tellings=dict(sorted(self._tellings.items())),
            names={"journey": shelf.names, "persona": self._known.personas.names},
            outline=outline,
        )
