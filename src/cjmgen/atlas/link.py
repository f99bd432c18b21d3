"""link: the journeys of a project: each checked and put on the shelf, patches over others resolved, their links followed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.card import JourneyCard, PersonaCard
from cjmgen.atlas.check import UNKNOWN, check, inside
from cjmgen.atlas.compared import who_is_compared
from cjmgen.atlas.extend import extend
from cjmgen.atlas.finding import Finding, Findings, placed, written
from cjmgen.atlas.gather import journey_card
from cjmgen.atlas.kinship import circles, circular
from cjmgen.atlas.meant import meant
from cjmgen.atlas.media import Gallery, images_of_journey
from cjmgen.atlas.origin import Origin
from cjmgen.atlas.reference import Reference, of_comparison, of_journey
from cjmgen.atlas.rename import renamed
from cjmgen.atlas.rules import RULES, SHAPE
from cjmgen.atlas.rules.texts import words_of
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.shelf import Shelf
from cjmgen.atlas.suggest import did_you_mean, nearest
from cjmgen.atlas.unfold import Raw
from cjmgen.atlas.validate import Validated, validate
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey
from cjmgen.model.slug import romanized
from cjmgen.problem import KeyPath, Problem, Related


class Journeys:
    """All journeys of one load. Whole ones are read as they come; patches wait until all others are there."""

    def __init__(self, gallery: Gallery, media: dict[str, Media], problems: list[Problem]) -> None:
        self.shelf = Shelf(Journey)
        self.comparisons: dict[str, Comparison] = {}
        self.compared: dict[str, Validated] = {}
        """Comparisons as they were read, for what is said about them once all journeys are known."""
        self.broken: dict[str, None] = {}
        """Journeys whose file can't be read: a reference to one is no mistake of its own."""
        self._gallery, self._media, self._problems = gallery, media, problems
        self._cards: dict[str, JourneyCard] = {}
        self._origins: dict[str, Origin] = {}
        self._was: dict[str, str] = {}
        self._patches: dict[str, Raw] = {}
        self._links: list[tuple[str, Reference, Origin, Any]] = []

    def take(self, raw: Raw, scene: Scene) -> None:
        """Read a journey, or keep a patch for later."""
        self._origins[raw.id] = raw.origin
        if isinstance(raw.data, dict) and isinstance(raw.data.get("extends"), str):
            self._patches[raw.id] = raw
            return
        self._problems += self._read(raw, scene)
        self._words(raw, scene, self.shelf.packed(raw.id) if raw.id in self.shelf else "")

    def compare(self, id: str, comparison: Comparison, checked: Validated) -> None:
        """Keep a comparison until all journeys are known."""
        self.comparisons[id], self.compared[id] = comparison, checked
        self._links += [(f"comparison {id}", reference, checked.origin, checked.data) for reference in of_comparison(comparison)]

    def link(self, scene: Scene, people: Mapping[str, PersonaCard]) -> dict[str, JourneyCard]:
        """Resolve what waited; the cards of all journeys by id."""
        self._resolve(scene)
        self._follow()
        parents = {id: card.parent.partition("#")[0] for id, card in self._cards.items() if card.parent}
        self._problems += [circular("circular-parent", "parent", circle, self._origins) for circle in circles(parents)]
        for id, checked in self.compared.items():
            self._place(who_is_compared(self.comparisons[id], self.shelf, people, scene.language), checked.origin, checked.data)
        return dict(sorted(self._cards.items()))

    def _words(self, raw: Raw, scene: Scene, whole: str = "") -> None:
        """What a file's texts lack or give away; a patch answers for its own texts only."""
        self._place(words_of(raw.data, Journey, scene.settings.languages, whole), raw.origin)

    def _place(self, findings: Findings, origin: Origin, data: Any = None) -> None:
        self._problems += [placed(written(finding, data), origin) for finding in findings]

    def _read(self, raw: Raw, scene: Scene) -> list[Problem]:
        """Validate a whole journey and put it on the shelf; everything wrong with it."""
        checked = validate("journey", raw.data, raw.origin, scene.language)
        wrong = meant(checked.problems, raw.data, scene)
        wrong = [problem for problem in wrong if not (raw.partial and problem.code == "missing-key")]
        if not isinstance(checked.entity, Journey):
            self.broken[raw.id] = None
            return wrong
        journey, origin = checked.entity, checked.origin
        twice = [finding for rule in SHAPE for finding in rule(journey, scene)]
        references = list(of_journey(journey))
        checks = check(references, scene, journey.actors)
        own = inside(journey) if not checked.lost and not twice and not raw.partial else None
        found = [*twice, *checks.findings, *(own.findings if own else ()), *self._pictures(journey, origin)]
        journey = renamed(journey, {**checks.renames, **(own.renames if own else {})})
        if not checked.problems and not twice and not raw.partial:
            found += [finding for rule in RULES for finding in rule(journey, scene)]
        self._keep(raw.id, journey, origin, scene)
        self._links += [(raw.id, each, origin, checked.data) for each in references if each.kind == "journey"]
        soft = journey.status in ("draft", "retired")
        told = (written(replace(finding, softer=True) if soft else finding, checked.data, origin.file) for finding in found)
        return [*wrong, *(placed(finding, origin) for finding in told)]

    def _keep(self, id: str, journey: Journey, origin: Origin, scene: Scene) -> None:
        self.shelf.put(id, journey)
        self._origins[id] = origin
        self._cards[id] = journey_card(id, origin.file, journey, scene)
        self._was.update((old, id) for old in journey.was)

    def _pictures(self, journey: Journey, origin: Origin) -> Findings:
        for image, path in images_of_journey(journey):
            seen = self._gallery.look(origin.file, image, path)
            yield from seen.findings
            if seen.media:
                self._media[seen.file.removeprefix("maps/")] = seen.media

    def _resolve(self, scene: Scene) -> None:
        """Lay each patch over its base, bases first."""
        named = {id: self._base(str(raw.data["extends"])) for id, raw in self._patches.items()}
        for circle in circles(named):
            self._problems.append(circular("circular-extends", "extends", circle, self._origins))
            self.broken.update(dict.fromkeys(circle))
        waiting = [id for id in self._patches if id not in self.broken]
        while waiting:
            ready = [id for id in waiting if named[id] not in waiting]
            for id in ready:
                self._patch(self._patches[id], named[id], scene)
            waiting = [id for id in waiting if id not in ready]

    def _base(self, id: str) -> str:
        id = romanized(id)
        known = id in self.shelf or id in self._patches or id in self.broken
        return id if known else self._was.get(id, id)

    def _patch(self, raw: Raw, base: str, scene: Scene) -> None:
        self._words(raw, scene)
        if base not in self.shelf:
            self.broken[raw.id] = None
            if base not in self.broken:
                self._place(iter((self._no_journey(base, ("extends",)),)), raw.origin, raw.data)
            return
        known = set(self._problems)
        patched = extend(self.shelf.plain(base), self._origins[base], raw.data, raw.origin, scene.language)
        self._place(iter(patched.findings), raw.origin)
        data = {**patched.data, "extends": base}
        for each in self._read(Raw(raw.id, data, patched.origin), scene):
            if each.place.file == raw.origin.file:
                self._problems.append(each)
            elif each not in known and each.severity in ("error", "warning"):
                related = (Related(each.place, "what it takes over"), *each.related)
                self._problems.append(replace(each, place=raw.origin.place(("extends",)), related=related))

    def _no_journey(self, id: str, path: KeyPath) -> Finding:
        names = [*self._cards, *self._patches]
        hint = did_you_mean(nearest(id, dict.fromkeys(names)), "a journey is named by its file's path below maps/journeys")
        return Finding("unknown-journey", f"there is no journey '{id}'", path, hint, data=(id,))

    def _follow(self) -> None:
        """Follow what journeys and comparisons say of journeys, and of stages in them."""
        for owner, reference, origin, data in self._links:
            if reference.kind != "journey":
                hint = "add it to `journeys`"
                message = f"'{reference.id}' is none of the compared journeys"
                self._place(
                    iter((Finding("unknown-journey", message, reference.path, hint, data=(reference.id,), at_key=True),)), origin, data
                )
                continue
            id, _, stage = reference.id.partition("#")
            new = self._was.get(id) if id not in self._cards else None
            card = self._cards.get(new or id)
            if card is None:
                if id not in self.broken and UNKNOWN not in self.broken:
                    self._place(iter((self._no_journey(id, reference.path),)), origin, data)
                continue
            stages = [each.id for each in card.stages]
            today = self._stage_today(card.id, stage) if stage and stage not in stages else stage
            if today not in ("", *stages):
                hint = did_you_mean(nearest(stage, stages), f"its stages are {', '.join(stages)}")
                self._place(
                    iter((Finding("unknown-stage", f"'{id}' has no stage '{stage}'", reference.path, hint, data=(stage,)),)), origin, data
                )
            elif new or today != stage:
                self._rename(owner, reference, reference.id, f"{card.id}#{today}" if stage else card.id)

    def _stage_today(self, journey: str, stage: str) -> str:
        """The id that a stage goes by today; the same one where none took its place."""
        return next((each.key for each in self.shelf.get(journey).stages if stage in each.was), stage)

    def _rename(self, owner: str, reference: Reference, old: str, new: str) -> None:
        """Write a link to a journey again with the id it has today."""
        change = {reference.path: (old, new)}
        kind, _, id = owner.rpartition(" ")
        if kind:
            self.comparisons[id] = renamed(self.comparisons[id], change)
            return
        journey = renamed(self.shelf.get(id), change)
        self.shelf.put(id, journey)
        self._cards[id] = replace(self._cards[id], parent=journey.parent)
