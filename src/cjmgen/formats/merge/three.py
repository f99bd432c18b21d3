"""three: three versions of a manuscript made one, value by value."""

from dataclasses import dataclass, replace

from cjmgen.formats.merge.comments import lines
from cjmgen.formats.merge.item import items, renamed
from cjmgen.formats.merge.order import woven
from cjmgen.model.item import Entity
from cjmgen.model.shape import Part, shape_of
from cjmgen.syntax.yaml.manuscript import Conflict, Entry, Group, Node
from cjmgen.syntax.yaml.pen import Marks


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a value: the type of it or of its items, and how these are written."""

    model: type[Entity] | None = None
    part: Part | None = None
    free: bool = False
    """Whether it is a mapping under keys of the author's choice, with such values."""
    prose: bool = False
    """Whether it is a list of texts, which are items, and no ids."""

    def below(self, key: str) -> "Field":
        """What stands under a key of it."""
        if self.free:
            return replace(self, free=False)
        shape = shape_of(self.model) if self.model else None
        part = shape.parts.get(key) if shape else None
        if part is None:
            return Field(prose=shape is not None and key in shape.texts)
        return Field(part.model, part, part.form in ("map", "map of lists"))

    def is_full(self, node: Node) -> bool:
        """Whether an item has fields, and is no text, in one language or several."""
        return isinstance(node, Group) and self.model is not None and any(entry.key in shape_of(self.model).keys for entry in node.sure)


@dataclass(frozen=True, slots=True)
class Merging:
    """How versions are merged: the language that titles become ids in, and how a conflict between comments is marked."""

    language: str
    marks: Marks

    def entry(self, base: Entry | None, ours: Entry, theirs: Entry, field: Field) -> Entry | Conflict:
        """An entry that both sides have."""
        if ours == theirs:
            return theirs if base is not None and ours.verbatim == base.verbatim else ours
        if base is not None and base in (ours, theirs):
            return theirs if base == ours else ours
        value = self._value(base.value if base else None, ours.value, theirs.value, field)
        if value is None:
            return Conflict((ours,), (theirs,))
        return self._around(base, ours, theirs, value)

    def _around(self, base: Entry | None, ours: Entry, theirs: Entry, value: Node) -> Entry:
        """A merged value with its comments; lines that stand in one of the versions stay as they stand there."""
        above = lines(base.above if base else (), ours.above, theirs.above, self.marks)
        beside = lines(_beside(base), _beside(ours), _beside(theirs), self.marks)
        if len(beside) > 1:
            above, beside = (*above, *beside), ()
        words = "".join(beside)
        same = next((each for each in (ours, theirs) if value is each.value and words == each.beside), None)
        return Entry(value, ours.key, above, words, same.verbatim if same else ())

    def _value(self, base: Node | None, ours: Node, theirs: Node, field: Field) -> Node | None:
        """A value that both sides have; None where they say different things."""
        if ours == theirs or base == theirs:
            return ours
        if base == ours:
            return theirs
        if not isinstance(ours, Group) or not isinstance(theirs, Group) or ours.kind != theirs.kind:
            return None
        before = base if isinstance(base, Group) and base.kind == ours.kind else Group(ours.kind, ())
        return self.group(before, ours, theirs, field)

    def group(self, base: Group, ours: Group, theirs: Group, field: Field) -> Group | None:
        """A list or mapping that both sides have; None where it is no more than one value, or was put into two orders."""
        named = [_by_key(each) for each in (base, ours, theirs)] if ours.kind == "mapping" else self._items(base, ours, theirs, field)
        if named is None:
            return None
        names = list(dict.fromkeys(name for each in named for name in each))
        before, mine, others = named
        made = {name: self._one(name, before.get(name), mine.get(name), others.get(name), field) for name in names}
        kept = {name: each for name, each in made.items() if each is not None}
        order = woven(tuple(before), tuple(mine), tuple(others), kept)
        if order is None and ours.kind == "list":
            return None
        entries = tuple(kept[name] for name in order or kept)
        below = lines(base.below, ours.below, theirs.below, self.marks)
        return Group(ours.kind, entries, below, theirs.flow if base.flow == ours.flow else ours.flow)

    def _items(self, base: Group, ours: Group, theirs: Group, field: Field) -> list[dict[str, Entry]] | None:
        """The items of three lists by the names that the base has for them."""
        found = [items(each, field.part, self.language, field.prose) for each in (base, ours, theirs)]
        first, second, third = found
        if first is None or second is None or third is None:
            return None
        names = (first.names, renamed(first, second), renamed(first, third))
        assert all(len(set(each)) == len(each) for each in names), "no item may take the place of another"
        return [dict(zip(each, group.sure, strict=True)) for each, group in zip(names, (base, ours, theirs), strict=True)]

    def _one(self, name: str, base: Entry | None, ours: Entry | None, theirs: Entry | None, field: Field) -> Entry | Conflict | None:
        """What becomes of an entry that at least one version has; None where it was removed."""
        if ours is not None and theirs is not None:
            return self._item(base, ours, theirs, field) if ours.key is None else self.entry(base, ours, theirs, field.below(name))
        left = ours if ours is not None else theirs
        if left is None or (base is not None and _says_the_same(base, left)):
            return None
        if base is None:
            return left
        return Conflict((ours,) if ours else (), (theirs,) if theirs else ())

    def _item(self, base: Entry | None, ours: Entry, theirs: Entry, field: Field) -> Entry | Conflict:
        """An item that both sides have; where one has fields, those that are written short are written out first."""
        if any(field.is_full(each.value) for each in (base, ours, theirs) if each):
            short = field.part.shorthand if field.part else ""
            base, ours, theirs = base and _full(base, field, short), _full(ours, field, short), _full(theirs, field, short)
        made = self.entry(base, ours, theirs, field)
        return Conflict((ours,), (theirs,)) if isinstance(made, Entry) and _begins_with_nothing(made.value) else made


def _full(entry: Entry, field: Field, short: str) -> Entry:
    if not short or field.is_full(entry.value):
        return entry
    return Entry(Group("mapping", (Entry(entry.value, short, beside=entry.beside),)), None, entry.above)


def _begins_with_nothing(node: Node) -> bool:
    """Whether the line of an item's dash would be there on one side only."""
    first = node.entries[0] if isinstance(node, Group) and node.entries else None
    return isinstance(first, Conflict) and not (first.ours and first.theirs)


def _says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries differ in nothing but blank lines."""
    comments = ([line for line in each.above if line] for each in (one, other))
    return one.value == other.value and one.beside == other.beside and next(comments) == next(comments)


def _beside(entry: Entry | None) -> tuple[str, ...]:
    return (entry.beside,) if entry and entry.beside else ()


def _by_key(group: Group) -> dict[str, Entry]:
    return {entry.key or "": entry for entry in group.sure}
