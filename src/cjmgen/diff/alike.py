"""alike: whether two things that share no name are the same one under another name; how sure that is, and what it would cost."""

from collections.abc import Iterator, Mapping

from cjmgen.diff.node import NAMES, Node, Plain, plain
from cjmgen.diff.parts import parts
from cjmgen.diff.twig import Twig, name_of
from cjmgen.insight.gist import names, stems
from cjmgen.value import dataclass

MOSTLY = 600
"""Titles and texts that share this much of their words, in thousandths, are alike."""
KEYS = (*NAMES, "metric", "from", "to", "at")
"""What things are told apart by."""
ENOUGH = 4
"""Words below which a text says too little to recognise a thing by."""


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
    def sure(self) -> bool:
        """Whether they are the same thing wherever they stand."""
        return self.title >= MOSTLY or self.text >= MOSTLY or (self.kin > 0 and self.kin >= self.strange and self.cost <= self.kin + 1)

    @property
    def strength(self) -> tuple[int, int]:
        """What decides between several that are alike: the surer one, then the cheaper one."""
        return -(self.title + self.text + 1000 * self.kin // (self.kin + self.strange + 1)), self.cost


def likeness(old: Twig, new: Twig) -> Likeness:
    """Compare two things of one kind."""
    cost = sum(each.path[0] not in NAMES for each in parts(old.model, old.fields, new.fields))
    kin, strange, changed = _family(old, new)
    return Likeness(_titles(name_of(old), name_of(new)), _texts(old, new), kin, strange, cost + strange + changed)


def _family(old: Twig, new: Twig) -> tuple[int, int, int]:
    """Things inside both, inside one alone, and those inside both that differ."""
    kin = strange = changed = 0
    for lane in dict.fromkeys((*old.inside, *new.inside)):
        mine, theirs = old.inside.get(lane, []), new.inside.get(lane, [])
        known = {each.key: each for each in theirs}
        met = [(each, known[each.key]) for each in mine if each.key in known]
        kin += len(met)
        strange += len(mine) + len(theirs) - 2 * len(met)
        changed += sum(plain(one.node()) != plain(other.node()) for one, other in met)
    return kin, strange, changed


def _titles(old: Plain, new: Plain) -> int:
    if not old or not new:
        return 0
    if not set(names(old)).isdisjoint(names(new)):
        return 1000
    return _shared(_words(old), _words(new))


def _texts(old: Twig, new: Twig) -> int:
    mine, theirs = (frozenset(word for text in _said(twig) for word in _words(text)) for twig in (old, new))
    return _shared(mine, theirs) if min(len(mine), len(theirs)) >= ENOUGH else 0


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
