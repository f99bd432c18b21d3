"""taken: what is kept of an entity once its file was read: a head that linking needs, and the names of longer texts.

Heads and texts are plain JSON, so that they can be kept from one run to the next. What was just read goes the same way as what was
kept: it is packed and opened again, so that a warm build can't differ from a clean one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.cards.card import JourneyCard, PersonaCard
from cjmgen.atlas.origin import Origin
from cjmgen.atlas.references.reference import Reference
from cjmgen.atlas.telling import Telling
from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Forgotten, Store
from cjmgen.model.item import Entity
from cjmgen.numbers.measured import Measured
from cjmgen.problem import KeyPath, Problem
from cjmgen.value import dataclass

NONE = Digest("")

FACETS = tuple(field.name for field in fields(JourneyCard))
"""The parts of a journey's card, each with a digest of its own, so that a page may depend on titles and not on scores."""

WIDTH = 16
"""Characters of the digest of a part."""


@dataclass(frozen=True, slots=True)
class Start:
    """An origin as a value: the file and path an entity's data begins at, and its parts that stand elsewhere."""

    file: str
    prefix: KeyPath = ()
    moved: tuple[tuple[KeyPath, str, KeyPath], ...] = ()

    @classmethod
    def of(cls, origin: Origin) -> "Start":
        """The value of an origin."""
        return cls(origin.file, origin.prefix, tuple((path, file, at) for path, (file, at) in origin.moved.items()))

    def origin(self) -> Origin:
        """The origin again."""
        return Origin(self.file, self.prefix, {path: (file, at) for path, file, at in self.moved})


@dataclass(frozen=True, slots=True)
class Taken:
    """An entity as it was read, or a patch that waits for its base. `entity`, `card` and `data` name texts that are kept apart."""

    kind: str
    id: str
    start: Start
    problems: tuple[Problem, ...] = ()
    entity: Digest = NONE
    """The entity, NONE where it could not be read."""
    card: Digest = NONE
    facets: str = ""
    """The digests of the card's parts, one after another in the order of FACETS."""
    data: Digest = NONE
    """The plain data it was read from; only where somebody will ask for it."""
    extends: str = ""
    """The journey that this one is a patch over: then there is only data yet."""
    partial: bool = False
    """Whether the file could only be read in part."""
    personas: tuple[str, ...] = ()
    parent: str = ""
    stages: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    links: tuple[Reference, ...] = ()
    """What it says of journeys."""
    media: tuple[Media, ...] = ()
    measured: Digest = NONE
    """Of a metric, what its exports say; NONE where it has none."""
    told: Telling | None = None
    findings: tuple[Problem, ...] = ()
    """What a patch itself has wrong, apart from what is wrong with the whole it makes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file with its sidecars gave. `lost` says that nothing could be read."""

    problems: tuple[Problem, ...]
    taken: tuple[Taken, ...]
    lost: bool = False
    shown: Digest = NONE
    """The name of what the file shows to others, and of what is wrong with it."""


class Texts:
    """Long texts under the names of their contents."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, text: str) -> Digest:
        """Keep a text; its name."""
        name = digest(text)
        self._store.put("text", name, text)
        return name

    def open(self, name: Digest) -> str:
        """The text of a name. Raises Forgotten where the store has lost or spoilt it."""
        text = self._store.get("text", name)
        if text is None or digest(text) != name:
            raise Forgotten(name)
        return text

    def some(self, names: Iterable[Digest]) -> Mapping[Digest, str]:
        """The texts of names, read together. Raises Forgotten like `open`."""
        wanted = list(dict.fromkeys(names))
        found = self._store.some("text", wanted)
        for name in wanted:
            if name not in found or digest(found[name]) != name:
                raise Forgotten(name)
        return {name: found[name] for name in wanted}

    def plain(self, name: Digest) -> Any:
        """Plain data that was kept."""
        return from_json(self.open(name))


def pack_entity(entity: Entity) -> str:
    """An entity as JSON: what was said and what was made of it, without the defaults."""
    return entity.model_dump_json(exclude_unset=True, by_alias=True)


def pack(value: object) -> str:
    """Plain data or a card as JSON."""
    return to_json(value).decode()


def facets_of(card: JourneyCard) -> str:
    """A short digest of each part of a card, in the order of FACETS."""
    return "".join(digest(to_json(getattr(card, name)))[:WIDTH] for name in FACETS)


def facet(facets: str, at: int) -> str:
    """The digest of one part of a card."""
    return facets[WIDTH * at : WIDTH * at + WIDTH]


def shown(reading: Reading) -> Digest:
    """The name of all that a file gave, but for what its whole journeys say inside, which only their own pages see."""
    outside = (
        each if each.extends else replace(each, entity=Digest("whole") if each.entity else NONE, data=NONE) for each in reading.taken
    )
    return digest(pack_reading(replace(reading, taken=tuple(outside))))


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def pack_reading(reading: Reading) -> str:
    """A reading as JSON."""
    text: bytes = _adapter(Reading).dump_json(reading)
    return text.decode()


@lru_cache(maxsize=1 << 11)
def open_reading(text: str) -> Reading | None:
    """A reading again; None for a text that is none. A preview opens the same ones at every look."""
    try:
        reading: Reading = _adapter(Reading).validate_json(text)
    except ValueError:
        return None
    return reading


def open_journey_card(text: str) -> JourneyCard:
    """A journey's card again."""
    card: JourneyCard = _adapter(JourneyCard).validate_json(text)
    return card


def open_measured(text: str) -> Measured:
    """What the exports of a metric say, again."""
    measured: Measured = _adapter(Measured).validate_json(text)
    return measured


def open_persona_card(text: str) -> PersonaCard:
    """A persona's card again."""
    card: PersonaCard = _adapter(PersonaCard).validate_json(text)
    return card
