"""sentence: a change as a sentence of pieces."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed, Reordered, Updated, noun
from cjmgen.diff.changes import Told
from cjmgen.diff.parts import Part
from cjmgen.model.field import choose
from cjmgen.report.review.field import field
from cjmgen.report.review.figure import remeasured
from cjmgen.report.review.piece import Piece, Sentence, named
from cjmgen.report.review.value import cut, value
from cjmgen.value import dataclass


def sentence(told: Told, language: str) -> Sentence:
    """What a change did, without the journey it was done in."""
    return tuple(_Words(language).sentence(told))


def heading(place: Place, language: str) -> str:
    """What an entity is called: its title, and for what is no journey its kind."""
    if place.kind == "settings":
        return "Settings"
    if place.kind == "stage":
        return "Stage set"
    title = cut(choose(place.title, language) or place.id, 100)
    return title if place.kind == "journey" else f"{place.kind.capitalize()} {title}"


@dataclass(frozen=True, slots=True)
class _Words:
    """The pieces of sentences in a language of the maps."""

    language: str

    def sentence(self, told: Told) -> Iterator[Piece]:
        """The change, then who else has it and what it breaks."""
        yield from self._change(told)
        for heir in told.heirs:
            yield from (Piece("plain", "; also in "), self._name(heir.title or heir.id))
        if told.breaks:
            files = ", ".join(dict.fromkeys(each.file for each in told.breaks))
            yield from (Piece("plain", "; still referred to in "), Piece("name", cut(files)))

    def _change(self, told: Told) -> Iterator[Piece]:
        match told.change:
            case Added(new=place, node=node):
                yield from self._thing(place)
                yield Piece("plain", "is new" + self._told(node.fields))
            case Removed(old=place, node=node):
                yield from self._thing(place)
                yield Piece("plain", "is gone" + self._told(node.fields))
            case Moved(old=old, new=new):
                yield from self._thing(new)
                yield from (Piece("plain", "was moved from "), self._list(old))
            case Renamed() as change:
                yield from self._renamed(change)
            case Updated(new=new, part=part):
                yield from self._thing(new, ": ")
                yield from (remeasured(part, told.measured, self.language) if told.measured else field(new, part, self.language))
            case Reordered(new=new, lane=lane, moved=moved):
                yield from self._thing(new, ": ") if new.steps else ()
                names = [self._name(step.title or step.key) for step in moved[:4]]
                yield Piece("plain", f"{lane.replace('_', ' ')} in another order, moved: ")
                for at, name in enumerate(names):
                    yield from (Piece("plain", ", "),) if at else ()
                    yield name
                if len(moved) > len(names):
                    yield Piece("plain", f" and {len(moved) - len(names)} more")

    def _told(self, fields: Mapping[str, Any]) -> str:
        """The one field that says most of a thing that came or went."""
        for name in ("severity", "emotion", "status"):
            if name in fields:
                return f", {name} {value(name, fields[name], self.language)}"
        return ""

    def _renamed(self, change: Renamed) -> Iterator[Piece]:
        """A new title in words; a new id only where it is no mere consequence of the title."""
        titles = [part for part in change.parts if part.path[0] in ("title", "text")]
        yield from self._thing(change.old)
        for part in titles:
            yield from (Piece("plain", "is called "), Piece("new", self._title(part)), Piece("plain", " now"))
        old, new = (place.steps[-1].key if place.steps else place.id for place in (change.old, change.new))
        if old != new and not titles:
            yield from (Piece("plain", "goes by the id "), Piece("new", cut(new)), Piece("plain", " now, it was "), Piece("old", cut(old)))

    def _title(self, part: Part) -> str:
        """The title in a language in which it is another one."""
        if isinstance(part.new, Mapping) and isinstance(part.old, Mapping):
            changed = {key: text for key, text in part.new.items() if part.old.get(key) != text}
            return value("", choose(changed, self.language), self.language)
        return value("", part.new, self.language)

    def _thing(self, place: Place, behind: str = " ") -> Iterator[Piece]:
        """What kind of thing, what it is called, and the stage it stands in."""
        if not place.steps:
            return
        yield from (Piece("plain", f"{noun(place)} "), self._name(place.called))
        outer = next((step for step in place.steps[:-1] if step.lane == "stages"), None)
        if outer:
            yield from (Piece("plain", " in "), self._name(outer.title or outer.key))
        yield Piece("plain", behind)

    def _list(self, place: Place) -> Piece:
        """Where something stood: what is around it, else the name of the list."""
        outer = place.steps[-2] if len(place.steps) > 1 else None
        return self._name(outer.title or outer.key) if outer else Piece("plain", place.steps[-1].lane)

    def _name(self, title: Text) -> Piece:
        return named(title, self.language)
