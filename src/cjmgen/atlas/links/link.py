"""link: the journeys of a project together: patches laid over others, and the links between them followed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.cards.card import JourneyCard, PersonaCard
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.kept.taken import NONE, Taken, Texts, open_journey_card
from cjmgen.atlas.links.compared import who_is_compared
from cjmgen.atlas.links.kinship import circles, circular
from cjmgen.atlas.links.patched import patched
from cjmgen.atlas.mistakes.finding import Finding, Findings, placed, written
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.origin import Origin
from cjmgen.atlas.references.check import UNKNOWN
from cjmgen.atlas.references.reference import Reference
from cjmgen.atlas.references.rename import renamed
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.sight import Sight
from cjmgen.memo.store import Store
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey
from cjmgen.model.slug import romanized
from cjmgen.problem import KeyPath, Problem, Related


class Journeys:
    """All journeys of one load. Whole ones are kept as they come; patches wait until all others are there."""

    def __init__(self, texts: Texts, media: dict[str, Media], problems: list[Problem]) -> None:
        self.shelf = Shelf(Journey, texts)
        self.comparisons: dict[str, Comparison] = {}
        self.compared: dict[str, Taken] = {}
        """Comparisons as they were read, for what is said about them once all journeys are known."""
        self.broken: dict[str, None] = {}
        """Journeys whose file can't be read: a reference to one is no mistake of its own."""
        self.changed: dict[str, JourneyCard] = {}
        """Cards that are others by now than when their files were read."""
        self.looked: dict[str, None] = {}
        """Journeys that linking looked into."""
        self.renamed = False
        """Whether anything was written again because an id goes by another name today."""
        self._texts, self._media, self._problems = texts, media, problems
        self._heads: dict[str, Taken] = {}
        self.was: dict[str, str] = {}
        """Earlier ids with those that took their place."""
        self._patches: dict[str, Taken] = {}
        self._links: list[tuple[str, Reference, Taken]] = []

    def take(self, taken: Taken) -> None:
        """Keep a journey, or a patch for later."""
        if taken.extends:
            self._patches[taken.id] = taken
        elif taken.entity == NONE:
            self.broken[taken.id] = None
        else:
            self._keep(taken)

    def _keep(self, taken: Taken) -> None:
        self.shelf.put(taken.id, taken.entity)
        self._heads[taken.id] = taken
        self.was.update((old, taken.id) for old in taken.was)
        self._links += [(taken.id, each, taken) for each in taken.links]

    def compare(self, taken: Taken, comparison: Comparison) -> None:
        """Keep a comparison until all journeys are known."""
        self.comparisons[taken.id], self.compared[taken.id] = comparison, taken
        self._links += [(f"comparison {taken.id}", reference, taken) for reference in taken.links]

    @property
    def files(self) -> dict[str, str]:
        """The file of each comparison, as in `comparison/plans`."""
        return {f"comparison/{id}": taken.start.file for id, taken in self.compared.items()}

    def link(self, scene: Scene, sight: Sight, store: Store, people: Mapping[str, PersonaCard]) -> dict[str, Taken]:
        """Resolve what waited; the heads of all journeys by id."""
        self._resolve(sight, store)
        self._follow()
        parents = {id: self._parent(head).partition("#")[0] for id, head in self._heads.items() if self._parent(head)}
        self._problems += [circular("circular-parent", "parent", circle, self._origins(circle)) for circle in circles(parents)]
        for id, taken in self.compared.items():
            self.looked[self.comparisons[id].journey or ""] = None
            self._place(who_is_compared(self.comparisons[id], self.shelf, people, scene.language), taken)
        return dict(sorted(self._heads.items()))

    def _parent(self, head: Taken) -> str:
        changed = self.changed.get(head.id)
        return changed.parent or "" if changed else head.parent

    def _origins(self, ids: Iterable[str]) -> dict[str, Origin]:
        return {id: (self._heads.get(id) or self._patches[id]).start.origin() for id in ids}

    def _place(self, findings: Findings, taken: Taken) -> None:
        """Findings about an entity as its file has it."""
        origin, data = taken.start.origin(), None
        for finding in findings:
            self.looked[taken.id] = None
            data = self._texts.plain(taken.data) if data is None and taken.data else data
            self._problems.append(placed(written(finding, data), origin))

    def _resolve(self, sight: Sight, store: Store) -> None:
        """Lay each patch over its base, bases first."""
        named = {id: self._base(taken.extends) for id, taken in self._patches.items()}
        for circle in circles(named):
            self._problems.append(circular("circular-extends", "extends", circle, self._origins(circle)))
            self.broken.update(dict.fromkeys(circle))
        waiting = [id for id in self._patches if id not in self.broken]
        while waiting:
            ready = [id for id in waiting if named[id] not in waiting]
            for id in ready:
                self._patch(self._patches[id], named[id], sight, store)
            waiting = [id for id in waiting if id not in ready]

    def _base(self, id: str) -> str:
        id = romanized(id)
        known = id in self.shelf or id in self._patches or id in self.broken
        return id if known else self.was.get(id, id)

    def _patch(self, patch: Taken, base: str, sight: Sight, store: Store) -> None:
        if base not in self.shelf:
            self.broken[patch.id] = None
            if base not in self.broken:
                self._place(iter((self._no_journey(base, ("extends",)),)), patch)
            return
        known = set(self._problems)
        self.looked[base] = None
        whole = patched(patch, self._heads[base], base, sight, store)
        self._problems += whole.findings
        self._media.update((media.file.removeprefix("maps/"), media) for media in whole.media)
        if whole.entity == NONE:
            self.broken[whole.id] = None
        else:
            self._keep(whole)
        for each in whole.problems:
            if each.place.file == patch.start.file:
                self._problems.append(each)
            elif each not in known and each.severity in ("error", "warning"):
                related = (Related(each.place, "what it takes over"), *each.related)
                self._problems.append(replace(each, place=patch.start.origin().place(("extends",)), related=related))

    def _no_journey(self, id: str, path: KeyPath) -> Finding:
        names = [*self._heads, *self._patches]
        hint = did_you_mean(nearest(id, dict.fromkeys(names)), "a journey is named by its file's path below maps/journeys")
        return Finding("unknown-journey", f"there is no journey '{id}'", path, hint, data=(id,))

    def _follow(self) -> None:
        """Follow what journeys and comparisons say of journeys, and of stages in them."""
        for owner, reference, taken in self._links:
            if reference.kind != "journey":
                hint = "add it to `journeys`"
                message = f"'{reference.id}' is none of the compared journeys"
                found = Finding("unknown-journey", message, reference.path, hint, data=(reference.id,), at_key=True)
                self._place(iter((found,)), taken)
                continue
            id, _, stage = reference.id.partition("#")
            new = self.was.get(id) if id not in self._heads else None
            head = self._heads.get(new or id)
            if head is None:
                if id not in self.broken and UNKNOWN not in self.broken:
                    self._place(iter((self._no_journey(id, reference.path),)), taken)
                continue
            today = self._stage_today(head.id, stage) if stage and stage not in head.stages else stage
            if today not in ("", *head.stages):
                hint = did_you_mean(nearest(stage, head.stages), f"its stages are {', '.join(head.stages)}")
                found = Finding("unknown-stage", f"'{id}' has no stage '{stage}'", reference.path, hint, data=(stage,))
                self._place(iter((found,)), taken)
            elif new or today != stage:
                self._rename(owner, reference, reference.id, f"{head.id}#{today}" if stage else head.id)

    def _stage_today(self, journey: str, stage: str) -> str:
        """The id that a stage goes by today; the same one where none took its place."""
        self.looked[journey] = None
        return next((each.key for each in self.shelf.get(journey).stages if stage in each.was), stage)

    def _rename(self, owner: str, reference: Reference, old: str, new: str) -> None:
        """Write a link to a journey again with the id it has today."""
        change = {reference.path: (old, new)}
        self.renamed = True
        kind, _, id = owner.rpartition(" ")
        if kind:
            self.comparisons[id] = renamed(self.comparisons[id], change)
            return
        journey = renamed(self.shelf.get(id), change)
        self.shelf.replace(id, journey)
        card = self.changed.get(id) or open_journey_card(self._texts.open(self._heads[id].card))
        self.changed[id] = replace(card, parent=journey.parent)
