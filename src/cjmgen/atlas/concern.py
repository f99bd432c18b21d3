"""concern: which maps have to be read to compare two versions: those that differ, those that name these, and those named by any of them.

Whoever refers to a map has its id somewhere in the text. What is found is rather too much than too little: a word that only looks like
an id costs no more than the reading of a file.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from cjmgen.atlas.group import Files
from cjmgen.model.slug import CYRILLIC, romanized
from cjmgen.syntax.read import form_of
from cjmgen.syntax.yaml.spaces import UNUSUAL_SIGNS
from cjmgen.tree import Tree

_SHARE = 4
"""Where more than one map in so many has to be read, it is not worth telling them from the others."""

_TOKEN = re.compile(r"[\w./#-]+")
_SIGNS = tuple(sign for sign, latin in CYRILLIC.items() if not latin)
"""Letters that no id keeps."""


class Maps:
    """The maps of a version before any of them is read."""

    def __init__(self, groups: Sequence[Files], files: Tree) -> None:
        self.groups, self._files = {group.source.id: group for group in groups}, files
        self.keys = {id: group.key(files) for id, group in self.groups.items()}

    def text(self, id: str) -> str:
        """All that the files of a map say."""
        return "\n".join(self._files[file].decode("utf-8", "replace") for file in self._names(id))

    def is_plain(self, id: str, text: str) -> bool:
        """Whether an id that is meant in this text stands there letter by letter: no form but YAML, no escapes, nothing invisible."""
        odd = "\\" in text or (not text.isascii() and any(sign in text for sign in UNUSUAL_SIGNS))
        return not odd and all(form_of(file) == "yaml" for file in self._names(id))

    def _names(self, id: str) -> list[str]:
        group = self.groups[id]
        return [each.file for each in (group.source, *group.sidecars)]


def concerned(old: Maps, new: Maps, others: Iterable[str], earlier: Iterable[str] = ()) -> frozenset[str] | None:
    """The ids of the maps that differ between two versions, or have to do with those; None where that is too many.

    `others` are texts that name maps and are none, `earlier` more names of those that differ. What is named in a text that is not plain
    may be missing.
    """
    every = dict.fromkeys((*old.groups, *new.groups))
    differing = {id for id in every if old.keys.get(id) != new.keys.get(id)}
    same = {id: new.text(id) for id in every if id not in differing}
    found = front = differing | {id for id, text in same.items() if not new.is_plain(id, text)}
    closed = {id: _without_signs(text) for id, text in same.items() if id not in found}
    front = front | frozenset(earlier)
    while front and len(found) * _SHARE <= len(every):
        sought = [Spelling(id) for id in sorted(front)]
        front = {id for id, text in closed.items() if id not in found and any(each.stands_in(text) for each in sought)}
        found |= front
    front = found | {id for text in others for id in _named(text, every)}
    while front and len(found) * _SHARE <= len(every):
        found |= front
        texts = [maps.text(id) for id in front for maps in (old, new) if id in maps.groups]
        front = {id for text in texts for id in _named(text, every)} - found
    return frozenset(found) if not front and len(found) * _SHARE <= len(every) else None


def _without_signs(text: str) -> str:
    for sign in () if text.isascii() else _SIGNS:
        text = text.replace(sign, "")
    return text


def _named(text: str, ids: Collection[str]) -> Iterator[str]:
    """The maps that a text names: `journey`, `journey#stage`, or one of several in a file, `file/journey`."""
    for token in dict.fromkeys(_TOKEN.findall(text)):
        name = romanized(token).partition("#")[0].strip("-_./")
        while name:
            if name in ids:
                yield name
            name = name.rpartition("/")[0]


class Spelling:
    """All the ways to write an id: with Latin letters, with the Cyrillic ones that become these, or with both."""

    def __init__(self, id: str) -> None:
        self._id = id
        self._core = max(re.findall("[^a-z]+", id), key=len, default="")
        """A part of the id that can be written in one way only."""
        self._pattern = re.compile(rf"(?<!\w){_spelled(id)}(?!\w)")

    def stands_in(self, text: str) -> bool:
        """Whether a text without signs holds the id in any of these ways."""
        return (self._id if text.isascii() else self._core) in text and self._pattern.search(text) is not None


@lru_cache(maxsize=1 << 10)
def _spelled(id: str) -> str:
    """A pattern of the ways to write an id, piece by piece between letters that no Cyrillic one stands for together."""
    spans = [(at, at + len(latin)) for latin in CYRILLIC.values() for at in range(len(id)) if latin and id.startswith(latin, at)]
    cuts = [at for at in range(len(id) + 1) if not any(start < at < end for start, end in spans)]
    return "".join(f"(?:{'|'.join(_ways(id[start:end]))})" for start, end in pairwise(cuts))


def _ways(piece: str) -> Iterator[str]:
    if not piece:
        yield ""
        return
    heads = [(re.escape(piece[0]), 1), *((sign, len(latin)) for sign, latin in CYRILLIC.items() if latin and piece.startswith(latin))]
    yield from (head + rest for head, length in heads for rest in _ways(piece[length:]))
