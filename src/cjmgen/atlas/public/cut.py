"""cut: an entity as plain data without what is withheld: internal items, references to what is left out, items about that alone."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from cjmgen.atlas.public.mention import CLOSED, HOLDERS, MANY, SHELVES, SINGLE, USES, Thing, felt_by
from cjmgen.value import dataclass

INTERNAL = "internal"

NEEDED: Mapping[str, tuple[str, ...]] = {
    "metrics": ("metric",),
    "personalization": ("persona",),
    "entry": ("metric",),
    "expects": ("metric",),
}
"""Fields without which a thing says nothing, by the list or the field it stands in."""

CLAIMS = ("pains", "gains", "quotes", "persona")
"""What may lean on evidence and says how sure that makes it, by the list it stands in."""

Sure = Callable[[tuple[str, ...]], str]
"""How sure a claim is that leans on these."""

Plain = dict[str, Any]


class _Gone:
    """Stands for a value that is left out."""


GONE = _Gone()


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of an entity, None where nothing is; how many items and references are not."""

    data: Plain | None
    items: int
    links: int


class Knife:
    """Cuts what is withheld out of an entity: things that are `held`, and with `hidden` whatever is internal."""

    def __init__(self, held: Container[Thing], hidden: bool, sure: Sure) -> None:
        self._held, self._hidden, self._sure = held, hidden, sure
        self._own: set[str] = set()
        """Who takes part in this journey alone, and is left out."""
        self.items = self.links = 0

    def entity(self, data: Plain, kind: str) -> Plain:
        """What is left of an entity that is not left out itself."""
        actors = data.get("actors", ())
        kept = [actor for actor in actors if self._thing(actor, "actors") is not None]
        self._own = {actor["id"] for actor in actors if actor not in kept}
        self.items = self.links = 0
        return self._fields(data, kind)

    def withheld(self, kind: str, id: str) -> bool:
        """Whether a reference leads to what is left out."""
        if kind == "actor" and id in self._own:
            return True
        return (kind, id.partition("#")[0]) in self._held

    def _thing(self, data: Plain, lane: str) -> Plain | None:
        """What is left of an item; nothing of one that is about people alone who are left out."""
        who = data.get("who") or ()
        if (self._hidden and data.get("audience") == INTERNAL) or (who and all(map(self._is_nobody, who))):
            return None
        if lane == "handoffs" and any(self.withheld("actor", data[end]) for end in ("from", "to")):
            return None
        if any(self._leads_out(key, data.get(key)) for key in NEEDED.get(lane, ())):
            return None
        return self._fields(data, lane)

    def _fields(self, data: Plain, lane: str) -> Plain:
        result = {}
        for key, value in data.items():
            kept = self._field(key, value)
            if kept is not GONE:
                result[key] = kept
        leant = tuple(use["id"] for use in data.get("evidence") or ())
        if lane in CLAIMS and len(result.get("evidence") or ()) < len(leant) and not data.get("confidence"):
            # what a claim leans on is left out, and not how sure that makes it
            result["confidence"] = self._sure(leant)
        return result

    def _is_nobody(self, who: str) -> bool:
        return any(self.withheld(kind, who) for kind in MANY["who"])

    def _leads_out(self, key: str, value: Any) -> bool:
        return isinstance(value, str) and any(self.withheld(kind, value) for kind in SINGLE.get(key, ()))

    def _field(self, key: str, value: Any) -> Any:
        if key in CLOSED:
            return value
        if isinstance(value, str):
            return self._single(key, value)
        if key in MANY and isinstance(value, list):
            return self._without(value, [id for id in value if not any(self.withheld(kind, id) for kind in MANY[key])])
        if key in USES and isinstance(value, list):
            return self._without(value, [use for use in value if not self.withheld("evidence", use["id"])])
        if key == "emotion" and felt_by(value):
            left = {who: felt for who, felt in value.items() if not self._is_nobody(who)}
            return self._without(value, left) if left else self._lost(len(value))
        if key in SHELVES and isinstance(value, dict):
            return {name: self._items(key, items) if isinstance(items, list) else items for name, items in value.items()}
        if key in HOLDERS and isinstance(value, dict):
            kept = self._thing(value, key)
            return self._lost(1) if kept is None else kept
        return self._items(key, value) if isinstance(value, list) else value

    def _single(self, key: str, value: str) -> Any:
        if self._leads_out(key, value):
            return self._lost(1)
        if key == "parent" and ("journey#", value) in self._held:
            self.links += 1
            return value.partition("#")[0]
        return value

    def _lost(self, links: int) -> _Gone:
        self.links += links
        return GONE

    def _without(self, whole: Any, left: Any) -> Any:
        self.links += len(whole) - len(left)
        return left

    def _items(self, lane: str, items: list[Any]) -> list[Any]:
        kept = []
        for item in items:
            left = self._thing(item, lane) if isinstance(item, dict) else item
            if left is not None:
                kept.append(left)
        self.items += len(items) - len(kept)
        return kept
