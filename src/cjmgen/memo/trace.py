"""trace: the facts that a step read, each with the digest it had, and whether they still have it.

A fact is a name and a key: `("team", "=care")` is the team with that id, `("team", "")` the ids of all teams. What a step
reads more than itself, such as a value that many pages share, is a trace of its own, kept once and named by its digest.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Store
from cjmgen.value import dataclass

Fact = tuple[str, str]

PART, PARTS, ALL = "part ", "parts", "*"
"""A fact may be a part, by number, of one of many things, by key: `("part 2", "buying")`, or of all of them. A trace holds all parts of
a thing together: the fact `parts` with the key `c buying` is its parts 2 and 3, a bit for each."""

INSIDE = "journey"
"""The facts that no state names: what a journey says in full."""

MANY = 80
"""Things whose parts are noted one by one at most."""

Reader = Callable[[str], Digest]
"""What digest the fact of a key has now; for each name there is one."""


class Notes:
    """The facts read while one value is made, and the notes on what it shares with others."""

    __slots__ = ("facts", "shared")

    def __init__(self) -> None:
        self.facts: dict[Fact, None] = {}
        self.shared: dict[int, Notes] = {}


class Spy:
    """Writes down what is read, for the value that is being made. Reads outside of any are nobody's."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.wide = False
        """Whether what is made looks at everything anyway: then single things are not told apart."""
        self._outer: list[tuple[Notes, bool]] = []

    def note(self, fact: Fact) -> None:
        """This fact was read."""
        self.notes.facts[fact] = None

    def join(self, notes: Notes) -> None:
        """A value was used that was made before, under these notes."""
        self.notes.shared[id(notes)] = notes

    def absorb(self, notes: Notes) -> None:
        """A value was used that was made before: what was noted then is noted again."""
        self.notes.facts.update(notes.facts)
        self.notes.shared.update(notes.shared)

    @contextmanager
    def watching(self, wide: bool = False) -> Iterator[Notes]:
        """Notes on what is read inside, and nothing else."""
        self._outer.append((self.notes, self.wide))
        self.notes, self.wide = made, _ = Notes(), wide
        try:
            yield made
        finally:
            self.notes, self.wide = self._outer.pop()


@dataclass(frozen=True, slots=True)
class Trace:
    """What a value was made of: the digests of its facts by name and key, and the names of other traces."""

    facts: Mapping[str, Mapping[str, Digest]]
    shared: tuple[Digest, ...]


class World:
    """What is the case now: the digest of every fact that somebody asks for, reckoned once.

    `state` names all facts at once, except for those of the name INSIDE; it is empty where nobody can name them.
    """

    def __init__(self, readers: Mapping[str, Reader], store: Store, state: str = "") -> None:
        self._readers, self._store, self.state = readers, store, state
        self._digests: dict[Fact, Digest] = {}
        self._names: dict[int, tuple[Digest, Notes]] = {}
        self._hold: dict[str, bool] = {}
        self._insides: dict[int, tuple[list[str], Notes]] = {}

    def digest(self, fact: Fact) -> Digest:
        """The digest of a fact; of one nobody can answer any more, the empty one."""
        known = self._digests.get(fact)
        if known is None:
            reader = self._readers.get(fact[0])
            known = self._digests[fact] = reader(fact[1]) if reader else Digest("")
        return known

    def trace(self, notes: Notes) -> Trace:
        """Notes with the digests that their facts have now."""
        keys: dict[str, list[str]] = {}
        for name, key in notes.facts:
            keys.setdefault(name, []).append(key)
        parts = {int(name[len(PART) :]): keys.pop(name) for name in [*keys] if name.startswith(PART)}
        keys[PARTS] = list(_together(parts))
        facts = {name: {key: self.digest((name, key)) for key in found} for name, found in keys.items() if found}
        return Trace(facts, tuple(dict.fromkeys(self._named(each) for each in notes.shared.values())))

    def _named(self, notes: Notes) -> Digest:
        """The name of notes that several values share; their trace is kept under it."""
        known = self._names.get(id(notes))
        if known is None:
            trace = self.trace(notes)
            text = packed(trace)
            name = digest(text)
            self._store.put("trace", name, text)
            self._hold[name] = True
            known = self._names[id(notes)] = name, notes
        return known[0]

    def looked_into(self, notes: Notes) -> list[str]:
        """The keys of the facts INSIDE that were read, of shared values too."""
        found = [key for name, key in notes.facts if name == INSIDE]
        return list(dict.fromkeys((*found, *(key for each in notes.shared.values() for key in self._inside(each)))))

    def _inside(self, notes: Notes) -> list[str]:
        if id(notes) not in self._insides:
            self._insides[id(notes)] = self.looked_into(notes), notes
        return self._insides[id(notes)][0]

    def follows(self, trace: Trace) -> bool:
        """Whether all facts of a trace follow from the state."""
        kept = (self._store.get("trace", name) for name in trace.shared)
        below = (unpacked(text) if text is not None else None for text in kept)
        return INSIDE not in trace.facts and all(each is not None and self.follows(each) for each in below)

    def changed(self, trace: Trace) -> Fact | None:
        """A fact of a trace that is another by now; None where all of them hold."""
        digests = self._digests
        for name, keys in trace.facts.items():
            for key, was in keys.items():
                if (digests.get((name, key)) or self.digest((name, key))) != was:
                    return name, key
        for shared in trace.shared:
            if not self._holds(shared):
                return self._broken(shared)
        return None

    def _holds(self, name: Digest) -> bool:
        if name not in self._hold:
            kept = self._store.get("trace", name)
            trace = unpacked(kept) if kept is not None else None
            self._hold[name] = trace is not None and self.changed(trace) is None
        return self._hold[name]

    def _broken(self, name: Digest) -> Fact:
        kept = self._store.get("trace", name)
        trace = unpacked(kept) if kept is not None else None
        return (self.changed(trace) if trace else None) or ("trace", name)


def _together(parts: Mapping[int, list[str]]) -> Iterator[str]:
    """The keys of things by part as the parts by thing, a bit for each; where a part is of many things, all stand for them."""
    found: dict[str, int] = {}
    for at, keys in parts.items():
        for key in keys if len(keys) <= MANY else (ALL,):
            found[key] = found.get(key, 0) | 1 << at
    return (f"{mask:x} {key}" for key, mask in found.items())


def packed(trace: Trace) -> str:
    """A trace as a text."""
    return json.dumps([trace.facts, trace.shared], ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 11)
def unpacked(text: str) -> Trace | None:
    """A trace from its text; None for a text that is none."""
    try:
        facts, shared = json.loads(text)
        return Trace(facts, tuple(shared)) if all(type(keys) is dict for keys in facts.values()) else None
    except (ValueError, TypeError, AttributeError):
        return None
