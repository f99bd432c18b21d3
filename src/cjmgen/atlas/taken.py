"""taken: what is kept of an entity once its file was read: a head that linking needs, and the names of longer texts.

Heads and texts are plain JSON, so that they can be kept from one run to the next. What was just read goes the same way as what was
kept: it is packed and opened again, so that a warm build can't differ from a clean one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.card import JourneyCard, PersonaCard
from cjmgen.atlas.origin import Origin
from cjmgen.atlas.reference import Reference
from cjmgen.atlas.telling import Telling
from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Forgotten, Store
from cjmgen.model.item import Entity
from cjmgen.problem import KeyPath, Problem

NONE = Digest("")

FACETS = tuple(field.name for field in fields(JourneyCard))
"""The parts of a journey's card, each with a digest of its own, so that a page may depend on titles and not on scores."""


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
    facets: tuple[str, ...] = ()
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
    told: Telling | None = None
    findings: tuple[Problem, ...] = ()
    """What a patch itself has wrong, apart from what is wrong with the whole it makes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file with its sidecars gave. `lost` says that nothing could be read."""

    problems: tuple[Problem, ...]
    taken: tuple[Taken, ...]
    lost: bool = False


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

    def plain(self, name: Digest) -> Any:
        """Plain data that was kept."""
        return from_json(self.open(name))


def pack_entity(entity: Entity) -> str:
    """An entity as JSON: what was said and what was made of it, without the defaults."""
    return entity.model_dump_json(exclude_unset=True, by_alias=True)


def pack(value: object) -> str:
    """Plain data or a card as JSON."""
    return to_json(value).decode()


def facets_of(card: JourneyCard) -> tuple[str, ...]:
    """A short digest of each part of a card, in the order of FACETS."""
    return tuple(digest(to_json(getattr(card, name)))[:16] for name in FACETS)


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def pack_reading(reading: Reading) -> str:
    """A reading as JSON."""
    text: bytes = _adapter(Reading).dump_json(reading)
    return text.decode()


@lru_cache(maxsize=1 << 14)
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


def open_persona_card(text: str) -> PersonaCard:
    """A persona's card again."""
    card: PersonaCard = _adapter(PersonaCard).validate_json(text)
    return card


class Deck(Mapping[str, JourneyCard]):
    """The cards of all journeys in the order of their ids, each opened when it is first asked for."""

    def __init__(self, heads: Mapping[str, Taken], texts: Texts, changed: Mapping[str, JourneyCard]) -> None:
        self._heads = {id: heads[id] for id in sorted(heads)}
        self._texts, self._open = texts, dict(changed)
        self._facets = {id: facets_of(card) for id, card in changed.items()}

    def __getitem__(self, id: str) -> JourneyCard:
        card = self._open.get(id)
        if card is None:
            card = self._open[id] = open_journey_card(self._texts.open(self._heads[id].card))
        return card

    def __contains__(self, id: object) -> bool:
        return id in self._heads

    def __iter__(self) -> Any:
        return iter(self._heads)

    def __len__(self) -> int:
        return len(self._heads)

    def plain(self, id: str) -> Mapping[str, Any]:
        """A card as plain data: for whoever looks at few parts of all cards, and would wait long for values to be made of them."""
        changed = id in self._facets
        data: Mapping[str, Any] = from_json(pack(self._open[id])) if changed else self._texts.plain(self._heads[id].card)
        return data

    def facets(self, id: str) -> tuple[str, ...]:
        """The digests of a card's parts."""
        return self._facets.get(id) or self._heads[id].facets
