"""scene: a comparison being told: its subjects side by side, what they are called, and the addresses of their parts."""

from collections.abc import Mapping
from functools import cached_property

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.meet.contest import Contest, contests
from cjmgen.insight.meet.side import sides
from cjmgen.insight.meet.spine import Spine, spine
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """What a subject is called: `said`, or a word of the theme, the state of a journey whose name would be long."""

    said: Said
    word: str = ""


@dataclass(frozen=True)
class Scene:
    """A comparison, the edition that tells it and the address it is told at. Each page makes its own: what one page reads through its
    scene is noted for that page, so nothing in a scene may be kept for another. What they share goes through the edition."""

    edition: Edition
    contest: Contest
    path: str
    known: bool = False
    """Whether other pages are about this comparison too; else it is one that a page made up for itself."""

    @cached_property
    def spine(self) -> Spine:
        """Its subjects, stage by stage."""
        return self.edition.latest(_known_spine, self.contest.id) if self.known else _spine(self.edition, self.contest)

    @cached_property
    def together(self) -> bool:
        """Whether all subjects are people of one journey: then counts and times are the same for all of them."""
        return self.contest.kind != "journeys"

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """What the subjects are called, in order."""
        return tuple(self._name(at) for at in range(len(self.contest.contenders)))

    def _name(self, at: int) -> Name:
        contender, edition, atlas = self.contest.contenders[at], self.edition, self.edition.atlas
        if given := (self.contest.names or {}).get(contender.key):
            return Name(edition.say(given))
        if self.contest.kind == "segments":
            return Name(edition.say(atlas.personas[contender.who[0]].segment))
        if self.contest.kind == "who":
            return Name(_first_name(edition.say(self._people.get(contender.key, contender.key))))
        states = [side.state for side in self.spine.sides]
        state = states[at]
        if len(set(states)) > 1 and states.count(state) == 1 and state != "competitor":
            return Name(Said(""), state)
        return Name(edition.say(atlas.journeys[contender.journey].title))

    @cached_property
    def _people(self) -> Mapping[str, str | Mapping[str, str]]:
        """Personas and actors by their titles; the journey's own before the project's."""
        atlas = self.edition.atlas
        own = {actor.key: actor.title for actor in atlas.journey(self.contest.contenders[0].journey).actors}
        every = {**{id: actor.title for id, actor in atlas.actors.items()}, **{id: card.title for id, card in atlas.personas.items()}}
        return {**every, **own}

    def card(self, at: int) -> JourneyCard:
        """The card of a subject's journey."""
        return self.edition.atlas.journeys[self.contest.contenders[at].journey]

    def part(self, at: int, letter: str, stage: str, id: str, text: str | Mapping[str, str]) -> Anchor:
        """A link to a touchpoint (t), pain (p) or opportunity (o) in the page of a subject's journey."""
        card = self.card(at)
        return Anchor(self.edition.say(text), f"{self._pages[card.id]}#{self._spots(card)[letter][stage, id]}")

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """The addresses of the journeys' pages: most of what a comparison links to stands in one of them."""
        sitemap, language, ids = self.edition.sitemap, self.edition.language, (each.journey for each in self.contest.contenders)
        return {id: sitemap.link(self.path, Subject("journey", id), language) for id in ids}

    def _spots(self, card: JourneyCard) -> Mapping[str, Mapping[tuple[str, str], str]]:
        if card.id not in self._places:
            parts = {
                "t": ((each.stage, each.id) for each in card.touchpoints),
                "p": ((each.stage, each.id) for each in card.claims if each.kind == "pain"),
                "o": ((each.stage, each.id) for each in card.opportunities),
            }
            self._places[card.id] = {letter: spots(letter, each) for letter, each in parts.items()}
        return self._places[card.id]

    @cached_property
    def _places(self) -> dict[str, Mapping[str, Mapping[tuple[str, str], str]]]:
        return {}


def _first_name(said: Said) -> Said:
    """`Olga` of `Olga, the daughter`: what stands behind a comma explains."""
    return Said(said.text.partition(",")[0].strip(), said.lang)


def _known_spine(edition: Edition, id: str) -> Spine:
    return _spine(edition, edition.once(known)[id])


def _spine(edition: Edition, contest: Contest) -> Spine:
    return spine(contest, sides(edition.atlas, contest.contenders), edition.atlas)


def scene_of(edition: Edition, id: str) -> Scene:
    """A comparison as its page tells it; the data beside the page is made of the same."""
    return Scene(edition, edition.once(known)[id], edition.sitemap.path(Subject("comparison", id), edition.language), known=True)


def known(edition: Edition) -> Mapping[str, Contest]:
    """All comparisons by id, found once a language."""
    return {contest.id: contest for contest in contests(edition.atlas)}
