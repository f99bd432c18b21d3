"""work: journeys asked what they name, and cut; both remembered, as they take longer than all else about a project's public part."""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import asdict

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.gather import journey_card
from cjmgen.atlas.cards.score import sure
from cjmgen.atlas.kept.taken import NONE, Texts, facets_of, pack
from cjmgen.atlas.public.cut import Plain, Sure
from cjmgen.atlas.public.inside import journey_without, parts_gone
from cjmgen.atlas.public.mention import Thing, mentions
from cjmgen.atlas.scene import Scene
from cjmgen.digest import Digest, digest
from cjmgen.memo.seen import reader
from cjmgen.memo.store import Store
from cjmgen.model.journey import Journey
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """A journey without what is withheld, as `Taken` keeps one; `entity` is NONE where nothing is left."""

    entity: Digest
    card: Digest
    facets: str
    names: tuple[Thing, ...]
    """What it still names."""
    gone: tuple[Thing, ...]
    """Stages and actors of its own that are left out."""
    items: int
    links: int


class Work:
    """The journeys of an atlas, asked and cut."""

    def __init__(self, atlas: Atlas, hidden: bool, store: Store) -> None:
        self.texts = Texts(store)
        self._atlas, self._hidden, self._store = atlas, hidden, store
        self._entities = atlas.names["journey"]
        settings, measured = atlas.settings, atlas.measured
        self._scene = Scene(settings, atlas.today, phases=atlas.phases, evidence=atlas.evidence, metrics=atlas.metrics, measured=measured)
        around = tuple(reader(every)("*") for every in (atlas.evidence, atlas.metrics, measured, atlas.phases))
        self._around = (*around, atlas.today.isoformat(), str(hidden))

    def sure(self) -> Sure:
        """How sure claims are by what they lean on."""
        return lambda leant: sure(leant, self._atlas.evidence, self._atlas.today)

    def named(self) -> Mapping[str, tuple[Thing, ...]]:
        """What each journey names."""
        kept = self._store.some("names", self._entities.values())
        return {id: self._named(name, kept.get(name)) for id, name in self._entities.items()}

    def _named(self, name: Digest, kept: str | None) -> tuple[Thing, ...]:
        if kept is None:
            kept = json.dumps(mentions(self.texts.plain(name)), ensure_ascii=False)
            self._store.put("names", name, kept)
        return _things(json.loads(kept))

    def cut(self, id: str, named: Iterable[Thing], held: Set[Thing]) -> Cut:
        """A journey without what is withheld; `named` is what it names."""
        file, entity = self._atlas.journeys[id].file, self._entities[id]
        own = tuple(sorted(thing for thing in named if thing in held))
        key = digest((id, file, entity, own, self._around))
        known = _opened(self._store.get("cut", key))
        if known is None:
            known = self._made(id, file, self.texts.plain(entity), held)
            self._store.put("cut", key, json.dumps(asdict(known), ensure_ascii=False))
        return known

    def _made(self, id: str, file: str, data: Plain, held: Set[Thing]) -> Cut:
        rest = journey_without(data, held, self._hidden, self.sure())
        if rest.data is None:
            return Cut(NONE, NONE, "", (), (), 0, 0)
        text = pack(rest.data)
        card = journey_card(id, file, Journey.model_validate_json(text), self._scene)
        gone = tuple(parts_gone(id, data, rest.data))
        return Cut(
            self.texts.keep(text), self.texts.keep(pack(card)), facets_of(card), mentions(rest.data), gone, rest.items, rest.links
        )  # fmt: skip


def _things(pairs: Iterable[Iterable[str]]) -> tuple[Thing, ...]:
    return tuple((kind, id) for kind, id in pairs)


def _opened(kept: str | None) -> Cut | None:
    try:
        data = json.loads(kept or "")
        return Cut(**{**data, "names": _things(data["names"]), "gone": _things(data["gone"])})
    except (ValueError, TypeError, KeyError):
        return None
