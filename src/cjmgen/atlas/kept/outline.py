"""outline: all that reading and linking the journeys gave, as one text, which is opened as long as no file shows anything else.

A journey's own pages see it in full, everybody else sees its card. So where a file says something else inside and shows the same
outside, nothing needs to be linked anew: it is enough to read that file.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pydantic import TypeAdapter

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.kept.taken import NONE, Reading
from cjmgen.atlas.telling import Telling
from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Store
from cjmgen.problem import Problem
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """The journeys of a project that is sound, linked."""

    around: Digest
    """The name of everything else that reading and linking them saw."""
    files: tuple[tuple[str, Digest], ...]
    """Of each file of journeys with its sidecars, in their order: the names of its bytes and of what it shows."""
    entities: Mapping[str, Digest]
    """By id: the name of all that a journey says."""
    cards: Mapping[str, tuple[Digest, str]]
    """By id: the name of its card, and the digests of the card's parts."""
    looked: tuple[str, ...]
    """The journeys that linking looked into: what they say inside shows elsewhere."""
    media: Mapping[str, Media]
    tellings: Mapping[str, Telling]
    heavy: tuple[Problem, ...]
    """Everything found wrong in the project that is more than a note."""
    every: Digest
    """The name of a text with all of it."""
    light: int
    """How many notes there are."""

    @property
    def name(self) -> Digest:
        """Names all of it but what is only said inside; the rest follows from this."""
        shown = tuple(shown for _, shown in self.files)
        return digest((self.around, shown, tuple((id, self.entities[id]) for id in self.looked)))


@dataclass(frozen=True, slots=True)
class Inside:
    """What some files say inside by now: for the number of a file the name of its bytes, and for its journeys of what they say."""

    outline: Digest
    files: Mapping[int, str]
    entities: Mapping[str, Digest]


@dataclass(frozen=True, slots=True)
class Opened:
    """An outline with all that journeys say by now."""

    outline: Outline
    name: Digest
    entities: Mapping[str, Digest]


_OUTLINE, _INSIDE = TypeAdapter(Outline), TypeAdapter(Inside)


def keep(outline: Outline, store: Store, side: str) -> None:
    """Keep an outline for the next run."""
    store.put("outline", side, _OUTLINE.dump_json(outline).decode())


@lru_cache(maxsize=2)
def _opened(text: str) -> tuple[Outline, Digest] | None:
    try:
        outline = _OUTLINE.validate_json(text)
        return outline, outline.name
    except (ValueError, KeyError):
        return None


class Kept:
    """The outline that a store keeps of a side, if it is of these files and of what stands around them."""

    def __init__(self, store: Store, side: str, around: Digest, keys: Sequence[str]) -> None:
        self._store, self._side, self._keys = store, side, keys
        found = _opened(store.get("outline", side) or "")
        self._found = found if found and found[0].around == around and len(found[0].files) == len(keys) else None
        self._inside = self._kept_inside()

    def _kept_inside(self) -> Inside:
        name = self._found[1] if self._found else NONE
        try:
            inside = _INSIDE.validate_json(self._store.get("inside", self._side) or "")
        except ValueError:
            return Inside(name, {}, {})
        return inside if inside.outline == name else Inside(name, {}, {})

    @property
    def changed(self) -> list[int] | None:
        """The numbers of the files that say something else by now; None where there is no outline of them."""
        if not self._found:
            return None
        was = self._inside.files
        return [at for at, (key, _) in enumerate(self._found[0].files) if was.get(at, key) != self._keys[at]]

    def opened(self, readings: Mapping[int, Reading]) -> Opened | None:
        """The outline with what the changed files say; None where one of them shows something else, or linking looked into it."""
        if not self._found:
            return None
        outline, name = self._found
        looked = frozenset(outline.looked)
        for at, reading in readings.items():
            if reading.shown != outline.files[at][1] or any(taken.id in looked for taken in reading.taken):
                return None
        said = {taken.id: taken.entity for reading in readings.values() for taken in reading.taken if taken.entity}
        if readings:
            files = {**self._inside.files, **{at: self._keys[at] for at in readings}}
            self._inside = Inside(name, files, {**self._inside.entities, **said})
            self._store.put("inside", self._side, _INSIDE.dump_json(self._inside).decode())
        return Opened(outline, name, {**outline.entities, **self._inside.entities})


def pack_problems(problems: Sequence[Problem]) -> str:
    """Problems as JSON."""
    return _PROBLEMS.dump_json(tuple(problems)).decode()


def open_problems(text: str) -> tuple[Problem, ...]:
    """Problems again."""
    return _PROBLEMS.validate_json(text)


_PROBLEMS = TypeAdapter(tuple[Problem, ...])
