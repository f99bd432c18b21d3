"""arrange: a manuscript with its keys in the model's order, and one blank line where there were several."""

from collections.abc import Callable
from dataclasses import replace

from cjmgen.model.item import Entity
from cjmgen.model.kinds import KIND, model_of
from cjmgen.model.shape import Part, shape_of, written_order
from cjmgen.syntax.yaml.manuscript import Entry, Group, Manuscript, Node, has_anchors

Model = type[Entity] | None


def arranged(manuscript: Manuscript, kind: str) -> Manuscript:
    """The manuscript of a file in order. Where values are repeated by name, keys stay where they are: a name stands before its use."""
    model: Model = None if has_anchors(manuscript.root) else model_of(kind)
    several = holds_several(manuscript.root, kind)
    root = _each(manuscript.root, lambda entry: _node(entry.value, model)) if several else _group(manuscript.root, model)
    head = _calm(manuscript.head, after=("",))
    first, *rest = root.sure
    first = replace(first, above=_calm(first.above, after=head[-1:] or ("",)))
    return Manuscript(replace(root, entries=(first, *rest), flow=False), head)


def holds_several(root: Group, kind: str) -> bool:
    """Whether a file is a mapping of entities: by their ids, or a list of journeys under its key."""
    journeys = kind == "journey" and [entry.key for entry in root.sure] == ["journeys"]
    return journeys or (bool(KIND[kind].file) and root.kind == "mapping")


def _node(node: Node, model: Model) -> Node:
    """A value, and all in it, in order."""
    return _group(node, model) if isinstance(node, Group) else node


def _group(node: Group, model: Model) -> Group:
    if node.kind == "list" or model is None:
        return _each(node, lambda entry: _node(entry.value, model))
    parts, order = shape_of(model).parts, written_order(model)
    ordered = sorted(node.sure, key=lambda entry: order.get(entry.key or "", len(order)))
    return _each(replace(node, entries=tuple(ordered)), lambda entry: _part(entry.value, parts.get(entry.key or "")))


def _part(node: Node, part: Part | None) -> Node:
    """The value of a field: an item, a list of items, or a mapping of these under free keys."""
    model = part.model if part else None
    if part and part.form in ("map", "map of lists") and isinstance(node, Group):
        return _each(node, lambda entry: _node(entry.value, model))
    return _node(node, model)


def _each(group: Group, make: Callable[[Entry], Node]) -> Group:
    """A group with its values made anew, without blank lines at its beginning."""
    entries: list[Entry] = []
    after: tuple[str, ...] = ("",)
    for entry in group.sure:
        entries.append(Entry(make(entry), entry.key, _calm(entry.above, after) if entry.above else (), entry.beside))
        after = ()
    return Group(group.kind, tuple(entries), _calm(group.below), group.flow, group.anchor)


def _calm(lines: tuple[str, ...], after: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Lines with one blank one where there were several; none where `after` ends with one."""
    result: list[str] = []
    before = after[-1:] == ("",)
    for line in lines:
        if line or not before:
            result.append(line)
        before = not line
    return tuple(result)
