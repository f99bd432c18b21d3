"""alike: whether two things that share no name are the same one under another name; how sure that is, and what it would cost."""

from collections.abc import Iterator, Mapping

from cjmgen.diff.node import NAMES, Node, Plain, plain
from cjmgen.diff.parts import parts
from cjmgen.diff.twig import Twig, name_of
from cjmgen.insight.meet.gist import names, stems
from cjmgen.value import dataclass

MOSTLY = 600
"""Titles and texts that share this much of their words, in thousandths, are alike."""
KEYS = (*NAMES, "metric", "from", "to", "at")
"""What things are told apart by."""
ENOUGH = 4
"""Words below which a text says too little to recognise a thing by."""


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """What a thing is recognised by: its titles, their words, the words of its longer texts, and what is inside it."""

    twig: Twig
    names: frozenset[str]
    title: frozenset[str]
    text: frozenset[str]
    inside: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, twig: Twig) -> "Look":
        """How a thing looks."""
        called = name_of(twig)
        text = frozenset(word for each in _said(twig) for word in _words(each))
        inside = frozenset((lane, each.key) for lane, twigs in twig.inside.items() for each in twigs)
        return cls(twig, frozenset(names(called)) if called else frozenset(), _words(called) if called else frozenset(), text, inside)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two things compare. `title` and `text` are 0 … 1000; `kin` are the things inside both, `strange` those inside one alone.

    `cost` is how many changes it would take beside the new name.
    """

    title: int
    text: int
    kin: int
    strange: int
    cost: int

    @property
    def strength(self) -> tuple[int, int]:
        """What decides between several that are alike: the surer one, then the cheaper one."""
        return -(self.title + self.text + 1000 * self.kin // (self.kin + self.strange + 1)), self.cost


def likeness(old: Look, new: Look) -> Likeness | None:
    """Compare two things of one kind; None where they are not surely the same."""
    title = 1000 if not old.names.isdisjoint(new.names) else _shared(old.title, new.title)
    text = _shared(old.text, new.text) if min(len(old.text), len(new.text)) >= ENOUGH else 0
    kin = len(old.inside & new.inside)
    strange = len(old.inside | new.inside) - kin
    told = title >= MOSTLY or text >= MOSTLY
    if not told and (not kin or kin < strange):
        return None
    cost = _cost(old.twig, new.twig) + strange
    return Likeness(title, text, kin, strange, cost) if told or cost <= kin + 1 else None


def _cost(old: Twig, new: Twig) -> int:
    """Fields that differ, and things inside both that do."""
    cost = sum(each.path[0] not in NAMES for each in parts(old.model, old.fields, new.fields))
    for lane, twigs in old.inside.items():
        known = {each.key: each for each in new.inside.get(lane, ())}
        cost += sum(each.key in known and plain(each.node()) != plain(known[each.key].node()) for each in twigs)
    return cost


def _said(twig: Twig) -> Iterator[Plain]:
    """The longer texts of a thing."""
    return (twig.fields[name] for name in ("description", "summary", "goal", "notes", "cause", "what", "scenario") if name in twig.fields)


def _words(text: Plain) -> frozenset[str]:
    versions = text.values() if isinstance(text, Mapping) else (text,)
    return frozenset(stem for version in versions for stem in stems(version))


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """The share of what both have in common, of all that both have (Dice), in thousandths."""
    both = len(one) + len(other)
    return 2000 * len(one & other) // both if both else 0


def bare(node: Node | Twig) -> Plain:
    """All that a thing says beside what it is called; things with the same bare contents may be one under two names."""
    fields = sorted((name, repr(value)) for name, value in node.fields.items() if name not in KEYS)
    within = node.node() if isinstance(node, Twig) else node
    return repr((fields, [(name, [plain(each) for each in nodes]) for name, nodes in sorted(within.lists.items())]))
