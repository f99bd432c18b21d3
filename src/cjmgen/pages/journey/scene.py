"""scene: what all parts of a journey page share: the journey, the edition that tells it, its people and its sources."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cached_property

from cjmgen.atlas.cards.score import confidence, expired
from cjmgen.model.claim import Claim, EvidenceUse, Quote
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.lane import Lane
from cjmgen.model.touchpoint import Image
from cjmgen.pages.journey.items import Badge, Picture, Proof, Source
from cjmgen.pages.parts.portrait import initials, tint
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject, relative
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

Text = str | Mapping[str, str] | None

_LETTERS = {"touchpoints": "t", "pains": "p", "opportunities": "o"}


@dataclass(frozen=True)
class Scene:
    """A journey, the edition that tells it and the address it is told at."""

    edition: Edition
    id: str
    journey: Journey
    path: str

    def say(self, text: Text) -> Said:
        """A text in the page's language."""
        return self.edition.say(text)

    @cached_property
    def listed(self) -> Mapping[str, Lane]:
        """What the project says of single lanes, by their names."""
        return {lane.key: lane for lane in self.edition.atlas.settings.lanes}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The lanes that the project leaves out."""
        return frozenset(key for key, lane in self.listed.items() if lane.hidden)

    @cached_property
    def people(self) -> Mapping[str, Badge]:
        """Everybody an item may name: the journey's personas first, its actors, then the project's."""
        own, known = {}, self.edition.atlas.personas
        for id in self.journey.personas:
            own[id] = _badge(self.edition, id, known[id].title if id in known else id)
        for actor in self.journey.actors:
            own.setdefault(actor.key, _badge(self.edition, actor.key, actor.title, actor.kind or "companion"))
        return {**own, **self.edition.once(_everybody), **own}

    def who(self, ids: tuple[str, ...]) -> tuple[Badge, ...]:
        """The badges an item carries: of those it names, unless these are all the journey's personas."""
        if not ids or set(ids) == set(self.journey.personas):
            return ()
        return tuple(self.people[id] for id in ids if id in self.people)

    def team(self, id: str | None) -> Said:
        """A team's name, or a partner actor's."""
        if not id:
            return SILENCE
        team: object = self.edition.atlas.teams.get(id)
        title = getattr(team, "title", None)
        return self.people[id].name if not title and id in self.people else self.say(title or id)

    def proof(self, claim: Claim | Quote) -> Proof:
        """How far a claim is backed."""
        atlas = self.edition.atlas
        return Proof(confidence(claim, atlas.evidence, atlas.today), self.sources(claim.evidence))

    def sources(self, uses: Iterable[EvidenceUse]) -> tuple[Source, ...]:
        """The evidence behind something, as far as the atlas knows it."""
        known, today = self.edition.atlas.evidence, self.edition.atlas.today
        pieces = ((use, known[use.id]) for use in uses if use.id in known)
        return tuple(
            Source(use.id, self.say(piece.title), piece.kind or "", use.n, piece.n, expired(piece, today)) for use, piece in pieces
        )

    def picture(self, file: str, image: Image | None, caption: Text) -> Picture | None:
        """An image with its address, when the atlas holds it; `file` is the project's file that names it."""
        if image is None:
            return None
        below = posixpath.normpath(posixpath.join(posixpath.dirname(file), image.file)).removeprefix("maps/")
        media = self.edition.atlas.media.get(below)
        return Picture(relative(self.path, media.name), self.say(image.alt), self.say(caption)) if media else None

    def journey_link(self, reference: str | None) -> Anchor | None:
        """A link to another journey, or to a stage of it (`journey#stage`)."""
        if not reference:
            return None
        id, _, stage = reference.partition("#")
        card = self.edition.atlas.journeys.get(id)
        fragment = f"s-{stage}" if stage else ""
        return self.edition.anchor(self.path, Subject("journey", id), card.title if card else id, fragment)

    def target(self, stage: Stage, reference: str | None) -> tuple[int, int, Anchor] | None:
        """What `touchpoint`, `stage` or `stage/touchpoint` means, seen from a stage: positions and a link inside the page.

        The second position is -1 for a stage. None when it leads nowhere.
        """
        found = self._places.get(f"{stage.key}/{reference}") or self._places.get(reference or "")
        if not found:
            return None
        at, nth = found
        goal = self.journey.stages[at]
        if nth < 0:
            return at, nth, Anchor(self.say(goal.title), f"#s-{goal.key}")
        touchpoint = goal.touchpoints[nth]
        return at, nth, Anchor(self.say(touchpoint.title), f"#{self.spot('touchpoints', goal.key, touchpoint.key)}")

    def pain(self, stage: Stage, reference: str) -> Anchor | None:
        """A link to the pain that `pain` or `stage/pain` means, seen from a stage."""
        where, _, name = reference.rpartition("/")
        for each in self.journey.stages:
            if each.key == (where or stage.key):
                for pain in each.pains:
                    if pain.key == name:
                        return Anchor(self.say(pain.title), f"#{self.spot('pains', each.key, pain.key)}")
        return None

    def spot(self, field: str, stage: str, key: str) -> str:
        """The id that a stage's touchpoint, pain or opportunity has in the page."""
        return self._spots[field][stage, key]

    @cached_property
    def _spots(self) -> Mapping[str, Mapping[tuple[str, str], str]]:
        stages = self.journey.stages
        return {
            field: spots(letter, ((stage.key, part.key) for stage in stages for part in getattr(stage, field)))
            for field, letter in _LETTERS.items()
        }

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, int]]:
        """Positions by `stage`, by `stage/touchpoint` and, where no stage has that name, by touchpoint alone."""
        short: dict[str, tuple[int, int]] = {}
        full: dict[str, tuple[int, int]] = {}
        for at, stage in enumerate(self.journey.stages):
            for nth, touchpoint in enumerate(stage.touchpoints):
                short.setdefault(touchpoint.key, (at, nth))
                full[f"{stage.key}/{touchpoint.key}"] = (at, nth)
        return {**short, **{stage.key: (at, -1) for at, stage in enumerate(self.journey.stages)}, **full}


def _everybody(edition: Edition) -> Mapping[str, Badge]:
    """The actors and personas of the whole project."""
    found = {id: _badge(edition, id, card.title) for id, card in edition.atlas.personas.items()}
    actors = {actor.key: _badge(edition, actor.key, actor.title, actor.kind or "companion") for actor in edition.atlas.actors.values()}
    return {**actors, **found, **actors}


def _badge(edition: Edition, id: str, title: Text, kind: str = "persona") -> Badge:
    name = edition.say(title)
    return Badge(id, initials(name.text.split(",")[0])[:1], tint(id), name, kind)
